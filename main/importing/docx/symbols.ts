/** Characters of the symbol fonts that Word files name by a place in the font → Unicode. */

const WINGDINGS: Readonly<Record<number, string>> = {
  108: "●",
  110: "■",
  111: "□",
  113: "❑",
  117: "◆",
  118: "❖",
  158: "·",
  159: "•",
  167: "▪",
  168: "☐",
  216: "➢",
  224: "→",
  232: "➔",
  251: "✗",
  252: "✓",
  253: "☒",
  254: "☑",
};

const WINGDINGS_2: Readonly<Record<number, string>> = {
  80: "✓",
  82: "☑",
  81: "☒",
  83: "☒",
  163: "☐",
  42: "☐",
};

/** The Symbol font's letters, A–Z and a–z, in its own order. */
const GREEK_CAPITALS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
const GREEK_LETTERS = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
const SYMBOL: Readonly<Record<number, string>> = {
  163: "≤",
  165: "∞",
  174: "→",
  176: "°",
  177: "±",
  179: "≥",
  180: "×",
  183: "•",
  184: "÷",
  185: "≠",
  187: "≈",
  214: "√",
};

/** `code` is hexadecimal as in `w:sym`. A character that Unicode has nothing for in this font stays a replacement sign. */
export function symbolText(font: string, code: string): string {
  const point = /^[0-9a-f]{1,6}$/i.test(code) ? Number.parseInt(code, 16) : 0;
  if (point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return "";
  const isPrivate = point >= 0xf000 && point <= 0xf0ff;
  const place = isPrivate ? point - 0xf000 : point;
  if (/^wingdings 2$/i.test(font)) return WINGDINGS_2[place] ?? "▪";
  if (/^(?:wingdings|webdings)/i.test(font)) return WINGDINGS[place] ?? "▪";
  if (/^symbol$/i.test(font)) {
    const letter = place <= 90 ? GREEK_CAPITALS.charAt(place - 65) : GREEK_LETTERS.charAt(place - 97);
    return SYMBOL[place] ?? (letter || String.fromCodePoint(place));
  }
  return String.fromCodePoint(place);
}
