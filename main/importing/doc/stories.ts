/** The texts of a Word 97–2003 file cut into paragraphs, each with what tells where it belongs. */
import type { WordFile } from "./file-head.ts";
import type { CharacterLook, ParagraphLook } from "./look.ts";
import { characterLook, PLAIN_LOOK, paragraphLook } from "./look.ts";
import { WordText } from "./pieces.ts";
import type { Property, PropertyRun } from "./properties.ts";
import { propertiesOf, propertyRuns } from "./properties.ts";
import type { Styles } from "./styles.ts";
import { readStyles } from "./styles.ts";

/** Characters alike in looks. */
export interface Stretch {
  readonly start: number;
  readonly text: string;
  readonly look: CharacterLook;
}

export interface WordParagraph {
  readonly stretches: readonly Stretch[];
  /** Places among the file's characters: of the first, and after the last, which is its mark. */
  readonly start: number;
  readonly end: number;
  readonly style: number;
  readonly look: ParagraphLook;
  readonly properties: readonly Property[];
  /** Its mark ends a cell of a table. */
  readonly endsCell: boolean;
  /** A tracked change deletes its mark: it goes on in the next. */
  readonly goesOn: boolean;
}

const PARAGRAPH_MARK = "\r";
const CELL_MARK = "\x07";
/** Ends a page, and a section too, and then a paragraph with it. */
const PAGE_END = "\f";

/** Properties too long for their page lie in the data stream. */
const HUGE: ReadonlySet<number> = new Set([0x6645, 0x6646]);

export class Stories {
  readonly styles: Styles;
  readonly #file: WordFile;
  readonly #text: WordText;
  readonly #characterRuns: readonly PropertyRun[];
  readonly #paragraphRuns: readonly PropertyRun[];

  /** Throws `FailureError`: unreadable. */
  constructor(file: WordFile) {
    this.#file = file;
    this.#text = new WordText(file.document, file.table("pieces"));
    this.#characterRuns = propertyRuns(file.document, file.table("characterPages"), "characters");
    this.#paragraphRuns = propertyRuns(file.document, file.table("paragraphPages"), "paragraphs");
    this.styles = readStyles(file.table("styles"));
  }

  /** How many characters could be read. */
  get length(): number {
    return this.#text.text.length;
  }

  /** The paragraphs between two places; what stands after the last mark is one, too. */
  *paragraphs(start: number, end: number): Generator<WordParagraph> {
    const last = Math.min(end, this.#text.text.length);
    let from = start;
    for (let at = start; at < last; at++) {
      if (!this.#endsParagraph(at)) continue;
      yield this.#paragraph(from, at + 1);
      from = at + 1;
    }
    if (from < last) yield this.#paragraph(from, last);
  }

  #endsParagraph(at: number): boolean {
    const character = this.#text.text.charAt(at);
    if (character === PARAGRAPH_MARK || character === CELL_MARK) return true;
    return character === PAGE_END && this.#text.isParagraphEnd(at, this.#paragraphRuns);
  }

  #paragraph(start: number, end: number): WordParagraph {
    const { style, lists } = this.#text.paragraph(end - 1, this.#paragraphRuns);
    const properties = lists.flatMap(propertiesOf).flatMap((property) => this.#spreadOut(property));
    const hidden = this.styles(style).hidden === true;
    const stretches = this.#stretches(start, end, hidden);
    const mark = this.#text.text.charAt(end - 1);
    return {
      ...{ start, end, style, properties, stretches },
      look: paragraphLook(properties),
      endsCell: mark === CELL_MARK,
      goesOn: mark === PARAGRAPH_MARK && stretches.at(-1)?.look.deleted === true,
    };
  }

  #stretches(start: number, end: number, hidden: boolean): readonly Stretch[] {
    const marksOf = (style: number) => new Set(this.styles(style).marks);
    return this.#text.runs(start, end, this.#characterRuns).map((run) => ({
      start: run.start,
      text: this.#text.text.slice(run.start, run.end),
      look: characterLook(run.lists, { ...PLAIN_LOOK, hidden }, marksOf),
    }));
  }

  #spreadOut(property: Property): readonly Property[] {
    if (!HUGE.has(property.code)) return [property];
    const place = property.value.readUInt32LE(0);
    const { data } = this.#file;
    if (place + 2 > data.length) return [];
    return propertiesOf(data.subarray(place + 2, place + 2 + data.readUInt16LE(place)));
  }
}
