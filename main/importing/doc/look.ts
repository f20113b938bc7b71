/** How characters and paragraphs of a Word 97–2003 file are set, as far as that tells what they are. */
import type { Mark } from "../../../preload/model/article.ts";
import type { Property } from "./properties.ts";
import { numberIn, propertiesOf } from "./properties.ts";

/** Codes of properties (MS-DOC 2.6.1, 2.6.2). */
const DELETED = 0x0800;
const HIDDEN = 0x083c;
const SPECIAL = 0x0855;
const SYMBOL = 0x6a09;
const SIZE = 0x4a43;
const CHARACTER_STYLE = 0x4a30;
const FONT = 0x4a4f;
const DATA_PLACE = 0x6a03;
const POSITION = 0x2a48;
const UNDERLINE = 0x2a3e;
const STRUCK_TWICE = 0x2a53;
const SWITCHES: ReadonlyMap<number, Mark> = new Map([
  [0x0835, "strong"],
  [0x0836, "emphasis"],
  [0x0837, "strike"],
  [STRUCK_TWICE, "strike"],
]);

const ALIGNED: ReadonlySet<number> = new Set([0x2403, 0x2461]);
const CENTRED = 1;
const OUTLINE_LEVEL = 0x2640;
const LIST = 0x460b;
const LIST_LEVEL = 0x260a;
const IN_TABLE = 0x2416;
const ROW_END = 0x2417;
const TABLE_DEPTH = 0x6649;
const INNER_ROW_END = 0x244c;

export interface CharacterLook {
  readonly deleted: boolean;
  readonly hidden: boolean;
  /** A control character that stands for something: a note's mark, a picture, a sign of a symbol font. */
  readonly special: boolean;
  readonly symbol: { readonly font: number; readonly code: number } | null;
  readonly font: number | null;
  readonly marks: ReadonlySet<Mark>;
  /** Half points; null where not stated. */
  readonly size: number | null;
  /** Where the picture that a character stands for lies in the data stream. */
  readonly dataPlace: number | null;
}

export const PLAIN_LOOK: CharacterLook = {
  ...{ deleted: false, hidden: false, special: false, symbol: null, font: null },
  ...{ marks: new Set(), size: null, dataPlace: null },
};

type Changing = { -readonly [Key in keyof CharacterLook]: CharacterLook[Key] } & {
  readonly marks: Set<Mark>;
};

/** `before`, changed by the lists of properties. `marksOfStyle` is asked for the marks of a character style. */
export function characterLook(
  lists: readonly Buffer[],
  before: CharacterLook,
  marksOfStyle: (style: number) => ReadonlySet<Mark>,
): CharacterLook {
  const look: Changing = { ...before, marks: new Set(before.marks) };
  for (const property of lists.flatMap(propertiesOf)) {
    const number = numberIn(property);
    if (property.code === CHARACTER_STYLE) for (const mark of marksOfStyle(number)) look.marks.add(mark);
    change(look, property.code, number);
    changeMarks(look.marks, property, number);
  }
  return look;
}

function change(look: Changing, code: number, number: number): void {
  switch (code) {
    case DELETED:
      look.deleted = isOn(number);
      break;
    case HIDDEN:
      look.hidden = isOn(number);
      break;
    case SPECIAL:
      look.special = isOn(number);
      break;
    case SYMBOL:
      look.symbol = { font: number & 0xffff, code: number >>> 16 };
      break;
    case DATA_PLACE:
      look.dataPlace = number;
      break;
    case FONT:
      look.font = number;
      break;
    case SIZE:
      look.size = number;
      break;
  }
}

function changeMarks(marks: Set<Mark>, { code }: Property, number: number): void {
  const mark = code === UNDERLINE ? "underline" : SWITCHES.get(code);
  if (mark !== undefined) {
    if (code === UNDERLINE ? number > 0 : isOn(number)) marks.add(mark);
    else if (code !== STRUCK_TWICE) marks.delete(mark);
  } else if (code === POSITION) {
    marks.delete("sup");
    marks.delete("sub");
    if (number === 1) marks.add("sup");
    if (number === 2) marks.add("sub");
  }
}

/** On, or the contrary of the style's, which hardly ever is on. */
function isOn(value: number): boolean {
  return value === 1 || value === 0x81;
}

export interface ParagraphLook {
  readonly centred: boolean | null;
  /** 1–9 for a heading, null for running text; undefined where not stated. */
  readonly outline: number | null | undefined;
  /** The number of the list that numbers it: `0` for none, null where not stated. */
  readonly list: string | null;
  readonly listLevel: number | null;
  readonly inTable: boolean;
  /** Of tables in tables; 1 in an outermost one. */
  readonly depth: number;
  /** It stands for the end of a row. */
  readonly rowEnd: boolean;
  readonly innerRowEnd: boolean;
}

export function paragraphLook(properties: readonly Property[]): ParagraphLook {
  const values = new Map(properties.map((property) => [property.code, numberIn(property)]));
  const value = (code: number) => values.get(code) ?? null;
  const aligned = [...ALIGNED].map(value).filter((one) => one !== null);
  const outline = values.get(OUTLINE_LEVEL);
  const list = value(LIST);
  const inTable = value(IN_TABLE) === 1;
  return {
    centred: aligned.length === 0 ? null : aligned.at(-1) === CENTRED,
    outline: outline === undefined ? undefined : outline <= 8 ? outline + 1 : null,
    list: list === null ? null : String(list),
    listLevel: value(LIST_LEVEL),
    inTable,
    depth: inTable ? Math.max(1, value(TABLE_DEPTH) ?? 1) : 0,
    rowEnd: value(ROW_END) === 1,
    innerRowEnd: value(INNER_ROW_END) === 1,
  };
}
