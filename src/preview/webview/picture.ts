import type { PictureGroup } from '../messages.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The inline SVG with the parts of the picture. */
export interface Picture {
  readonly svg: SVGSVGElement;
  /** Exchanges what has changed; the elements of all other parts stay. */
  show(content: {
    readonly title: string;
    readonly width: number;
    readonly height: number;
    readonly groups: readonly PictureGroup[];
  }): void;
  /** The zones and assets in view, by path, in the order of the tree: a zone, its assets, the zones in it. */
  readonly tree: ReadonlyMap<string, SVGGElement>;
  /** All parts that show an element: a conduit has a line and a label. */
  partsOf(element: string): SVGGElement[];
}

export function createPicture(stage: HTMLElement): Picture {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'zones-picture');
  svg.setAttribute('role', 'tree');
  stage.append(svg);
  const parts = new Map<string, { readonly text: string; readonly node: SVGGElement }>();
  let tree: ReadonlyMap<string, SVGGElement> = new Map();

  return {
    svg,
    get tree() {
      return tree;
    },
    show({ title, width, height, groups }) {
      svg.setAttribute('aria-label', title);
      svg.setAttribute('width', String(width));
      svg.setAttribute('height', String(height));
      const changed = groups.filter(({ id, svg: text }) => parts.get(id)?.text !== text);
      const nodes = parseGroups(changed);
      const wanted = new Set(groups.map(({ id }) => id));
      for (const [id, { node }] of parts) {
        if (wanted.has(id)) continue;
        node.remove();
        parts.delete(id);
      }
      changed.forEach(({ id, svg: text }, i) => {
        const node = nodes[i]!;
        parts.get(id)?.node.replaceWith(node);
        parts.set(id, { text, node });
      });
      arrange(
        svg,
        groups.map(({ id }) => parts.get(id)!.node),
      );
      tree = treeOf(groups.map(({ id }) => parts.get(id)!.node));
    },
    partsOf: (element) => [...parts.values()].flatMap(({ node }) => (node.dataset.id === element ? [node] : [])),
  };
}

/** Text becomes elements in a document of its own, in which nothing runs and nothing is loaded. */
function parseGroups(groups: readonly PictureGroup[]): SVGGElement[] {
  if (groups.length === 0) return [];
  const text = `<svg xmlns="${SVG}">${groups.map((group) => group.svg).join('')}</svg>`;
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
    const parent = parentOf(node.dataset.id!);
    children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  const known = new Set(items.map((node) => node.dataset.id!));
  const tree = new Map<string, SVGGElement>();
  const visit = (node: SVGGElement): void => {
    const id = node.dataset.id!;
    tree.set(id, node);
    const inner = children.get(id) ?? [];
    for (const child of inner) if (child.dataset.sort === 'asset') visit(child);
    for (const child of inner) if (child.dataset.sort === 'zone') visit(child);
  };
  for (const node of items) if (!known.has(parentOf(node.dataset.id!))) visit(node);
  return tree;
}

/** Path of the zone around an element, empty at the top. */
export function parentOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('.')));
}
