import { isMet } from '../../analysis/status.ts';
import { ENVIRONMENT_SIDES } from '../../model/record.ts';
import type { PlantRisk } from '../../plant/plant.ts';
import { type Draft, part, rowAt, textOf, textsOf } from './chapter.ts';
import { type CrsInput, inSettings, isConcerned, ownZones, type Place } from './input.ts';

/** What the system is for, its essential functions, and the ways into it. */
export function systemChapter(input: CrsInput): Draft {
  const { system, zones, conduits } = input;
  const { description, owner, function: purpose, intendedUse, equipment = [] } = system.settings?.declared ?? {};
  const functions = system.record['essential-function'].filter(
    ({ zones: on }) => on.length === 0 || on.some((zone) => isConcerned(input, zone)),
  );
  const points = [...zones, ...conduits].flatMap(({ accessPoints }) => accessPoints);
  const outer = conduits.filter(({ ends }) => ends.some(({ zone }) => zone?.external));
  return {
    content: {
      system: [
        rowAt(system.settings && inSettings(system, system.settings.declared), {
          name: system.name,
          title: system.title,
          description: textOf(description),
          owner: textOf(owner),
          function: textOf(purpose),
          intendedUse: textOf(intendedUse),
          equipment: textsOf(equipment),
        }),
      ],
      functions: functions.map(({ declared, zones: on, entry }) =>
        rowAt(
          { entry, at: declared.at },
          {
            name: declared.name.value,
            title: textOf(declared.title),
            description: textOf(declared.description),
            on: on.map(({ path }) => path),
          },
        ),
      ),
      accessPoints: [
        ...outer.map(({ path, title, ends, entry, at }) =>
          rowAt(
            { entry, at },
            {
              accessPoint: path,
              title,
              side: 'logical',
              into: ends.flatMap(({ zone, name }) => (zone?.external ? [] : [name])),
            },
          ),
        ),
        ...points.map(({ path, declared, home, entry }) =>
          rowAt(
            { entry, at: declared.at },
            {
              accessPoint: path,
              title: textOf(declared.title),
              side: declared.side?.value ?? null,
              into: [home.path],
            },
          ),
        ),
      ],
    },
    parts: [
      part(purpose, "Add 'function' to the block of the system: what the plant does, and for whom.", '6.2'),
      part(intendedUse, "Add 'intended-use' to the block of the system: how it is operated.", '6.2'),
      part(equipment, "Add 'equipment' to the block of the system: the equipment and process under control.", '6.2'),
      part(functions, "Add 'essential-function' declarations: what the plant must go on doing.", '6.2'),
      part(
        points.length + outer.length > 0,
        "Add zones of kind 'external' with their conduits, and 'access-point' to the zones that somebody can get into.",
        '1.1',
      ),
    ],
  };
}

/** What surrounds the system. */
export function environment({ system }: CrsInput): Draft {
  const { environment: said = [] } = system.settings?.declared ?? {};
  return {
    content: said.map(({ side, text }) => rowAt(inSettings(system, text), { side, text: text.value })),
    parts: ENVIRONMENT_SIDES.map((side) =>
      part(
        said.some((each) => each.side === side),
        `Add 'environment ${side} "…"' to the block of the system.`,
      ),
    ),
  };
}

/** Who or what could cause a risk: in a document of a zone a risk of it, or one that nobody has written yet. */
export function threats({ system, risks }: CrsInput): Draft {
  const sources = system.record['threat-source'];
  const namedBy = (of: readonly PlantRisk[]) =>
    new Set(of.flatMap((risk) => risk.sources.map(({ declared }) => declared)));
  const [named, namedHere] = [namedBy(system.risks), namedBy(risks)];
  const concerned = sources.filter(({ declared }) => namedHere.has(declared) || !named.has(declared));
  return {
    content: concerned.map(({ declared, entry }) =>
      rowAt(
        { entry, at: declared.at },
        {
          name: declared.name.value,
          title: textOf(declared.title),
          capability: declared.capability?.value ?? null,
          description: textOf(declared.description),
          source: textOf(declared.source?.text),
          date: textOf(declared.source?.on),
          risks: risks.flatMap((risk) =>
            risk.sources.some(({ declared: each }) => each === declared) ? [risk.name] : [],
          ),
        },
      ),
    ),
    parts: [
      part(sources, "Add 'threat-source' declarations: who or what could cause a risk, and how capable they are."),
    ],
  };
}

