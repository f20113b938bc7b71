/** The sentences that hold places of a text. */
import type { Span } from "../../preload/model/article-text.ts";

export interface SentenceSpan extends Span {
  /** In the text, in order. */
  readonly places: readonly Span[];
}

/** What ends a sentence, closing quotes included; no sentence passes the end of its line. */
const END = /\n|[。！？!?；;…]+[”’」』）》]*/g;

/** UTF-16 units of a sentence shown on either side of a place: a line without any full stop may be a million long. */
const REACH = 1000;

/**
 * Each sentence once, with all its places. The places are in order and apart from one another; each stretch of the text
 * is looked at once, however many places and sentences a line has.
 */
export function sentencesAround(text: string, places: readonly Span[]): readonly SentenceSpan[] {
  const sentences: { start: number; end: number; places: Span[] }[] = [];
  for (const place of places) {
    const last = sentences.at(-1);
    if (last !== undefined && place.end <= last.end) {
      last.places.push(place);
      continue;
    }
    // A place that reaches beyond its sentence, for a full stop stands in it, begins where that begins.
    const from = last === undefined ? 0 : place.start < last.end ? last.start : last.end;
    sentences.push({ start: startOf(text, from, place), end: endOf(text, place), places: [place] });
  }
  return sentences;
}

/** Behind the last end of a sentence between `from` and the place. */
function startOf(text: string, from: number, place: Span): number {
  let start = from;
  END.lastIndex = Math.max(from, place.start - REACH);
  if (END.lastIndex > from) start = wholeCharacter(text, END.lastIndex);
  for (let end = END.exec(text); end !== null && end.index < place.start; end = END.exec(text)) {
    start = Math.min(END.lastIndex, place.start);
  }
  return start;
}

function endOf(text: string, place: Span): number {
  const most = wholeCharacter(text, Math.min(text.length, place.end + REACH));
  END.lastIndex = 0;
  const end = END.exec(text.slice(place.end, most));
  if (end === null) return most;
  return place.end + end.index + (end[0] === "\n" ? 0 : end[0].length);
}

/** Never between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
