/** What a page of a PDF says and where each run of it stands, and the place of a paragraph in it. */
import type { PDFPageProxy } from "pdfjs-dist";
import type { Span } from "../../preload/model/article-text.ts";
import { fold } from "../../preload/model/fold.ts";
import { compact } from "./beside.ts";

/** A part of the page, as fractions of its width and height from the upper left. */
export interface PageBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A run of text as the file draws it: a line, a word or a single letter. */
export interface PageRun extends Span {
  readonly box: PageBox;
}

export interface PageText {
  /** Compact. */
  readonly text: string;
  readonly runs: readonly PageRun[];
}

export async function pageTextOf(page: PDFPageProxy): Promise<PageText> {
  const { items } = await page.getTextContent();
  const viewport = page.getViewport({ scale: 1 });
  const runs: PageRun[] = [];
  let text = "";
  for (const item of items) {
    if (!("str" in item)) continue;
    const said = compact(item.str);
    if (said === "") continue;
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as readonly number[];
    const along = Math.hypot(a, b) || 1;
    const up = Math.hypot(c, d) || 1;
    const corners = [0, 1].flatMap((right) =>
      // Letters reach below their baseline, too.
      [-0.15, 0.95].map((above) =>
        viewport.convertToViewportPoint(
          x + (right * item.width * a) / along + (above * item.height * c) / up,
          y + (right * item.width * b) / along + (above * item.height * d) / up,
        ),
      ),
    );
    const xs = corners.map(([each]) => Number(each) / viewport.width);
    const ys = corners.map(([, each]) => Number(each) / viewport.height);
    const left = Math.min(...xs);
    const top = Math.min(...ys);
    const box = { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
    runs.push({ start: text.length, end: text.length + said.length, box });
    text += said;
  }
  return { text, runs };
}

/** Lengths of the pieces looked for, longest first: a word was corrected here and there. */
const PROBES = [16, 8, 5];
/** How many places of a paragraph are tried. */
const PLACES = 12;

/** Where a page says what a paragraph does, as far as both say the same; the longest such span. Both compact. */
export function placeOn(page: string, paragraph: string): Span | null {
  const there = fold(page);
  const wanted = fold(paragraph);
  for (const length of PROBES) {
    const step = Math.max(1, Math.ceil((wanted.length - length) / PLACES));
    let longest: Span | null = null;
    for (let at = 0; at + length <= wanted.length; at += step) {
      const probe = wanted.slice(at, at + length);
      for (let found = there.indexOf(probe); found >= 0; found = there.indexOf(probe, found + 1)) {
        const span = extended(there, found, wanted, at);
        if (longest === null || span.end - span.start > longest.end - longest.start) longest = span;
      }
    }
    if (longest !== null) return longest;
  }
  const start = wanted === "" ? -1 : there.indexOf(wanted);
  return start < 0 ? null : { start, end: start + wanted.length };
}

function extended(there: string, found: number, wanted: string, at: number): Span {
  let before = 0;
  while (before < Math.min(found, at) && there[found - before - 1] === wanted[at - before - 1]) before++;
  let length = 0;
  const most = Math.min(there.length - found, wanted.length - at);
  while (length < most && there[found + length] === wanted[at + length]) length++;
  return { start: found - before, end: found + length };
}

/** The boxes of the runs that a span touches. */
export function boxesOf({ runs }: PageText, { start, end }: Span): readonly PageBox[] {
  return runs.filter((run) => run.start < end && run.end > start).map(({ box }) => box);
}

/** Of what stands at a point, enough to find the paragraph by; null where nothing does. */
const TELLING = 12;

export function textAt({ text, runs }: PageText, x: number, y: number): string | null {
  const run = runs.find(
    ({ box }) => x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height,
  );
  if (run === undefined) return null;
  const more = run.end - run.start >= TELLING ? 0 : TELLING;
  return text.slice(Math.max(0, run.start - more), run.end + more);
}
