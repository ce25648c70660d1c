import type { Text } from '../model/reference.ts';
import type { Candidate } from '../text/meant.ts';
import type { DeclaredSort } from './declared.ts';
import type { OfferIndex } from './offer-index.ts';
import type { Offer } from './offers.ts';

const known = new WeakMap<OfferIndex, Map<DeclaredSort, readonly Candidate[]>>();

/** What the library declares in a shared space, with titles and aliases. It never changes, so the list is made once. */
export function candidatesOf(index: OfferIndex, sort: DeclaredSort): readonly Candidate[] {
  const named = index.library.get(sort);
  if (!named) return NONE;
  const ofIndex = known.get(index) ?? new Map<DeclaredSort, readonly Candidate[]>();
  known.set(index, ofIndex);
  let candidates = ofIndex.get(sort);
  if (candidates?.length !== named.size) {
    candidates = [...named].map(([name, offer]) => candidateOf(sort, name, offer));
    ofIndex.set(sort, candidates);
  }
  return candidates;
}

const NONE: readonly Candidate[] = [];

function candidateOf(sort: DeclaredSort, name: string, offer: Offer): Candidate {
  const { index, inner } = offer;
  const { unit } = offer.entry;
  const titled = (item: { readonly title?: Text } | undefined): Candidate => ({ name, title: item?.title?.value });
  switch (sort) {
    case 'asset-type': {
      const type = unit.assetTypes[index];
      return { ...titled(type), aliases: type?.aliases };
    }
    case 'protocol': {
      const protocol = unit.protocols[index];
      return { ...titled(protocol), aliases: protocol?.facts.alias };
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
