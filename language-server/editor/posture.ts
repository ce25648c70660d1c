import { isMet } from '../core/analysis/status.ts';
import { elementAtPath } from '../core/engine/resolve.ts';
import { reveal } from '../core/engine/reveal.ts';
import { isEvidenced } from '../core/engine/terms.ts';
import { stateEdits } from '../core/fixes/state-controls.ts';
import { FRS } from '../core/model/levels.ts';
import { systemNamed } from '../core/plant/index.ts';
import { controlNamed } from '../core/plant/library.ts';
import type { PlantConduit, PlantSystem, PlantZone } from '../core/plant/plant.ts';
import type { ControlState } from '../core/plant/required.ts';
import { conduitPosture, zonePosture } from '../core/report/posture.ts';
import { type Ending, roadmap } from '../core/report/roadmap.ts';
import type { Workspace } from '../language/workspace.ts';
import {
  type PostureControl,
  type PostureControlsParams,
  type PostureControlsResult,
  type PostureParams,
  type PostureResult,
  type PostureRow,
  type PostureStep,
  type PostureSummaryParams,
  type PostureSummaryResult,
  postureControlsMethod,
  postureMethod,
  postureSummaryMethod,
  type StateControlParams,
  type StateControlResult,
  stateControlMethod,
} from '../protocol.ts';
import { editOf } from './code-actions.ts';
import { brokenFiles, systemsOf, systemToDraw } from './diagram.ts';
import type { Host } from './feature.ts';
import { editFormFor } from './workspace-edit.ts';

/** A system on a day of its roadmap. */
interface OnDay {
  readonly system: PlantSystem;
  readonly date: string;
}

/** How the zones and conduits of a system stand on a day. */
function posture(workspace: Workspace, { uri, system: wanted, date }: PostureParams): PostureResult {
  const name = systemToDraw(workspace, uri, wanted);
  const steps = stepsOf(workspace, name);
  const onDay = systemOn(workspace, name, steps.some((step) => step.date === date) ? date : undefined);
  const { system } = onDay;
  return {
    system: name,
    title: system.title,
    systems: systemsOf(workspace),
    broken: brokenFiles(workspace, name),
    date: onDay.date,
    steps,
    rows: [...system.zones.map(zoneRow), ...system.conduits.map(conduitRow)],
  };
}

/** The days on which something of a system changes, today first. */
function stepsOf(workspace: Workspace, name: string): PostureStep[] {
  const { store } = workspace;
  const query = store.query();
  const entries = systemNamed(query, name).units.map(({ entry }) => entry);
  const course = roadmap(query.today, store.queryOn, entries).find((each) => each.name === name);
  const steps = course?.steps.map(({ date, due, ending }): PostureStep => ({ date, due, ending: ending.map(ended) }));
  return steps ?? [{ date: query.today, due: [], ending: [] }];
}

const ended = (ending: Ending): PostureStep['ending'][number] => ({
  zone: ending.zone,
  what: 'controls' in ending ? ending.controls : ['countermeasure' in ending ? ending.countermeasure : ending.rule],
});

/** A system as it will be on a day, today without one. */
function systemOn(workspace: Workspace, name: string, day: string | undefined): OnDay {
  const { today } = workspace.store.query();
  const date = day ?? today;
  return { system: systemNamed(workspace.store.queryOn(date, today), name), date };
}

function zoneRow(zone: PlantZone): PostureRow {
  let depth = 0;
  for (let outer = zone.parent; outer; outer = outer.parent) depth++;
  return { sort: 'zone', depth, title: zone.title, ...figures(zonePosture(zone)) };
}

const conduitRow = (conduit: PlantConduit): PostureRow => ({
  sort: 'conduit',
  depth: 0,
  title: conduit.title,
  ...figures(conduitPosture(conduit)),
});

