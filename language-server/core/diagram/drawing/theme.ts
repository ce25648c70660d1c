import { FONT_FAMILY } from '../layout/text-width.ts';
import type { Hue } from '../model/diagram-model.ts';

export const THEMES = ['light', 'dark', 'hc-dark', 'hc-light'] as const;

export type Theme = (typeof THEMES)[number];

/** Colours of one hue: the zone's ground, its header, its border (also the chip's ground), the chip's text. */
export interface HueColours {
  readonly body: string;
  readonly header: string;
  readonly border: string;
  readonly chipText: string;
}

export interface Palette {
  readonly ground: string;
  readonly text: string;
  readonly faintText: string;
  readonly card: string;
  readonly cardBorder: string;
  readonly conduit: string;
  readonly fault: string;
  readonly pill: string;
  readonly met: Ink;
  readonly short: Ink;
  readonly error: Ink;
  readonly warning: Ink;
  readonly info: Ink;
  readonly focus: string;
  readonly hues: Readonly<Record<Hue, HueColours>>;
}

/** Ground, text and border of a badge or mark. */
interface Ink {
  readonly ground: string;
  readonly text: string;
  readonly border: string;
}

const ink = (ground: string, text: string, border: string): Ink => ({ ground, text, border });
const hue = (body: string, header: string, border: string, chipText: string): HueColours => ({
  body,
  header,
  border,
  chipText,
});

const light: Palette = {
  ground: '#ffffff',
  text: '#1f2328',
  faintText: '#57606a',
  card: '#ffffff',
  cardBorder: '#c9d1d9',
  conduit: '#57606a',
  fault: '#c5221f',
  pill: '#ffffff',
  met: ink('#d7ecdc', '#174a28', '#4f9a68'),
  short: ink('#fbe3cf', '#6e3200', '#d08136'),
  error: ink('#fbdcdc', '#8f1414', '#d05050'),
  warning: ink('#fdeec5', '#5c4300', '#c49a1a'),
  info: ink('#dceafb', '#123f78', '#5f93d0'),
  focus: '#0b63ce',
  hues: {
    external: hue('#f6f7f8', '#e6e8eb', '#6a727b', '#ffffff'),
    enterprise: hue('#f3f7fc', '#dae6f5', '#3f78bf', '#ffffff'),
    perimeter: hue('#fdf8ee', '#f7e8c9', '#bd8010', '#1f2328'),
    operations: hue('#f6f5fb', '#e4e0f4', '#7464c4', '#ffffff'),
    control: hue('#f0f8f9', '#d3eaec', '#1e7b87', '#ffffff'),
    cell: hue('#f1f8f4', '#d6ecdf', '#2f8455', '#ffffff'),
    process: hue('#f8f6f4', '#e8e3dc', '#84735a', '#ffffff'),
    safety: hue('#fcf4f4', '#f6dddd', '#c24848', '#ffffff'),
    other: hue('#f6f7f8', '#e9ebee', '#6b7681', '#ffffff'),
    few: hue('#fffdf3', '#faf1cf', '#85690c', '#ffffff'),
    many: hue('#fdf3ea', '#f9d9bd', '#b85a12', '#ffffff'),
  },
};

const dark: Palette = {
  ground: '#1e1e1e',
  text: '#e4e6e8',
  faintText: '#b0b6bc',
  card: '#252627',
  cardBorder: '#4a4d51',
  conduit: '#b4bac0',
  fault: '#ff7b72',
  pill: '#2a2c2e',
  met: ink('#21402d', '#c6ebd2', '#4f8f68'),
  short: ink('#4d3118', '#ffd8b0', '#bf7d3a'),
  error: ink('#55201f', '#ffd0cd', '#d05f5a'),
  warning: ink('#4a3b0d', '#ffe7a3', '#b3912c'),
  info: ink('#1c3555', '#cde2ff', '#4f80bd'),
  focus: '#4da3ff',
  hues: {
    external: hue('#262829', '#38393b', '#8d949b', '#16181a'),
    enterprise: hue('#1f2732', '#293b52', '#5b91d6', '#10161e'),
    perimeter: hue('#2c271c', '#473a1c', '#d9a23b', '#1b1608'),
    operations: hue('#262430', '#393455', '#9b8bea', '#141022'),
    control: hue('#1d2a2c', '#234448', '#45aeb9', '#071a1c'),
    cell: hue('#1e2a23', '#254634', '#55b27f', '#08190f'),
    process: hue('#292622', '#423b31', '#a8977c', '#191510'),
    safety: hue('#2f2122', '#532c2d', '#e27c7a', '#220a0a'),
    other: hue('#26282a', '#383b3e', '#98a1aa', '#16181a'),
    few: hue('#29271f', '#3d381f', '#c9b458', '#17150a'),
    many: hue('#2e241c', '#54351d', '#e8934a', '#1d1006'),
  },
};

const bare = (ground: string, text: string): Ink => ink(ground, text, text);

