/** 16 × 16 outlines. */
const ICONS = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  locked: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  open: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 4.8-1',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  reach: 'M2.5 3.5h3v3h-3zM2.5 9.5h3v3h-3zM5.5 5h3l2 3M5.5 11h3l2-3M10.5 6.5h3v3h-3z',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  export: 'M8 2.5v8M5 7.5l3 3 3-3M3 10.5v3h10v-3',
} as const;

type Icon = keyof typeof ICONS;

/** A button that says what it does to who points at it or hears the page. */
export function button(icon: Icon | undefined, title: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.title = title;
  made.setAttribute('aria-label', title);
  made.addEventListener('click', act);
  if (icon) draw(made, icon);
  return made;
}

/** Puts an icon into a button, in the place of what was there. */
export function draw(target: HTMLButtonElement, icon: Icon): void {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[icon]);
  svg.append(path);
  target.replaceChildren(svg);
}

/** A menu of which one is chosen; its options come later. */
export function menu(title: string, choose: (value: string) => void): HTMLSelectElement {
  const made = document.createElement('select');
  made.title = title;
  made.setAttribute('aria-label', title);
  made.addEventListener('change', () => choose(made.value));
  return made;
}