function figures(
  judged: ReturnType<typeof zonePosture> | ReturnType<typeof conduitPosture>,
): Omit<PostureRow, 'sort' | 'depth' | 'title'> {
  const { path, slT, slA, slAEvidenced, gap, required, met, notApplicable, missing, planned, accepted } = judged;
  return {
    path,
    slT,
    slA: slT && slA,
    slAEvidenced: slT && slAEvidenced,
    gap,
    required,
    met,
    notApplicable,
    missing: required === null ? null : missing.length,
    pending: required === null ? null : (planned ?? 0) + (accepted ?? 0),
  };
}

/** The worst of a system, in a line. */
function summary(workspace: Workspace, { uri }: PostureSummaryParams): PostureSummaryResult {
  const query = workspace.store.query();
  const system = systemNamed(query, systemToDraw(workspace, uri, undefined));
  let worst: NonNullable<PostureSummaryResult>['worst'] = null;
  let [isAsked, missing, pending] = [false, 0, 0];
  for (const judged of [...system.zones.filter(({ external }) => !external), ...system.conduits]) {
    const { required, gap, title } = judged;
    if (!required) continue;
    isAsked = true;
    missing += required.unmet.length;
    pending += required.unmet.length - required.open.length;
    gap?.forEach((size, fr) => {
      if (size > (worst?.gap ?? 0)) worst = { title, fr: FRS[fr]!, gap: size };
    });
  }
  return isAsked ? { system: system.name, title: system.title, worst, missing, pending } : null;
}

/** What is asked of a zone or conduit on a day, and how it stands. */
function controlsOf(workspace: Workspace, params: PostureControlsParams): PostureControlsResult {
  const { uri, system: wanted, date, fr } = params;
  const { system } = systemOn(workspace, systemToDraw(workspace, uri, wanted), date);
  const judged = judgedIn(system, params);
  if (!judged) return { controls: [] };
  const all = judged.required?.all ?? [];
  const asked = fr === undefined ? all : all.filter((control) => FRS[control.fr] === fr);
  return { controls: asked.map((control) => described(workspace, judged, control)) };
}

function described(workspace: Workspace, judged: PlantZone | PlantConduit, state: ControlState): PostureControl {
  const { id } = state.control;
  const origin = judged.stated.originOf(id);
  const { title = '', guidance = '' } = controlNamed(workspace.store.query(), id) ?? {};
  return {
    id,
    title,
    level: state.level,
    status: state.status,
    isMet: isMet(state.status),
    isEvidenced: origin !== undefined && isEvidenced(origin.statement),
    stated: origin
      ? {
          because: origin.statement.because?.value ?? origin.statement.note?.value ?? '',
          until: origin.statement.until?.value ?? '',
          where: origin.where,
          ...workspace.locationOf(origin.entry, origin.statement.at),
        }
      : null,
    guidance,
  };
}

const judgedIn = (
  system: PlantSystem,
  { sort, path }: Pick<PostureControlsParams, 'sort' | 'path'>,
): PlantZone | PlantConduit | undefined =>
  (sort === 'zone' ? system.zones : system.conduits).find((each) => each.path === path);

/** The edit that states a control of a zone or conduit, in place of what is said of it there. */
async function stateControl(host: Host, params: StateControlParams): Promise<StateControlResult> {
  const workspace = await host.workspaceOf(params.uri);
  const element = elementAtPath(workspace.store.query(), params.system, params.path, [params.sort]);
  if (!element) return { edit: null };
  const { entry } = reveal(element);
  const edits = stateEdits(element, params.verb, [params.control]);
  return { edit: editOf(workspace, entry, { title: '', edits }, editFormFor(host)) };
}

/** The handlers of what the posture panel asks, by the method. */
export const POSTURE_HANDLERS = {
  [postureMethod]: async (host: Host, params: PostureParams) => posture(await host.workspaceOf(params.uri), params),
  [postureSummaryMethod]: async (host: Host, params: PostureSummaryParams) =>
    summary(await host.workspaceOf(params.uri), params),
  [postureControlsMethod]: async (host: Host, params: PostureControlsParams) =>
    controlsOf(await host.workspaceOf(params.uri), params),
  [stateControlMethod]: stateControl,
};
