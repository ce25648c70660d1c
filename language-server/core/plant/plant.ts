import type { Outdated } from '../analysis/approval.ts';
import type { BaselineControl } from '../analysis/catalogs.ts';
import type { FocusState } from '../analysis/focus.ts';
import type { Rank, RiskScales } from '../analysis/risk.ts';
import type { Capability, ComponentDemand } from '../analysis/sl-c.ts';
import type { Status } from '../analysis/status.ts';
import type { ElementRef, ElementSort, FlowRef } from '../engine/element.ts';
import type { Entry } from '../engine/entry.ts';
import type { Query } from '../engine/query.ts';
import type { Said } from '../engine/said.ts';
import type { AccessPoint } from '../model/access-point.ts';
import type { Asset } from '../model/asset.ts';
import type { BOUNDARY_SIDES } from '../model/boundary.ts';
import type { Criticality } from '../model/characteristics.ts';
import type { Conduit, Flow, FlowProtection } from '../model/conduit.ts';
import type { ComponentClass, Control } from '../model/control.ts';
import type { Achievement, SlVector } from '../model/levels.ts';
import type { Protection } from '../model/protocol.ts';
import type { Approval, RecordDeclarations, RecordSort, Revision } from '../model/record.ts';
import type { Place, Reference } from '../model/reference.ts';
import type { ReferenceModel, ZoneKind } from '../model/reference-model.ts';
import type { Rating, Risk, RiskMatrix } from '../model/risk.ts';
import type { Statement } from '../model/statement.ts';
import type { RuleSetting, SystemHeader } from '../model/system.ts';
import type { Unit } from '../model/unit.ts';
import type { Zone } from '../model/zone.ts';
import type { PlantType } from './library.ts';
import type { RequiredControls } from './required.ts';

/*
 * What a plant is, with its names resolved and its values inherited: whoever shows, writes or counts it reads this.
 *
 * A plant is read at one moment and thrown away with its query. Nothing is worked out before it is asked for, so that
 * a reader of one zone does not judge them all. One element is one object, however it is reached; a list of them is
 * made each time it is asked for. `declared` is an element as its text has it, each value with its place; what stands
 * beside is resolved. An `entry` and a place in it are what `language` makes a location of.
 */

/** What names another element by its index, where an object stands here. */
type Indexes = 'parent' | 'zone' | 'conduit' | 'zones' | 'assets' | 'conduits' | 'flows';
type Declared<Element> = Omit<Element, Indexes>;

/** What all elements have. */
interface PlantObject<Element> {
  readonly entry: Entry;
  /** The whole declaration. */
  readonly at: Place;
  readonly declared: Declared<Element>;
  /** The system it belongs to. */
  readonly system: PlantSystem;
}

/** What elements with a name have. */
interface PlantNamed<Element> extends PlantObject<Element> {
  /** Empty where a broken text gives none. */
  readonly name: string;
  /** Its name where it has no title. */
  readonly title: string;
  /** Dotted path from the system's top, or the name of what stands at no place. Of elements with one path the first counts. */
  readonly path: string;
}

/** All declarations of one system, in the order of the files. */
export interface PlantSystem {
  readonly name: string;
  readonly title: string;
  /** True where a header gives a title. */
  readonly isTitled: boolean;
  /** The header whose settings count, and where it stands. */
  readonly settings?: { readonly entry: Entry; readonly declared: SystemHeader };
  readonly units: readonly PlantUnit[];
  /** How many there are of each: it costs less than to count the lists. */
  readonly size: Readonly<Record<'files' | 'zones' | 'assets' | 'conduits', number>>;
  /** Zones with all that are in them, an outer one before those in it. */
  readonly zones: readonly PlantZone[];
  readonly topZones: readonly PlantZone[];
  readonly assets: readonly PlantAsset[];
  /** Also those written in zones. */
  readonly conduits: readonly PlantConduit[];
  /** Also those written in conduits and zones. */
  readonly flows: readonly PlantFlow[];
  readonly risks: readonly PlantRisk[];
  /** Essential functions, policies, countermeasures, regulations and threat sources. */
  readonly record: PlantRecords;
  /** What it calls its reference model, and the model, where there is one of that name. */
  readonly modelName: string;
  readonly model?: ReferenceModel;
  /** The kinds of zones in its model, the implied `external` among them. */
  readonly kinds: readonly ZoneKind[];
  /** The controls that it asks of its zones and conduits. */
  readonly baseline: readonly BaselineControl[];
  readonly rules: readonly RuleSetting[];
  /** The hash of what it says; undefined where some of its text cannot be read. */
  readonly hash?: string;
  /** The revision that stands now. */
  readonly revision?: Revision;
  /** The approval that counts, and why it holds no more; undefined where there is none with a day. */
  readonly approval?: { readonly declared: Approval; readonly outdated?: Outdated };
  readonly scales: RiskScales;
  /** What its settings state for all of it. */
  readonly stated: Stated;
  /** A control of any catalogue by its identifier, whether it asks it or not. */
  controlNamed(id: string): Said<Control> | undefined;
  /** A declaration of its record; of two with one name the first counts. */
  recordNamed<S extends RecordSort>(sort: S, name: string): PlantRecord<S> | undefined;
}