/** High contrast: one ground for all, hues only in the borders. */
function highContrast(base: Palette, ground: string, text: string, borders: Readonly<Record<Hue, string>>): Palette {
  const hues = Object.fromEntries(
    Object.entries(borders).map(([name, border]) => [name, hue(ground, ground, border, ground)]),
  ) as unknown as Palette['hues'];
  return {
    ...base,
    ground,
    text,
    faintText: text,
    card: ground,
    cardBorder: text,
    conduit: text,
    pill: ground,
    met: bare(ground, text),
    short: bare(ground, text),
    error: bare(ground, text),
    warning: bare(ground, text),
    info: bare(ground, text),
    hues,
  };
}

const hcDark = highContrast({ ...dark, fault: '#ff8a80', focus: '#f38518' }, '#000000', '#ffffff', {
  external: '#c8ccd0',
  enterprise: '#7db8ff',
  perimeter: '#ffc65c',
  operations: '#c0b2ff',
  control: '#6fd8e3',
  cell: '#82e0ab',
  process: '#d9c7a8',
  safety: '#ff9f9c',
  other: '#c8ccd0',
  few: '#f0e08a',
  many: '#ffab66',
});

const hcLight = highContrast({ ...light, fault: '#a80f0c', focus: '#0b3fa8' }, '#ffffff', '#000000', {
  external: '#4a5158',
  enterprise: '#1c4f94',
  perimeter: '#7a4f00',
  operations: '#4b3a9e',
  control: '#0b5560',
  cell: '#17552f',
  process: '#54452c',
  safety: '#911f1f',
  other: '#4a5158',
  few: '#5f5200',
  many: '#8a3d00',
});

export const PALETTES: Readonly<Record<Theme, Palette>> = { light, dark, 'hc-dark': hcDark, 'hc-light': hcLight };

/**
 * The stylesheet of a picture in one theme, with literal colours. The elements carry classes only, so the same parts
 * are drawn in any theme by exchanging the sheet.
 */
export function stylesheet(theme: Theme): string {
  const p = PALETTES[theme];
  const strong = theme.startsWith('hc') ? 2 : 1.3;
  const inks = (['met', 'short', 'error', 'warning', 'info'] as const).map(
    (name) =>
      `.z-ink-${name} rect,.z-ink-${name} path{fill:${p[name].ground};stroke:${p[name].border}}.z-ink-${name} text{fill:${p[name].text}}`,
  );
  const hues = Object.entries(p.hues).map(
    ([name, { body, header, border, chipText }]) =>
      `.z-hue-${name}>.z-body{fill:${body};stroke:${border}}.z-hue-${name}>.z-header{fill:${header}}` +
      `.z-hue-${name}>.z-chip{fill:${border}}.z-hue-${name}>.z-chip-text{fill:${chipText}}`,
  );
  return [
    `.zones-picture{font-family:${FONT_FAMILY}}`,
    `.zones-picture text{fill:${p.text}}`,
    `.z-ground{fill:${p.ground}}`,
    '.z-title{font-size:19px;font-weight:bold}',
    `.zones-picture .z-faint{fill:${p.faintText};font-size:12px}`,
    '.z-zone-title{font-size:13px;font-weight:bold}',
    '.z-text{font-size:12px}',
    '.z-small{font-size:11px;font-weight:bold}',
    `.z-body{stroke-width:${strong}}`,
    `.z-card{fill:${p.card};stroke:${p.cardBorder};stroke-width:1}`,
    `.z-boundary>.z-card{stroke:${p.text};stroke-width:1.6}`,
    `.z-icon{fill:none;stroke:${p.text};stroke-width:1.2;stroke-linecap:round;stroke-linejoin:round}`,
    '.z-hit-area{fill:none;pointer-events:all}',
    `.z-edge{fill:${p.text}}`,
    '.z-zone:not(.z-collapsed) .z-fold{visibility:hidden}',
    `.z-fold{fill:none;stroke:${p.text};stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}`,
    `.z-line{fill:none;stroke:${p.conduit};stroke-width:1.5;stroke-linejoin:round}`,
    `.z-arrow{fill:${p.conduit}}`,
    `.z-pill{fill:${p.pill};stroke:${p.conduit};stroke-width:1}`,
    `.z-bar{fill:${p.pill};stroke:${p.conduit};stroke-width:2}`,
    `.z-fault .z-bar{stroke:${p.fault};stroke-dasharray:6 4}`,
    `.z-fault .z-line{stroke:${p.fault};stroke-width:2;stroke-dasharray:6 4}`,
    `.z-fault .z-arrow{fill:${p.fault}}`,
    `.z-fault .z-pill{stroke:${p.fault};stroke-width:1.5}`,
    `.z-port{fill:${p.pill};stroke:${p.text};stroke-width:1.4}`,
    `.z-port-sign{fill:none;stroke:${p.text};stroke-width:1.4;stroke-linecap:round}`,
    '.z-port-bolt{stroke-width:2.6}',
    `.z-rule{stroke:${p.cardBorder};stroke-width:1}`,
    '.z-hit{fill:none;stroke:none;stroke-width:14;pointer-events:stroke}',
    ...inks,
    ...hues,
  ].join('\n');
}
