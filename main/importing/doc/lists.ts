/** Automatic numbering in a Word 97–2003 file (PlfLst and PlfLfo, MS-DOC 2.9.131 on): the lists and what each level shows. */
import type { ListDefinition, NumberingLevel } from "../docx/numbering.ts";
import type { WordFile } from "./file-head.ts";
import { utf16Text } from "./utf16.ts";

const LIST_BYTES = 28;
const LEVEL_BYTES = 28;
const OVERRIDE_BYTES = 16;
const LEVELS = 9;
const MOST_LISTS = 20_000;

/** The formats by their numbers, as later files call them. */
const FORMATS: readonly string[] = [
  ...["decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText"],
  ...["ordinalText", "hex", "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha"],
  ...["decimalFullWidth", "decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand"],
  ...["decimalEnclosedCircle", "decimalFullWidth2", "aiueoFullWidth", "irohaFullWidth", "decimalZero"],
  ...["bullet", "ganada", "chosung", "decimalEnclosedFullstop", "decimalEnclosedParen"],
  ...["decimalEnclosedCircleChinese", "ideographEnclosedCircle", "ideographTraditional", "ideographZodiac"],
  ...["ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional"],
  ...["taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting", "chineseLegalSimplified"],
  ...["chineseCountingThousand", "ideographDigital"],
];

type Levels = ReadonlyMap<number, NumberingLevel>;

/** By the numbers that paragraphs name them by. Lists that share their base count on from one another. */
export function listDefinitions(file: WordFile): readonly ListDefinition[] {
  const bases = basesIn(file.table("lists", "and what follows"));
  const overrides = file.table("listOverrides", "and what follows");
  if (overrides.length < 4) return [];
  const count = Math.min(
    overrides.readUInt32LE(0),
    MOST_LISTS,
    Math.floor(overrides.length / OVERRIDE_BYTES),
  );
  const found: ListDefinition[] = [];
  let at = 4 + count * OVERRIDE_BYTES;
  for (let index = 0; index < count; index++) {
    const entry = overrides.subarray(4 + index * OVERRIDE_BYTES, 4 + (index + 1) * OVERRIDE_BYTES);
    if (entry.length < OVERRIDE_BYTES) break;
    const base = entry.readUInt32LE(0);
    const changed = levelsChanged(overrides, at, entry.readUInt8(12));
    at = changed.end;
    const levels = new Map(bases.get(base) ?? []);
    for (const [level, { start, own }] of changed.levels) {
      const before = own ?? levels.get(level);
      if (before !== undefined) levels.set(level, start === null ? before : { ...before, start });
    }
    const counter = changed.levels.length > 0 ? `list ${index + 1}` : `base ${base}`;
    found.push({ id: String(index + 1), counter, levels });
  }
  return found;
}

function basesIn(bytes: Buffer): ReadonlyMap<number, Levels> {
  const found = new Map<number, Levels>();
  if (bytes.length < 2) return found;
  const count = Math.min(bytes.readUInt16LE(0), MOST_LISTS, Math.floor(bytes.length / LIST_BYTES));
  let at = 2 + count * LIST_BYTES;
  for (let index = 0; index < count; index++) {
    const entry = bytes.subarray(2 + index * LIST_BYTES, 2 + (index + 1) * LIST_BYTES);
    const isSimple = (entry.readUInt8(26) & 1) === 1;
    const levels = new Map<number, NumberingLevel>();
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level++) {
      const read = levelAt(bytes, at);
      if (read === null) return found;
      levels.set(level, read.level);
      at = read.end;
    }
    found.set(entry.readUInt32LE(0), levels);
  }
  return found;
}

/** One level (LVL): fixed fields, two lists of properties, then what it shows, with the numbers' places in it. */
function levelAt(bytes: Buffer, at: number): { readonly level: NumberingLevel; readonly end: number } | null {
  if (at + LEVEL_BYTES > bytes.length) return null;
  const textAt = at + LEVEL_BYTES + bytes.readUInt8(at + 24) + bytes.readUInt8(at + 25);
  if (textAt + 2 > bytes.length) return null;
  const end = textAt + 2 + bytes.readUInt16LE(textAt) * 2;
  if (end > bytes.length) return null;
  const text = [...utf16Text(bytes.subarray(textAt + 2, end))]
    .map((character) => {
      const code = character.charCodeAt(0);
      return code < LEVELS ? `%${code + 1}` : character;
    })
    .join("");
  const format = FORMATS[bytes.readUInt8(at + 4)] ?? (bytes.readUInt8(at + 4) === 0xff ? "none" : "decimal");
  const separator = bytes.readUInt8(at + 15) === 2 ? "" : " ";
  const digits = (bytes.readUInt8(at + 5) & 4) !== 0;
  const start = bytes.readUInt32LE(at);
  return { level: { format, text, start, style: undefined, separator, digits }, end };
}

interface ChangedLevels {
  readonly levels: readonly (readonly [
    number,
    { readonly start: number | null; readonly own: NumberingLevel | null },
  ])[];
  readonly end: number;
}

/** What a list changes of the levels of its base (LFOData). */
function levelsChanged(bytes: Buffer, start: number, count: number): ChangedLevels {
  const levels: ChangedLevels["levels"][number][] = [];
  let at = start + 4;
  for (let index = 0; index < count && at + 8 <= bytes.length; index++) {
    const flags = bytes.readUInt32LE(at + 4);
    const read = (flags & 0x20) === 0 ? null : levelAt(bytes, at + 8);
    const begin = (flags & 0x10) === 0 ? null : bytes.readUInt32LE(at);
    levels.push([flags & 0xf, { start: begin, own: read?.level ?? null }]);
    at = read?.end ?? at + 8;
  }
  return { levels, end: at };
}
