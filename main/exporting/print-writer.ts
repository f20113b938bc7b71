/** The sections, numberings and comments of a Word document of what is printed. */
import {
  AlignmentType,
  DocumentGridType,
  HeadingLevel,
  type ISectionOptions,
  LevelFormat,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from "docx";
import type { Article } from "../../preload/model/article.ts";
import type { ArticleText } from "../../preload/model/article-text.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { withCitation } from "../../preload/model/citation.ts";
import { articleCutter } from "../../preload/model/cut-article.ts";
import { shownText } from "../../preload/model/full-width.ts";
import { gongwenLevel } from "../../preload/model/gongwen-headings.ts";
import { say } from "../../preload/model/messages.ts";
import { unpackBlocks } from "../../preload/model/packed-article.ts";
import type { PrintDocument, PrintedArticle } from "../../preload/model/print.ts";
import {
  type PageGeometry,
  pageGeometry,
  typeHeight,
  typeWidth,
} from "../../preload/model/print-geometry.ts";
import { saysSourceItself, sourceParts } from "../../preload/model/print-source.ts";
import type { BlockSetting, WordBlock } from "./print-blocks.ts";
import { BULLETS, blocksOf, look, smallLine } from "./print-blocks.ts";
import { furnitureOf } from "./print-furniture.ts";
import type { PrintLook } from "./print-look.ts";
import { printLook } from "./print-look.ts";
import { placesOf } from "./print-places.ts";
import type { PrintedMark, WordPicture } from "./print-runs.ts";
import { textRuns } from "./print-runs.ts";
import { sound } from "./word.ts";

/** Twentieths of a point in a millimetre, and pixels of a picture. */
const TWIPS = 1440 / 25.4;
const PIXELS = 96 / 25.4;

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8];

const bullets = {
  reference: BULLETS,
  levels: levels.map((level) => ({ level, format: LevelFormat.BULLET, text: "•", ...levelIndent(level) })),
};

function levelIndent(level: number) {
  return { style: { paragraph: { indent: { left: 640 * (level + 1), hanging: 420 } } } };
}

/** Writes one document; counts its lists, notes and starts of lists. */
export class PrintWriter {
  readonly #document: PrintDocument;
  readonly #picture: (hash: string) => WordPicture | null;
  readonly #look: PrintLook;
  readonly #geometry: PageGeometry;
  readonly #starts = new Set<number>();
  readonly #notes: string[] = [];
  #lists = 0;

  constructor(document: PrintDocument, picture: (hash: string) => WordPicture | null) {
    this.#document = document;
    this.#picture = picture;
    this.#look = printLook(document.template, document.options);
    this.#geometry = pageGeometry(document.template, document.options);
  }