/** One top-level declaration. */
export interface PlantUnit {
  readonly entry: Entry;
  readonly header?: SystemHeader;
  readonly zones: readonly PlantZone[];
  readonly topZones: readonly PlantZone[];
  readonly assets: readonly PlantAsset[];
  readonly conduits: readonly PlantConduit[];
  readonly topConduits: readonly PlantConduit[];
  readonly flows: readonly PlantFlow[];
  readonly risks: readonly PlantRisk[];
  readonly accessPoints: readonly PlantAccessPoint[];
  readonly matrices: readonly RiskMatrix[];
  readonly record: PlantRecords;
  /** What it declares for the whole folder. */
  readonly shared: Pick<Unit, 'profiles' | 'catalogs' | 'assetTypes' | 'protocols' | 'models' | 'frameworks'>;
  /** True when its text has syntax errors: what it says may be incomplete. */
  readonly broken: boolean;
}

/** What is required of a zone or conduit, and how it stands. Of what lies outside the SuC nothing is required. */
interface Judged {
  readonly slT?: SlVector;
  /** What the model claims to be achieved; undefined for a conduit without SL-T, too. */
  readonly slA?: Achievement;
  /** The part of it that has evidence. */
  readonly slAEvidenced?: Achievement;
  readonly gap?: SlVector;
  /** What its SL-T asks for; undefined without one. */
  readonly required?: RequiredControls;
  /** The lowest SL-C per FR of the assets that it rests on, and how many of them have one. */
  readonly slC?: { readonly vector: SlVector; readonly count: number };
  /** How many assets its SL-C rests on or would rest on. */
  readonly assetCount: number;
  /** How it would stand by its SL-T wherever it lies. */
  readonly posture: PlantPosture;
  readonly stated: Stated;
}

/** What an element says of itself, or has from elsewhere. */
export interface Given<T> {
  readonly value: T;
  /** In the element itself, in what is around it, by the kind of the zone, or in the settings of the system. */
  readonly where: 'here' | 'around' | 'kind' | 'system';
  /** What is around it and says so. */
  readonly by?: PlantZone | PlantConduit;
}

/** What is on record of a zone or conduit (IEC 62443-3-2 ZCR 6.4), as far as it does not follow from its requirements. */
interface Recorded {
  /** Outside the SuC only one of its own. */
  readonly owner?: Given<string>;
  /** Whether it is safety related; undefined where nobody says. */
  readonly designation?: Given<boolean>;
  readonly criticality?: Given<Criticality>;
  /** Those of the nearest that states any. */
  readonly policies?: Given<readonly PlantPolicy[]>;
  /** Likewise. */
  readonly assumptions?: Given<readonly string[]>;
  /** The access points that it declares. */
  readonly accessPoints: readonly PlantAccessPoint[];
  /** All ways in: where conduits and zones meet, then the declared ones. */
  readonly access: readonly PlantAccess[];
}

/** A policy that applies to a zone or conduit: one of the record, or what is written. */
export interface PlantPolicy {
  readonly text: string;
  readonly declared?: PlantRecord<'policy'>;
}

