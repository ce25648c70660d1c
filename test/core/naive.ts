import { FRS, type SlVector } from '../../language-server/core/model/levels.ts';
import {
  CATALOGUES,
  type ConduitModel,
  type ControlModel,
  type PlantModel,
  type StatementModel,
  TODAY,
  type ZoneModel,
} from './plant-model.ts';

/**
 * The derived values by the letter of the language's description, as slowly as it reads. Nothing here is shared with
 * core/analysis: the two are compared.
 */
export interface Figures {
  readonly slT: SlVector | null;
  readonly slA: readonly (number | null)[] | null;
  readonly slAEvidenced: readonly (number | null)[] | null;
  readonly gap: SlVector | null;
  /** What its own assets are capable of: the lowest of those that say so, how many do, and how many there are. */
  readonly slC: SlVector | null;
  readonly slCAssets: number;
  readonly assetCount: number;
  readonly required: readonly string[] | null;
  /** How many of the required are met, not applicable, planned and accepted; how many of the met are stated elsewhere. */
  readonly met: number | null;
  readonly notApplicable: number | null;
  readonly inherited: number | null;
  readonly planned: number | null;
  readonly accepted: number | null;
  /** Required and not met, whether planned, accepted or neither. */
  readonly missing: readonly string[];
  /** What `missing-control` lists, by FR or catalogue. */
  readonly reported: Readonly<Record<string, readonly string[]>>;
}

type Standing = 'implemented' | 'compensated' | 'excluded' | 'planned' | 'accepted' | 'missing';
type Block = readonly StatementModel[];

const ALL: readonly ControlModel[] = Object.values(CATALOGUES).flat();

/** The Purdue levels of all zones, by path: its own, or those around it unless it has a kind of its own. */
export function levelsOf({ zones }: PlantModel): Map<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  const visit = ({ name, kind, levels, zones: inner }: ZoneModel, around: string, outer: readonly number[]) => {
    const path = around + name;
    const own = levels.length > 0 ? [...levels].sort((a, b) => a - b) : kind ? [] : outer;
    found.set(path, own);
    for (const zone of inner) visit(zone, `${path}.`, own);
  };
  for (const zone of zones) visit(zone, '', []);
  return found;
}

/** The figures of all zones that are not external, and of all conduits, by path. */
export function reckon(plant: PlantModel): Map<string, Figures> {
  const figures = new Map<string, Figures>();
  const visit = (zone: ZoneModel, path: string, outer: Surroundings) => {
    const kind = zone.kind ?? outer.kind;
    const slT = zone.slT ?? outer.slT;
    const blocks = [zone.statements, ...outer.blocks];
    // The zone's own and the system's alone speak of its own boundary.
    const near = [zone.statements, plant.statements];
    const external = kind === 'external';
    const own = external ? undefined : figuresOf(plant, 'zone', kind, slT, { blocks, near }, outer.reported);
    if (own) figures.set(path, own);
    const reported = new Set([...outer.reported, ...Object.values(own?.reported ?? {}).flat()]);
    for (const inner of zone.zones) visit(inner, `${path}.${inner.name}`, { kind, slT, blocks, reported });
  };
  const top: Surroundings = { kind: undefined, slT: undefined, blocks: [plant.statements], reported: new Set() };
  for (const zone of plant.zones) visit(zone, zone.name, top);
  for (const conduit of plant.conduits) figures.set(conduit.name, figuresOfConduit(plant, conduit));
  return figures;
}

interface Surroundings {
  readonly kind: string | undefined;
  readonly slT: SlVector | undefined;
  readonly blocks: readonly Block[];
  readonly reported: ReadonlySet<string>;
}

/** A conduit inherits what the system says, and nothing of its zones. */
function figuresOfConduit(plant: PlantModel, { slT, statements, equipment }: ConduitModel): Figures {
  const blocks = [statements, plant.statements];
  const figures = figuresOf(plant, 'conduit', undefined, slT, { blocks, near: blocks }, new Set());
  const known = equipment.filter((vector) => vector !== undefined);
  const slC = known.length > 0 ? FRS.map((_, fr) => Math.min(...known.map((vector) => vector[fr]!))) : null;
  return { ...figures, slC, slCAssets: known.length, assetCount: equipment.length };
}

