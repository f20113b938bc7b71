/** The main text of a Word 97–2003 file → blocks, with its tables, notes and text boxes where they belong. */
import type { Block } from "../../../preload/model/article.ts";
import type { Looks } from "../docx/document.ts";
import { USUAL_SIZE } from "../docx/document.ts";
import { BlockGathering } from "../docx/lists.ts";
import { Numbering } from "../docx/numbering.ts";
import { placeParagraph } from "../docx/placing.ts";
import type { Picture, ReadingWarning } from "../format.ts";
import type { Run } from "../inlines.ts";
import { PictureCollector } from "../pictures.ts";
import { pictureRun, textBlocks } from "../pictures-in-text.ts";
import type { Extent, WordFile } from "./file-head.ts";
import { fontNames } from "./fonts.ts";
import { listDefinitions } from "./lists.ts";
import type { Box, Note } from "./notes.ts";
import { boxesOf, notesOf, runningTextsOf } from "./notes.ts";
import { pictureBytes } from "./pictures.ts";
import type { RunContext } from "./runs.ts";
import { runsOf } from "./runs.ts";
import type { WordParagraph } from "./stories.ts";
import { Stories } from "./stories.ts";
import type { DocRow } from "./tables.ts";
import { tableOf } from "./tables.ts";

export interface WordContent {
  readonly body: readonly Block[];
  readonly notes: readonly Block[];
  readonly looks: Map<Block, Looks>;
  /** The lines of page headers, page footers and text boxes. */
  readonly headLines: readonly string[];
  readonly pictures: readonly Picture[];
  readonly warnings: readonly ReadingWarning[];
  /** Not all the text that the file says it has could be read. */
  readonly damaged: boolean;
}

export function wordContent(file: WordFile): WordContent {
  return new ContentReading(file).content();
}

class ContentReading {
  readonly #file: WordFile;
  readonly #stories: Stories;
  readonly #numbering: Numbering;
  readonly #fonts: readonly string[];
  readonly #notes: ReadonlyMap<number, Note>;
  readonly #boxes: readonly Box[];
  readonly #looks = new Map<Block, Looks>();
  readonly #pictures: PictureCollector;
  readonly #drawn = new Map<number, Run | null>();

