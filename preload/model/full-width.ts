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

const half = /[,;:?!.()]/;

/** Han characters, and the marks that only stand in Chinese text. */
const chinese = /[\p{Script=Han}〇、。，．；：？！（）《》〈〉「」『』【】〔〕％]/u;

/** Marks that Latin text shares: they tell of Chinese only on a line that has Chinese in it. */
const shared = /[“”‘’…—]/u;

const latinOrDigit = /[A-Za-z0-9]/;

/**
 * The text as shown. A mark changes where a Chinese character stands beside it, never between digits; brackets change
 * in pairs; a point only where it ends a sentence. Works on a whole block's or article's text, so that what stands
 * beside a mark is seen across inline boundaries; a line feed parts lines: what stands on the next one is not beside.
 * What is shown is shown the same again.
 */
export function shownText(text: string): string {
  return text.split("\n").map(shownLine).join("\n");
}

function shownLine(line: string): string {
  if (!half.test(line) || !chinese.test(line)) return line;
  const units = line.split("");
  const brackets = pairedBrackets(line);
  const places = units.flatMap((unit, place) => (half.test(unit) ? [place] : []));
  // A mark that was changed is a Chinese neighbour to the next, from either side: sweep both ways until none changes.
  for (let changed = true; changed; ) {
    changed = false;
    for (const place of [...places, ...places.toReversed()]) {
      const mark = units[place] ?? "";
      if (!half.test(mark) || !isShownFull(units, mark, place, brackets)) continue;
      units[place] = fullWidth[mark] ?? mark;
      changed = true;
    }
  }
  return units.join("");
}

function isShownFull(
  units: readonly string[],
  mark: string,
  place: number,
  brackets: ReadonlyMap<number, number>,
): boolean {
  const after = units[place + 1] ?? "";
  if (mark === "(" || mark === ")") {
    const partner = brackets.get(place);
    return isBesideChinese(units, place) || (partner !== undefined && isBesideChinese(units, partner));
  }
  // A point behind Chinese text ends a sentence, unless letters follow: a file's name, a site's address.
  if (mark === ".")
    return isChinese(characterBefore(units, place)) && !latinOrDigit.test(after) && after !== ".";
  // Between digits no mark stands beside Chinese text: 8:30 and 1,000 stay.
  return isBesideChinese(units, place);
}

function isBesideChinese(units: readonly string[], place: number): boolean {
  return isChinese(characterBefore(units, place)) || isChinese(characterAfter(units, place));
}

function isChinese(character: string): boolean {
  return chinese.test(character) || shared.test(character);
}

/** Rare Han characters take two units. */
function characterBefore(units: readonly string[], place: number): string {
  const unit = units[place - 1] ?? "";
  return /[\udc00-\udfff]/.test(unit) ? (units[place - 2] ?? "") + unit : unit;
}

function characterAfter(units: readonly string[], place: number): string {
  const unit = units[place + 1] ?? "";
  return /[\ud800-\udbff]/.test(unit) ? unit + (units[place + 2] ?? "") : unit;
}

/** Each half-width bracket of a line and its partner, both ways. */
function pairedBrackets(line: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: mark, index } of line.matchAll(/[()]/g)) {
    if (mark === "(") {
      open.push(index);
      continue;
    }
    const start = open.pop();
    if (start === undefined) continue;
    pairs.set(start, index);
    pairs.set(index, start);
  }
  return pairs;
}
