/** Characters of the symbol fonts that Word files name by a place in the font → Unicode. */

/** Signs that follow one another in the font, from a place on. */
function signs(first: number, characters: string): Readonly<Record<number, string>> {
  return Object.fromEntries([...characters].map((character, index) => [first + index, character]));
}

const WINGDINGS: Readonly<Record<number, string>> = {
  ...{ 33: "✏", 34: "✂", 40: "☎", 41: "✆", 42: "✉", 54: "⌛", 63: "✍", 65: "✌" },
  ...signs(69, "☜☞☝☟"),
  ...{ 74: "☺", 76: "☹", 79: "⚐", 81: "✈", 82: "☼", 84: "❄", 90: "☪", 91: "☯" },
  ...{ 108: "●", 109: "❍", 110: "■", 111: "□", 112: "❐" },
  ...signs(113, "❑❒◆◆◆❖◆⌧"),
  ...signs(128, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
  ...{ 158: "·", 159: "•", 160: "▪", 161: "○", 162: "○", 163: "○", 164: "◉", 165: "◎", 167: "▪" },
  ...{ 168: "☐", 170: "✦", 171: "★", 172: "✶", 173: "✴", 174: "✹", 175: "✵", 181: "✪", 182: "✰" },
  ...{ 216: "➢", 220: "➲" },
  ...signs(223, "←→↑↓↖↗↙↘←➔↑↓↖↗↙↘⇦⇨⇧⇩⬄⇳"),
  ...signs(251, "✗✓☒☑"),
};

const WINGDINGS_2: Readonly<Record<number, string>> = {
  80: "✓",
  82: "☑",
  81: "☒",
  83: "☒",
  163: "☐",
  42: "☐",
};

/** The Symbol font, from its place 33 and from its place 160 on. */
const SYMBOL: Readonly<Record<number, string>> = {
  ...signs(33, "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾"),
  ...signs(97, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
  ...signs(160, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
  ...signs(224, "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"),
  ...signs(241, "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
};

/** Whether a font consists of signs that are known here. */
export function isSymbolFont(font: string): boolean {
  return /^(?:symbol|wingdings(?: 2)?)$/i.test(font);
}

/** `code` is hexadecimal as in `w:sym`. A sign that Unicode has nothing for, or that is not known, becomes a small square. */
export function symbolText(font: string, code: string): string {
  const point = /^[0-9a-f]{1,6}$/i.test(code) ? Number.parseInt(code, 16) : 0;
  if (point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return "";
  const isPrivate = point >= 0xf000 && point <= 0xf0ff;
  const place = isPrivate ? point - 0xf000 : point;
  if (/^wingdings 2$/i.test(font)) return WINGDINGS_2[place] ?? "▪";
  if (/^wingdings$/i.test(font)) return WINGDINGS[place] ?? "▪";
  if (/^(?:wingdings|webdings)/i.test(font)) return "▪";
  // A sign of no named font is of the one that writing programs take bullets and Greek letters from.
  const isGreek = /^symbol$/i.test(font) || (isPrivate && font === "");
  return (isGreek ? SYMBOL[place] : undefined) ?? String.fromCodePoint(place);
}
