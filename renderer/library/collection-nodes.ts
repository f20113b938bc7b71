/** The collections as a tree, from their titles, and the lines of it that are in sight. */
import { isBelow, titleAround } from "../../preload/model/collection-path.ts";
import type { Collection } from "../../preload/model/listing.ts";

export interface CollectionNode {
  readonly collection: Collection;
  /** How it is called below the one around it. */
  readonly name: string;
  readonly nodes: readonly CollectionNode[];
}

export interface TreeLine {
  readonly node: CollectionNode;
  /** 1: at the top. */
  readonly level: number;
  /** Its place among those beside it, from 1. */
  readonly place: number;
  readonly beside: number;
  readonly around: TreeLine | null;
}

/** In the order given. One whose own around is missing stands below the nearest that is there. */
export function collectionNodes(collections: readonly Collection[]): readonly CollectionNode[] {
  const known = new Set(collections.map(({ title }) => title));
  const below = Map.groupBy(collections, ({ title }) => nearestAround(title, known));
  const nodesOf = (around: string | null): readonly CollectionNode[] =>
    (below.get(around) ?? []).map((collection) => ({
      collection,
      name: around === null ? collection.title : collection.title.slice(around.length + 1),
      nodes: nodesOf(collection.title),
    }));
  return nodesOf(null);
}

function nearestAround(title: string, known: ReadonlySet<string>): string | null {
  const around = titleAround(title);
  return around === null || known.has(around) ? around : nearestAround(around, known);
}

/** From top to bottom, without what lies in folded ones. */
export function treeLines(
  nodes: readonly CollectionNode[],
  folded: ReadonlySet<number>,
  around: TreeLine | null = null,
): readonly TreeLine[] {
  return nodes.flatMap((node, index) => {
    const line = { node, level: (around?.level ?? 0) + 1, place: index + 1, beside: nodes.length, around };
    return folded.has(node.collection.id) ? [line] : [line, ...treeLines(node.nodes, folded, line)];
  });
}

/** Where a collection may go: not below itself, and not where it is. Null stands for the top. */
export function canMove(title: string, around: string | null): boolean {
  return titleAround(title) !== around && title !== around && (around === null || !isBelow(around, title));
}