/** The policies that apply, and where; in a document of a zone not those that apply elsewhere only. */
export function policies(input: CrsInput): Draft {
  const { system } = input;
  const places = [...ownZones(input), ...input.conduits];
  const appliesTo = (name: string, of: readonly Place[] = places) =>
    of.flatMap((place) => (place.policies?.value.some(({ text }) => text === name) ? [place.path] : []));
  const known = new Set(system.record.policy.map(({ declared: { name } }) => name.value));
  const everywhere = [...system.zones, ...system.conduits];
  const declared = system.record.policy.filter(({ declared: { name } }) => {
    return appliesTo(name.value).length > 0 || appliesTo(name.value, everywhere).length === 0;
  });
  const texts = new Set(places.flatMap(({ policies: given }) => given?.value.map(({ text }) => text) ?? []));
  return {
    content: [
      ...declared.map(({ entry, declared: { name, title, version, owner, document, supports, at } }) =>
        rowAt(
          { entry, at },
          {
            policy: name.value,
            title: textOf(title),
            version: textOf(version),
            owner: textOf(owner),
            document: textOf(document),
            supports: supports.map(({ text }) => text),
            on: appliesTo(name.value),
          },
        ),
      ),
      ...[...texts].filter((text) => !known.has(text)).map((text) => ({ policy: text, on: appliesTo(text) })),
    ],
    parts: [
      part(
        known.size + texts.size > 0,
        "Add 'policy' declarations, and name them in the zones and conduits that they apply to.",
      ),
    ],
  };
}

/** What the owner of the plant can live with, and the matrix. */
export function tolerableRisk({ system }: CrsInput): Draft {
  const { tolerableRisk: said } = system.settings?.declared ?? {};
  const { likelihood, impact, rows, tolerable } = system.scales;
  const [own] = system.units.flatMap(({ matrices }) => matrices);
  return {
    content: {
      statement: said
        ? [
            rowAt(said.text && inSettings(system, said.text), {
              text: textOf(said.text),
              by: textOf(said.by),
              date: textOf(said.on),
            }),
          ]
        : [],
      matrix: likelihood.map((name, i) => ({
        likelihood: name,
        cells: impact.map((of, n) => ({
          impact: of,
          value: rows ? (rows.get(name)?.[n] ?? null) : (i + 1) * (n + 1),
        })),
      })),
      tolerable: [{ highest: tolerable, builtIn: own === undefined, isSaid: own?.tolerable !== undefined }],
    },
    parts: [
      part(said, "Add 'tolerable-risk' to the block of the system: what the owner of the plant can live with."),
      part(
        own?.tolerable,
        "Add a 'risk-matrix' with 'tolerable': the scales of the owner, and the highest value that is tolerable.",
      ),
    ],
  };
}

/** What laws and contracts ask for, and how that stands. */
export function regulations(input: CrsInput): Draft {
  const { regulation } = input.system.record;
  const held = ownZones(input).filter(({ slT }) => slT);
  return {
    content: regulation.flatMap(({ entry, declared: { name, title, authority, document, at }, demands }) =>
      demands.flatMap(({ controls, zones }) =>
        controls.flatMap((control) => {
          const on = zones.length > 0 ? zones.filter((zone) => isConcerned(input, zone)) : held;
          if (on.length === 0 && zones.length > 0) return [];
          const row = rowAt(
            { entry, at },
            {
              regulation: name.value,
              title: textOf(title),
              authority: textOf(authority),
              document: textOf(document),
              control,
              on: on.map(({ path }) => path),
              unmet: on.flatMap((zone) => (isMet(zone.stated.statusOf(control)) ? [] : [zone.path])),
            },
          );
          return [row];
        }),
      ),
    ),
    parts: [part(regulation, "Add 'regulation' declarations: the laws and contracts that ask for requirements.")],
  };
}

/** The assessment before the system was divided. */
export function initialAssessment({ system }: CrsInput): Draft {
  const { assessment, tolerableRisk: tolerable } = system.settings?.declared ?? {};
  return {
    content: assessment
      ? [
          rowAt(assessment.on && inSettings(system, assessment.on), {
            date: textOf(assessment.on),
            by: textOf(assessment.by),
            evidence: textsOf(assessment.evidence),
          }),
        ]
      : [],
    parts: [
      part(
        assessment,
        "Add 'assessment initial' to the block of the system: its day, by whom, and where it is written.",
        '2.1',
      ),
      part(
        assessment && tolerable,
        "Add 'tolerable-risk' to the block of the system: the initial risk is compared with it.",
        '4.1',
      ),
    ],
  };
}
