/** Printing (打印): what is chosen of which articles, how it is laid out, and what the print document is made of. */
import { z } from "zod";
import type { Span } from "./article-text.ts";
import type { Bookmark } from "./bookmark.ts";
import type { PackedArticle } from "./packed-article.ts";

/** 标准版, 公文版式 (GB/T 9704—2012), 大字版, 摘录. */
export const printTemplates = ["standard", "gongwen", "large", "excerpt"] as const;

export type PrintTemplate = (typeof printTemplates)[number];

/** Sizes of type by their Chinese names, in points. */
export const textSizes = {
  /** 小四 */
  "small-four": 12,
  /** 四号 */
  four: 14,
  /** 小三 */
  "small-three": 15,
  /** 三号 */
  three: 16,
  /** 小二 */
  "small-two": 18,
  /** 二号 */
  two: 22,
  /** 小一 */
  "small-one": 24,
  /** 一号 */
  one: 26,
} as const;

export type TextSize = keyof typeof textSizes;

/** May stand in headers and footers, in braces: `第{page}页`. */
export const printFields = ["title", "source", "date", "printed", "page", "pages"] as const;

export type PrintField = (typeof printFields)[number];

const furnitureSchema = z.strictObject({
  left: z.string().max(200),
  center: z.string().max(200),
  right: z.string().max(200),
});

export const printOptionsSchema = z.strictObject({
  paper: z.enum(["A4", "A3"]),
  landscape: z.boolean(),
  /** 单面; 双面, margins mirrored; 手动双面, the same in two runs. */
  sides: z.enum(["single", "double", "manual"]),
  columns: z.union([z.literal(1), z.literal(2)]),
  textSize: z.enum(Object.keys(textSizes) as [TextSize, ...TextSize[]]),
  pictures: z.enum(["yes", "smaller", "no"]),
  bookmarks: z.enum(["no", "in-place", "end-notes"]),
  header: furnitureSchema,
  footer: furnitureSchema,
  /** A line with the citation after each piece. */
  sourceLines: z.boolean(),
  articleOnNewPage: z.boolean(),
  /** Empty: none. */
  watermark: z.string().max(60),
});

export type PrintOptions = Readonly<z.infer<typeof printOptionsSchema>>;

const plain: PrintOptions = {
  paper: "A4",
  landscape: false,
  sides: "single",
  columns: 1,
  textSize: "small-four",
  pictures: "yes",
  bookmarks: "no",
  header: { left: "", center: "", right: "" },
  footer: { left: "", center: "{page} / {pages}", right: "" },
  sourceLines: false,
  articleOnNewPage: false,
  watermark: "",
};

/** What a template is printed with until something else is chosen. The page number of 公文版式 is its own, outside. */
export const defaultPrintOptions: Readonly<Record<PrintTemplate, PrintOptions>> = {
  standard: plain,
  gongwen: {
    ...plain,
    sides: "double",
    textSize: "three",
    footer: { left: "", center: "", right: "" },
    articleOnNewPage: true,
  },
  large: { ...plain, textSize: "two", pictures: "no" },
  excerpt: { ...plain, pictures: "no", sourceLines: true },
};

/** Pieces. A list of more would print tens of thousands of pages. */
export const LONGEST_PRINT_LIST = 10_000;

/** A section, paragraphs or a passage of an article in the text of a revision; the whole article without a span. */
export const chosenPieceSchema = z.object({
  article: z.int().positive(),
  revision: z.int().positive(),
  /** A span of the canonical text, not empty; null: the whole article. */
  span: z.object({ start: z.int().min(0), end: z.int().positive() }).nullable(),
  kind: z.enum(["article", "section", "passage"]),
});

export type ChosenPiece = Readonly<z.infer<typeof chosenPieceSchema>>;

/** A piece of the print list (打印清单). */
export interface PrintListPiece {
  readonly id: number;
  /** Null: the article was deleted for good. */
  readonly article: number | null;
  readonly revision: number;
  readonly span: Span | null;
  readonly kind: ChosenPiece["kind"];
  /** Of the article, as it was when the piece was chosen if the article is gone. */
  readonly title: string;
  /** The citation of the article in office style. */
  readonly source: string;
  /** The headings the piece stands under, outermost first, its own included. */
  readonly path: readonly string[];
  /** The piece's first characters. */
  readonly excerpt: string;
  /** White space not counted. */
  readonly characters: number;
  /** As with bookmarks; `gone`: the article is in the trash or deleted. Only lost and gone pieces do not print. */
  readonly state: "kept" | "moved" | "changed" | "lost" | "gone";
}

export interface PrintList {
  readonly pieces: readonly PrintListPiece[];
  /** Lists saved by name, by name. */
  readonly saved: readonly { readonly id: number; readonly name: string; readonly pieces: number }[];
}

/** All that the print page needs: it asks for nothing else but pictures and fonts. */
export interface PrintDocument {
  readonly title: string;
  readonly language: "zh-CN" | "en";
  readonly template: PrintTemplate;
  readonly options: PrintOptions;
  /** `YYYY-MM-DD`, local. */
  readonly printedOn: string;
  /** As in the reading view: half-width punctuation in Chinese text is shown full-width. */
  readonly fullWidthPunctuation: boolean;
  /** Pieces that follow one another and are of one article stand together. */
  readonly articles: readonly PrintedArticle[];
}

export interface PrintedArticle {
  readonly article: PackedArticle;
  /** In the order of the list. Null: the whole article. */
  readonly spans: readonly (Span | null)[];
  /** In the citation format of the settings. */
  readonly citation: string;
  /** Those within the pieces, where the options print bookmarks. */
  readonly bookmarks: readonly Bookmark[];
}

/** What is told of a finished preview. */
export interface PrintPreview {
  readonly pages: number;
  readonly bytes: number;
  /** Names of faces the template asks for and the machine does not have, each with what stands in for it. */
  readonly missingFaces: readonly { readonly wanted: string; readonly used: string }[];
  /** Pictures that could not be drawn and were left out. */
  readonly missingPictures: number;
  /** Pieces of the list that did not print, lost or gone. */
  readonly leftOut: number;
}

/** What the print page says once all its pictures and fonts stand. */
export const printPageReadySchema = z.object({
  missingFaces: z.array(z.object({ wanted: z.string().max(100), used: z.string().max(100) })).max(20),
  missingPictures: z.int().min(0),
});

export type PrintPageReady = z.infer<typeof printPageReadySchema>;