/** A way into a zone or conduit: where a conduit meets a zone, or an access point that is declared. */
export interface PlantAccess {
  /** Undefined for a declared one that does not say. */
  readonly side?: (typeof BOUNDARY_SIDES)[number];
  readonly point?: PlantAccessPoint;
  /** What it leads to: from a zone the conduit, from a conduit the zone. */
  readonly beyond?: PlantZone | PlantConduit;
  /** What passes there; of a declared one nobody says. */
  readonly flows: readonly PlantFlow[];
}

export interface PlantZone extends PlantNamed<Zone>, Judged, Recorded {
  readonly sort: 'zone';
  /** The zone around it. */
  readonly parent?: PlantZone;
  readonly zones: readonly PlantZone[];
  readonly assets: readonly PlantAsset[];
  /** Those written in it. */
  readonly conduits: readonly PlantConduit[];
  /** Those written in it, outside of conduits. */
  readonly flows: readonly PlantFlow[];
  /** The conduits that end at it, wherever they are written, in the order of the files. */
  readonly joinedBy: readonly PlantConduit[];
  /** Its own or inherited; undefined where none is stated, or an unknown one. */
  readonly kind?: ZoneKind;
  /** The highest of its levels. */
  readonly level?: number;
  /** Its own, or inherited together with the kind; the lowest first. */
  readonly levels: readonly number[];
  /** The zones that it says it is separated from, those that are known. */
  readonly separatedFrom: readonly PlantZone[];
  /** True outside the SuC. */
  readonly external: boolean;
  /** The topics of the kind that it states itself. */
  readonly focus: readonly FocusState[];
}

/** Where somebody or something gets into a zone or conduit. */
export interface PlantAccessPoint {
  readonly entry: Entry;
  /** That of what it stands in, and its name. */
  readonly path: string;
  readonly declared: AccessPoint;
  readonly home: PlantZone | PlantConduit;
}

export interface PlantAsset extends PlantNamed<Asset> {
  readonly sort: 'asset';
  /** What it stands in: a zone, or the conduit whose own equipment it is. */
  readonly home: PlantZone | PlantConduit;
  readonly type?: PlantType;
  /** The kinds of the system's model that its type is at home in; empty for one that is at home anywhere. */
  readonly homeKinds: readonly ZoneKind[];
  readonly slC?: Capability;
  /** Its own, or that of what it stands in. */
  readonly criticality?: Given<Criticality>;
  /** The class of component that its type says it is. */
  readonly class?: ComponentClass;
  /** What it states itself: of components nothing is inherited. */
  readonly stated: Stated;
  /** The component requirements that the SL-T where it stands asks for; undefined without SL-T or class. */
  readonly required?: readonly { readonly id: string; readonly group: string; readonly status: Status }[];
  /** What the SL-T where it stands asks of it; undefined without SL-T or class, and for what belongs to no FR. */
  demandOf(control: string): ComponentDemand | undefined;
}

export interface PlantConduit extends PlantNamed<Conduit>, Judged, Recorded {
  readonly sort: 'conduit';
  /** The zone that it is written in. */
  readonly parent?: PlantZone;
  /** Two or more; none where the text gives none. */
  readonly ends: readonly PlantEnd[];
  /** The boundary assets that it passes, those that are known. */
  readonly via: readonly PlantAsset[];
  /** Its own equipment, which stands in none of its zones. */
  readonly assets: readonly PlantAsset[];
  /** Carried by others or open to them: as it says, or else where an end is external. */
  readonly untrusted: boolean;
  readonly flows: readonly PlantFlow[];
}

/** An end of a conduit. */
export interface PlantEnd {
  readonly reference?: Reference;
  readonly zone?: PlantZone;
  /** The zone's path, behind the name of its system where that is another one; else what is written. */
  readonly name: string;
}

export interface PlantFlow extends PlantObject<Flow> {
  /** The conduit that it is written in, else the zone. */
  readonly conduit?: PlantConduit;
  readonly parent?: PlantZone;
  readonly source: PlantSide;
  readonly target: PlantSide;
  /** `tcp 502`: its own, else those of its protocol. */
  readonly ports: readonly string[];
  /** What protects it, by its protocol or its carrier; `used` where an optional one is. */
  readonly protections: Readonly<Partial<Record<FlowProtection, Protection | 'used'>>>;
}

