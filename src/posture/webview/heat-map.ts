import { FR_TITLES, FRS } from '../../../language-server/core/model/levels.ts';
import type { Row } from '../messages.ts';
import { element, wordButton } from './elements.ts';
import { type Basis, type CellFigures, figuresOf, figureText } from './figures.ts';

/** Something of the table that can be asked about: a zone or conduit in one FR, or all of it. */
export interface CellAsked {
  readonly sort: Row['sort'];
  readonly path: string;
  readonly fr?: string;
}

export interface HeatMap {
  readonly node: HTMLElement;
  show(rows: readonly Row[], basis: Basis): void;
  /** Marks the cell that the details are about. */
  mark(cell: CellAsked | undefined): void;
}

/** The table of zones and conduits by FR; arrow keys go from cell to cell. */
export function createHeatMap(does: {
  readonly ask: (cell: CellAsked) => void;
  readonly open: (row: Row) => void;
}): HeatMap {
  const body = element('tbody', {});
  const columns = [
    ...FRS.map((fr) => ({ text: fr, title: FR_TITLES[fr] })),
    { text: 'missing', title: 'Required and missing' },
  ];
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col' }, 'Zone or conduit'),
    ...columns.map(({ text, title }) => element('th', { scope: 'col' }, element('abbr', { title }, text))),
  );
  const node = element(
    'table',
    { class: 'heat-map' },
    element('caption', { class: 'hidden' }),
    element('thead', {}, head),
    body,
  );
  let marked: CellAsked | undefined;

  node.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    const from = (event.target as HTMLElement).closest('button');
    if (!step || !from) return;
    const rows = [...body.rows].map((row) => [...row.querySelectorAll('button')]);
    const y = rows.findIndex((row) => row.includes(from));
    const x = rows[y]!.indexOf(from);
    const to = rows[y + step[1]]?.[Math.min(x + step[0], (rows[y + step[1]]?.length ?? 1) - 1)];
    if (!to) return;
    event.preventDefault();
    from.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  });

  const cellButton = (row: Row, figures: CellFigures): HTMLElement => {
    const { fr, gap, target, achieved } = figures;
    const says =
      achieved === null
        ? `${row.title}, ${fr}: nothing that is asked is applicable, SL-T ${target}`
        : `${row.title}, ${fr}: SL-A ${achieved} of SL-T ${target}${gap > 0 ? `, gap ${gap}` : ''}`;
    // A label begins with what is seen: who speaks to the computer says that.
    const seen = `${figureText(figures)}${gap > 0 ? ` −${gap}` : ''}`;
    const made = wordButton(figureText(figures), () => does.ask({ sort: row.sort, path: row.path, fr }), {
      'aria-label': `${seen}: ${says}`,
      title: says,
      'data-cell': `${row.sort} ${row.path} ${fr}`,
      tabindex: '-1',
    });
    if (gap > 0) made.append(element('small', { 'aria-hidden': 'true' }, ` −${gap}`));
    return element('td', { class: `gap-${target === 0 ? 'none' : gap}` }, made);
  };

  function rowOf(row: Row, basis: Basis): HTMLTableRowElement {
    const name = wordButton(row.title, () => does.open(row), {
      title: `Go to ${row.sort} '${row.path}' in the text`,
      tabindex: '-1',
      class: 'name',
      'data-cell': `${row.sort} ${row.path} name`,
    });
    const figures = figuresOf(row, basis);
    const missing = row.missing ?? 0;
    const seen = row.pending ? `${missing} (${row.pending})` : `${missing}`;
    const says = `${row.title}: ${missing} of ${row.required} required controls are missing${row.pending ? `, ${row.pending} of them planned or accepted` : ''}`;
    const cells = figures
      ? [
          ...figures.map((each) => cellButton(row, each)),
          element(
            'td',
            {},
            wordButton(seen, () => does.ask({ sort: row.sort, path: row.path }), {
              'aria-label': `${seen}: ${says}`,
              title: says,
              tabindex: '-1',
              'data-cell': `${row.sort} ${row.path} all`,
            }),
          ),
        ]
      : [element('td', { colspan: '8', class: 'no-target' }, 'no SL-T')];
    return element(
      'tr',
      { class: row.sort },
      element('th', { scope: 'row', class: `depth-${Math.min(row.depth, 6)}` }, name),
      ...cells,
    );
  }

  function mark(cell: CellAsked | undefined): void {
    marked = cell;
    const id = cell && `${cell.sort} ${cell.path} ${cell.fr ?? 'all'}`;
    for (const made of body.querySelectorAll<HTMLElement>('[data-cell]'))
      made.toggleAttribute('aria-current', made.dataset.cell === id);
  }

  return {
    node,
    show(rows, basis) {
      const focused = (document.activeElement as HTMLElement | null)?.dataset.cell;
      node.caption!.textContent =
        basis === 'claimed'
          ? 'SL-A as claimed, and SL-T, by foundational requirement'
          : 'SL-A with evidence, and SL-T, by foundational requirement';
      body.replaceChildren(...rows.map((row) => rowOf(row, basis)));
      mark(marked);
      const buttons = [...body.querySelectorAll('button')];
      const again = buttons.find(({ dataset }) => dataset.cell === focused);
      const first = again ?? buttons[0];
      if (first) first.tabIndex = 0;
      again?.focus();
    },
    mark,
  };
}

const STEPS: Readonly<Record<string, readonly [number, number] | undefined>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