  /** One for each article that begins a page of its own; else one for all. */
  sections(): ISectionOptions[] {
    const { articles, options } = this.#document;
    const groups = options.articleOnNewPage ? articles.map((article) => [article]) : [articles];
    return groups.map((group, index) => this.#section(group, index));
  }

  /** Of bullets, and one for each number that a list begins with. */
  numberings() {
    const numbers = [...this.#starts].map((start) => ({
      reference: numbersFrom(start),
      levels: levels.map((level) => ({
        ...{ level, start, format: LevelFormat.DECIMAL, text: `%${level + 1}.` },
        ...levelIndent(level),
      })),
    }));
    return [bullets, ...numbers];
  }

  comments() {
    if (this.#document.options.bookmarks !== "in-place") return [];
    return this.#notes.map((note, index) => ({
      ...{ id: index + 1, author: "", initials: "" },
      children: note.split("\n").map((line) => new Paragraph(sound(line))),
    }));
  }

  #section(articles: readonly PrintedArticle[], index: number): ISectionOptions {
    const { options, template } = this.#document;
    const { width, height, top, bottom, binding, outer, lineHeight, columnGap } = this.#geometry;
    const twips = (millimetres: number) => Math.round(millimetres * TWIPS);
    return {
      properties: {
        ...(index === 0 ? {} : { type: SectionType.NEXT_PAGE }),
        page: {
          size: {
            // The library turns the sheet itself.
            ...(options.landscape
              ? { width: twips(height), height: twips(width), orientation: PageOrientation.LANDSCAPE }
              : { width: twips(width), height: twips(height) }),
          },
          margin: {
            ...{ top: twips(top), bottom: twips(bottom), left: twips(binding), right: twips(outer) },
            // The page number of an official document stands 7 mm below the text.
            ...(template === "gongwen" ? { footer: twips(bottom - 7) - 280 } : { footer: twips(12) }),
          },
        },
        ...(options.columns === 2 ? { column: { count: 2, space: twips(columnGap) } } : {}),
        ...(template === "gongwen"
          ? {
              // No more than fits: a grid whose last line does not fit has one line less.
              grid: { type: DocumentGridType.LINES, linePitch: Math.floor(lineHeight * TWIPS) },
            }
          : {}),
      },
      ...furnitureOf(this.#document, articles, { look: this.#look, width: twips(typeWidth(this.#geometry)) }),
      children: articles.flatMap((article) => this.#article(article)),
    };
  }

  #article(printed: PrintedArticle): WordBlock[] {
    const { blocks, ...details } = printed.article;
    const article: Article = { ...details, ...unpackBlocks(blocks) };
    const text = articleText(article);
    const { options, template, language } = this.#document;
    const setting = this.#settingOf(printed, article, text);
    const cutTo = articleCutter(article, text);
    const isExcerpt = template === "excerpt";
    const source = options.sourceLines && printed.citation !== "" ? withCitation("", printed.citation) : "";
    const pieces = printed.spans.flatMap((span) => {
      const cut = cutTo(span);
      const placeOf = template === "gongwen" ? placesOf(cut.article.body) : setting.placeOf;
      const inPiece: BlockSetting = { ...setting, blocks: cut.text.blocks, placeOf };
      return [
        ...(isExcerpt ? titleBlock(cut.text, [], inPiece) : []),
        ...blocksOf(cut.article.lead, inPiece),
        ...blocksOf(cut.article.body, inPiece),
        ...fieldLine("credits", cut.text, inPiece, AlignmentType.RIGHT),
        ...(source === "" ? [] : [smallLine(source, setting, { alignment: AlignmentType.RIGHT })]),
      ];
    });
    const from = saysSourceItself(template, article) ? [] : sourceParts(article, language);
    const notes = options.bookmarks === "end-notes" ? notesOf(setting.marks) : [];
    return [
      ...(isExcerpt ? [] : titleBlock(text, from, setting)),
      ...pieces,
      ...(notes.length === 0
        ? []
        : [
            new Paragraph({
              keepNext: true,
              children: [new TextRun({ text: say(language, "bookmarks.note"), bold: true })],
            }),
            ...notes.map((note) => smallLine(sound(note), setting)),
          ]),
    ];
  }

  #settingOf({ bookmarks }: PrintedArticle, article: Article, text: ArticleText): BlockSetting {
    const { options, template, language, fullWidthPunctuation } = this.#document;
    const shown = fullWidthPunctuation ? shownText(text.text) : text.text;
    const footnotes = [...text.blocks.keys()].flatMap((block) =>
      block.type === "footnote" ? [block.id] : [],
    );
    const share = options.pictures === "smaller" ? 0.5 : 1;
    return {
      look: this.#look,
      blocks: text.blocks,
      shown: (start, end) => shown.slice(start, end),
      marks: bookmarks.map((bookmark): PrintedMark => ({ bookmark, number: this.#numberOf(bookmark.note) })),
      notes: options.bookmarks === "in-place" ? "comments" : "numbers",
      footnoteNumber: (id) => footnotes.indexOf(id) + 1,
      notShown: (format) => say(language, "print.picture-not-in-word", { format }),
      picture: options.pictures === "no" ? () => null : this.#picture,
      room: {
        width: Math.round(typeWidth(this.#geometry) * PIXELS * (share / options.columns)),
        height: Math.round(typeHeight(this.#geometry) * PIXELS * 0.8 * share),
      },
      headingLevel: (heading, level) => {
        const depth = level - Math.min(level, ...levelsOf(text)) + 1;
        return template === "gongwen" ? gongwenLevel(heading, depth) : depth;
      },
      indent: article.language.startsWith("zh"),
      placeOf: () => null,
      countList: (start) => {
        this.#starts.add(start);
        this.#lists += 1;
        return { reference: numbersFrom(start), instance: this.#lists };
      },
    };
  }

  #numberOf(note: string): number {
    return note === "" ? 0 : this.#notes.push(note);
  }
}

function levelsOf({ blocks }: ArticleText): readonly number[] {
  return [...blocks.keys()].flatMap((block) => (block.type === "heading" ? [block.level] : []));
}

function numbersFrom(start: number): string {
  return `numbers-${start}`;
}

function notesOf(marks: readonly PrintedMark[]): readonly string[] {
  return marks.flatMap(({ bookmark, number }) => (number === 0 ? [] : [`[${number}] ${bookmark.note}`]));
}

/** Kicker, title, subtitle, and one line that says who wrote it and where it is from; of a passage what it holds of them. */
function titleBlock(text: ArticleText, source: readonly string[], setting: BlockSetting): Paragraph[] {
  const { CENTER } = AlignmentType;
  const title = text.fields.get("title");
  return [
    ...fieldLine("kicker", text, setting, CENTER),
    ...(title === undefined
      ? []
      : [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            children: textRuns(title.start, title.end, setting, {}),
          }),
        ]),
    ...fieldLine("subtitle", text, setting, CENTER),
    ...fieldLine("byline", text, setting, CENTER),
    ...(source.length > 0 ? [smallLine(sound(source.join("　")), setting, { alignment: CENTER })] : []),
  ];
}

function fieldLine(
  field: "kicker" | "subtitle" | "byline" | "credits",
  text: ArticleText,
  setting: BlockSetting,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
): Paragraph[] {
  const span = text.fields.get(field);
  if (span === undefined) return [];
  const children = textRuns(span.start, span.end, setting, look(setting.look.small));
  return [new Paragraph({ alignment, children })];
}
