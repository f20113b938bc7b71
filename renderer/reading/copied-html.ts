/**
 * A passage as HTML for the clipboard: structure alone, so that it takes the style of the document it is pasted into.
 * Paragraphs, headings, lists and tables stay what they are; a passage within one of them is a run of text.
 */
import type { Article, Block, Inline, Mark, TableCell } from "../../preload/model/article.ts";
import { inlineText, type Span } from "../../preload/model/article-text.ts";
import type { ArticleModel } from "./article-model.ts";

/** What comes behind the passage, as its citation does. */
export function copiedHtml(article: Article, model: ArticleModel, span: Span, behind = ""): string {
  const within = leafAround(model, span);
  if (within !== null) return inlines(within.content, within.start, span, model) + escaped(behind);
  const { lead, body, kicker, title, subtitle, byline, credits } = article;
  const field = (name: "kicker" | "title" | "subtitle" | "byline" | "credits", element: "h1" | "p") => {
    const place = model.text.fields.get(name);
    return place === undefined ? "" : wrapped(element, shownWithin(model, place, span));
  };
  const html = [
    kicker === "" ? "" : field("kicker", "p"),
    title === "" ? "" : field("title", "h1"),
    subtitle === "" ? "" : field("subtitle", "p"),
    byline === "" ? "" : field("byline", "p"),
    blocks([...lead, ...body, ...model.footnotes.flatMap((footnote) => footnote.blocks)], span, model),
    credits === "" ? "" : field("credits", "p"),
  ].join("");
  if (behind === "") return html;
  // The citation ends the last paragraph; behind a table or a list it has one of its own.
  return html.endsWith("</p>")
    ? `${html.slice(0, -"</p>".length)}${escaped(behind)}</p>`
    : html + wrapped("p", escaped(behind));
}

interface Leaf {
  readonly content: readonly Inline[];
  readonly start: number;
}

/** The one paragraph that holds the whole passage and more; null where several do or all of it is meant. */
function leafAround({ text }: ArticleModel, span: Span): Leaf | null {
  for (const { start, end } of text.fields.values()) {
    if (start <= span.start && span.end <= end && end - start > span.end - span.start)
      return { content: [{ type: "text", text: text.text.slice(start, end) }], start };
  }
  for (const [block, { start, end }] of text.blocks) {
    const content = contentOf(block);
    if (content === null || start > span.start || span.end > end) continue;
    return end - start > span.end - span.start ? { content, start } : null;
  }
  return null;
}

function contentOf(block: Block): readonly Inline[] | null {
  switch (block.type) {
    case "heading":
    case "paragraph":
    case "preformatted":
      return block.content;
    case "figure":
      return block.caption;
    case "list":
    case "table":
    case "quote":
    case "divider":
    case "footnote":
      return null;
  }
}

function blocks(all: readonly Block[], span: Span, model: ArticleModel): string {
  return all.map((block) => oneBlock(block, span, model)).join("");
}

function oneBlock(block: Block, span: Span, model: ArticleModel): string {
  const place = model.text.blocks.get(block);
  if (place === undefined || place.end <= span.start || place.start >= span.end) return "";
  switch (block.type) {
    case "heading":
      return wrapped(
        headingElement(block.level, model.topHeading),
        inlines(block.content, place.start, span, model),
      );
    case "paragraph":
      return wrapped("p", inlines(block.content, place.start, span, model));
    case "preformatted":
      return wrapped("pre", inlines(block.content, place.start, span, model));
    case "figure":
      return wrapped("p", inlines(block.caption, place.start, span, model));
    case "list":
      return list(block, span, model);
    case "quote":
      return wrapped("blockquote", blocks(block.blocks, span, model));
    case "table":
      return table(block.rows, span, model);
    case "divider":
    case "footnote":
      return "";
  }
}

const headingElements = ["h2", "h3", "h4", "h5", "h6"] as const;

/** As the page has them: the title is the h1. */
function headingElement(level: number, top: number): string {
  return headingElements[level - top] ?? "h6";
}

function list(block: Block & { type: "list" }, span: Span, model: ArticleModel): string {
  const items = block.items.map((item) => wrapped("li", itemContent(item, span, model))).join("");
  return wrapped(block.ordered ? "ol" : "ul", items);
}

/** A paragraph alone needs no element of its own within an item or a cell. */
function itemContent(all: readonly Block[], span: Span, model: ArticleModel): string {
  const [only] = all;
  if (all.length !== 1 || only?.type !== "paragraph") return blocks(all, span, model);
  const place = model.text.blocks.get(only);
  return place === undefined ? "" : inlines(only.content, place.start, span, model);
}

function table(rows: readonly (readonly TableCell[])[], span: Span, model: ArticleModel): string {
  const touched = rows.filter((row) => row.some((cell) => isTouched(cell, span, model)));
  const body = touched
    .map((row) => `<tr>${row.map((cell) => oneCell(cell, span, model)).join("")}</tr>`)
    .join("");
  return body === "" ? "" : `<table>${body}</table>`;
}

function isTouched(cell: TableCell, span: Span, { text }: ArticleModel): boolean {
  return cell.blocks.some((block) => {
    const place = text.blocks.get(block);
    return place !== undefined && place.end > span.start && place.start < span.end;
  });
}

function oneCell(cell: TableCell, span: Span, model: ArticleModel): string {
  const element = cell.header ? "th" : "td";
  const columns = cell.columns > 1 ? ` colspan="${cell.columns}"` : "";
  const rows = cell.rows > 1 ? ` rowspan="${cell.rows}"` : "";
  return `<${element}${columns}${rows}>${itemContent(cell.blocks, span, model)}</${element}>`;
}

function inlines(content: readonly Inline[], start: number, span: Span, model: ArticleModel): string {
  let at = start;
  let html = "";
  for (const inline of content) {
    const place = { start: at, end: at + inlineText([inline]).length };
    at = place.end;
    if (inline.type === "link") html += inlines(inline.content, place.start, span, model);
    else
      html += withMarks(shownWithin(model, place, span), inline.type === "text" ? (inline.marks ?? []) : []);
  }
  return html;
}

/** What changes the meaning: m² is not m2. Bold and the like belong to the page that was read. */
function withMarks(html: string, marks: readonly Mark[]): string {
  if (marks.includes("sup")) return wrapped("sup", html);
  return marks.includes("sub") ? wrapped("sub", html) : html;
}

function shownWithin({ shown }: ArticleModel, place: Span, span: Span): string {
  const start = Math.max(place.start, span.start);
  const end = Math.min(place.end, span.end);
  return end > start ? escaped(shown(start, end)).replaceAll("\n", "<br>") : "";
}

function wrapped(element: string, html: string): string {
  return html === "" ? "" : `<${element}>${html}</${element}>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