/** The blocks whose statements reach a place, and those of them that speak of its own boundary. */
interface Reach {
  readonly blocks: readonly Block[];
  readonly near: readonly Block[];
}

function figuresOf(
  plant: PlantModel,
  scope: 'zone' | 'conduit',
  kind: string | undefined,
  slT: SlVector | undefined,
  reach: Reach,
  reportedAround: ReadonlySet<string>,
): Figures {
  const catalogues = new Set(plant.baseline.length > 0 ? plant.baseline : ['iec62443-3-3']);
  const asked = [...catalogues]
    .flatMap((name) => CATALOGUES[name]!)
    .filter(({ applies, kinds }) => applies.includes(scope) && (kinds.length === 0 || kinds.includes(kind ?? '')));
  const standings = standingsIn(plant, reach);
  const isOne =
    (...wanted: Standing[]) =>
    ({ id }: ControlModel) =>
      wanted.includes(standings.get(id)!);
  const isMet = isOne('implemented', 'compensated');
  const isExcluded = isOne('excluded');
  const deciding = (control: ControlModel) => decidingStatements(plant, reach, control);
  const isEvidenced = (control: ControlModel) =>
    isMet(control) && countingOf(plant, deciding(control), standings).evidence !== '';
  const highest = (fr: number, counts: (control: ControlModel) => boolean, most: number): number => {
    let achieved = 0;
    for (let n = 1; n <= most; n++) {
      const upToN = asked.filter((control) => control.fr === fr && control.level !== undefined && control.level <= n);
      if (upToN.every((control) => counts(control) || isExcluded(control)) && upToN.some(counts)) achieved = n;
    }
    return achieved;
  };
  const achieved = (counts: (control: ControlModel) => boolean) => {
    if (scope === 'conduit' && !slT) return null;
    return FRS.map((_, fr) => {
      const target = slT?.[fr] ?? 0;
      const wanted = scope === 'zone' ? Math.max(1, target) : target;
      const first = asked.filter(
        (control) => control.fr === fr && control.level !== undefined && control.level <= wanted,
      );
      if (first.every(isExcluded)) return null;
      return highest(fr, counts, scope === 'zone' ? 4 : target);
    });
  };
  const slA = achieved(isMet);
  const required = slT && asked.filter((control) => isRequired(control, slT));
  const missing = (required ?? []).filter((control) => !isMet(control) && !isExcluded(control));
  const reported: Record<string, string[]> = {};
  for (const control of missing.filter(isOne('missing'))) {
    if (reportedAround.has(control.id)) continue;
    const group = hasFr(control) ? FRS[control.fr]! : control.catalog;
    reported[group] = [...(reported[group] ?? []), control.id];
  }
  const ids = (controls: readonly ControlModel[]) => controls.map(({ id }) => id);
  return {
    slT: slT ?? null,
    slA,
    slAEvidenced: achieved(isEvidenced),
    slC: null,
    slCAssets: 0,
    assetCount: 0,
    gap: slT ? FRS.map((_, fr) => (slA![fr] == null ? 0 : Math.max(0, slT[fr]! - slA![fr]!))) : null,
    required: required ? ids(required) : null,
    met: required ? required.filter(isMet).length : null,
    notApplicable: required ? required.filter(isExcluded).length : null,
    inherited: required
      ? required.filter(isMet).filter((control) => !reach.blocks[0]!.some((each) => deciding(control).includes(each)))
          .length
      : null,
    planned: scope === 'conduit' && !slT ? null : missing.filter(isOne('planned')).length,
    accepted: scope === 'conduit' && !slT ? null : missing.filter(isOne('accepted')).length,
    missing: ids(missing),
    reported,
  };
}

/** A control without a level, or in no group of the standard, counts towards no FR. */
const hasFr = ({ fr, level }: ControlModel) => fr >= 0 && level !== undefined;

function isRequired(control: ControlModel, slT: SlVector): boolean {
  const { fr, level = 1 } = control;
  return level <= (hasFr(control) ? slT[fr]! : Math.max(...slT));
}

/** What lists of names stand for, by plant: looked up far more often than there are lists. */
const known = new WeakMap<PlantModel, Map<readonly string[], ReadonlySet<string>>>();

