import { escapeText } from './markup.ts';

/**
 * A page with a picture that prints itself: on one sheet of whatever paper the printer has, upright or across as the
 * picture is. It loads nothing.
 * @param svg the text of an SVG file of ours
 */
export function printPage(svg: string, title: string): string {
  const [, width, height] = /^<svg [^>]*\bwidth="(\d+)" height="(\d+)"/.exec(svg)!;
  const orientation = Number(width) > Number(height) ? 'landscape' : 'portrait';
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeText(title)}</title>
<style>
@page { size: ${orientation}; margin: 10mm; }
html, body { margin: 0; background: #ffffff; }
svg { display: block; margin: 0 auto; max-width: 100%; height: auto; }
@media print { svg { width: 100%; height: 98vh; } }
</style>
</head>
<body>
${svg}<script>window.addEventListener('load', () => window.print());</script>
</body>
</html>
`;
}
