/**
 * Whether one piece of text goes on in another: the evidence at the seam, in points. A cut falls anywhere, so most
 * often inside a word, a number or a pair of quotes; the true continuation mends it, a stranger does not.
 */
import type { Piece } from "./pieces.ts";
import { beginsMidSentence, leansBack } from "./shape.ts";

/** Points. A mark that cannot begin a sentence settles the matter; a mended word is strong; the rest adds up. */
const MARK = 8;
const QUOTE = 4;
const LONG_WORD = 4;
const WORD = 3;
/** By how many characters the page is known to write together. */
const KNOWN_POINTS = [0, 0, 2, 3, 3];
const KNOWN_BOTH = 5.5;
const KNOWN_AT_MOST = 4;
const NUMBER = 3;
const LEANING = 3;
const QUOTE_STILL_OPEN = 2;

/** Characters read on either side of the seam; no word is longer. */
const WINDOW = 8;

/** Measures and units that follow a figure. */
const afterDigits =
  /^(?:[\d.%％‰℃万亿千百多余个名户人只家次件项条公亩顷元吨斤克米里年月日号时分秒天周岁届批支座栋台辆套间所处起场位份期例倍平立度]|k[mg]|m)/u;

export type Joining = (left: string, right: Piece, openQuotes: number) => number;

/** The evidence function of one page, whose own wording shows what belongs together. */
export function joiningFor(pageText: string): Joining {
  const words = new Intl.Segmenter("zh", { granularity: "word" });
  // Many readings of the page ask about the same seam.
  const known = new Map<string, number>();
  return (left, right, openQuotes) => {
    const points = seamPoints(left, right.text) + quotePoints(right, openQuotes);
    const tail = /\p{Script=Han}+$/u.exec(left.slice(-WINDOW))?.[0] ?? "";
    const head = /^\p{Script=Han}+/u.exec(right.text.slice(0, WINDOW))?.[0] ?? "";
    if (tail === "" || head === "") return points;
    const seam = `${tail}\n${head}`;
    const evidence = known.get(seam) ?? wordPoints(words, tail, head) + knownPoints(pageText, tail, head);
    known.set(seam, evidence);
    return points + evidence;
  };
}

function seamPoints(left: string, right: string): number {
  let points = 0;
  if (beginsMidSentence(right)) points += MARK;
  if (leansBack(right)) points += LEANING;
  if (/[\d.]$/u.test(left)) points += afterDigits.test(right) ? NUMBER : -1;
  return points;
}

function quotePoints(right: Piece, openQuotes: number): number {
  if (right.unopened > 0) return openQuotes > 0 ? QUOTE : -QUOTE;
  return openQuotes > 0 && right.endsSentence ? -QUOTE_STILL_OPEN : 0;
}

/** A word of the platform's dictionary lies across the seam. */
function wordPoints(words: Intl.Segmenter, tail: string, head: string): number {
  for (const { segment, index } of words.segment(tail + head)) {
    if (index < tail.length && index + segment.length > tail.length) {
      return segment.length > 2 ? LONG_WORD : WORD;
    }
  }
  return 0;
}

/**
 * The page writes elsewhere what stands across the seam: two characters may meet by chance, three or four seldom.
 * Pieces are parted by line ends in `pageText`, so a seam never finds itself.
 */
function knownPoints(pageText: string, tail: string, head: string): number {
  let points = 0;
  for (let before = 1; before < KNOWN_AT_MOST && before <= tail.length; before += 1) {
    for (let after = 1; before + after <= KNOWN_AT_MOST && after <= head.length; after += 1) {
      const worth = before > 1 && after > 1 ? KNOWN_BOTH : (KNOWN_POINTS[before + after] ?? 0);
      if (worth > points && pageText.includes(tail.slice(-before) + head.slice(0, after))) points = worth;
    }
  }
  return points;
}
