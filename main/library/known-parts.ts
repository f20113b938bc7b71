/** The articles of the library that those of a file are: known by their parts, or by their text where the file comes to be read as more of them, or fewer. */
import type { Database } from "better-sqlite3";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { moveToTrash } from "./articles.ts";
import type { BeforeMoving } from "./bookmarks-move.ts";
import { beforeMoving, moveBookmarks, returnBookmarks } from "./bookmarks-move.ts";
import { importedText } from "./corrected-articles.ts";
import { noteBefore } from "./import-changes.ts";
import { pairParts, standsIn } from "./pair-parts.ts";
import type { KnownPart } from "./sources.ts";
import { documentOf, giveUpPart, knownOfDocument, makeRoom, setPart } from "./sources.ts";

interface PartRead {
  readonly part: string;
  readonly article: ImportedArticle;
}

/** A document of the file that is read as other parts than before. */
interface Shifted {
  readonly known: readonly KnownPart[];
  readonly parts: ReadonlySet<string>;
  /** Of the known ones, those that are none of the parts now read and whose text is to stand no second time. */
  readonly gone: readonly number[];
  readonly before: readonly BeforeMoving[];
}

interface KnownParts {
  readonly known: ReadonlyMap<string, KnownPart>;
  readonly shifted: readonly Shifted[];
}

/**
 * Gives the articles of the library the parts that they now are. To be followed by `settleShifted` once they are stored.
 * Within a transaction. What changes is noted under `job`.
 */
export function takeParts(
  db: Database,
  source: { readonly sha256: string; readonly path: string },
  read: readonly PartRead[],
  job: string | null,
): KnownParts {
  const known = new Map<string, KnownPart>();
  const shifted: Shifted[] = [];
  for (const [document, parts] of Map.groupBy(read, ({ part }) => documentOf(part))) {
    const there = knownOfDocument(db, source, document);
    const isOfBytes = there.some(({ sha256 }) => sha256 === source.sha256);
    const same = isOfBytes ? there.filter(({ sha256 }) => sha256 === source.sha256) : there;
    const byPart = new Map(same.map((one) => [one.part, one]));
    const isSame = same.length === parts.length && parts.every(({ part }) => byPart.has(part));
    const shift =
      isSame || there.length === 0 ? null : shiftParts(db, { source, known: there, read: parts, job });
    if (shift) shifted.push(shift.shifted);
    for (const { part } of parts) {
      const one = (shift?.known ?? byPart).get(part);
      if (one !== undefined) known.set(part, one);
    }
  }
  return { known, shifted };
}

function shiftParts(
  db: Database,
  asked: {
    readonly source: { readonly sha256: string };
    readonly known: readonly KnownPart[];
    readonly read: readonly PartRead[];
    readonly job: string | null;
  },
): { readonly shifted: Shifted; readonly known: ReadonlyMap<string, KnownPart> } {
  const { source, job } = asked;
  const withText = asked.known.map((one) => ({ ...one, text: importedText(db, one.id) }));
  const read = asked.read.map(({ part, article }) => ({ part, text: articleText(article).text }));
  const { pairs, left } = pairOfFile(withText, read, source.sha256);
  const texts = read.map(({ text }) => text);
  if (job !== null) for (const { id } of asked.known) noteBefore(db, job, id);
  const before = pairs.map(([{ id }]) => beforeMoving(db, id, { before: null, after: null }));
  renameParts(db, pairs, left, { sha256: source.sha256, read });
  const gone = left.filter(
    (one) => !one.trashed && (one.sha256 === source.sha256 || standsIn(one.text, texts)),
  );
  return {
    shifted: {
      ...{ known: asked.known, before },
      parts: new Set(read.map(({ part }) => part)),
      gone: gone.map(({ id }) => id),
    },
    known: new Map(pairs.map(([{ text: _, ...one }, { part }]) => [part, one])),
  };
}

/** First those of the very bytes, as read before; then, for what these are not, what else lay at the path. */
function pairOfFile<Known extends KnownPart & { readonly text: string }>(
  known: readonly Known[],
  read: readonly { readonly part: string; readonly text: string }[],
  sha256: string,
): ReturnType<typeof pairParts<Known, (typeof read)[number]>> {
  const [ofBytes, others] = [true, false].map((is) => known.filter((one) => (one.sha256 === sha256) === is));
  const first = pairParts(ofBytes ?? [], read, true);
  const rest = read.filter((one) => !first.pairs.some(([, other]) => other === one));
  const isOnly = known.length === 1 && read.length === 1;
  const second = pairParts(others ?? [], rest, isOnly);
  return { pairs: [...first.pairs, ...second.pairs], left: [...first.left, ...second.left] };
}

interface Named {
  readonly id: number;
  readonly part: string;
}

/**
 * What is left, and whatever else holds the place of what is paired, gives its part up where it is taken. What is another part now bears none
 * until it is stored: with its earlier bytes it may be that of another article.
 */
function renameParts(
  db: Database,
  pairs: readonly (readonly [Named, { readonly part: string }])[],
  left: readonly Named[],
  { sha256, read }: { readonly sha256: string; readonly read: readonly { readonly part: string }[] },
): void {
  const taken = new Set(read.map(({ part }) => part));
  const moved = pairs.filter(([one, { part }]) => one.part !== part);
  for (const [{ id }] of moved) setPart(db, id, `\u0001moving-${id}`);
  for (const { id } of left.filter(({ part }) => taken.has(part))) giveUpPart(db, id, taken);
  for (const [{ id }, { part }] of moved) makeRoom(db, id, { sha256, part }, taken);
}

/**
 * Once the parts are stored: bookmarks go to the article that their lines stand in now, and what would stand twice goes
 * to the trash. Answers how many that are. `stored`: the article of each part.
 */
export function settleShifted(
  db: Database,
  shifted: readonly Shifted[],
  stored: ReadonlyMap<string, number>,
  now: string,
): number {
  for (const { known, parts, gone, before } of shifted) {
    const old = new Set(known.map(({ id }) => id));
    const ids = [...parts].flatMap((part) => stored.get(part) ?? []);
    const added = ids.filter((id) => !old.has(id));
    const anew = added.map((id) => ({ id, text: "", bookmarks: [], wasJoined: true, isJoined: false }));
    moveBookmarks(db, [...before, ...anew]);
    for (const id of gone) for (const to of ids) returnBookmarks(db, to, { id, own: "" });
    if (gone.length > 0) moveToTrash(db, gone, now);
  }
  return shifted.reduce((sum, { gone }) => sum + gone.length, 0);
}
