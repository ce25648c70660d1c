import { hasPassed } from '../../analysis/in-force.ts';
import type { Approval } from '../../model/record.ts';
import { SEVERITIES } from '../../model/system.ts';
import { catalogNamed } from '../../plant/library.ts';
import { VERSION } from '../../text/fault.ts';
import { type Draft, part, type Row, rowAt, textOf, type Written } from './chapter.ts';
import { type CrsInput, inSettings, placeCell, placesIn } from './input.ts';

/** True where the approval that counts is of what the model says now, and names its hash. */
export const isApproved = ({ system: { approval } }: CrsInput): boolean =>
  approval?.declared.hash !== undefined && approval.outdated === undefined;

/** What stands on the first page. */
export function cover(input: CrsInput): Draft {
  const { system, asOf, findings } = input;
  const { document, classification } = system.settings?.declared ?? {};
  const { revision } = system;
  const catalogs = new Set(system.baseline.map(({ control }) => control.catalog));
  return {
    content: [
      {
        document: textOf(document),
        title: system.title,
        system: system.name,
        zone: input.zone ?? null,
        revision: revision?.number.value ?? null,
        date: revision?.on?.value ?? asOf,
        state: isApproved(input) ? 'approved' : 'draft',
        classification: textOf(classification),
        hash: system.hash ?? null,
        editions: [...catalogs].map((catalog) => {
          const { title, edition } = catalogNamed(input.query, catalog) ?? {};
          return { catalog, title: textOf(title), edition: textOf(edition) };
        }),
        version: VERSION,
        findings: Object.fromEntries(
          SEVERITIES.filter((severity) => severity !== 'off').map((severity) => [
            severity,
            findings.filter((finding) => finding.severity === severity).length,
          ]),
        ),
        exceptions: exceptionsIn(input).length,
      },
    ],
    parts: [
      part(document, "Add 'document' to the block of the system: the number of this document."),
      part(classification, "Add 'classification' to the block of the system: how confidential this document is."),
      part(revision, "Add 'revision' to the block of the system: its number, day, by whom, and what has changed."),
      part(system.isTitled, 'Give the system a title behind its name.'),
    ],
  };
}

/** An allowance, or a rule that is off. */
export interface Exception {
  readonly element: string;
  readonly rule: string;
  readonly because: string | null;
  readonly until: string | null;
  readonly written?: Written;
}

/** All allowances in force and all rules that are off. */
export function exceptionsIn({ system, zones, conduits, risks, asOf }: CrsInput): Exception[] {
  const elements = [
    ...zones.flatMap((zone) => [zone, ...zone.assets]),
    ...conduits.flatMap((conduit) => [conduit, ...conduit.assets]),
    ...risks,
  ];
  const flows = [...zones, ...conduits].flatMap(({ path, flows }) =>
    flows.map(({ declared, entry }) => ({ path, declared, entry })),
  );
  const off = system.rules.filter(({ severity }) => severity === 'off');
  return [
    ...[...elements, ...flows].flatMap(({ path, declared, entry }) =>
      declared.allows.flatMap(({ rule, because, until, at }): Exception[] =>
        hasPassed(until, asOf)
          ? []
          : [
              {
                element: path,
                rule: rule.text,
                because: textOf(because),
                until: textOf(until),
                written: { entry, at },
              },
            ],
      ),
    ),
    ...off.map(({ rule, reason, at }) => ({
      element: '',
      rule: rule.text,
      because: textOf(reason),
      until: null,
      written: inSettings(system, { at }),
    })),
  ];
}

/** How many of the gravest risks the summary names. */
const TOP_RISKS = 5;

