/** A file's own text beside what came of it: what was lost, what was added, what stands elsewhere, which words were cut or joined. */
import { aligned, type Run } from "./alignment.ts";
import { type Characters, charactersOf } from "./characters.ts";

export interface Exactness {
  /** Characters in the source, white space left out, as are all counts here. */
  readonly source: number;
  readonly lost: number;
  readonly added: number;
  /** Found, but at another place. */
  readonly moved: number;
  /** Borders between words of Latin letters that are missing, or were put in. */
  readonly joined: number;
  readonly cut: number;
  /** The first passages that differ, to look for in the file. */
  readonly passages: readonly string[];
}

const PASSAGES_SHOWN = 6;
const LONGEST_SHOWN = 60;

export function compared(sourceText: string, foundText: string): Exactness {
  const source = charactersOf(sourceText);
  const found = charactersOf(foundText);
  const runs = aligned(source.characters, found.characters);
  const lost = gaps(source.characters, runs, (run) => run.source);
  const added = gaps(found.characters, runs, (run) => run.found);
  const moved = movedIn(lost, added);
  const borders = bordersIn(source, found, runs);
  const passages = [
    ...lost.map(({ at, text }) => `- ${excerpt(source.characters, at, text)}`),
    ...added.map(({ at, text }) => `+ ${excerpt(found.characters, at, text)}`),
    ...borders.shown,
  ];
  return {
    source: source.characters.length,
    lost: lengthOf(lost) - moved,
    added: lengthOf(added) - moved,
    moved,
    joined: borders.joined,
    cut: borders.cut,
    passages: passages.slice(0, PASSAGES_SHOWN),
  };
}

/** Everything that is not as it should be. */
export function apart({ lost, added, moved, joined, cut }: Exactness): number {
  return lost + added + moved + joined + cut;
}

export function isExact(exactness: Exactness): boolean {
  return apart(exactness) === 0;
}

interface Gap {
  readonly at: number;
  readonly text: string;
}

/** What stands between the runs. */
function gaps(
  characters: readonly string[],
  runs: readonly Run[],
  startOf: (run: Run) => number,
): readonly Gap[] {
  const found: Gap[] = [];
  let at = 0;
  for (const { start, length } of [
    ...runs.map((run) => ({ start: startOf(run), length: run.length })),
    { start: characters.length, length: 0 },
  ]) {
    if (start > at) found.push({ at, text: characters.slice(at, start).join("") });
    at = start + length;
  }
  return found;
}

/** Characters that were lost at one place and came in at another. */
function movedIn(lost: readonly Gap[], added: readonly Gap[]): number {
  const counts = new Map<string, number>();
  for (const { text } of added) for (const one of text) counts.set(one, (counts.get(one) ?? 0) + 1);
  let moved = 0;
  for (const { text } of lost) {
    for (const one of text) {
      const left = counts.get(one) ?? 0;
      if (left === 0) continue;
      counts.set(one, left - 1);
      moved++;
    }
  }
  return moved;
}

function lengthOf(found: readonly Gap[]): number {
  return found.reduce((sum, { text }) => sum + [...text].length, 0);
}

/** Borders between letters and digits that stand in a row on both sides. */
function bordersIn(source: Characters, found: Characters, runs: readonly Run[]) {
  let [joined, cut] = [0, 0];
  const shown: string[] = [];
  for (const run of runs) {
    for (let step = 1; step < run.length; step++) {
      const at = run.source + step;
      if (!isLatin(source.characters[at - 1]) || !isLatin(source.characters[at])) continue;
      const [wanted, got] = [source.parted[at], found.parted[run.found + step]];
      if (wanted === got) continue;
      if (wanted === true) joined++;
      else cut++;
      const word = `${source.characters.slice(at - 8, at).join("")}|${source.characters.slice(at, at + 8).join("")}`;
      shown.push(`${wanted === true ? "joined" : "cut"} ${word}`);
    }
  }
  return { joined, cut, shown };
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[\p{Script=Latin}\d]/u.test(character);
}

function excerpt(characters: readonly string[], at: number, text: string): string {
  const length = [...text].length;
  const inner = length > LONGEST_SHOWN ? `${[...text].slice(0, LONGEST_SHOWN).join("")}… (${length})` : text;
  return `…${characters.slice(Math.max(0, at - 8), at).join("")}[${inner}]${characters.slice(at + length, at + length + 8).join("")}…`;
}
