/** Automatic numbering: which paragraphs are items of lists, and what stands before the others, such as 一、 or 第三条. */
import type { NumberingReference } from "./styles.ts";
import type { XmlElement } from "./xml.ts";
import { elementsOf, valueAt } from "./xml.ts";

export interface Numbered {
  readonly list: string;
  /** From 0. */
  readonly level: number;
  readonly kind: "bullet" | "ordered" | "written";
  readonly number: number;
  /** What Word shows before the paragraph; empty for bullets. */
  readonly label: string;
}

interface Level {
  readonly format: string;
  /** The pattern of the label: `%1` is this level's number, or that of a level above. */
  readonly text: string;
  readonly start: number;
  readonly style: string | undefined;
  readonly separator: string;
}

/** Beyond this a number is nobody's, and Chinese numerals are not written out. */
const LARGEST_NUMBER = 1_000_000;

const CHINESE_FORMATS =
  /chinese|ideograph|taiwanese|japaneseCounting|japaneseLegal|decimalEnclosed|decimalFullWidth/i;

export class Numbering {
  readonly #levels = new Map<string, ReadonlyMap<number, Level>>();
  /** Lists that share an abstract numbering count on from one another, unless one states its own start. */
  readonly #counters = new Map<string, string>();
  readonly #counts = new Map<string, number[]>();

  constructor(root: XmlElement | null) {
    const abstract = new Map<string, ReadonlyMap<number, Level>>();
    const elements = elementsOf(root ?? undefined);
    for (const element of elements) {
      if (element.name !== "w:abstractNum") continue;
      abstract.set(element.attributes.get("w:abstractNumId") ?? "", levelsOf(element));
    }
    for (const element of elements) {
      if (element.name !== "w:num") continue;
      const id = element.attributes.get("w:numId") ?? "";
      const base = valueAt(element, "w:abstractNumId") ?? "";
      const overrides = elementsOf(element).filter(({ name }) => name === "w:lvlOverride");
      this.#levels.set(id, overridden(abstract.get(base) ?? new Map(), overrides));
      this.#counters.set(id, overrides.length > 0 ? `num ${id}` : `abstract ${base}`);
    }
  }

  /** Counts the paragraph in. Null for one that has no number, or one that shows none. `style` is the paragraph's. */
  next(reference: NumberingReference, style: string | undefined): Numbered | null {
    const { id } = reference;
    const levels = id === null ? undefined : this.#levels.get(id);
    if (id === null || levels === undefined) return null;
    const level = reference.level ?? levelOfStyle(levels, style);
    const definition = levels.get(level);
    if (definition === undefined) return null;
    const number = this.#count(this.#counters.get(id) ?? id, level, levels);
    if (definition.format === "bullet") return { list: id, level, kind: "bullet", number, label: "" };
    if (definition.format === "none" && definition.text === "") return null;
    const label = this.#label(id, definition, levels);
    if (label === "") return null;
    return { list: id, level, kind: isWritten(definition) ? "written" : "ordered", number, label };
  }

  #count(counter: string, level: number, levels: ReadonlyMap<number, Level>): number {
    const counts = this.#counts.get(counter) ?? [];
    this.#counts.set(counter, counts);
    counts.length = Math.min(counts.length, level + 1);
    for (let above = 0; above < level; above++) counts[above] ??= levels.get(above)?.start ?? 1;
    const before = counts[level];
    const number = before === undefined ? (levels.get(level)?.start ?? 1) : before + 1;
    counts[level] = number;
    return number;
  }

  #label(id: string, { text, separator }: Level, levels: ReadonlyMap<number, Level>): string {
    const counts = this.#counts.get(this.#counters.get(id) ?? id) ?? [];
    const label = text.replace(/%([1-9])/g, (_match, digit: string) => {
      const index = Number(digit) - 1;
      return written(counts[index] ?? 1, levels.get(index)?.format ?? "decimal");
    });
    // After 一、 or （一） the words follow at once; after 第一章 the eye needs a space.
    return label === "" || /[、，．。：）)]$/.test(label) ? label : label + separator;
  }
}

