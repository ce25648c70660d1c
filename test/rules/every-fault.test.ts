import { expect, test } from 'vitest';
import { RULES } from '../../language-server/core/rules/index.ts';
import { dedent, expectFindings } from '../support/fixture.ts';
import { BOUNDARIES } from './support/every-fault/boundaries.ts';
import { PARTITIONING } from './support/every-fault/partitioning.ts';
import { REQUIREMENTS } from './support/every-fault/requirements.ts';
import { SISTERS } from './support/every-fault/sisters.ts';
import { patternOf } from './support/messages.ts';

/** The rules whose every message the plant has: those that lay what a model says beside what it shows. */
const ASKED = [
  'missing-sl-t',
  'conduit-sl-t-low',
  'sl-t-unjustified',
  'implementation-contradicted',
  'exclusion-contradicted',
  'many-exclusions',
  'regulation-unmet',
  'safety-designation',
  'remote-access-mixed',
  'dual-homed',
  'misplaced-address',
  'shared-segment',
  'unmanaged-switch',
  'separation-broken',
  'safety-access',
  'weak-boundary',
  'unprotected-boundary',
  'cleartext-untrusted',
  'remote-session-path',
  'remote-access-mfa',
  'unspecified-protection',
  'one-way-authentication',
  'unspecified-flow',
  'hides-library',
  'support-ended',
  'approval-outdated',
  'risk-incomplete',
  'residual-unfounded',
  'zone-without-risk',
];

/** Said elsewhere: of a zone by the first part, of a system with each cause by the rule's own test. */
const isSaidElsewhere = (rule: string, id: string): boolean =>
  `${rule} ${id}` === 'missing-sl-t zone' ||
  (rule === 'exclusion-contradicted' &&
    !id.endsWith('-zone') &&
    !['control-system', 'encryption-several'].includes(id));

test('one plant with every fault has one finding for each', () => {
  const { findings } = expectFindings([REQUIREMENTS, PARTITIONING, BOUNDARIES, SISTERS].map(dedent).join('\n'));
  const rules = RULES.filter(({ code }) => ASKED.includes(code));
  expect(rules).toHaveLength(ASKED.length);
  const unsaid = rules.flatMap(({ code, messages }) => {
    const said = findings.filter(({ rule }) => rule === code).map(({ message }) => message);
    return Object.entries(messages).flatMap(([id, template]) => {
      const isSaid = said.some((message) => patternOf(template).test(message));
      return isSaid || isSaidElsewhere(code, id) ? [] : [`${code}: ${id}`];
    });
  });
  expect(unsaid).toEqual([]);
});