/** A side of a flow. */
export interface PlantSide {
  readonly reference: Reference;
  readonly element?: PlantZone | PlantAsset;
  /** The innermost zone that holds it, or the conduit whose own equipment it is. */
  readonly home?: PlantZone | PlantConduit;
  /** In a conduit: the index of the end that it lies at, of nested ones the inner one's, or -1 for its own equipment. */
  readonly end?: number;
}

export interface PlantRisk extends PlantNamed<Risk> {
  readonly sort: 'risk';
  readonly on: readonly { readonly reference: Reference; readonly element?: PlantZone | PlantConduit }[];
  /** The threat sources that it names, those that are declared. */
  readonly sources: readonly PlantRecord<'threat-source'>[];
  readonly initial: PlantRating;
  /** After its mitigations; undefined for an untreated risk. */
  readonly residual?: PlantRating;
}

/** A declaration of the record with what it names. */
export interface PlantRecord<S extends RecordSort = RecordSort> {
  readonly sort: S;
  readonly entry: Entry;
  readonly declared: RecordDeclarations[S];
  /** The zones that it speaks of, those that are known: of an essential function those it rests on. */
  readonly zones: readonly PlantZone[];
  /** Of a regulation what it asks for, each with the zones that are known; without any, of all that have an SL-T. */
  readonly demands: readonly { readonly controls: readonly string[]; readonly zones: readonly PlantZone[] }[];
  /** False for a countermeasure whose day has passed. */
  readonly isInPlace: boolean;
}

/** The record of a system: what its files declare of each sort, in the order of the files. */
export type PlantRecords = { readonly [S in RecordSort]: readonly PlantRecord<S>[] };

/** How a risk is rated, and where that stands in the system's matrix, as far as it is known. */
export interface PlantRating extends Rating {
  readonly rank?: Rank;
  readonly tolerable?: boolean;
}

/** How a zone or conduit stands by its SL-T. */
export interface PlantPosture {
  readonly slT?: SlVector;
  readonly slA: Achievement;
  readonly slAEvidenced: Achievement;
  readonly gap?: SlVector;
  /** The baseline's controls that can be required of it, in order. */
  readonly applicable: readonly BaselineControl[];
  readonly required?: RequiredControls;
  /** True where the SL-T asks for a control. It costs less than to look it up in `required`. */
  requires(control: string): boolean;
}

/** What is stated of controls where something stands. */
export interface Stated {
  statusOf(control: string): Status;
  /** What decides the status; undefined where nothing is said of the control. */
  originOf(control: string): PlantOrigin | undefined;
  /** What a statement written in the element itself does with a control. */
  mentionOf(control: string): PlantMention | undefined;
}

/** The statement that decides how a control stands, and where it is written. */
export interface PlantOrigin {
  readonly entry: Entry;
  readonly statement: Statement;
  /** In the element itself, in a zone around it, or in the settings of the system. */
  readonly where: 'here' | 'around' | 'system';
  /** The zone around. */
  readonly zone?: PlantZone;
  /** False for a control that is named through a profile. */
  readonly direct: boolean;
  /** The requirement whose exclusion covers it. */
  readonly through?: string;
}

/** A statement that names a control: to say how it stands, or as what compensates others. */
export interface PlantMention {
  readonly statement: Statement;
  readonly as: 'subject' | 'means';
}

/** What stands for each sort of element. */
export interface PlantElements {
  readonly zone: PlantZone;
  readonly asset: PlantAsset;
  readonly conduit: PlantConduit;
  readonly risk: PlantRisk;
}

/** What the objects of a plant ask for each other. */
export interface Plant {
  readonly query: Query;
  system(name: string): PlantSystem;
  /** The units of each system in the order of the files, those of the library left out. */
  units(): ReadonlyMap<string, readonly PlantUnit[]>;
  unit(entry: Entry): PlantUnit;
  element<S extends ElementSort>(ref: ElementRef<S>): PlantElements[S];
  flow(ref: FlowRef): PlantFlow;
}