function overridden(
  levels: ReadonlyMap<number, Level>,
  overrides: readonly XmlElement[],
): ReadonlyMap<number, Level> {
  const result = new Map(levels);
  for (const override of overrides) {
    const index = Number(override.attributes.get("w:ilvl"));
    const own = levelsOf(override).get(index) ?? levels.get(index);
    const start = wholeNumber(valueAt(override, "w:startOverride"));
    if (own !== undefined) result.set(index, start === null ? own : { ...own, start });
  }
  return result;
}

function levelsOf(element: XmlElement): ReadonlyMap<number, Level> {
  const levels = elementsOf(element).filter(({ name }) => name === "w:lvl");
  return new Map(
    levels.map((level) => [
      Number(level.attributes.get("w:ilvl")),
      {
        format: valueAt(level, "w:numFmt") ?? "decimal",
        text: valueAt(level, "w:lvlText") ?? "",
        start: wholeNumber(valueAt(level, "w:start")) ?? 1,
        style: valueAt(level, "w:pStyle"),
        separator: valueAt(level, "w:suff") === "nothing" ? "" : " ",
      },
    ]),
  );
}

function levelOfStyle(levels: ReadonlyMap<number, Level>, style: string | undefined): number {
  if (style === undefined) return 0;
  return [...levels].find(([, level]) => level.style === style)?.[0] ?? 0;
}

/** Numbers that a list's plain digits could not show: Chinese numerals, and any words or brackets of Chinese writing. */
function isWritten({ format, text }: Level): boolean {
  return CHINESE_FORMATS.test(format) || /[\p{Script=Han}、（）〔〕【】]/u.test(text);
}

function wholeNumber(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,7}$/.test(text)) return null;
  return Math.min(Number(text), LARGEST_NUMBER);
}

function written(number: number, format: string): string {
  switch (format) {
    case "chineseCounting":
    case "chineseCountingThousand":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
    case "japaneseCounting":
      return chineseNumber(number, "〇一二三四五六七八九", ["", "十", "百", "千"]);
    case "chineseLegalSimplified":
    case "ideographLegalTraditional":
    case "japaneseLegal":
      return chineseNumber(number, "零壹贰叁肆伍陆柒捌玖", ["", "拾", "佰", "仟"]);
    case "ideographDigital":
    case "taiwaneseDigital":
    case "japaneseDigitalTenThousand":
      return [...String(number)].map((digit) => "〇一二三四五六七八九".charAt(Number(digit))).join("");
    case "ideographTraditional":
      return "甲乙丙丁戊己庚辛壬癸".charAt(number - 1) || String(number);
    case "ideographZodiac":
      return "子丑寅卯辰巳午未申酉戌亥".charAt(number - 1) || String(number);
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : String(number);
    case "decimalFullWidth":
      return [...String(number)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join("");
    case "lowerLetter":
      return letters(number);
    case "upperLetter":
      return letters(number).toUpperCase();
    case "lowerRoman":
      return roman(number);
    case "upperRoman":
      return roman(number).toUpperCase();
    case "bullet":
    case "none":
      return "";
    default:
      return String(number);
  }
}

/** 1–9999 in Chinese numerals: 十二, 一百〇五; larger numbers in digits. */
function chineseNumber(number: number, digits: string, units: readonly string[]): string {
  if (number < 1 || number > 9999) return number === 0 ? digits.charAt(0) : String(number);
  let result = "";
  const places = String(number);
  for (const [index, place] of [...places].entries()) {
    const unit = units[places.length - 1 - index] ?? "";
    if (place !== "0") result += digits.charAt(Number(place)) + unit;
    else if (result !== "" && !result.endsWith(digits.charAt(0))) result += digits.charAt(0);
  }
  const trimmed = result.endsWith(digits.charAt(0)) ? result.slice(0, -1) : result;
  return trimmed.replace(/^一十/, "十");
}

/** a … z, aa … zz, as Word counts. */
function letters(number: number): string {
  const letter = String.fromCodePoint(0x61 + ((number - 1) % 26));
  return letter.repeat(Math.min(Math.ceil(number / 26), 50));
}

const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, "m"],
    [900, "cm"],
    [500, "d"],
    [400, "cd"],
    [100, "c"],
    [90, "xc"],
    [50, "l"],
    [40, "xl"],
  ] as const),
  ...([
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ] as const),
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let [rest, result] = [number, ""];
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      result += sign;
      rest -= value;
    }
  }
  return result;
}
