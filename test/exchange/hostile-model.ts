/** A text of the language that has the given content. */
export const literal = (text: string): string =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replace(/[\r\0]|\p{Cs}/gu, ' ')}"`;

/** A model that has texts wherever texts may stand that exports write. */
export const hostileModel = (texts: readonly string[]): string => {
  const quoted = texts.map(literal);
  return [
    `system s ${quoted[0]} { description ${quoted[0]}  owner ${quoted[0]}  document ${quoted[0]}  function ${quoted[0]} }`,
    ...quoted.map(
      (text, i) => `zone z${i} ${text} : control {
  sl-t 1  description ${text}  owner ${text}  network "10.${i}.0.0/24"
  implements SR 1.1 evidence ${text} ${text}
  plans SR 1.3 until 2027-03-31 ${text}
  excludes SR 1.6 because ${text}
  asset a${i} ${text} : plc { vendor ${text}  product ${text}  version ${text}  serial ${text}  location ${text}  description ${text}  software ${text}  address "10.${i}.0.2" }
  asset f${i} ${text} : firewall { address "10.${i}.0.1" }
}`,
    ),
    ...quoted.slice(1).map(
      (text, i) => `conduit c${i} ${text} between z${i} and z${i + 1} {
  via f${i}  provider ${text}  description ${text}
  asset s${i} ${text} : switch
  flow a${i} -> a${i + 1} : https ${text} { when ${text}  data ${text} }
  flow a${i + 1} -> a${i} ${text}
}`,
    ),
  ].join('\n');
};
