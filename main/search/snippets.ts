/** The stretches of text that show hits: lines, shortened around what was found. */
import type { Span } from "../../preload/model/article-text.ts";
import type { Snippet } from "../../preload/model/search.ts";
import type { ArticlePlaces } from "./hits.ts";
import type { Searchable } from "./searchable.ts";

/** UTF-16 units shown before the first hit of a snippet, and in all: two lines of a narrow list. */
const BEFORE = 24;
const LENGTH = 96;

interface Window extends Span {
  readonly places: readonly Span[];
}

/** Every hit outside the title, in the order of the text; hits close together share a snippet. */
export function allSnippets(article: Searchable, hits: ArticlePlaces): readonly Snippet[] {
  const inText = windowsOf(article.text, placesOutsideTitle(article, hits)).map((window) =>
    snippetOf(article, window),
  );
  const inFields = windowsOf(article.fields, hits.inFields).map((window) => ({
    ...{ text: textOf(article.fields, window), ranges: rangesOf(window) },
    ...{ heading: "", start: null },
  }));
  return [...inText, ...inFields];
}

/** The two that tell most: with the most different terms, then the most hits, then the first; in the order of the text. */
export function bestSnippets(article: Searchable, hits: ArticlePlaces): readonly Snippet[] {
  const windows = windowsOf(article.text, placesOutsideTitle(article, hits));
  const next = hits.byTerm.map(() => 0);
  const worth = (window: Window) => {
    // The windows come in the order of the text, and so do the places of each term.
    const terms = hits.byTerm.filter((places, term) => {
      let at = next[term] ?? 0;
      while ((places[at]?.start ?? Number.POSITIVE_INFINITY) < window.start) at++;
      next[term] = at;
      return (places[at]?.end ?? Number.POSITIVE_INFINITY) <= window.end;
    }).length;
    return terms * 1000 + Math.min(window.places.length, 999);
  };
  const best = windows
    .map((window) => ({ window, worth: worth(window) }))
    .sort((one, other) => other.worth - one.worth || one.window.start - other.window.start)
    .slice(0, 2)
    .sort((one, other) => one.window.start - other.window.start)
    .map(({ window }) => snippetOf(article, window));
  return best.length > 0 ? best : allSnippets(article, { ...hits, places: [] }).slice(0, 2);
}

function placesOutsideTitle({ outline }: Searchable, { places }: ArticlePlaces): readonly Span[] {
  const title = outline.find(([kind]) => kind === "title");
  return title === undefined ? places : places.filter(({ start }) => start < title[1] || start >= title[2]);
}

/** Stretches of one line each, apart from one another, that hold every place and cut none. */
function windowsOf(text: string, places: readonly Span[]): readonly Window[] {
  const windows: Window[] = [];
  let line: Span = { start: 0, end: -1 };
  for (let next = 0; next < places.length; ) {
    const first = places[next];
    if (first === undefined) break;
    if (first.start >= line.end) line = lineAround(text, first.start);
    const floor = Math.max(line.start, windows.at(-1)?.end ?? 0);
    const start = sentenceStart(text, Math.max(floor, first.start - BEFORE), first.start, floor);
    const most = Math.max(first.end, Math.min(line.end, start + LENGTH));
    let past = next + 1;
    while ((places[past]?.end ?? Number.POSITIVE_INFINITY) <= most) past++;
    const end = Math.min(most, places[past]?.start ?? most);
    windows.push({ start, end: wholeCharacter(text, end), places: places.slice(next, past) });
    next = past;
  }
  return windows;
}

function lineAround(text: string, at: number): Span {
  const end = text.indexOf("\n", at);
  return { start: text.lastIndexOf("\n", at - 1) + 1, end: end === -1 ? text.length : end };
}

/** Behind a full stop that stands in the reach, so that a snippet begins as its sentence does. */
function sentenceStart(text: string, from: number, hit: number, floor: number): number {
  const reach = text.slice(Math.max(floor, from - BEFORE), hit);
  const stop = /.*[。！？；](?=.)/su.exec(reach)?.[0];
  if (stop !== undefined && stop.length < reach.length) return hit - reach.length + stop.length;
  // Cut in the middle of a sentence, a snippet at least begins with a word.
  const leading = from > floor ? (/^[\s\p{P}]*/u.exec(text.slice(from, hit))?.[0].length ?? 0) : 0;
  return wholeCharacter(text, from + leading);
}

/** Never between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}

function snippetOf(article: Searchable, window: Window): Snippet {
  return {
    text: textOf(article.text, window),
    ranges: rangesOf(window),
    heading: headingPath(article, window.places[0]?.start ?? window.start),
    start: window.places[0]?.start ?? window.start,
  };
}

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end).replaceAll(/[\n\t]/g, " ");
}

function rangesOf({ start, places }: Window): readonly (readonly [number, number])[] {
  return places.map((place) => [place.start - start, place.end - start]);
}

/** The headings above a place, outermost first. */
export function headingPath({ text, outline }: Searchable, at: number): string {
  const path: { level: number; name: string }[] = [];
  for (const [kind, start, end, level] of outline) {
    if (start > at) break;
    if (kind !== "heading") continue;
    while ((path.at(-1)?.level ?? 0) >= level) path.pop();
    // A hit in the heading itself needs no telling where it is.
    if (end <= at) path.push({ level, name: text.slice(start, end).replaceAll(/\s+/g, " ") });
  }
  return path.map(({ name }) => name).join(" › ");
}