/** What a manager reads: how each zone and conduit stands, and the gravest risks. */
export function summary(input: CrsInput): Draft {
  const places = placesIn(input);
  const risks = [...input.risks]
    .map((risk) => ({ risk, rating: risk.residual ?? risk.initial }))
    .sort((a, b) => (b.rating.rank?.value ?? 0) - (a.rating.rank?.value ?? 0))
    .slice(0, TOP_RISKS);
  return {
    content: {
      posture: places.map((place) =>
        rowAt(place, {
          ...placeCell(place),
          title: place.title,
          slT: place.slT ?? null,
          slA: place.slA ?? null,
          slAEvidenced: place.slAEvidenced ?? null,
          gap: place.gap ?? null,
          missing: place.required?.unmet.length ?? null,
        }),
      ),
      risks: risks.map(({ risk, rating }) =>
        rowAt(risk, {
          name: risk.name,
          title: risk.title,
          rank: rating.rank?.value ?? null,
          tolerable: rating.tolerable ?? null,
        }),
      ),
      roadmap: roadmapRows(input),
    },
    parts: [
      part(places, 'Add zones: the parts of the plant with the same security requirements.'),
      part(
        places.length > 0 && places.every(({ slT }) => slT),
        "Add 'sl-t' to each zone and conduit that has none: the level that its risk assessment gives.",
      ),
      part(input.risks, "Add 'risk' declarations: what threatens the zones, and how bad it would be."),
    ],
  };
}

/** For each day on which something is due or has ended: what, and how many controls are missing from then on. */
function roadmapRows(input: CrsInput): Row[] {
  const known = new Set(placesIn(input).map(({ path }) => path));
  // What is planned around a zone, or for the whole system, is planned in it.
  const reached = new Set(['', ...[...known].flatMap(pathsAround)]);
  const missing = new Map<string, number>();
  const rows = input.roadmap.map(({ date, due, ending, zones, conduits }) => {
    for (const { path, missing: those } of [...zones, ...conduits])
      if (known.has(path)) missing.set(path, those.length);
    return {
      date,
      due: due.filter(({ zone }) => reached.has(zone)).map(({ zone, controls, text }) => ({ zone, controls, text })),
      ending: ending.filter(({ zone }) => reached.has(zone)).map((each) => ({ ...each })),
      missing: [...missing.values()].reduce((sum, count) => sum + count, 0),
    };
  });
  // Days on which something happens elsewhere are none of this document.
  return rows.filter(({ due, ending, missing }, i) => {
    return i === 0 || due.length + ending.length > 0 || missing !== rows[i - 1]!.missing;
  });
}

/** `a.b.c`, `a.b`, `a`. */
const pathsAround = (path: string): string[] =>
  path.split('.').map((_, i, names) => names.slice(0, names.length - i).join('.'));

/** The revisions of the document and who approved it. */
export function documentControl(input: CrsInput): Draft {
  const { revisions = [], approvals = [] } = input.system.settings?.declared ?? {};
  return {
    content: {
      revisions: revisions.map(({ number, on, by, what }) =>
        rowAt(inSettings(input.system, number), {
          revision: number.value,
          date: textOf(on),
          by: textOf(by),
          what: textOf(what),
        }),
      ),
      approvals: approvals.map((each) => rowAt(inSettings(input.system, each), approvalCells(each))),
    },
    parts: [
      part(revisions, "Add 'revision' to the block of the system: its number, day, by whom, and what has changed."),
      part(
        approvals,
        "Add 'approval' to the block of the system, once the owner of the plant has approved this document.",
      ),
    ],
  };
}

const approvalCells = ({ on, by, revision, hash, review }: Approval) => ({
  date: textOf(on),
  by: textOf(by),
  revision: revision?.text ?? null,
  hash: textOf(hash),
  review: review?.value ?? null,
});

/** Who approved what, and whether that is what stands here. */
export function approval(input: CrsInput): Draft {
  const { approvals = [] } = input.system.settings?.declared ?? {};
  return {
    content: approvals.map((each) =>
      rowAt(inSettings(input.system, each), {
        ...approvalCells(each),
        current: each.hash?.value === input.system.hash,
      }),
    ),
    parts: [
      part(
        isApproved(input),
        "Add 'approval' with the hash that 'zones hash' prints to the block of the system, once the owner of the plant has approved this document.",
      ),
    ],
  };
}
