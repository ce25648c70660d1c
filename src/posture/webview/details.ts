import type { OfferedVerb } from '../../../language-server/core/model/statement.ts';
import type { ToPage } from '../messages.ts';
import { element, wordButton } from './elements.ts';

type Controls = Extract<ToPage, { type: 'controls' }>;
type Control = Controls['controls'][number];

/** What is asked in a cell, and how it stands: the missing controls first. */
export interface Details {
  readonly node: HTMLElement;
  /** @param isToday whether what is shown can be stated now */
  show(told: Controls, title: string, isToday: boolean): void;
  hide(): void;
}

const STATES: Readonly<Record<string, string>> = {
  implemented: 'implemented',
  compensated: 'compensated by others',
  excluded: 'not applicable',
  uncompensated: 'missing: what compensates it is not met',
  lapsed: 'missing: the compensation has ended',
  planned: 'planned',
  overdue: 'missing: the plan is overdue',
  accepted: 'risk accepted',
  expired: 'missing: the acceptance has ended',
  none: 'missing',
};

const PLACES: Readonly<Record<'here' | 'around' | 'system', string>> = {
  here: 'stated here',
  around: 'stated in a zone around',
  system: 'stated for the system',
};

export function createDetails(does: {
  readonly openStated: (at: number) => void;
  readonly state: (at: number, verb: OfferedVerb) => void;
  readonly close: () => void;
}): Details {
  const node = element('aside', { class: 'details', 'aria-live': 'polite', hidden: '' });

  function itemOf(control: Control, at: number, isToday: boolean): HTMLElement {
    const { id, title, level, status, isMet, isEvidenced, stated, guidance } = control;
    const isMissing = !isMet && status !== 'excluded';
    const facts = [
      STATES[status] ?? status,
      isMet && (isEvidenced ? 'with evidence' : 'claimed'),
      stated?.until && `until ${stated.until}`,
      stated && PLACES[stated.where],
    ].filter(Boolean);
    const buttons = [
      ...(isMissing && isToday
        ? [
            ...(status === 'planned'
              ? []
              : [wordButton('Plan', () => does.state(at, 'plans'), { title: `Write 'plans ${id}' here` })]),
            wordButton('Is met', () => does.state(at, 'implements'), {
              title: `Write 'implements ${id}' here: only if it is so`,
            }),
          ]
        : []),
      ...(stated ? [wordButton('Go to statement', () => does.openStated(at))] : []),
    ];
    return element(
      'li',
      { class: isMissing ? 'missing' : 'settled' },
      element('h3', {}, `${id} ${title}`, element('small', {}, level > 0 ? `from SL ${level}` : '')),
      element('p', { class: 'state' }, facts.join(' · ')),
      ...(stated?.because ? [element('p', { class: 'because' }, stated.because)] : []),
      ...(guidance
        ? [element('details', {}, element('summary', {}, 'What it asks, and how to check'), element('p', {}, guidance))]
        : []),
      ...(buttons.length > 0 ? [element('p', { class: 'actions' }, ...buttons)] : []),
    );
  }

  return {
    node,
    show({ controls, fr }, title, isToday) {
      const all = controls.map((control, at) => ({ control, at }));
      const isOpen = ({ control: { isMet, status } }: (typeof all)[number]) => !isMet && status !== 'excluded';
      const [missing, settled] = [all.filter(isOpen), all.filter((each) => !isOpen(each))];
      const list = (items: typeof all) =>
        element('ul', {}, ...items.map(({ control, at }) => itemOf(control, at, isToday)));
      const where = fr ? `${title}: ${fr}` : title;
      node.setAttribute('aria-label', where);
      node.replaceChildren(
        element(
          'header',
          {},
          element('h2', {}, where),
          wordButton('×', does.close, { 'aria-label': 'Close the list', title: 'Close the list', class: 'close' }),
        ),
        element(
          'p',
          {},
          controls.length === 0
            ? 'Nothing is required here.'
            : `${missing.length} of ${controls.length} required controls are missing.`,
        ),
        ...(missing.length > 0 ? [list(missing)] : []),
        ...(settled.length > 0
          ? [element('details', {}, element('summary', {}, `${settled.length} met or not applicable`), list(settled))]
          : []),
      );
      node.hidden = false;
    },
    hide() {
      node.hidden = true;
    },
  };
}
