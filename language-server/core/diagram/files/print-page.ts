import { escapeXml } from '../../text/xml.ts';

const SCRIPT = "window.addEventListener('load', () => window.print());";

/** A page as it is served. */
export interface ServedPage {
  readonly html: string;
  /** Its content security policy: what it carries, and nothing else. */
  readonly policy: string;
}

/** The script is let through by its SHA-256, so that no other can run. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "script-src 'sha256-pjfK1XbmGuveKjzA4wngCEW8G6kccODZfN9twXSYcEQ='",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/**
 * A page with a picture that prints itself: on one sheet of whatever paper the printer has, upright or across as the
 * picture is. It loads nothing.
 * @param svg the text of an SVG file of ours
 */
export function printPage(svg: string, title: string): ServedPage {
  const [, width, height] = /^<svg [^>]*\bwidth="(\d+)" height="(\d+)"/.exec(svg)!;
  const orientation = Number(width) > Number(height) ? 'landscape' : 'portrait';
  const html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeXml(title)}</title>
<style>
@page { size: ${orientation}; margin: 10mm; }
html, body { margin: 0; background: #ffffff; }
svg { display: block; margin: 0 auto; max-width: 100%; height: auto; }
@media print { svg { width: 100%; height: 98vh; } }
</style>
</head>
<body>
${svg}<script>${SCRIPT}</script>
</body>
</html>
`;
  return { html, policy: POLICY };
}