function controlsOf(plant: PlantModel, names: readonly string[]): ReadonlySet<string> {
  const lists = known.get(plant) ?? new Map<readonly string[], ReadonlySet<string>>();
  known.set(plant, lists);
  const controls = lists.get(names) ?? findControls(plant, names);
  lists.set(names, controls);
  return controls;
}

/** The controls that a list of names stands for; a profile that contains itself adds nothing by that. */
function findControls({ profiles }: PlantModel, names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [...names];
  while (waiting.length > 0) {
    const name = waiting.pop()!;
    if (seen.has(name)) continue;
    seen.add(name);
    waiting.push(...(profiles.find((profile) => profile.name === name)?.names ?? []));
  }
  return new Set(ALL.map(({ id }) => id).filter((id) => seen.has(id)));
}

/**
 * Every control's standing in a place. Compensations are worked out from nothing upwards: one counts when all that it
 * relies on is met without it, so those in a ring never do.
 */
function standingsIn(plant: PlantModel, reach: Reach): Map<string, Standing> {
  const deciding = new Map(ALL.map((control) => [control.id, decidingStatements(plant, reach, control)]));
  let standings = new Map<string, Standing>(ALL.map(({ id }) => [id, 'missing']));
  for (;;) {
    const next = new Map<string, Standing>(
      ALL.map(({ id }) => [id, weakest(deciding.get(id)!.map((statement) => standingOf(plant, statement, standings)))]),
    );
    if (ALL.every(({ id }) => next.get(id) === standings.get(id))) return next;
    standings = next;
  }
}

/** The statements that decide about a control: of the nearest block that speaks of it, those of most standing. */
function decidingStatements(plant: PlantModel, { blocks, near }: Reach, control: ControlModel): Block {
  const { id, ofBoundary, independent } = control;
  let parent = independent ? undefined : control.parent;
  for (const block of ofBoundary ? near : blocks) {
    const about = aboutIn(plant, block, id);
    if (about.length > 0) return about;
    // Excluding a requirement covers its enhancements, unless they have a statement of their own.
    const aboutParent = parent ? aboutIn(plant, block, parent) : [];
    if (aboutParent.length > 0) {
      const excluded = aboutParent.every(({ verb }) => verb === 'excludes');
      if (excluded) return aboutParent;
      parent = undefined;
    }
  }
  return [];
}

function aboutIn(plant: PlantModel, block: Block, id: string): Block {
  const naming = block.filter(({ names }) => names.includes(id));
  return naming.length > 0 ? naming : block.filter(({ names }) => controlsOf(plant, names).has(id));
}

function standingOf(plant: PlantModel, statement: StatementModel, now: ReadonlyMap<string, Standing>): Standing {
  const inForce = statement.until === undefined || statement.until >= TODAY;
  switch (statement.verb) {
    case 'implements':
      return 'implemented';
    case 'excludes':
      return 'excluded';
    case 'plans':
      return inForce ? 'planned' : 'missing';
    case 'accepts':
      return inForce ? 'accepted' : 'missing';
    case 'compensates': {
      if (!inForce) return 'missing';
      const controls = [...controlsOf(plant, statement.with)].map((id) => isInPlace(now.get(id)!));
      const measures = plant.countermeasures.filter(({ name }) => statement.with.includes(name));
      const means = [...controls, ...measures.map(({ until }) => until === undefined || until >= TODAY)];
      // A profile without controls is nothing to rely on.
      return means.length > 0 && !means.includes(false) ? 'compensated' : 'missing';
    }
  }
}

const isInPlace = (standing: Standing): boolean => standing === 'implemented' || standing === 'compensated';

/** Of the statements that decide, the first of those that count. */
function countingOf(plant: PlantModel, deciding: Block, standings: ReadonlyMap<string, Standing>): StatementModel {
  const least = weakest(deciding.map((statement) => standingOf(plant, statement, standings)));
  return deciding.find((statement) => standingOf(plant, statement, standings) === least)!;
}

/** Of contradicting statements the unmet one counts; one that excludes protects nothing, so it is weaker than the rest. */
function weakest(standings: readonly Standing[]): Standing {
  const order: readonly Standing[] = ['missing', 'planned', 'accepted', 'excluded', 'compensated', 'implemented'];
  return order.find((standing) => standings.includes(standing)) ?? 'missing';
}
