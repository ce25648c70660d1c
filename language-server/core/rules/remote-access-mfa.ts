import { traitsOf } from '../analysis/asset-traits.ts';
import { flowPaths, type Side, sidesOf } from '../analysis/sides.ts';
import { isExternal } from '../analysis/zone-facts.ts';
import { type FlowRef, flowOf, type Handle } from '../engine/element.ts';
import { idOf, pathFrom } from '../engine/handle.ts';
import type { Query } from '../engine/query.ts';
import { DATE_PLACEHOLDER } from '../fixes/placeholder.ts';
import type { Reference } from '../model/reference.ts';
import { defineRule, formatMessage } from './frame/rule.ts';
import { isUnderWay, type Shortfall, scopeOf, shortfallsOf, stateWhereLacking } from './shared/scopes.ts';

const MULTIFACTOR = 'SR 1.1 RE(2)';

const ALSO = "'{source}' comes to '{target}', too.";

export const remoteAccessMfa = defineRule({
  code: 'remote-access-mfa',
  title: 'Remote access without a second factor',
  group: 'boundaries',
  severity: 'info',
  basis: 'recommendation',
  clauses: ['IEC 62443-3-3 SR 1.1 RE(2)', 'NIS2 Article 21(2)(j)'],
  messages: {
    flow: "'{source}' comes from outside to '{target}' in '{zone}', where SR 1.1 RE(2) is neither met nor planned, so one stolen password lets anybody in; laws such as NIS2 ask for a second factor whatever the SL-T: implement it there, or plan it.",
    several:
      "{count} flows come from outside to remote access in '{zone}', where SR 1.1 RE(2) is neither met nor planned, so one stolen password lets anybody in; laws such as NIS2 ask for a second factor whatever the SL-T: implement it there, or plan it.",
  },
  checks: {
    flow(ref, { entry, query }, report) {
      const access = accessOf(query, ref);
      const shortfall = access && withoutSecondFactor(query, access.home);
      if (!shortfall) return;
      const { source, target } = access;
      const values = { source: source.text, target: target.text, zone: pathFrom(ref, access.home) };
      report('flow', values, {
        at: target.at,
        subject: { sort: 'flow', index: ref.index },
        data: { controls: [MULTIFACTOR], flows: [flowPaths(query, ref)] },
        shared: {
          cause: idOf(access.home),
          weight: 1,
          message: 'several',
          values,
          also: { entry, at: target.at, message: formatMessage(ALSO, values) },
        },
        fixes: () => [
          ...stateWhereLacking(entry, 'plans', [shortfall], `until ${DATE_PLACEHOLDER}`),
          ...stateWhereLacking(entry, 'implements', [shortfall]),
        ],
      });
    },
  },
});

interface Access {
  readonly source: Reference;
  readonly target: Reference;
  readonly home: Side['home'];
}

/** Where a flow comes from outside to an asset that lets people in. */
function accessOf(query: Query, ref: FlowRef): Access | undefined {
  const sides = sidesOf(query, ref);
  if (!sides) return undefined;
  const { source, target, both } = flowOf(ref);
  const [from, to] = sides;
  if (isAccess(query, from, to)) return { source, target, home: to.home };
  return both && isAccess(query, to, from) ? { source: target, target: source, home: from.home } : undefined;
}

const isAccess = (query: Query, from: Side, { element, home }: Side): boolean =>
  isOutside(query, from.home) &&
  !isOutside(query, home) &&
  element.sort === 'asset' &&
  (traitsOf(query, element as Handle<'asset'>)?.flags.has('remote-access') ?? false);

const isOutside = (query: Query, home: Side['home']): boolean =>
  home.sort === 'zone' && isExternal(query, home as Handle<'zone'>);

function withoutSecondFactor(query: Query, home: Side['home']): Shortfall | undefined {
  const scope = scopeOf(query, home);
  return scope && shortfallsOf(query, [scope], [MULTIFACTOR], isUnderWay)[0];
}
