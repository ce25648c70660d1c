/** The colours of a page of its own, light, dark and on paper. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ground: #ffffff; --ink: #1f2328; --faint: #57606a; --rule: #d0d7de; --head: #f6f8fa;
  --link: #0b5cad; --good: #d7ecdc; --good-ink: #174a28; --short: #fbe3cf; --short-ink: #6e3200; --bad: #fbdcdc; --bad-ink: #8f1414; }
@media (prefers-color-scheme: dark) { :root { --ground: #1e1e1e; --ink: #e3e3e3; --faint: #a6adb4; --rule: #444c56; --head: #2a2d31;
  --link: #6cb2ff; --good: #17351f; --good-ink: #b9e6c5; --short: #43290f; --short-ink: #ffd4a8; --bad: #451a1a; --bad-ink: #ffc4c4; } }
html { background: var(--ground); color: var(--ink); font: 15px/1.5 Arimo, Arial, "Liberation Sans", Helvetica, sans-serif; }
body { margin: 0 auto; max-width: 1200px; padding: 24px; overflow-wrap: break-word; }
@media (max-width: 700px) { body { padding: 12px; } }
@media print {
  :root { color-scheme: light; --ground: #ffffff; --ink: #1f2328; --faint: #57606a; --rule: #c2c8ce; --head: #f0f2f4; --link: #1f2328;
    --good: #d7ecdc; --good-ink: #174a28; --short: #fbe3cf; --short-ink: #6e3200; --bad: #fbdcdc; --bad-ink: #8f1414; }
  html { font-size: 10.5pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { max-width: none; padding: 0; }
}
`;

/** How the parts of a report look, in whatever colours. */
export const REPORT_STYLE = `
* { box-sizing: border-box; }
h1 { font-size: 32px; line-height: 1.2; margin: 8px 0; }
h2 { font-size: 22px; margin: 48px 0 8px; padding-top: 16px; border-top: 1px solid var(--rule); }
h3 { font-size: 17px; margin: 32px 0 8px; }
h4 { font-size: 15px; margin: 24px 0 8px; }
a { color: var(--link); }
a.line { color: inherit; text-decoration: underline dotted var(--faint); text-underline-offset: 3px; }
a.line:hover, a.line:focus-visible { color: var(--link); text-decoration: underline; }
.cover .marks span { display: inline-block; border: 1px solid var(--faint); border-radius: 3px; padding: 2px 10px; font-size: 13px; text-transform: uppercase; letter-spacing: 0.06em; }
.cover .kind { font-size: 18px; color: var(--faint); margin: 0 0 24px; }
dl { display: grid; grid-template-columns: max-content 1fr; margin: 0; }
dt, dd { padding: 5px 16px 5px 0; border-top: 1px solid var(--rule); margin: 0; overflow-wrap: anywhere; }
dt { color: var(--faint); }
.none { color: var(--faint); }
nav ol { list-style: none; margin: 0; padding: 0; columns: 2; column-gap: 40px; }
nav li { break-inside: avoid; padding: 2px 0; }
.mark { color: var(--faint); font-size: 12px; margin-left: 8px; border: 1px solid var(--rule); border-radius: 8px; padding: 0 6px; white-space: nowrap; }
.zcr { color: var(--faint); margin: 0 0 8px; }
.lack { border-left: 4px solid var(--short-ink); background: var(--short); color: var(--short-ink); padding: 8px 16px; margin: 8px 0 16px; }
.lack p { margin: 0; font-weight: bold; }
.lack ul { margin: 4px 0 0; padding-left: 20px; }
figure { margin: 16px 0; }
figure img { display: block; max-width: 100%; height: auto; background: #ffffff; border: 1px solid var(--rule); border-radius: 4px; }
figcaption, caption { color: var(--faint); font-size: 13px; text-align: left; padding: 6px 0; }
.table { overflow-x: auto; margin: 16px 0; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 13px; line-height: 1.4; }
.broad table { min-width: 640px; }
.wide .broad table { min-width: 900px; }
th, td { border: 1px solid var(--rule); padding: 4px 8px; text-align: left; vertical-align: top; overflow-wrap: anywhere; hyphens: auto; }
th { background: var(--head); overflow-wrap: break-word; hyphens: none; }
.figure { text-align: center; font-variant-numeric: tabular-nums; }
.good { background: var(--good); color: var(--good-ink); }
.short { background: var(--short); color: var(--short-ink); }
.bad { background: var(--bad); color: var(--bad-ink); }
.faint { color: var(--faint); }
pre { overflow-x: auto; font: 12px/1.5 Menlo, Consolas, "DejaVu Sans Mono", monospace; border: 1px solid var(--rule); border-radius: 4px; padding: 8px 0; }
pre span { display: inline-block; min-width: 100%; padding-right: 16px; }
pre span:target { background: var(--short); color: var(--short-ink); }
pre b { display: inline-block; width: 5em; padding-right: 1.5em; text-align: right; color: var(--faint); font-weight: normal; user-select: none; }
@media (max-width: 700px) { nav ol { columns: 1; } dl { grid-template-columns: 1fr; } dd { border-top: 0; } }
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt Arimo, Arial, sans-serif; color: #57606a; } }
@page wide { size: A4 landscape; }
@media print {
  a, a.line { text-decoration: none; color: inherit; }
  h2 { border-top: 0; padding-top: 0; margin-top: 18pt; }
  h2, h3, h4, caption, .zcr, p:has(+ .table) { break-after: avoid; }
  /* At the end of a chapter it would tie the next one to it, and so on, until no break is left. */
  .lack:not(:last-child) { break-after: avoid; }
  .cover { padding-top: 50mm; break-after: page; }
  nav { break-after: page; }
  .wide { page: wide; }
  .broad table, .wide .broad table { min-width: 0; }
  .table { overflow: visible; }
  table { font-size: 8.5pt; }
  .wide table { font-size: 7.5pt; }
  th, td { padding: 2px 6px; }
  thead { display: table-header-group; }
  tr, figure, .lack, .brief { break-inside: avoid; }
  /* No head of a table stands alone at the foot of a page. */
  tbody tr:nth-child(-n+3) { break-before: avoid; }
  figure img { border: 0; max-height: 190mm; width: auto; margin: 0 auto; }
  .wide figure img { max-height: 140mm; }
  .model { display: none; }
}
${Array.from({ length: 100 }, (_, i) => `.w${i + 1} { width: ${i + 1}%; }`).join('\n')}
`;
