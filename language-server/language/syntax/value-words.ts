import { BOUNDARY_ROLE_NAMES } from '../../core/model/boundary-role.ts';
import { CRITICALITIES } from '../../core/model/characteristics.ts';
import { ACCESSES, TRUSTS } from '../../core/model/conduit.ts';
import { COMPONENT_CLASSES, CONTROL_SCOPES, SCOPES } from '../../core/model/control.ts';
import { PROTECTIONS } from '../../core/model/protocol.ts';
import { TREATMENTS } from '../../core/model/risk.ts';
import type { PropertyName } from './schemas.ts';
import type { Keyword } from './words.generated.ts';

/** Properties and clauses whose values are texts in quotes. Of a protocol `network` says yes or no. */
export const TEXT_WORDS: ReadonlySet<string> = new Set<PropertyName | Keyword>([
  'description',
  'owner',
  'provider',
  'network',
  'policy',
  'assumption',
  'vendor',
  'product',
  'version',
  'address',
  'when',
  'threat',
  'vulnerability',
  'consequence',
  'guidance',
  'doc',
  'clause',
  'evidence',
  'because',
  'document',
  'classification',
  'function',
  'intended-use',
  'equipment',
  'shared-address',
  'serial',
  'location',
  'protection',
  'used-by',
  'supplier',
  'certificate',
  'value',
  'software',
  'data',
  'authority',
  'tolerable-risk',
  'hash',
]);

/** Properties whose values are words of a fixed set. */
export const VALUE_WORDS: Partial<Record<PropertyName, readonly string[]>> = {
  criticality: CRITICALITIES,
  safety: ['yes', 'no'],
  class: COMPONENT_CLASSES,
  'alternate-class': COMPONENT_CLASSES,
  classes: COMPONENT_CLASSES,
  role: BOUNDARY_ROLE_NAMES,
  applies: SCOPES,
  scope: CONTROL_SCOPES,
  independent: ['yes', 'no'],
  closed: ['yes', 'no'],
  authentication: PROTECTIONS,
  encryption: PROTECTIONS,
  integrity: PROTECTIONS,
  access: ACCESSES,
  trust: TRUSTS,
  treatment: TREATMENTS,
};
