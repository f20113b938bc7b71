/** What the reader may set, kept in the library. */
import { z } from "zod";
import { bookmarkColors } from "./bookmark.ts";
import { citationFormats } from "./citation.ts";
import { batchDetailsSchema } from "./import-report.ts";
import { defaultPrintOptions, printOptionsSchema, printTemplates } from "./print.ts";
import { LONGEST_QUERY, searchFiltersSchema } from "./search.ts";
import { usualShortNames } from "./short-names.ts";

/** How many queries are remembered (搜索记录). */
export const REMEMBERED_SEARCHES = 50;

/** A search kept by name (常用搜索). */
const savedSearchSchema = z.object({
  name: z.string().trim().min(1).max(100),
  query: z.string().min(1).max(LONGEST_QUERY),
  shortNames: z.boolean(),
  filters: searchFiltersSchema,
});

export type SavedSearch = Readonly<z.infer<typeof savedSearchSchema>>;

const settingsSchema = z.strictObject({
  language: z.enum(["zh-CN", "en"]),
  theme: z.enum(["day", "green", "night"]),
  typeface: z.enum(["noto-serif", "song", "fangsong", "kai", "hei"]),
  /** CSS pixels. */
  textSize: z.int().min(14).max(36),
  /** A multiple of the text size. */
  lineHeight: z.number().min(1.4).max(2.4),
  /** Full-width characters in a line. */
  columnWidth: z.int().min(24).max(56),
  indent: z.boolean(),
  justify: z.boolean(),
  /** Half-width punctuation in Chinese text is shown full-width. */
  fullWidthPunctuation: z.boolean(),
  contentsOpen: z.boolean(),
  listOpen: z.boolean(),
  /** Collections whose own collections are out of sight in the tree, by id. */
  foldedCollections: z.array(z.int().positive()).max(100_000),
  keepOnTop: z.boolean(),
  /** The first start's card was closed. */
  welcomeDone: z.boolean(),
  /** What was said of the last batch that was imported, offered again for the next. */
  lastDetails: batchDetailsSchema,
  /** What each colour of bookmarks means, in the reader's words; empty where no meaning was given. */
  bookmarkMeanings: z.record(z.enum(bookmarkColors), z.string().trim().max(20)),
  lastBookmarkColor: z.enum(bookmarkColors),
  citationFormat: z.enum(citationFormats),
  /** Documents whose heads bear a classification are imported too; without it their import is stopped. */
  allowClassified: z.boolean(),
  /** Queries, newest first. */
  searchHistory: z.array(z.string().min(1).max(LONGEST_QUERY)).max(REMEMBERED_SEARCHES),
  savedSearches: z.array(savedSearchSchema).max(200),
  /** Each a group of names for one thing (简称对照). */
  shortNames: z.array(z.array(z.string().trim().min(1).max(60)).min(2).max(20)).max(500),
  printTemplate: z.enum(printTemplates),
  /** Remembered for each template. */
  printOptions: z.record(z.enum(printTemplates), printOptionsSchema),
});

export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const defaultSettings: Settings = {
  language: "zh-CN",
  theme: "day",
  typeface: "noto-serif",
  textSize: 18,
  lineHeight: 1.8,
  columnWidth: 38,
  indent: true,
  justify: true,
  fullWidthPunctuation: true,
  contentsOpen: true,
  listOpen: true,
  foldedCollections: [],
  keepOnTop: false,
  welcomeDone: false,
  lastDetails: { publication: "", issuedOn: null, page: "", pageName: "" },
  bookmarkMeanings: { red: "", yellow: "", green: "", blue: "", grey: "" },
  lastBookmarkColor: "yellow",
  citationFormat: "office",
  allowClassified: false,
  searchHistory: [],
  savedSearches: [],
  shortNames: usualShortNames.map((names) => [...names]),
  printTemplate: "standard",
  printOptions: defaultPrintOptions,
};

export const settingsChangeSchema = settingsSchema.partial();

export type SettingsChange = z.infer<typeof settingsChangeSchema>;

/** Settings from stored values, key by key: one damaged value costs that setting alone. */
export function parseSettings(stored: Readonly<Record<string, unknown>>): Settings {
  const sound: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(settingsSchema.shape)) {
    const parsed = schema.safeParse(stored[key]);
    if (parsed.success) sound[key] = parsed.data;
  }
  return settingsSchema.parse({ ...defaultSettings, ...sound });
}
