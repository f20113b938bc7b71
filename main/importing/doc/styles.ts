/** The styles of a Word 97–2003 file (STSH, MS-DOC 2.9.271), told by the numbers that Word's own ones bear in every file. */
import type { Mark } from "../../../preload/model/article.ts";
import type { Style } from "../docx/styles.ts";
import { namedStyle, PLAIN } from "../docx/styles.ts";
import { characterLook, PLAIN_LOOK, paragraphLook } from "./look.ts";
import { propertiesOf } from "./properties.ts";
import { utf16Text } from "./utf16.ts";

export type Styles = (number: number) => Style;

interface Definition {
  readonly builtIn: number;
  readonly isParagraph: boolean;
  readonly base: number;
  readonly name: string;
  readonly paragraph: Buffer;
  readonly characters: Buffer;
}

const NONE = 0xfff;
const LONGEST_CHAIN = 20;

export function readStyles(sheet: Buffer): Styles {
  const definitions = definitionsIn(sheet);
  const known = new Map<number, Style>();
  const resolve = (number: number, depth: number): Style => {
    const found = known.get(number);
    const definition = definitions[number];
    if (found !== undefined) return found;
    if (definition === undefined || definition === null || depth > LONGEST_CHAIN) return PLAIN;
    const base = definition.base === NONE ? PLAIN : resolve(definition.base, depth + 1);
    const style = styleOf(definition, base);
    known.set(number, style);
    return style;
  };
  return (number) => resolve(number, 0);
}

function styleOf(definition: Definition, base: Style): Style {
  const look = paragraphLook(propertiesOf(definition.paragraph));
  const characters = characterLook([definition.characters], PLAIN_LOOK, () => new Set<Mark>());
  const numbering =
    look.list === null && look.listLevel === null
      ? base.numbering
      : {
          id: look.list ?? base.numbering?.id ?? null,
          level: look.listLevel ?? base.numbering?.level ?? null,
        };
  const style: Style = {
    ...base,
    numbering,
    centred: look.centred ?? base.centred,
    size: characters.size ?? base.size,
    hidden: characters.hidden ? true : base.hidden,
    marks: definition.isParagraph ? [] : [...new Set([...base.marks, ...characters.marks])],
  };
  const named = builtIn(definition.builtIn) ?? definition.name;
  const byName = namedStyle(named, style);
  return look.outline === undefined ? byName : { ...byName, heading: look.outline };
}

/** The English name of a style that is Word's own. */
function builtIn(number: number): string | null {
  if (number >= 1 && number <= 9) return `heading ${number}`;
  if (number >= 19 && number <= 27) return `toc ${number - 18}`;
  if (number === 34) return "caption";
  return number === 62 ? "title" : null;
}

function definitionsIn(sheet: Buffer): readonly (Definition | null)[] {
  if (sheet.length < 8) return [];
  const headBytes = sheet.readUInt16LE(0);
  const count = Math.min(sheet.readUInt16LE(2), 0xfff);
  const baseBytes = sheet.readUInt16LE(4);
  const found: (Definition | null)[] = [];
  for (let at = 2 + headBytes; found.length < count && at + 2 <= sheet.length; ) {
    const length = sheet.readUInt16LE(at);
    const bytes = sheet.subarray(at + 2, at + 2 + length);
    found.push(length === 0 ? null : definitionOf(bytes, baseBytes));
    at += 2 + length;
  }
  return found;
}

/** One definition (STD): fixed fields, the name, then the properties, each list at an even place. */
function definitionOf(bytes: Buffer, baseBytes: number): Definition | null {
  if (bytes.length < baseBytes + 2 || baseBytes < 10) return null;
  const nameLength = bytes.readUInt16LE(baseBytes);
  const nameEnd = baseBytes + 2 + nameLength * 2;
  const lists: Buffer[] = [];
  let at = nameEnd + 2;
  for (let index = 0; index < (bytes.readUInt16LE(4) & 0xf) && at + 2 <= bytes.length; index++) {
    const length = bytes.readUInt16LE(at);
    lists.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length + (length % 2);
  }
  const isParagraph = (bytes.readUInt16LE(2) & 0xf) === 1;
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = lists;
  return {
    builtIn: bytes.readUInt16LE(0) & 0xfff,
    isParagraph,
    base: bytes.readUInt16LE(2) >> 4,
    name: utf16Text(bytes.subarray(baseBytes + 2, nameEnd)),
    // The first two bytes of a paragraph's list name the style itself.
    paragraph: isParagraph ? first.subarray(2) : Buffer.alloc(0),
    characters: isParagraph ? second : first,
  };
}