  constructor(file: WordFile) {
    this.#file = file;
    this.#stories = new Stories(file);
    this.#numbering = new Numbering(listDefinitions(file));
    this.#fonts = fontNames(file.table("fonts"));
    this.#notes = notesOf(file);
    this.#boxes = boxesOf(file);
    this.#pictures = new PictureCollector((place) => {
      const bytes = pictureBytes(file.data, Number(place));
      return bytes === null ? { refused: "missing" } : { bytes };
    });
  }

  content(): WordContent {
    const { main, headerBoxes } = this.#file.stories;
    const seen = new Set<Note>();
    const body = this.#blocks(main, seen, this.#boxes);
    const notes = [...seen].map(
      (note): Block => ({ type: "footnote", id: note.id, blocks: this.#blocks(note, new Set(), []) }),
    );
    const beside = [...runningTextsOf(this.#file), headerBoxes, this.#file.stories.boxes];
    return {
      ...{ body, notes, looks: this.#looks },
      headLines: beside.flatMap((extent) => this.#lines(extent)),
      pictures: this.#pictures.pictures,
      warnings: this.#pictures.warnings,
      damaged: this.#stories.length < main.end,
    };
  }

  /** `seen` takes the notes that the text refers to, in the order of their marks. */
  #blocks(extent: Extent, seen: Set<Note>, boxes: readonly Box[]): readonly Block[] {
    const context = this.#context(seen);
    const gathering = new TableGathering();
    const waiting = boxes.toSorted((one, other) => anchorOf(one) - anchorOf(other));
    let next = 0;
    const putUpTo = (place: number) => {
      for (let box = waiting[next]; box !== undefined && anchorOf(box) < place; box = waiting[++next]) {
        for (const block of this.#blocks(box, seen, [])) gathering.target.add(block);
      }
    };
    let carried: Run[] = [];
    for (const paragraph of this.#stories.paragraphs(extent.start, extent.end)) {
      for (const run of runsOf(paragraph.stretches, context)) carried.push(run);
      if (paragraph.goesOn) continue;
      gathering.enter(paragraph);
      this.#place(gathering.target, textBlocks(carried), paragraph);
      carried = [];
      putUpTo(paragraph.end);
      gathering.leave(paragraph);
    }
    gathering.finish();
    for (const block of textBlocks(carried)) gathering.target.add(block);
    putUpTo(Number.POSITIVE_INFINITY);
    return gathering.target.blocks;
  }

  #place(gathering: BlockGathering, blocks: readonly Block[], paragraph: WordParagraph): void {
    const { look } = paragraph;
    const style = this.#stories.styles(paragraph.style);
    const id = look.list ?? style.numbering?.id ?? null;
    const reference = { id, level: look.listLevel ?? style.numbering?.level ?? 0 };
    const numbered = look.rowEnd ? null : this.#numbering.next(reference, undefined);
    if (blocks.length === 0) return;
    const level = look.outline === undefined ? style.heading : look.outline;
    const sizes = paragraph.stretches.flatMap((stretch) => stretch.look.size ?? []);
    const looks: Looks = {
      role: style.role,
      centred: look.centred ?? style.centred,
      size:
        sizes.length > 0 ? sizes.reduce((one, other) => Math.max(one, other)) : (style.size ?? USUAL_SIZE),
    };
    placeParagraph(gathering, { blocks, level, numbered, looks }, this.#looks);
  }

  #context(seen: Set<Note>): RunContext {
    return {
      fonts: this.#fonts,
      fields: [],
      noteAt: (place) => {
        const note = this.#notes.get(place);
        if (note !== undefined) seen.add(note);
        return note?.id;
      },
      picture: (place) => this.#picture(place),
    };
  }

  #picture(place: number): Run | null {
    const known = this.#drawn.get(place);
    if (known !== undefined) return known;
    const taken =
      pictureBytes(this.#file.data, place) === null ? "spacer" : this.#pictures.take(String(place));
    const run = taken === "spacer" ? null : pictureRun(taken, "", null);
    this.#drawn.set(place, run);
    return run;
  }

  #lines({ start, end }: Extent): readonly string[] {
    const context = { ...this.#context(new Set()), noteAt: () => undefined, picture: () => null };
    return [...this.#stories.paragraphs(start, end)]
      .map(({ stretches }) =>
        runsOf(stretches, context)
          .map(({ leaf }) => (leaf.type === "text" ? leaf.text : "\n"))
          .join(""),
      )
      .flatMap((text) => text.split("\n"))
      .filter((line) => line.trim() !== "");
  }
}

/** Boxes that are anchored nowhere stand at the end. */
function anchorOf({ anchor }: Box): number {
  return anchor ?? Number.MAX_SAFE_INTEGER;
}

/** Where paragraphs go: into the text, or into the cell of the table that stands open. Tables in cells flow on level. */
class TableGathering {
  readonly #outer = new BlockGathering();
  #cell = new BlockGathering();
  #cells: (readonly Block[])[] = [];
  #rows: DocRow[] = [];
  #inTable = false;

  get target(): BlockGathering {
    return this.#inTable ? this.#cell : this.#outer;
  }

  enter({ look }: WordParagraph): void {
    if (this.#inTable && !look.inTable) this.finish();
    this.#inTable = look.inTable;
  }

  leave({ look, endsCell, properties }: WordParagraph): void {
    if (!look.inTable || look.depth > 1 || !endsCell) return;
    if (!look.rowEnd) {
      this.#cells.push(this.#cell.blocks);
    } else if (this.#cells.length > 0) {
      this.#rows.push({ cells: this.#cells, properties });
      this.#cells = [];
    }
    this.#cell = new BlockGathering();
  }

  /** Ends the table that stands open; what a broken one holds is kept. */
  finish(): void {
    if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, properties: [] });
    const table = tableOf(this.#rows);
    if (table !== null) this.#outer.add(table);
    for (const block of this.#cell.blocks) this.#outer.add(block);
    this.#cell = new BlockGathering();
    this.#cells = [];
    this.#rows = [];
    this.#inTable = false;
  }
}
