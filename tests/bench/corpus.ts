/** Real articles to measure with: a file of JSON lines, `{ date, title, html }` each, gzipped where it ends in .gz. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { Block, ImportedArticle } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";
import type { TextSource } from "./generate-text.ts";

const lineSchema = z.object({ date: z.iso.date(), title: z.string(), html: z.string() });

/** Throws where the file is not such a corpus. */
export function corpusText(file: string): TextSource {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const lines = text.split("\n").filter((line) => line !== "");
  if (lines.length === 0) throw new Error(`${file} holds no articles`);
  const article = (number: number) => {
    const { date, title, html } = lineSchema.parse(JSON.parse(lines[number % lines.length] ?? ""));
    return {
      ...emptyArticle(),
      title,
      publication: "语料",
      issuedOn: date,
      page: "1",
      body: paragraphs(html),
    };
  };
  return { article, articleOfLength: (characters) => joined(article, characters) };
}

function paragraphs(html: string): readonly Block[] {
  return html
    .split(/<\/p>|<br\s*\/?>/i)
    .map((piece) =>
      piece
        .replaceAll(/<[^>]*>/g, "")
        .replaceAll("&nbsp;", " ")
        .trim(),
    )
    .filter((piece) => piece !== "")
    .map((piece) => ({ type: "paragraph", content: plain(piece) }));
}

/** Articles one after another, each under its title as a heading, until there is text enough. */
function joined(article: (number: number) => ImportedArticle, characters: number): ImportedArticle {
  const body: Block[] = [];
  let written = 0;
  for (let number = 0; written < characters; number++) {
    const next = article(number);
    body.push({ type: "heading", level: 2, content: plain(next.title) }, ...next.body);
    for (const block of next.body) {
      if (block.type !== "paragraph") continue;
      for (const inline of block.content) if (inline.type === "text") written += inline.text.length;
    }
  }
  return { ...article(0), title: `共${characters}字的长文`, body };
}
