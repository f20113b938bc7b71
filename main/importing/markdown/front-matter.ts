/**
 * The lines between two `---` at the very beginning of a Markdown file, one `key: value` each, stating what the text
 * itself does not: title, kicker, subtitle, byline, publication, date (YYYY-MM-DD), page, page-name, credits, lead (one
 * paragraph), language, tags (parted by commas or 、). A value may stand in straight quotes. A key that is none of these
 * is passed over, as is a date that is no day.
 */
import type { ImportedArticle } from "../../../preload/model/article.ts";
import { dateSchema, plain } from "../../../preload/model/article.ts";

export interface FrontMatter {
  readonly fields: Partial<ImportedArticle>;
  readonly tags: readonly string[];
  /** The text after the front matter; all of it where there is none. */
  readonly rest: string;
}

const FENCED = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** A line that states something. A file that begins with a thematic break has other lines, and is left alone. */
const STATEMENT = /^([A-Za-z][\w-]*)[ \t]*[:：][ \t]*(.*)$/;

const TEXT_FIELDS: Readonly<Record<string, keyof ImportedArticle>> = {
  title: "title",
  kicker: "kicker",
  subtitle: "subtitle",
  byline: "byline",
  publication: "publication",
  page: "page",
  "page-name": "pageName",
  credits: "credits",
  language: "language",
};

/** As the library takes them. */
const LONGEST_TAG = 200;
const MOST_TAGS = 100;

export function readFrontMatter(text: string): FrontMatter {
  const fence = FENCED.exec(text);
  const lines =
    fence?.[1]?.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith("#")) ?? [];
  const statements = lines.map((line) => STATEMENT.exec(line.trim()));
  if (fence === null || statements.length === 0 || statements[0] === null)
    return { fields: {}, tags: [], rest: text };
  const fields: Record<string, unknown> = {};
  let tags: readonly string[] = [];
  for (const statement of statements) {
    const [, key = "", raw = ""] = statement ?? [];
    const value = unquoted(raw.trim());
    const field = TEXT_FIELDS[key.toLowerCase()];
    if (value === "") continue;
    if (field !== undefined) fields[field] = value;
    else if (key === "date" && dateSchema.safeParse(value).success) fields["issuedOn"] = value;
    else if (key === "lead") fields["lead"] = [{ type: "paragraph", content: plain(value) }];
    else if (key === "tags") tags = tagList(value);
  }
  return { fields, tags, rest: text.slice(fence[0].length) };
}

function unquoted(value: string): string {
  return /^(["']).*\1$/s.test(value) && value.length > 1 ? value.slice(1, -1) : value;
}

function tagList(value: string): readonly string[] {
  const names = value.replace(/^\[(.*)\]$/, "$1").split(/[,，、;；]/);
  const tidy = names.map((name) => unquoted(name.trim()).slice(0, LONGEST_TAG));
  return [...new Set(tidy.filter((name) => name !== ""))].slice(0, MOST_TAGS);
}
