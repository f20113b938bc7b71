/** Automatic numbering: which paragraphs are items of lists, and what stands before the others, such as 一、 or 第三条. */
import type { NumberingReference } from "./styles.ts";

export interface Numbered {
  readonly list: string;
  /** From 0. */
  readonly level: number;
  readonly kind: "bullet" | "ordered" | "written";
  readonly number: number;
  /** What Word shows before the paragraph; empty for bullets. */
  readonly label: string;
}

/** What one level of a list shows. */
export interface NumberingLevel {
  readonly format: string;
  /** The pattern of the label: `%1` is this level's number, or that of a level above. */
  readonly text: string;
  readonly start: number;
  readonly style: string | undefined;
  readonly separator: string;
  /** All numbers in digits, whatever the levels above show: 1.2 below 第一章. */
  readonly digits: boolean;
}

/** A list as paragraphs name it. Lists of one counter count on from one another. */
export interface ListDefinition {
  readonly id: string;
  readonly counter: string;
  readonly levels: ReadonlyMap<number, NumberingLevel>;
}

const CHINESE_FORMATS =
  /chinese|ideograph|taiwanese|japaneseCounting|japaneseLegal|decimalEnclosed|decimalFullWidth/i;

export class Numbering {
  readonly #lists: ReadonlyMap<string, ListDefinition>;
  readonly #counts = new Map<string, number[]>();

  constructor(lists: readonly ListDefinition[]) {
    this.#lists = new Map(lists.map((list) => [list.id, list]));
  }

  /** Counts the paragraph in. Null for one that has no number, or one that shows none. `style` is the paragraph's. */
  next(reference: NumberingReference, style: string | undefined): Numbered | null {
    const { id } = reference;
    const list = id === null ? undefined : this.#lists.get(id);
    if (id === null || list === undefined) return null;
    const { levels } = list;
    const level = reference.level ?? levelOfStyle(levels, style);
    const definition = levels.get(level);
    if (definition === undefined) return null;
    const number = this.#count(list.counter, level, levels);
    if (definition.format === "bullet") return { list: id, level, kind: "bullet", number, label: "" };
    if (definition.format === "none" && definition.text === "") return null;
    const label = this.#label(list, definition);
    if (label === "") return null;
    // Below 一、 and （一） the plain 1. is a number of the text as these are, not of a list.
    const above = [...levels].some(([index, upper]) => index < level && isWritten(upper));
    return { list: id, level, kind: above || isWritten(definition) ? "written" : "ordered", number, label };
  }

  #count(counter: string, level: number, levels: ReadonlyMap<number, NumberingLevel>): number {
    const counts = this.#counts.get(counter) ?? [];
    this.#counts.set(counter, counts);
    counts.length = Math.min(counts.length, level + 1);
    for (let above = 0; above < level; above++) counts[above] ??= levels.get(above)?.start ?? 1;
    const before = counts[level];
    const number = before === undefined ? (levels.get(level)?.start ?? 1) : before + 1;
    counts[level] = number;
    return number;
  }

  #label({ counter, levels }: ListDefinition, { text, separator, digits }: NumberingLevel): string {
    const counts = this.#counts.get(counter) ?? [];
    const label = text.replace(/%([1-9])/g, (_match, digit: string) => {
      const index = Number(digit) - 1;
      const format = levels.get(index)?.format ?? "decimal";
      return written(counts[index] ?? 1, digits && format !== "decimalZero" ? "decimal" : format);
    });
    // After 一、 or （一） the words follow at once; after 第一章 the eye needs a space.
    return label === "" || /[、，．。：）)]$/.test(label) ? label : label + separator;
  }
}

function levelOfStyle(levels: ReadonlyMap<number, NumberingLevel>, style: string | undefined): number {
  if (style === undefined) return 0;
  return [...levels].find(([, level]) => level.style === style)?.[0] ?? 0;
}

/** Numbers that a list's plain digits could not show: Chinese numerals, and any words or brackets of Chinese writing. */
function isWritten({ format, text }: NumberingLevel): boolean {
  return CHINESE_FORMATS.test(format) || /[\p{Script=Han}、（）〔〕【】]/u.test(text);
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
      return enclosed(number, 0x2460, 20);
    case "decimalEnclosedParen":
      return enclosed(number, 0x2474, 20);
    case "decimalEnclosedFullstop":
      return enclosed(number, 0x2488, 20);
    case "ideographEnclosedCircle":
      return enclosed(number, 0x3280, 10);
    case "decimalZero":
      return String(number).padStart(2, "0");
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

/** One of the characters that Unicode has for the numbers from 1 on: ①, ⑴, ⒈, ㊀. */
export function enclosed(number: number, first: number, last: number): string {
  return number >= 1 && number <= last ? String.fromCodePoint(first + number - 1) : String(number);
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
