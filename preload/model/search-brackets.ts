/** Brackets typed to group words, as other programs take them: (学校 OR 幼儿园). Here they group nothing. */

const OPENING = /[(（]/;
const CLOSING = /[)）]/;

/** What a bracket that groups may stand behind: the beginning of a piece. */
const BEFORE = /[\s|｜(（\-－:：]/;
const BEHIND = /[\s|｜)）]/;

/**
 * By the place of each opening bracket that stands before several words, the place of its closing one behind them.
 * Brackets about one word, or in the middle of one, are text: 国发（2020）5号, （一）加强领导.
 */
export function groupingBrackets(text: string): ReadonlyMap<number, number> {
  const groups = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (OPENING.test(text.charAt(at))) open.push(at);
    if (!CLOSING.test(text.charAt(at))) continue;
    const start = open.pop();
    if (start === undefined) continue;
    const isAlone = BEFORE.test(text.charAt(start - 1) || " ") && BEHIND.test(text.charAt(at + 1) || " ");
    if (isAlone && /\S[\s|｜]+\S/.test(text.slice(start + 1, at))) groups.set(start, at);
  }
  return groups;
}
