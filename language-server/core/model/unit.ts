import type { Asset } from './asset.ts';
import type { AssetType } from './asset-type.ts';
import type { Conduit, Flow } from './conduit.ts';
import type { Catalog, Profile } from './control.ts';
import type { Protocol } from './protocol.ts';
import type { RecordLists } from './record.ts';
import type { Place, Reference } from './reference.ts';
import type { Framework, ReferenceModel } from './reference-model.ts';
import type { Risk, RiskMatrix } from './risk.ts';
import type { Severity, SystemHeader } from './system.ts';
import type { Zone } from './zone.ts';

/** A fault that reading the text itself found. */
export interface Problem {
  readonly rule: 'syntax-error' | 'internal-error' | 'invalid-value' | 'duplicate-property' | 'repeated-statement';
  readonly at: Place;
  readonly message: string;
  /** Where it is no error. */
  readonly severity?: Severity;
  /** The text that mends it when it replaces `at` (empty: removes it). */
  readonly fix?: { readonly title: string; readonly at: Place; readonly text: string };
  /** The member of that element that has the value, where rules ask whether one was meant to be given. */
  readonly member?: string;
  /** The innermost element that it stands in, by its index in the unit's array of its sort. */
  readonly on?: { readonly sort: 'zone' | 'asset' | 'conduit' | 'flow' | 'risk'; readonly index: number };
}

/**
 * What one top-level declaration says: the smallest piece of text that is read on its own.
 * Elements refer to each other by index into these arrays, never by object, so a unit is plain data.
 */
export interface Unit extends RecordLists {
  readonly system?: SystemHeader;
  readonly zones: readonly Zone[];
  readonly assets: readonly Asset[];
  readonly conduits: readonly Conduit[];
  readonly flows: readonly Flow[];
  readonly risks: readonly Risk[];
  readonly matrices: readonly RiskMatrix[];
  readonly profiles: readonly Profile[];
  readonly catalogs: readonly Catalog[];
  readonly assetTypes: readonly AssetType[];
  readonly protocols: readonly Protocol[];
  readonly models: readonly ReferenceModel[];
  readonly frameworks: readonly Framework[];
  /** Every name written in the unit that refers to something, in the order of the text. */
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
  /** True when the text has syntax errors: what it says may be incomplete. */
  readonly broken: boolean;
  /**
   * Names that a broken text seems to declare: nothing is said about references to them,
   * so that one syntax error does not spread.
   */
  readonly suspected: readonly string[];
  /** Number of places in the source map. */
  readonly places: Place;
}
