/** What a file came to, counted and laid out as a manifest's expectations name it. */

import type { Reading } from "../../main/importing/format.ts";
import type { Block, ImportedArticle, Inline } from "../../preload/model/article.ts";
import { articleText, inlineText } from "../../preload/model/article-text.ts";
import { condensed } from "./condensed.ts";

export interface FoundHeading {
  /** 0 for an article's title. */
  readonly level: number;
  /** Condensed. */
  readonly text: string;
}

export interface Found {
  readonly articles: readonly ImportedArticle[];
  readonly reading: Reading;
  /** The articles' canonical texts. */
  readonly text: string;
  /** Every string that is kept of it, as JSON. */
  readonly stored: string;
  readonly headings: readonly FoundHeading[];
  /** Condensed texts of paragraphs and headings outside tables and footnotes that are not empty. */
  readonly paragraphs: readonly string[];
  readonly images: number;
  readonly tables: number;
  readonly notes: number;
  readonly pages: readonly string[];
}

interface Gathered {
  readonly headings: FoundHeading[];
  readonly paragraphs: string[];
  readonly pages: string[];
  images: number;
  tables: number;
  notes: number;
}

export function foundIn(reading: Reading): Found {
  const articles = reading.articles.map(({ article }) => article);
  const gathered: Gathered = { headings: [], paragraphs: [], pages: [], images: 0, tables: 0, notes: 0 };
  for (const article of articles) {
    if (article.title !== "") gathered.headings.push({ level: 0, text: condensed(article.title) });
    for (const block of [...article.lead, ...article.body]) gather(block, gathered, true);
  }
  return {
    ...gathered,
    ...{ articles, reading },
    text: articles.map((article) => articleText(article).text).join("\n"),
    stored: JSON.stringify(articles),
  };
}

function gather(block: Block, to: Gathered, counts: boolean): void {
  switch (block.type) {
    case "heading":
    case "paragraph":
    case "preformatted":
      gatherText(block, to, counts);
      return;
    case "table":
      to.tables++;
      break;
    case "figure":
      to.images++;
      gatherInlines(block.caption, to);
      return;
    case "footnote":
      to.notes++;
      break;
    case "list":
    case "quote":
    case "divider":
  }
  const within = counts && block.type !== "table" && block.type !== "footnote";
  for (const inner of blocksIn(block)) gather(inner, to, within);
}

function gatherText(
  block: Block & { type: "heading" | "paragraph" | "preformatted" },
  to: Gathered,
  counts: boolean,
): void {
  gatherInlines(block.content, to);
  const text = condensed(inlineText(block.content));
  if (text === "") return;
  if (block.type === "heading") to.headings.push({ level: block.level, text });
  if (counts) to.paragraphs.push(text);
}

function blocksIn(block: Block): readonly Block[] {
  if (block.type === "list") return block.items.flat();
  if (block.type === "table") return block.rows.flat().flatMap(({ blocks }) => blocks);
  return block.type === "quote" || block.type === "footnote" ? block.blocks : [];
}

function gatherInlines(content: readonly Inline[], to: Gathered): void {
  for (const inline of content) {
    if (inline.type === "image") to.images++;
    if (inline.type === "page-mark") to.pages.push(inline.page);
    if (inline.type === "link") gatherInlines(inline.content, to);
  }
}
