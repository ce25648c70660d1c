import type { Part } from '../../../language-server/core/diagram/drawing/part.ts';
import type { Area } from '../../../language-server/core/diagram/model/picture-options.ts';
import { areaOf, covers, NOWHERE, overlap, widened } from './area.ts';
import { animate, type Exchanged } from './motion.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Of a picture with more parts only those in sight, and around it, are in the page. */
const MOST_WHOLE = 1200;

/** The inline SVG with the parts of the picture. */
export interface Picture {
  readonly svg: SVGSVGElement;
  /** Exchanges what has changed; the elements of all other parts stay. With `isMoving`, what has moved glides. */
  show(content: {
    readonly title: string;
    readonly width: number;
    readonly height: number;
    readonly parts: readonly Part[];
    readonly isMoving: boolean;
  }): void;
  /** Tells which part of the picture is in sight. */
  look(sight: Area): void;
  /** Puts a part in the page that may be out of sight: before it is measured, or has the keyboard. */
  bringIn(part: SVGGElement): void;
  /** All parts, whether in the page or not, in the order they are painted. */
  readonly parts: readonly SVGGElement[];
  /**
   * What the keyboard walks, by id, in the order of the tree: a zone, its assets and access points, the zones in it, the
   * conduits between these.
   */
  readonly tree: ReadonlyMap<string, SVGGElement>;
  /** All parts that show an element: a conduit has a line and a label. */
  partsOf(element: string): readonly SVGGElement[];
  /** What shows an element: itself, the bundle that a conduit is in, or the closed zone that hides it; empty for none. */
  shownAs(element: string): string;
}

/** The picture in the page, brought up to date part by part. */
export function createPicture(stage: HTMLElement): Picture {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'zones-picture');
  svg.setAttribute('role', 'tree');
  svg.setAttribute('aria-description', 'Enter opens the declaration, F lists the findings.');
  stage.append(svg);
  const byId = new Map<string, ShownPart>();
  let order: readonly ShownPart[] = [];
  let nodes: readonly SVGGElement[] = [];
  /** What is in sight, and the wider area whose parts are in the page; undefined where all are. */
  let sight = NOWHERE;
  let present: Area | undefined;
  let tree: ReadonlyMap<string, SVGGElement> = new Map();
  const byElement = new Map<string, SVGGElement[]>();
  const bundles = new Map<string, string>();

  function index(nodes: readonly SVGGElement[]): void {
    byElement.clear();
    bundles.clear();
    for (const node of nodes) {
      const { id, holds } = node.dataset;
      if (id === undefined) continue;
      const parts = byElement.get(id);
      if (parts) parts.push(node);
      else byElement.set(id, [node]);
      for (const conduit of holds?.split(' ') ?? []) bundles.set(conduit, id);
    }
  }

  /** Puts the parts in the page that belong there, and takes the others out. */
  function fill(): void {
    present = order.length > MOST_WHOLE ? widened(sight) : undefined;
    const wanted = order.filter(({ node, area }) => !present || !area || overlap(area, present) || isStop(node));
    const isWanted = new Set(wanted.map(({ node }) => node));
    for (const node of [...svg.children]) if (!isWanted.has(node as SVGGElement)) node.remove();
    arrange(
      svg,
      wanted.map(({ node }) => node),
    );
  }

  return {
    svg,
    look(area) {
      sight = area;
      if (present && !covers(present, sight)) fill();
    },
    bringIn(part) {
      if (part.isConnected) return;
      const after = nodes.slice(nodes.indexOf(part) + 1).find((node) => node.isConnected);
      svg.insertBefore(part, after ?? null);
    },
    get parts() {
      return nodes;
    },
    get tree() {
      return tree;
    },
    show({ title, width, height, parts, isMoving }) {
      svg.setAttribute('aria-label', title);
      svg.setAttribute('width', String(width));
      svg.setAttribute('height', String(height));
      const changed = parts.filter(({ id, svg: text }) => byId.get(id)?.text !== text);
      const fresh = parseParts(changed);
      const wanted = new Set(parts.map(({ id }) => id));
      for (const id of byId.keys()) if (!wanted.has(id)) byId.delete(id);
      const exchanged: Exchanged[] = changed.map(({ id, svg: text }, i) => {
        const node = fresh[i]!;
        const before = byId.get(id);
        byId.set(id, { text, node, area: areaOf(node) });
        return { node, before: before?.text, text };
      });
      order = parts.map(({ id }) => byId.get(id)!);
      nodes = order.map(({ node }) => node);
      svg.classList.toggle('large', order.length > MOST_WHOLE);
      // Where one will look at another picture is not known yet.
      if (!isMoving) sight = NOWHERE;
      fill();
      tree = treeOf(nodes);
      index(nodes);
      if (isMoving) animate(exchanged.filter(({ node }) => node.isConnected));
    },
    partsOf: (element) => byElement.get(element) ?? [],
    shownAs(element) {
      if (byElement.has(element)) return element;
      const bundle = bundles.get(element);
      if (bundle !== undefined) return bundle;
      const zone = zonesAround(element).find((around) => byElement.has(around));
      // An open zone hides nothing: what it does not show is not there, or not yet.
      return zone !== undefined && tree.get(zone)?.getAttribute('aria-expanded') === 'false' ? zone : '';
    },
  };
}

