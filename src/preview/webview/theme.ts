import { stylesheet, type Theme } from '../../../language-server/core/diagram/drawing/theme.ts';

/** Draws the picture in the editor's kind of theme, and goes on doing so when the theme changes. */
export function followTheme(): void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const apply = (): void => sheet.replaceSync(stylesheet(themeOf(document.body.classList)));
  new MutationObserver(apply).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  apply();
}

/** The theme of the picture for the classes that VS Code gives the body. */
function themeOf(classes: DOMTokenList): Theme {
  if (classes.contains('vscode-high-contrast-light')) return 'hc-light';
  if (classes.contains('vscode-high-contrast')) return 'hc-dark';
  return classes.contains('vscode-dark') ? 'dark' : 'light';
}
