import type { CatalogReport } from '../../core/report/catalog.ts';
import { printableLine } from '../../core/text/visible.ts';
import { countOf } from '../../core/text/words.ts';
import type { Paint } from '../terminal.ts';
import { table } from './table.ts';

/** For people: a table for each catalogue, the asset types, the protocols and the reference models. */
export function catalogTable(report: CatalogReport, paint: Paint): string {
  const { catalogs, assetTypes, protocols, referenceModels, profiles } = report;
  const section = (heading: string, lines: readonly string[]) =>
    `${paint('bold', printableLine(heading))}\n\n${lines.join('\n')}\n`;
  return [
    ...catalogs.map(({ name, title, edition, groups }) => {
      const controls = groups.flatMap((group) => group.controls.map((control) => ({ group: group.name, ...control })));
      const heading = `${name}  ${title}${edition ? `, ${edition}` : ''} (${countOf(controls.length, 'requirement')})`;
      const rows = controls.map(({ id, group, sl, title }) => [id, group, sl === null ? '-' : String(sl), title]);
      return section(heading, table(['Requirement', 'FR', 'SL', 'Title'], rows));
    }),
    ...(profiles.length > 0
      ? [
          section(
            'Profiles',
            table(
              ['Profile', 'Title', 'Holds'],
              profiles.map(({ name, title, controls }) => [name, title, controls.join(', ')]),
            ),
          ),
        ]
      : []),
    section(
      `Asset types (${assetTypes.length})`,
      table(
        ['Type', 'Title', 'Class', 'Level', 'Kinds', 'Flags'],
        assetTypes.map((type) => [
          type.name,
          type.title,
          type.class ?? '-',
          type.level === null ? '-' : String(type.level),
          type.kinds.join(', ') || '-',
          type.flags.join(', '),
        ]),
      ),
    ),
    section(
      `Protocols (${protocols.length})`,
      table(
        ['Protocol', 'Title', 'Ports', 'Authentication', 'Encryption', 'Integrity', 'Secured by'],
        protocols.map((protocol) => [
          protocol.name,
          protocol.title,
          protocol.ports.map(({ transport, port }) => `${transport}/${port}`).join(', ') || '-',
          protocol.authentication ?? '-',
          protocol.encryption ?? '-',
          protocol.integrity ?? '-',
          protocol.securedBy ?? '-',
        ]),
      ),
    ),
    ...referenceModels.map(({ name, title, kinds, adjacent }) =>
      section(`${name}  ${title}`, [
        ...table(
          ['Kind', 'Title', { heading: 'Rank', right: true }, 'Levels', 'Focus'],
          kinds.map((kind) => [
            kind.name,
            kind.title,
            String(kind.rank),
            kind.levels.join(', ') || '-',
            kind.focus.map((topic) => topic.name).join(', '),
          ]),
        ),
        '',
        printableLine(`Adjacent: ${adjacent.map((pair) => pair.join(' - ')).join(', ')}`),
      ]),
    ),
  ].join('\n');
}
