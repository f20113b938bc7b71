/** The characters of a paragraph of a Word 97–2003 file → runs. Fields come as their last result, deleted text not at all. */

import { eqRuns } from "../docx/eq-field.ts";
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
  /** The picture at a place in the data stream; null for one that is left out. */
  readonly picture: (place: number) => Run | null;
}

const FIELD_BEGIN = "\x13";
const FIELD_SEPARATOR = "\x14";
const FIELD_END = "\x15";
/** Control characters, the bracket that stands for signs of symbol fonts, and those signs themselves. */
const CONTROLS = /([\p{Cc}(\uf020-\uf0ff])/u;

export function runsOf(stretches: readonly Stretch[], context: RunContext): readonly Run[] {
  const reading = new RunReading(context);
  for (const stretch of stretches) if (!stretch.look.deleted) reading.add(stretch);
  // A field whose instruction runs on past its paragraph is broken, and must not swallow the rest of the document.
  const shown = context.fields.indexOf(false);
  if (shown >= 0) context.fields.length = shown;
  return reading.runs;
}

class RunReading {
  readonly runs: Run[] = [];
  readonly #context: RunContext;
  /** Of the fields begun in the paragraph: their instructions, and how many runs there were before. */
  readonly #instructions: { text: string; readonly before: number }[] = [];

  constructor(context: RunContext) {
    this.#context = context;
  }

  add({ start, text, look }: Stretch): void {
    let place = start;
    for (const part of text.split(CONTROLS)) {
      this.#part(part, place, look);
      place += part.length;
    }
  }

  #part(part: string, place: number, look: CharacterLook): void {
    if (part === "" || this.#changesFields(part, look)) return;
    const note = this.#context.noteAt(place);
    if (this.#context.fields.includes(false)) {
      const field = this.#instructions.at(-1);
      if (field !== undefined) field.text += part;
      return;
    }
    if (look.hidden) return;
    if (note !== undefined) this.runs.push({ leaf: { type: "footnote-mark", id: note }, href: null });
    const isControl = part.length === 1 && CONTROLS.test(part);
    const run = isControl ? controlRun(part, look, this.#context) : part;
    // A page or a column ends its paragraph, as an empty line does.
    if (part === "\f" || part === "\x0e") this.runs.push(lineBreak);
    if (typeof run !== "string") this.runs.push(run);
    else if (run !== "") this.runs.push(textRun(run, [...look.marks]));
  }

  #changesFields(character: string, look: CharacterLook): boolean {
    const { fields } = this.#context;
    switch (character) {
      case FIELD_BEGIN:
        fields.push(false);
        this.#instructions.push({ text: "", before: this.runs.length });
        return true;
      case FIELD_SEPARATOR:
        if (fields.length > 0) fields[fields.length - 1] = true;
        return true;
      case FIELD_END:
        fields.pop();
        this.#endInstruction(look);
        return true;
      default:
        return false;
    }
  }

  /** What a field's instruction alone shows. */
  #endInstruction(look: CharacterLook): void {
    const field = this.#instructions.pop();
    if (field === undefined || this.#context.fields.includes(false) || this.runs.length > field.before)
      return;
    for (const run of eqRuns(field.text, [...look.marks]) ?? []) this.runs.push(run);
  }
}

/** What a control character stands for (MS-DOC 2.4.1): a run, or text. */
function controlRun(character: string, look: CharacterLook, context: RunContext): Run | string {
  switch (character) {
    case "\t":
      return "\t";
    case "\v":
    case "\f":
    case "\x0e":
      return lineBreak;
    case "\x1e":
      return "-";
    case "(":
      if (look.symbol !== null) return signOf(look.symbol.font, look.symbol.code, context);
      return "(";
    case "\x01":
      return (look.special && look.dataPlace !== null ? context.picture(look.dataPlace) : null) ?? "";
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