interface ShownPart {
  readonly text: string;
  readonly node: SVGGElement;
  readonly area: Area | undefined;
}

/** The one part that the Tab key comes to stays in the page. */
const isStop = (node: SVGGElement): boolean => node.getAttribute('tabindex') === '0';

/** Text becomes elements in a document of its own, in which nothing runs and nothing is loaded. */
function parseParts(parts: readonly Part[]): SVGGElement[] {
  if (parts.length === 0) return [];
  const text = `<svg xmlns="${SVG}">${parts.map(({ svg }) => svg).join('')}</svg>`;
  const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
  return [...documentElement.children].map((node) => document.adoptNode(node) as SVGGElement);
}

/** Puts nodes in the order they are painted, moving only those that stand elsewhere. */
function arrange(svg: SVGSVGElement, nodes: readonly SVGGElement[]): void {
  let next = svg.firstElementChild;
  for (const node of nodes) {
    if (node === next) next = next.nextElementSibling;
    else svg.insertBefore(node, next);
  }
}

function treeOf(nodes: readonly SVGGElement[]): ReadonlyMap<string, SVGGElement> {
  const items = nodes.filter((node) => node.getAttribute('role') === 'treeitem');
  const children = new Map<string, SVGGElement[]>();
  for (const node of items) {
    const parent = parentOfPart(node);
    const present = children.get(parent);
    if (present) present.push(node);
    else children.set(parent, [node]);
  }
  const known = new Set(items.map((node) => node.dataset.id!));
  const tree = new Map<string, SVGGElement>();
  const visit = (node: SVGGElement): void => {
    const id = node.dataset.id!;
    tree.set(id, node);
    const inner = children.get(id) ?? [];
    const of = (sort: string) => inner.filter(({ dataset }) => dataset.sort === sort);
    for (const child of [...of('asset'), ...of('access-point'), ...of('zone'), ...of('conduit')]) visit(child);
  };
  for (const node of items) if (!known.has(parentOfPart(node))) visit(node);
  return tree;
}

/** The path of what an item of the tree stands under, empty at the top; conduits and access points name it. */
export const parentOfPart = ({ dataset }: SVGGElement): string =>
  dataset.in ?? (dataset.sort === 'conduit' ? '' : parentOf(dataset.id!));

/** The zones around an element, the innermost first. */
export function zonesAround(element: string): string[] {
  const zones: string[] = [];
  for (let next = parentOf(element); next; next = parentOf(next)) zones.push(next);
  return zones;
}

/** Path of the zone around an element, empty at the top. */
function parentOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('.')));
}
