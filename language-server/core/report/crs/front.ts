import { hasPassed } from '../../analysis/in-force.ts';
import type { Approval } from '../../model/record.ts';
import { SEVERITIES } from '../../model/system.ts';
import { catalogNamed } from '../../plant/library.ts';
import { VERSION } from '../../text/fault.ts';
import { type Draft, part, textOf } from './chapter.ts';
import { type CrsInput, placeCell, placesIn } from './input.ts';

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
}

/** All allowances in force and all rules that are off. */
export function exceptionsIn({ system, zones, conduits, asOf }: CrsInput): Exception[] {
  const elements = [
    ...zones.flatMap((zone) => [zone, ...zone.assets]),
    ...conduits.flatMap((conduit) => [conduit, ...conduit.assets]),
    ...system.risks,
  ];
  const flows = [...zones, ...conduits].flatMap(({ path, flows }) => flows.map(({ declared }) => ({ path, declared })));
  const off = system.rules.filter(({ severity }) => severity === 'off');
  return [
    ...[...elements, ...flows].flatMap(({ path, declared }) =>
      declared.allows.flatMap(({ rule, because, until }): Exception[] =>
        hasPassed(until, asOf)
          ? []
          : [{ element: path, rule: rule.text, because: textOf(because), until: textOf(until) }],
      ),
    ),
    ...off.map(({ rule, reason }) => ({ element: '', rule: rule.text, because: textOf(reason), until: null })),
  ];
}

/** How many of the gravest risks the summary names. */
const TOP_RISKS = 5;

/** What a manager reads: how each zone and conduit stands, and the gravest risks. */
export function summary(input: CrsInput): Draft {
  const places = placesIn(input);
  const risks = [...input.system.risks]
    .map((risk) => ({ risk, rating: risk.residual ?? risk.initial }))
    .sort((a, b) => (b.rating.rank?.value ?? 0) - (a.rating.rank?.value ?? 0))
    .slice(0, TOP_RISKS);
  return {
    content: {
      posture: places.map((place) => ({
        ...placeCell(place),
        title: place.title,
        slT: place.slT ?? null,
        slA: place.slA ?? null,
        slAEvidenced: place.slAEvidenced ?? null,
        gap: place.gap ?? null,
        missing: place.required?.unmet.length ?? null,
      })),
      risks: risks.map(({ risk, rating }) => ({
        name: risk.name,
        title: risk.title,
        rank: rating.rank?.value ?? null,
        tolerable: rating.tolerable ?? null,
      })),
    },
    parts: [
      part(places, 'Add zones: the parts of the plant with the same security requirements.'),
      part(
        places.length > 0 && places.every(({ slT }) => slT),
        "Add 'sl-t' to each zone and conduit that has none: the level that its risk assessment gives.",
      ),
      part(input.system.risks, "Add 'risk' declarations: what threatens the zones, and how bad it would be."),
    ],
  };
}

/** The revisions of the document and who approved it. */
export function documentControl(input: CrsInput): Draft {
  const { revisions = [], approvals = [] } = input.system.settings?.declared ?? {};
  return {
    content: {
      revisions: revisions.map(({ number, on, by, what }) => ({
        revision: number.value,
        date: textOf(on),
        by: textOf(by),
        what: textOf(what),
      })),
      approvals: approvals.map(approvalRow),
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

const approvalRow = ({ on, by, revision, hash, review }: Approval) => ({
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
    content: approvals.map((each) => ({ ...approvalRow(each), current: each.hash?.value === input.system.hash })),
    parts: [
      part(
        isApproved(input),
        "Add 'approval' with the hash that 'zones hash' prints to the block of the system, once the owner of the plant has approved this document.",
      ),
    ],
  };
}
