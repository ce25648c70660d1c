import * as vscode from 'vscode';

/**
 * The page of a panel: a skeleton that loads one script and one sheet of the extension, and nothing else.
 * @param bundle the name of both, such as `webview`
 */
export function pageOf(webview: vscode.Webview, extension: vscode.Uri, bundle: string): string {
  const nonce = createNonce();
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', name)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    // The picture becomes a PNG by way of an image.
    'img-src data: blob:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Zones</title>
<link rel="stylesheet" href="${file(`${bundle}.css`)}">
</head>
<body>
<main id="stage"></main>
<script nonce="${nonce}" src="${file(`${bundle}.js`)}"></script>
</body>
</html>`;
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, '');
}

/** The folder that the page may read: the bundles. */
export const pageRoots = (extension: vscode.Uri): vscode.Uri[] => [vscode.Uri.joinPath(extension, 'dist')];
