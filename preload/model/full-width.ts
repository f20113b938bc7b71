/**
 * Half-width punctuation in Chinese text, as it is shown: full-width. The stored text keeps what the source had; one
 * UTF-16 unit becomes one, so that a place in the shown text is the same place in the stored one.
 */

const fullWidth: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  ".": "。",
  "(": "（",
  ")": "）",
};

const half = /[,;:?!.()]/g;

/** Han characters, and the marks and quotes that only stand in Chinese text. */
const chinese = /[\p{Script=Han}〇、。，．；：？！（）《》〈〉「」『』【】〔〕“”‘’…—％]/u;

const latinOrDigit = /[A-Za-z0-9]/;

/**
 * The text as shown. A mark changes where a Chinese character stands beside it, never between digits; brackets change
 * in pairs; a point only where it ends a sentence. A line feed parts lines: what stands on the next one is not beside.
 */
export function shownText(text: string): string {
  const brackets = pairedBrackets(text);
  return text.replace(half, (mark, place: number) =>
    isShownFull(text, mark, place, brackets) ? (fullWidth[mark] ?? mark) : mark,
  );
}

function isShownFull(
  text: string,
  mark: string,
  place: number,
  brackets: ReadonlyMap<number, number>,
): boolean {
  const before = text.charAt(place - 1);
  const after = text.charAt(place + 1);
  if (mark === "(" || mark === ")") {
    const partner = brackets.get(place);
    return isBesideChinese(text, place) || (partner !== undefined && isBesideChinese(text, partner));
  }
  // A point behind Chinese text ends a sentence, unless letters follow: a file's name, a site's address.
  if (mark === ".")
    return chinese.test(characterBefore(text, place)) && !latinOrDigit.test(after) && after !== ".";
  if (isDigit(before) && isDigit(after)) return false;
  return isBesideChinese(text, place);
}

function isBesideChinese(text: string, place: number): boolean {
  return chinese.test(characterBefore(text, place)) || chinese.test(characterAfter(text, place));
}

/** Rare Han characters take two units. */
function characterBefore(text: string, place: number): string {
  const unit = text.charAt(place - 1);
  return /[\udc00-\udfff]/.test(unit) ? text.slice(place - 2, place) : unit;
}

function characterAfter(text: string, place: number): string {
  return String.fromCodePoint(text.codePointAt(place + 1) ?? 0x20);
}

function isDigit(character: string): boolean {
  return /[0-9]/.test(character);
}

/** Each half-width bracket and its partner on the same line, both ways. */
function pairedBrackets(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  let open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[()\n]/g)) {
    if (mark === "\n") open = [];
    else if (mark === "(") open.push(index);
    else {
      const start = open.pop();
      if (start === undefined) continue;
      pairs.set(start, index);
      pairs.set(index, start);
    }
  }
  return pairs;
}
