/** Where notes and text boxes of a Word 97–2003 file are referred to, and which part of their texts each of them is. */
import type { Extent, WordFile } from "./file-head.ts";

export interface Note extends Extent {
  readonly id: string;
}

/** By the place of their marks. */
export function notesOf(file: WordFile): ReadonlyMap<number, Note> {
  return new Map([...notesOfKind(file, "footnote"), ...notesOfKind(file, "endnote")]);
}

function notesOfKind(file: WordFile, kind: "footnote" | "endnote"): readonly (readonly [number, Note])[] {
  const marks = placesIn(file.table(`${kind}Marks`), 2);
  const texts = placesIn(file.table(`${kind}Texts`), 0);
  const story = file.stories[`${kind}s`];
  return marks.slice(0, -1).map((mark, index) => {
    const start = story.start + (texts[index] ?? 0);
    const end = Math.min(story.end, story.start + (texts[index + 1] ?? 0));
    return [mark, { id: `${kind} ${index + 1}`, start, end }];
  });
}

const SHAPE_BYTES = 26;
const BOX_BYTES = 22;
/** Where a box names the shape that it stands in. */
const SHAPE_OF_BOX = 14;

export interface Box extends Extent {
  /** The place in the main text that its shape is anchored at; null where that is not told, as in groups. */
  readonly anchor: number | null;
}

export function boxesOf(file: WordFile): readonly Box[] {
  const shapes = file.table("shapes");
  const anchors = new Map(
    placesIn(shapes, SHAPE_BYTES)
      .slice(0, -1)
      .map((place, index, all) => [shapes.readUInt32LE((all.length + 1) * 4 + index * SHAPE_BYTES), place]),
  );
  const texts = file.table("boxTexts");
  const places = placesIn(texts, BOX_BYTES);
  const story = file.stories.boxes;
  return places.slice(0, -1).map((place, index) => {
    const shape = texts.readUInt32LE(places.length * 4 + index * BOX_BYTES + SHAPE_OF_BOX);
    const end = Math.min(story.end, story.start + (places[index + 1] ?? 0));
    return { start: story.start + place, end, anchor: anchors.get(shape) ?? null };
  });
}

const TEXTS_OF_NOTES = 6;

/** The headers and footers: each section has six texts, and before them stand six of notes. */
export function runningTextsOf(file: WordFile): readonly Extent[] {
  const places = placesIn(file.table("headerTexts"), 0);
  const { start, end } = file.stories.headers;
  return places.flatMap((place, index) => {
    const next = places[index + 1];
    return next === undefined || index < TEXTS_OF_NOTES || next <= place
      ? []
      : [{ start: start + place, end: Math.min(end, start + next) }];
  });
}

/** The places of a table of places with values of `bytes` each (Plc): one place more than values. */
function placesIn(table: Buffer, bytes: number): readonly number[] {
  if (table.length < 4) return [];
  const count = Math.floor((table.length - 4) / (4 + bytes)) + 1;
  return Array.from({ length: count }, (_, index) => table.readUInt32LE(index * 4));
}
