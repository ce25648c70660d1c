import * as vscode from 'vscode';
import { FONT_FILES } from '../../language-server/core/diagram/files/png-font.ts';

let rules: Promise<string> | undefined;

/**
 * A picture with the font that `zones diagram` draws PNG files with, so that a page makes the same of it on every
 * machine. It goes by the name of Arial, the first that pictures ask for.
 * @param svg the text of an SVG file of ours
 */
export async function withFont(svg: string, extension: vscode.Uri): Promise<string> {
  rules ??= fontRules(extension);
  const style = `<style>${await rules}</style>`;
  return svg.replace('</title>', `</title>${style}`);
}

async function fontRules(extension: vscode.Uri): Promise<string> {
  const weights = ['normal', 'bold'];
  const files = FONT_FILES.map((file) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', file)));
  const fonts = (await Promise.all(files)).map(toBase64);
  return fonts
    .map(
      (font, i) =>
        `@font-face{font-family:Arial;font-weight:${weights[i]};src:url(data:font/woff2;base64,${font}) format("woff2")}`,
    )
    .join('');
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
