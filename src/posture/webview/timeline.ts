import type { Step } from '../messages.ts';
import { element } from './elements.ts';

/** A slider over the days on which the posture changes if every plan is kept, with what happens on each. */
export interface Timeline {
  readonly node: HTMLElement;
  show(steps: readonly Step[], date: string): void;
}

export function createTimeline(choose: (date: string) => void): Timeline {
  const slider = element('input', { type: 'range', min: '0', value: '0', 'aria-label': 'Day of the roadmap' });
  const day = element('output', {});
  const events = element('ul', {});
  const node = element(
    'section',
    { class: 'timeline', 'aria-label': 'Roadmap', hidden: '' },
    element('div', {}, slider, day),
    events,
  );
  let shown: readonly Step[] = [];
  slider.addEventListener('input', () => {
    const step = shown[Number(slider.value)];
    if (!step) return;
    describe(step);
    choose(step.date);
  });

  function describe(step: Step): void {
    const isToday = step === shown[0];
    day.textContent = isToday ? `Today, ${step.date}` : `${step.date}, if every plan is kept`;
    slider.setAttribute('aria-valuetext', day.textContent);
    const where = (zone: string) => (zone ? ` in ${zone}` : ' for the system');
    events.replaceChildren(
      ...step.due.map(({ zone, controls, text }) =>
        element('li', {}, `Due${where(zone)}: ${controls.join(', ')}${text ? ` (${text})` : ''}`),
      ),
      ...step.ending.map(({ zone, what }) => element('li', {}, `Has ended${where(zone)}: ${what.join(', ')}`)),
    );
  }

  return {
    node,
    show(steps, date) {
      shown = steps;
      node.hidden = steps.length < 2;
      const at = Math.max(
        0,
        steps.findIndex((step) => step.date === date),
      );
      slider.max = String(steps.length - 1);
      slider.value = String(at);
      if (steps[at]) describe(steps[at]);
    },
  };
}
