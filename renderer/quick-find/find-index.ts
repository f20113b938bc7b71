/** All that quick find looks through, and the looking: a scan by letter and by sound, then what is nearly the same. */
import { fold } from "../../preload/model/fold.ts";
import { type Best, createBest } from "./best.ts";
import type { Entry, FoundRow, Range, Source } from "./entry.ts";
import { createFuzzyTitles } from "./fuzzy.ts";
import { LONGEST_WORD, type Sought, soughtOf } from "./match.ts";
import { isIn, type Met, meetSameSound, meetTitle, ranks } from "./rank.ts";
import { type Word, wordOf } from "./word.ts";

interface Prepared {
  /** Its own among all entries ever taken in. */
  readonly number: number;
  readonly source: Source;
  readonly entry: Entry;
  readonly title: Sought;
  readonly beside: Sought;
  readonly origin: Sought;
}

export interface FindIndex {
  /** Takes the place of all entries that came under that name before; what is unchanged is not prepared again. */
  readonly replace: (part: string, source: Source, entries: readonly Entry[]) => void;
  /** Prepares some more for finding what is nearly the same, until the time is over; answers whether all is done. */
  readonly prepare: (isOver: () => boolean) => boolean;
  readonly readiness: () => { readonly ready: number; readonly known: number };
  /** The best rows, the best first; yields now and then, so that a newer question may be put instead. */
  readonly find: (text: string, limit: number) => Generator<undefined, readonly FoundRow[]>;
}

/** Bookmarks, commands, newspapers, collections and tags that may stand before articles they are no better than. */
const OTHERS_BEFORE = 5;

/** Entries looked at between two chances to be interrupted: some milliseconds. */
const SLICE = 8192;

const MOST_WORDS = 8;

export function createFindIndex(): FindIndex {
  const parts = new Map<string, readonly Prepared[]>();
  const fuzzy = createFuzzyTitles();
  /** Those that `fuzzy` holds. */
  const ready = new Map<number, Prepared>();
  const waiting = new Map<number, Prepared>();
  /** By name: thousands of articles share a few newspapers. */
  const origins = new Map<string, Sought>();
  let lastNumber = 0;

  function originOf(name: string): Sought {
    const known = origins.get(name) ?? soughtOf(name);
    origins.set(name, known);
    return known;
  }

  function take(source: Source, entry: Entry): Prepared {
    const { title, beside, publication } = entry;
    const prepared = {
      number: ++lastNumber,
      source,
      entry,
      title: soughtOf(title),
      beside: soughtOf(beside),
      origin: originOf(publication),
    };
    waiting.set(prepared.number, prepared);
    return prepared;
  }

  function drop({ number }: Prepared): void {
    waiting.delete(number);
    if (ready.delete(number)) fuzzy.remove(number);
  }

  function replace(part: string, source: Source, entries: readonly Entry[]): void {
    const before = new Map(parts.get(part)?.map((prepared) => [prepared.entry.key, prepared]));
    const after = entries.map((entry) => {
      const known = before.get(entry.key);
      if (known === undefined || !isSame(known.entry, entry)) return take(source, entry);
      before.delete(entry.key);
      return known;
    });
    for (const gone of before.values()) drop(gone);
    if (after.length === 0) parts.delete(part);
    else parts.set(part, after);
  }

  function prepare(isOver: () => boolean): boolean {
    for (const [number, prepared] of waiting) {
      fuzzy.add({ number, text: `${prepared.title.text} ${prepared.beside.text}` });
      waiting.delete(number);
      ready.set(number, prepared);
      if (isOver()) break;
    }
    return waiting.size === 0;
  }

  function* find(text: string, limit: number): Generator<undefined, readonly FoundRow[]> {
    const words = wordsOf(text);
    if (words.length === 0) return [];
    const rows = yield* bestRows((prepared) => meetAll(words, prepared), limit);
    if (rows.length >= limit || text.trim().length < 2) return rows;
    const hasHan = words.every(({ sounds }) => sounds.length > 0);
    const sounding = hasHan ? yield* bestRows((prepared) => meetAllSounds(words, prepared), limit) : [];
    yield;
    const near = fuzzy.near(text, limit).flatMap((number) => ready.get(number) ?? []);
    const found = new Map(rows.map((row) => [`${row.source} ${row.key}`, row]));
    for (const row of [...sounding, ...near.map((prepared) => rowOf(prepared, []))]) {
      const name = `${row.source} ${row.key}`;
      if (found.size < limit && !found.has(name)) found.set(name, row);
    }
    return [...found.values()];
  }

  /** Looks at every entry. */
  function* bestRows(
    meet: (prepared: Prepared) => Combined | null,
    limit: number,
  ): Generator<undefined, readonly FoundRow[]> {
    const articles = createBest<Found>(limit);
    const others = createBest<Found>(limit);
    let looked = 0;
    for (const part of parts.values()) {
      for (const prepared of part) {
        const met = meet(prepared);
        if (met !== null) offer(prepared.source === "articles" ? articles : others, prepared, met);
        if (++looked % SLICE === 0) yield;
      }
    }
    return merged(articles, others, limit);
  }

  return {
    replace,
    prepare,
    readiness: () => ({ ready: ready.size, known: ready.size + waiting.size }),
    find,
  };
}

