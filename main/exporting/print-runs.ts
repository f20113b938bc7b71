/** Inline content as runs of a Word document: text as it is shown, marks, pictures, footnote signs, passages marked. */
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ImageRun,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { Inline, Mark } from "../../preload/model/article.ts";
import { inlineText, type Span } from "../../preload/model/article-text.ts";
import type { Bookmark, BookmarkColor } from "../../preload/model/bookmark.ts";
import { sound } from "./word.ts";

export interface WordPicture {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Pixels; 0 where not known. */
  readonly width: number;
  readonly height: number;
}

/** A bookmark and the number its note bears in the document, from 1; 0 where it has none. */
export interface PrintedMark {
  readonly bookmark: Bookmark;
  readonly number: number;
}

export interface RunSetting {
  /** The article's text as it is shown. */
  readonly shown: (start: number, end: number) => string;
  readonly marks: readonly PrintedMark[];
  /** How their notes are printed. */
  readonly notes: "comments" | "numbers";
  /** From 1, by the footnote's id; 0 where there is none. */
  readonly footnoteNumber: (id: string) => number;
  /** What stands in place of a picture that Word cannot show; `format`: such as WEBP. */
  readonly notShown: (format: string) => string;
  /** Null where no picture is printed. */
  readonly picture: (hash: string) => WordPicture | null;
  /** Pixels that a picture may be wide and high. */
  readonly room: { readonly width: number; readonly height: number };
}

/** `start`: where the content stands in the article's text. */
export function runsOf(
  content: readonly Inline[],
  start: number,
  setting: RunSetting,
  look: IRunOptions = {},
): ParagraphChild[] {
  let at = start;
  return content.flatMap((inline) => {
    const from = at;
    at += inlineText([inline]).length;
    return runsOfOne(inline, { start: from, end: at }, setting, look);
  });
}

function runsOfOne(
  inline: Inline,
  { start, end }: Span,
  setting: RunSetting,
  look: IRunOptions,
): ParagraphChild[] {
  switch (inline.type) {
    case "text":
      return textRuns(start, end, setting, { ...look, ...marked(inline.marks ?? []) });
    case "ruby":
      return textRuns(start, end, setting, look);
    case "link":
      return runsOf(inline.content, start, setting, look);
    case "line-break":
      return [new TextRun({ ...look, break: 1 })];
    case "image": {
      const run = inline.image === null ? null : pictureRun(inline.image, inline.alt, setting);
      return run === null ? [] : [run];
    }
    case "footnote-mark": {
      const number = setting.footnoteNumber(inline.id);
      return number === 0 ? [] : [new TextRun({ ...look, text: `〔${number}〕`, superScript: true })];
    }
    case "page-mark":
      return [];
  }
}

/** A stretch of text, parted where marked passages begin and end. */
export function textRuns(
  start: number,
  end: number,
  setting: RunSetting,
  look: IRunOptions,
): ParagraphChild[] {
  const around = setting.marks.filter(({ bookmark: { anchor } }) => anchor.start < end && start < anchor.end);
  const borders = around.flatMap(({ bookmark: { anchor } }) => [anchor.start, anchor.end]);
  const cuts = [...new Set([start, ...borders, end])]
    .filter((place) => start <= place && place <= end)
    .toSorted((one, other) => one - other);
  return cuts.slice(0, -1).flatMap((from, index) => {
    const to = cuts[index + 1] ?? end;
    const covering = around.filter(({ bookmark: { anchor } }) => anchor.start <= from && to <= anchor.end);
    const color = covering.at(-1)?.bookmark.color;
    return [
      ...around.flatMap((mark) => (mark.bookmark.anchor.start === from ? opening(mark, setting) : [])),
      new TextRun({
        ...look,
        text: sound(setting.shown(from, to)),
        ...(color === undefined ? {} : { highlight: highlights[color] }),
      }),
      ...around.flatMap((mark) => (mark.bookmark.anchor.end === to ? closing(mark, setting) : [])),
    ];
  });
}

const highlights = {
  red: "red",
  yellow: "yellow",
  green: "green",
  blue: "cyan",
  grey: "lightGray",
} as const satisfies Readonly<Record<BookmarkColor, IRunOptions["highlight"]>>;

function opening({ number }: PrintedMark, { notes }: RunSetting): ParagraphChild[] {
  return number === 0 || notes === "numbers" ? [] : [new CommentRangeStart(number)];
}

function closing({ number }: PrintedMark, { notes }: RunSetting): ParagraphChild[] {
  if (number === 0) return [];
  if (notes === "numbers") return [new TextRun({ text: `[${number}]`, superScript: true })];
  return [new CommentRangeEnd(number), new TextRun({ children: [new CommentReference(number)] })];
}

function marked(marks: readonly Mark[]): IRunOptions {
  const has = (mark: Mark) => marks.includes(mark);
  return {
    ...(has("strong") ? { bold: true } : {}),
    ...(has("emphasis") ? { italics: true } : {}),
    ...(has("underline") ? { underline: {} } : {}),
    ...(has("strike") ? { strike: true } : {}),
    ...(has("sup") ? { superScript: true } : {}),
    ...(has("sub") ? { subScript: true } : {}),
  };
}

/** The kinds that Word and WPS show. */
const pictureTypes: Readonly<Record<string, "png" | "jpg" | "gif" | "bmp">> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/bmp": "bmp",
};

/** As large as it is, no larger than there is room for; words where Word cannot show it; null where it is not printed. */
export function pictureRun(
  hash: string,
  alt: string,
  { picture, room, notShown }: RunSetting,
): ImageRun | TextRun | null {
  const found = picture(hash);
  if (found === null) return null;
  const type = pictureTypes[found.mediaType];
  if (type === undefined) return new TextRun(notShown(formatOf(found.mediaType)));
  const width = found.width || room.width;
  const height = found.height || Math.round((room.width * 3) / 4);
  const scale = Math.min(1, room.width / width, room.height / height);
  return new ImageRun({
    type,
    data: found.bytes,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: alt || "picture", description: alt, title: alt },
  });
}

/** `image/svg+xml` → SVG. */
function formatOf(mediaType: string): string {
  return mediaType.replace(/^image\/|\+.*$/g, "").toUpperCase();
}
