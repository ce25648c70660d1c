import type { Text } from '../model/reference.ts';
import { type Deferring, precedencesOf } from '../text/alias-order.ts';
import type { Candidate } from '../text/meant.ts';
import type { DeclaredSort } from './declared.ts';
import { isHidden, type OfferIndex } from './offer-index.ts';
import type { Offer } from './offers.ts';

/** With how many names the library had: it is read file by file. */
const known = new WeakMap<object, Map<DeclaredSort, { of: number; candidates: readonly Candidate[] }>>();

/**
 * What the library declares in a shared space and no unit hides, with titles and aliases. The list is made once, and
 * again where other names are hidden.
 */
export function candidatesOf(index: OfferIndex, sort: DeclaredSort): readonly Candidate[] {
  const named = index.library.get(sort);
  if (!named) return NONE;
  const ofIndex =
    known.get(index.libraryAsSeen) ?? new Map<DeclaredSort, { of: number; candidates: readonly Candidate[] }>();
  known.set(index.libraryAsSeen, ofIndex);
  const found = ofIndex.get(sort);
  if (found?.of === named.size) return found.candidates;
  const shown = [...named].filter(([name]) => !isHidden(index, sort, name));
  const candidates = inOrder(shown.map(([name, offer]) => candidateOf(sort, name, offer)));
  ofIndex.set(sort, { of: named.size, candidates });
  return candidates;
}

const NONE: readonly Candidate[] = [];

/** The same, each with the words that mean others first. */
function inOrder(candidates: readonly (Candidate & Deferring)[]): readonly Candidate[] {
  const precedences = precedencesOf(candidates);
  return candidates.map(({ name, title, aliases }) => ({ name, title, aliases, behind: precedences.get(name) }));
}

function candidateOf(sort: DeclaredSort, name: string, offer: Offer): Candidate & Deferring {
  const { index, inner } = offer;
  const { unit } = offer.entry;
  const titled = (item: { readonly title?: Text } | undefined): Candidate => ({ name, title: item?.title?.value });
  switch (sort) {
    case 'asset-type': {
      const type = unit.assetTypes[index];
      return { ...titled(type), aliases: type?.aliases, deferrals: type?.deferrals };
    }
    case 'protocol': {
      const protocol = unit.protocols[index];
      return { ...titled(protocol), aliases: protocol?.facts.alias, deferrals: protocol?.deferrals };
    }
    case 'kind':
      return { name, title: unit.models[index]?.kinds[inner]?.title };
    case 'control':
      return { name, title: unit.catalogs[index]?.controls[inner]?.title };
    case 'profile':
      return titled(unit.profiles[index]);
    case 'catalog':
      return titled(unit.catalogs[index]);
    case 'reference-model':
      return titled(unit.models[index]);
    case 'framework':
      return titled(unit.frameworks[index]);
    default:
      return { name };
  }
}
