/** The characters of a paragraph of a Word 97–2003 file → runs. Fields come as their last result, deleted text not at all. */

import { isSymbolFont, symbolText } from "../docx/symbols.ts";
import type { Run } from "../inlines.ts";
import { lineBreak, textRun } from "../inlines.ts";
import type { CharacterLook } from "./look.ts";
import type { Stretch } from "./stories.ts";

export interface RunContext {
  /** The names of fonts by their numbers. */
  readonly fonts: readonly string[];
  /** Fields begun and not ended, innermost last: whether what stands now is their result, and so shown. */
  readonly fields: boolean[];
  /** The id of the note whose mark stands at a place. */
  readonly noteAt: (place: number) => string | undefined;
  /** Called with each picture that is left out. */
  readonly leftOut: () => void;
}

const FIELD_BEGIN = "\x13";
const FIELD_SEPARATOR = "\x14";
const FIELD_END = "\x15";
/** Control characters, the bracket that stands for signs of symbol fonts, and those signs themselves. */
const CONTROLS = /([\p{Cc}(\uf020-\uf0ff])/u;

export function runsOf(stretches: readonly Stretch[], context: RunContext): readonly Run[] {
  const runs: Run[] = [];
  for (const { start, text, look } of stretches) {
    if (look.deleted) continue;
    let place = start;
    for (const part of text.split(CONTROLS)) {
      addPart(runs, part, place, look, context);
      place += part.length;
    }
  }
  // A field whose instruction runs on past its paragraph is broken, and must not swallow the rest of the document.
  const shown = context.fields.indexOf(false);
  if (shown >= 0) context.fields.length = shown;
  return runs;
}

function addPart(runs: Run[], part: string, place: number, look: CharacterLook, context: RunContext): void {
  if (part === "" || changesFields(part, context.fields)) return;
  const note = context.noteAt(place);
  if (look.hidden || context.fields.includes(false)) return;
  if (note !== undefined) runs.push({ leaf: { type: "footnote-mark", id: note }, href: null });
  const run = CONTROLS.test(part) && part.length === 1 ? controlRun(part, look, context) : part;
  if (typeof run === "string") {
    if (run !== "") runs.push(textRun(run, [...look.marks]));
  } else runs.push(run);
}

function changesFields(character: string, fields: boolean[]): boolean {
  switch (character) {
    case FIELD_BEGIN:
      fields.push(false);
      return true;
    case FIELD_SEPARATOR:
      if (fields.length > 0) fields[fields.length - 1] = true;
      return true;
    case FIELD_END:
      fields.pop();
      return true;
    default:
      return false;
  }
}

/** What a control character stands for (MS-DOC 2.4.1): a run, or text. */
function controlRun(character: string, look: CharacterLook, context: RunContext): Run | string {
  switch (character) {
    case "\t":
      return "\t";
    case "\v":
      return lineBreak;
    // The end of a page or a column is layout, though never a reason to join two words.
    case "\f":
    case "\x0e":
      return " ";
    case "\x1e":
      return "-";
    case "(":
      if (look.symbol !== null) return signOf(look.symbol.font, look.symbol.code, context);
      return "(";
    case "\x01":
    case "\b":
      if (look.special) context.leftOut();
      return "";
    default:
      return character >= "\uf020" ? typedSign(character, look.font, context) : "";
  }
}

function signOf(font: number, code: number, { fonts }: RunContext): string {
  return symbolText(fonts[font] ?? "", code.toString(16));
}

/** A sign typed among the text; of a font that is not known here it stays what it is. */
function typedSign(character: string, font: number | null, { fonts }: RunContext): string {
  const name = font === null ? "Symbol" : (fonts[font] ?? "");
  return isSymbolFont(name) ? symbolText(name, character.charCodeAt(0).toString(16)) : character;
}
