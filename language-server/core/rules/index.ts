import { addressOutsideNetwork } from './address-outside-network.ts';
import { ambiguousReference } from './ambiguous-reference.ts';
import { approvalOutdated } from './approval-outdated.ts';
import { assetCapability } from './asset-capability.ts';
import { assetCriticality } from './asset-criticality.ts';
import { cleartextUntrusted } from './cleartext-untrusted.ts';
import { compensationUnmet } from './compensation-unmet.ts';
import { conduitEnds } from './conduit-ends.ts';
import { conduitSlTLow } from './conduit-sl-t-low.ts';
import { conflictingStatements } from './conflicting-statements.ts';
import { cyclicReference } from './cyclic-reference.ts';
import { dualHomed } from './dual-homed.ts';
import { duplicateAddress } from './duplicate-address.ts';
import { duplicateName } from './duplicate-name.ts';
import { duplicateProperty } from './duplicate-property.ts';
import { duplicateSystem } from './duplicate-system.ts';
import { exclusionContradicted } from './exclusion-contradicted.ts';
import { expiredAcceptance } from './expired-acceptance.ts';
import { expiredAllow } from './expired-allow.ts';
import { flowOutsideConduit } from './flow-outside-conduit.ts';
import { flowPlacement } from './flow-placement.ts';
import { flowThroughDiode } from './flow-through-diode.ts';
import type { AnyRule } from './frame/rule.ts';
import { hidesLibrary } from './hides-library.ts';
import { implementationContradicted } from './implementation-contradicted.ts';
import { insecureProtocol } from './insecure-protocol.ts';
import { internalError } from './internal-error.ts';
import { intolerableRisk } from './intolerable-risk.ts';
import { invalidAddress } from './invalid-address.ts';
import { invalidValue } from './invalid-value.ts';
import { isolatedZone } from './isolated-zone.ts';
import { levelOrder } from './level-order.ts';
import { manyExclusions } from './many-exclusions.ts';
import { misplacedAddress } from './misplaced-address.ts';
import { misplacedAsset } from './misplaced-asset.ts';
import { missingControl } from './missing-control.ts';
import { missingEvidence } from './missing-evidence.ts';
import { missingFocus } from './missing-focus.ts';
import { missingSlT } from './missing-sl-t.ts';
import { mitigationUnmet } from './mitigation-unmet.ts';
import { mixedBusinessControl } from './mixed-business-control.ts';
import { mixedSafety } from './mixed-safety.ts';
import { oneWayAuthentication } from './one-way-authentication.ts';
import { overduePlan } from './overdue-plan.ts';
import { overlappingNetworks } from './overlapping-networks.ts';
import { portableInZone } from './portable-in-zone.ts';
import { regulationUnmet } from './regulation-unmet.ts';
import { remoteAccessInZone } from './remote-access-in-zone.ts';
import { remoteAccessMfa } from './remote-access-mfa.ts';
import { remoteAccessMixed } from './remote-access-mixed.ts';
import { remoteSessionPath } from './remote-session-path.ts';
import { repeatedStatement } from './repeated-statement.ts';
import { residualUnfounded } from './residual-unfounded.ts';
import { riskIncomplete } from './risk-incomplete.ts';
import { safetyAccess } from './safety-access.ts';
import { safetyDesignation } from './safety-designation.ts';
import { separationBroken } from './separation-broken.ts';
import { sharedSegment } from './shared-segment.ts';
import { slTUnjustified } from './sl-t-unjustified.ts';
import { supportEnded } from './support-ended.ts';
import { syntaxError } from './syntax-error.ts';
import { undeclaredConduit } from './undeclared-conduit.ts';
import { unknownType } from './unknown-type.ts';
import { unmanagedSwitch } from './unmanaged-switch.ts';
import { unprotectedBoundary } from './unprotected-boundary.ts';
import { unresolvedReference } from './unresolved-reference.ts';
import { unspecifiedFlow } from './unspecified-flow.ts';
import { unspecifiedProtection } from './unspecified-protection.ts';
import { unusedAllow } from './unused-allow.ts';
import { unusedConduit } from './unused-conduit.ts';
import { unusedStatement } from './unused-statement.ts';
import { viaPlacement } from './via-placement.ts';
import { weakBoundary } from './weak-boundary.ts';
import { wirelessInZone } from './wireless-in-zone.ts';
import { wrongClass } from './wrong-class.ts';
import { zoneBoundary } from './zone-boundary.ts';
import { zoneBypass } from './zone-bypass.ts';
import { zoneOwner } from './zone-owner.ts';
import { zoneRecord } from './zone-record.ts';
import { zoneWithoutRisk } from './zone-without-risk.ts';

/** All rules, by group in the order of the documentation. */
export const RULES: readonly AnyRule[] = [
  // language
  syntaxError,
  internalError,
  invalidValue,
  duplicateProperty,
  unusedAllow,
  expiredAllow,
  // names
  unresolvedReference,
  ambiguousReference,
  duplicateName,
  duplicateSystem,
  cyclicReference,
  hidesLibrary,
  // requirements
  missingControl,
  missingFocus,
  missingSlT,
  assetCapability, // of components, but told between these: findings of one place come in this order
  conflictingStatements,
  repeatedStatement,
  compensationUnmet,
  exclusionContradicted,
  overduePlan,
  expiredAcceptance,
  unusedStatement,
  missingEvidence,
  regulationUnmet,
  slTUnjustified,
  implementationContradicted,
  manyExclusions,
  conduitSlTLow,
  // components
  wrongClass,
  // partitioning
  mixedBusinessControl,
  mixedSafety,
  portableInZone,
  wirelessInZone,
  remoteAccessInZone,
  misplacedAsset,
  levelOrder,
  safetyDesignation,
  separationBroken,
  remoteAccessMixed,
  sharedSegment,
  unmanagedSwitch,
  // boundaries
  zoneBypass,
  undeclaredConduit,
  flowOutsideConduit,
  unprotectedBoundary,
  insecureProtocol,
  flowThroughDiode,
  conduitEnds,
  isolatedZone,
  unusedConduit,
  flowPlacement,
  viaPlacement,
  weakBoundary,
  safetyAccess,
  cleartextUntrusted,
  unspecifiedProtection,
  oneWayAuthentication,
  unspecifiedFlow,
  remoteSessionPath,
  remoteAccessMfa,
  // addresses
  invalidAddress,
  duplicateAddress,
  addressOutsideNetwork,
  overlappingNetworks,
  dualHomed,
  misplacedAddress,
  // documentation
  zoneOwner,
  zoneBoundary,
  assetCriticality,
  zoneRecord,
  unknownType,
  // lifecycle
  supportEnded,
  approvalOutdated,
  // risk
  intolerableRisk,
  mitigationUnmet,
  zoneWithoutRisk,
  riskIncomplete,
  residualUnfounded,
] as readonly unknown[] as readonly AnyRule[];

export const RULE_CODES: ReadonlySet<string> = new Set(RULES.map(({ code }) => code));
