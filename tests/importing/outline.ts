/** A reading as text that can be compared, and judged by eye: the fields that are filled, then a line for each block. */
import type { Picture, Reading } from "../../main/importing/format.ts";
import type { Block, ImportedArticle, Inline } from "../../preload/model/article.ts";
import { emptyArticle } from "../../preload/model/article.ts";

export function outline({ articles, warnings, pictures }: Reading): string {
  const sizes = new Map(pictures.map((picture) => [picture.sha256, size(picture)]));
  const lines = [
    ...articles.flatMap(({ article }) => [
      "=== article",
      ...fields(article),
      "",
      ...body(article, sizes),
      "",
    ]),
    ...warnings.map(({ code, parameters }) => `${code} ${JSON.stringify(parameters)}`),
    ...pictures.map((picture) => `${picture.mediaType} ${size(picture)}`),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

type Sizes = ReadonlyMap<string, string>;

function size({ width, height }: Picture): string {
  return `${width}x${height}`;
}

/** What differs from an article of which nothing is known. */
function fields(article: ImportedArticle): readonly string[] {
  const empty = emptyArticle();
  return Object.entries(article).flatMap(([name, value]) => {
    if (name === "lead" || name === "body") return [];
    if (value === empty[name as keyof ImportedArticle]) return [];
    return [`${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`];
  });
}

function body({ lead, body: blocks }: ImportedArticle, sizes: Sizes): readonly string[] {
  const shown = blocks.flatMap((block) => blockLines(block, sizes));
  return lead.length === 0
    ? shown
    : ["--- lead", ...lead.flatMap((block) => blockLines(block, sizes)), "--- body", ...shown];
}

function blockLines(block: Block, sizes: Sizes): readonly string[] {
  const inside = (blocks: readonly Block[]) => blocks.flatMap((inner) => blockLines(inner, sizes));
  switch (block.type) {
    case "heading":
      return [`${"#".repeat(block.level)} ${text(block.content, sizes)}`];
    case "paragraph":
      return [text(block.content, sizes)];
    case "preformatted":
      return ["```", text(block.content, sizes), "```"];
    case "list":
      return block.items.flatMap((item, index) =>
        indented(inside(item), block.ordered ? `${block.start + index}. ` : "- "),
      );
    case "table":
      return block.rows.map((row) =>
        row
          .map(({ header, columns, rows, blocks }) => {
            const span = columns + rows === 2 ? "" : `{${columns}x${rows}}`;
            return `|${header ? "!" : ""}${span} ${inside(blocks).join(" / ")} `;
          })
          .join(""),
      );
    case "figure":
      return [
        `[figure ${pictured(block.image, sizes)} “${block.alt}”] ${text(block.caption, sizes)}`.trimEnd(),
      ];
    case "quote":
      return indented(inside(block.blocks), "> ");
    case "divider":
      return ["----"];
    case "footnote":
      return indented(inside(block.blocks), `[^${block.id}] `);
  }
}

function indented(lines: readonly string[], first: string): readonly string[] {
  return lines.map((line, index) => (index === 0 ? first : " ".repeat(first.length)) + line);
}

function pictured(image: string | null, sizes: Sizes): string {
  return image === null ? "missing" : (sizes.get(image) ?? "lost");
}

function text(content: readonly Inline[], sizes: Sizes): string {
  return content.map((inline) => inlineText(inline, sizes)).join("");
}

function inlineText(inline: Inline, sizes: Sizes): string {
  switch (inline.type) {
    case "text":
      return inline.marks === undefined ? inline.text : `⟨${inline.marks.join(",")}|${inline.text}⟩`;
    case "link":
      return `⟨${inline.href}|${text(inline.content, sizes)}⟩`;
    case "line-break":
      return "⏎";
    case "ruby":
      return `⟨ruby ${inline.annotation}|${inline.base}⟩`;
    case "image":
      return `⟨image ${pictured(inline.image, sizes)}|${inline.alt}⟩`;
    case "footnote-mark":
      return `⟨^${inline.id}⟩`;
    case "page-mark":
      return `⟨page ${inline.page}⟩`;
  }
}
