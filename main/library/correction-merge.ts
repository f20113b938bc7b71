/** An article's corrections laid over a file that has changed, block by block. */
import { diff3Merge } from "node-diff3";
import { z } from "zod";
import type { Block } from "../../preload/model/article.ts";
import { blockSchema } from "../../preload/model/article.ts";
import type { ArticleBlocks } from "../../preload/model/packed-article.ts";

/** `index` of `part` is where mine begin in the merged blocks. */
export interface StoredConflict {
  readonly part: keyof ArticleBlocks;
  readonly index: number;
  readonly mine: readonly Block[];
  readonly imported: readonly Block[];
}

export const storedConflictsSchema: z.ZodType<readonly StoredConflict[]> = z.array(
  z.object({
    part: z.enum(["lead", "body"]),
    index: z.int().min(0),
    mine: z.array(blockSchema),
    imported: z.array(blockSchema),
  }),
);

export interface Merged extends ArticleBlocks {
  readonly conflicts: readonly StoredConflict[];
}

/**
 * What only the file changed is taken from it, what only the person changed stays; where both did, the person's stands
 * and the file's waits as a conflict. `before`: what the file said when it was last imported.
 */
export function mergeCorrections(
  mine: ArticleBlocks,
  before: ArticleBlocks,
  imported: ArticleBlocks,
): Merged {
  const conflicts: StoredConflict[] = [];
  const merge = (part: keyof ArticleBlocks): readonly Block[] => {
    const merged: string[] = [];
    const regions = diff3Merge(
      writtenBlocks(mine[part]),
      writtenBlocks(before[part]),
      writtenBlocks(imported[part]),
    );
    for (const { ok, conflict } of regions) {
      if (ok) merged.push(...ok);
      for (const sides of conflict ? partedConflict(conflict) : []) {
        const agreed = agreedOn(sides);
        if (agreed === null)
          conflicts.push({ part, index: merged.length, mine: read(sides.a), imported: read(sides.b) });
        merged.push(...(agreed ?? sides.a));
      }
    }
    return read(merged);
  };
  return { lead: merge("lead"), body: merge("body"), conflicts };
}

/** Of the person, of before, of the file. */
interface Sides {
  readonly a: readonly string[];
  readonly o: readonly string[];
  readonly b: readonly string[];
}

/** Paragraphs that follow one another and were each changed are each a question of its own, where nothing came or went. */
function partedConflict({ a, o, b }: Sides): readonly Sides[] {
  if (a.length !== o.length || b.length !== o.length) return [{ a, o, b }];
  return o.map((_, at) => ({ a: a.slice(at, at + 1), o: o.slice(at, at + 1), b: b.slice(at, at + 1) }));
}

/**
 * Null where both changed it, and not to the same. What came in beside a paragraph that was changed is no contradiction;
 * beside what was taken out it is one, since that may have gone to another article.
 */
function agreedOn({ a, o, b }: Sides): readonly string[] | null {
  if (isSame(a, b) || isSame(b, o)) return a;
  if (isSame(a, o)) return b;
  return a.length === 0 || b.length === 0 ? null : (around(o, b, a) ?? around(o, a, b));
}

/** `instead` in the place of `before`, where that stands untouched in `standing`; null where it does not. */
function around(
  before: readonly string[],
  standing: readonly string[],
  instead: readonly string[],
): readonly string[] | null {
  if (before.length === 0) return null;
  const last = standing.length - before.length;
  for (let at = 0; at <= last; at++) {
    if (isSame(standing.slice(at, at + before.length), before))
      return [...standing.slice(0, at), ...instead, ...standing.slice(at + before.length)];
  }
  return null;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((block, at) => block === other[at]);
}

/** The file's blocks in the place of the person's, wherever those stand by now; null where they stand nowhere. */
export function takeImported(blocks: ArticleBlocks, conflict: StoredConflict): ArticleBlocks | null {
  const { part, mine, imported } = conflict;
  const standing = blocks[part];
  const places = placesOf(mine, standing);
  const nearest = (index: number) => Math.abs(index - conflict.index);
  const [place] =
    mine.length === 0
      ? [Math.min(conflict.index, standing.length)]
      : places.toSorted((one, other) => nearest(one) - nearest(other));
  if (place === undefined) return null;
  return { ...blocks, [part]: blocks[part].toSpliced(place, mine.length, ...imported) };
}

/** Every place where these stand one after another. */
export function placesOf(blocks: readonly Block[], standing: readonly Block[]): readonly number[] {
  const [wanted, there] = [writtenBlocks(blocks), writtenBlocks(standing)];
  const isAt = (index: number) => wanted.every((block, place) => there[index + place] === block);
  return there.flatMap((_, index) => (isAt(index) ? [index] : []));
}

/** Blocks that read the same are the same, whatever the order of their keys came to be. */
export function writtenBlocks(blocks: readonly Block[]): string[] {
  return blocks.map((block) => JSON.stringify(block));
}

function read(blocks: readonly string[]): readonly Block[] {
  return blocks.map((block) => JSON.parse(block) as Block);
}