interface Found {
  readonly prepared: Prepared;
  readonly ranges: readonly Range[];
}

function offer(best: Best<Found>, prepared: Prepared, { rank, ranges }: Combined): void {
  const { entry, number } = prepared;
  best.offer({ item: { prepared, ranges }, rank, issuedOn: entry.issuedOn, number });
}

/** The articles with the others among them: before those they are as good as, but never more than a few at once. */
function merged(articles: Best<Found>, others: Best<Found>, limit: number): readonly FoundRow[] {
  const first = others.taken().slice(0, OTHERS_BEFORE);
  const last = others.taken().slice(OTHERS_BEFORE);
  const both = [...first, ...articles.taken()].sort((one, other) => one.rank - other.rank);
  return [...both, ...last].slice(0, limit).map(({ item }) => rowOf(item.prepared, item.ranges));
}

function rowOf({ source, entry }: Prepared, ranges: readonly Range[]): FoundRow {
  return { ...entry, source, ranges };
}

interface Combined {
  readonly rank: number;
  readonly ranges: readonly Range[];
}

/** Every word must be met somewhere; the worst place counts. */
function meetAll(words: readonly Word[], prepared: Prepared): Combined | null {
  const { title, beside } = prepared;
  const met: Met[] = [];
  for (const word of words) {
    const here = meetTitle(title, word) ?? meetBeside(beside, word) ?? meetOrigin(prepared, word);
    if (here === null) return null;
    met.push(here);
  }
  return combined(met);
}

function meetAllSounds(words: readonly Word[], { title }: Prepared): Combined | null {
  const met: Met[] = [];
  for (const word of words) {
    const here = meetSameSound(title, word);
    if (here === null) return null;
    met.push(here);
  }
  return combined(met);
}

function meetBeside(beside: Sought, word: Word): Met | null {
  return beside.text !== "" && isIn(beside, word) ? { rank: ranks.beside, range: null } : null;
}

function meetOrigin({ entry, origin }: Prepared, word: Word): Met | null {
  const isMet = entry.issuedOn.startsWith(word.text) || isInOrigin(origin, word);
  return isMet ? { rank: ranks.origin, range: null } : null;
}

function isInOrigin(origin: Sought, word: Word): boolean {
  const known = word.origins.get(origin);
  if (known !== undefined) return known;
  const isMet = isIn(origin, word);
  word.origins.set(origin, isMet);
  return isMet;
}

function combined(met: readonly Met[]): Combined {
  let rank = 0;
  const ranges: Range[] = [];
  for (const one of met) {
    rank = Math.max(rank, one.rank);
    if (one.range !== null) ranges.push(one.range);
  }
  return { rank, ranges: ranges.length > 1 ? joined(ranges) : ranges };
}

function joined(ranges: readonly Range[]): readonly Range[] {
  const inOrder = ranges.toSorted(([one], [other]) => one - other);
  const apart: Range[] = [];
  for (const [start, end] of inOrder) {
    const before = apart.at(-1);
    if (before !== undefined && start <= before[1]) {
      apart.splice(-1, 1, [before[0], Math.max(before[1], end)]);
    } else apart.push([start, end]);
  }
  return apart;
}

function wordsOf(text: string): readonly Word[] {
  return fold(text)
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS)
    .map((word) => wordOf(word.slice(0, LONGEST_WORD)));
}

function isSame(one: Entry, other: Entry): boolean {
  return (
    one.title === other.title &&
    one.beside === other.beside &&
    one.publication === other.publication &&
    one.issuedOn === other.issuedOn
  );
}
