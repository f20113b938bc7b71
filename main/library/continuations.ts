/** Articles that a newspaper cut over two pages: 下转第4版 at the end of one piece, 上接第1版 at the beginning of the next. */
import type { Database } from "better-sqlite3";
import type { Block } from "../../preload/model/article.ts";
import { plain } from "../../preload/model/article.ts";
import { inlineText } from "../../preload/model/article-text.ts";
import { joinInlines } from "../../preload/model/correct-inlines.ts";
import { statement } from "../statement.ts";
import type { Corrected } from "./correction-patch.ts";

const ONWARDS = /[（(]?\s*下转(?:第)?\s*([A-Za-z]?[\d一二三四五六七八九十]+)\s*版[^（()）]{0,30}[）)]?\s*$/u;
const FROM =
  /^\s*[（(]?\s*(?:紧接|上接)(?:第)?\s*([A-Za-z]?[\d一二三四五六七八九十]+)\s*版[^（()）]{0,30}[）)]?\s*/u;

export interface Continuation {
  readonly id: number;
  readonly title: string;
  readonly page: string;
}

/** Of what heads the second half. */
const TITLE_LEVEL = 2;

/**
 * What `other` holds as the second half of the article, the lines that point from one page to the other left out and a
 * paragraph that was cut in its middle made whole. Null where it does not say that it continues anything.
 */
export function joinContinuation(article: Corrected, other: Corrected): readonly Block[] | null {
  const whole = [...other.lead, ...other.body];
  const second = withoutEdge(whole, "from");
  const { kicker, title, subtitle } = other.fields;
  if (second === null && ![kicker, title, subtitle].some((line) => FROM.test(line))) return null;
  const first = withoutEdge(article.body, "onwards") ?? article.body;
  return joined(first, headOf(article, other), [
    ...(second ?? whole),
    ...signatures(article, [...first, ...whole], other),
  ]);
}

/** What the second half's own headline says that the first's does not: none of it is lost. */
function headOf({ fields }: Corrected, other: Corrected): readonly Block[] {
  const said = [fields.kicker, fields.title, fields.subtitle].map(compact);
  const own = (line: string) => {
    const rest = line.replace(FROM, "").trim();
    return said.some((each) => each.includes(compact(rest))) ? [] : [plain(rest)];
  };
  const { kicker, title, subtitle } = other.fields;
  return [
    ...own(kicker).map((content): Block => ({ type: "paragraph", content })),
    ...own(title).map((content): Block => ({ type: "heading", level: TITLE_LEVEL, content })),
    ...own(subtitle).map((content): Block => ({ type: "paragraph", content })),
  ];
}

/** Who wrote the second half or took its pictures, where neither the first says so nor a line of the text. */
function signatures({ fields }: Corrected, blocks: readonly Block[], other: Corrected): readonly Block[] {
  const { byline, credits } = other.fields;
  const lines = blocks.map((block) => ("content" in block ? compact(inlineText(block.content)) : ""));
  const isSaid = (line: string) =>
    [fields.byline, fields.credits].some((each) => compact(each) === compact(line)) ||
    lines.some(
      (each) => each === compact(line) || bracketed(compact(line)).some((one) => each.endsWith(one)),
    );
  return [byline, credits]
    .filter((line) => line !== "" && !isSaid(line))
    .map((line) => ({ type: "paragraph", content: plain(line) }));
}

function bracketed(line: string): readonly string[] {
  return [`（${line}）`, `(${line})`];
}

function compact(text: string): string {
  return text.replaceAll(/\s+/gu, "");
}

/** Null where no such line stands at that edge. */
function withoutEdge(blocks: readonly Block[], edge: "onwards" | "from"): readonly Block[] | null {
  const index = edge === "from" ? 0 : blocks.length - 1;
  const block = blocks[index];
  const pattern = edge === "from" ? FROM : ONWARDS;
  if (block?.type !== "paragraph" && block?.type !== "heading") return null;
  const text = inlineText(block.content);
  const found = pattern.exec(text);
  if (found === null) return null;
  const rest = text.replace(pattern, "");
  const [first, ...others] = block.content;
  if (rest.trim() === "") return blocks.toSpliced(index, 1);
  const edgeText = edge === "from" ? first : block.content.at(-1);
  if (edgeText?.type !== "text" || !pattern.test(edgeText.text)) return blocks;
  const kept = { ...edgeText, text: edgeText.text.replace(pattern, "") };
  const content = edge === "from" ? [kept, ...others] : [...block.content.slice(0, -1), kept];
  return blocks.toSpliced(index, 1, { ...block, content });
}

/** A paragraph without an end goes on in the next piece; what heads that stands behind it then. */
function joined(first: readonly Block[], head: readonly Block[], second: readonly Block[]): readonly Block[] {
  const [above, below] = [first.at(-1), second[0]];
  if (above?.type !== "paragraph" || below?.type !== "paragraph" || isEnded(inlineText(above.content)))
    return [...first, ...head, ...second];
  return [
    ...first.slice(0, -1),
    { ...above, content: joinInlines(above.content, below.content) },
    ...head,
    ...second.slice(1),
  ];
}

function isEnded(text: string): boolean {
  return /[。！？!?…；;：:”’」』）)》]\s*$/u.test(text);
}

/** The pieces of the same issue that may belong to an article, the likeliest first. */
export function continuationsOf(db: Database, id: number): readonly Continuation[] {
  const here = statement<
    [number],
    { text: string; title: string; page: string; publication: string; issuedOn: string }
  >(
    db,
    `SELECT text, title, page, publication, issued_on AS issuedOn
       FROM articles JOIN article_contents ON article_id = id WHERE id = ?`,
  ).get(id);
  const onwards = here === undefined ? null : pageNamed(ONWARDS, lastLine(here.text));
  if (here === undefined || onwards === null || here.issuedOn === "") return [];
  const others = statement<[string, string, number], Continuation & { text: string }>(
    db,
    `SELECT id, title, page, substr(text, 1, 400) AS text
       FROM articles JOIN article_contents ON article_id = id
       WHERE trashed_at IS NULL AND publication = ? AND issued_on = ? AND id <> ?`,
  ).all(here.publication, here.issuedOn, id);
  return others
    .filter(({ text }) => text.split("\n").some((line) => samePage(pageNamed(FROM, line), here.page)))
    .map((other) => ({ other, score: likelihood(here.title, other, onwards) }))
    .sort((one, two) => two.score - one.score)
    .map(({ other: { id: found, title, page } }) => ({ id: found, title, page }));
}

function lastLine(text: string): string {
  return (
    text
      .trimEnd()
      .split("\n")
      .slice(-3)
      .findLast((line) => ONWARDS.test(line)) ?? ""
  );
}

function pageNamed(pattern: RegExp, line: string): string | null {
  return pattern.exec(line)?.[1] ?? null;
}

/** A page that is not known may be any. */
function samePage(named: string | null, page: string): boolean {
  return named !== null && (page === "" || numberOf(named) === numberOf(page));
}

function numberOf(page: string): string {
  const digits = "零一二三四五六七八九";
  const spoken = page
    .replace(/^十$/u, "10")
    .replace(/^十/u, "1")
    .replace(/[一二三四五六七八九]/gu, (sign) => String(digits.indexOf(sign)));
  return spoken.replace(/^([A-Za-z]?)0+(?=\d)/u, "$1").toUpperCase();
}

function likelihood(title: string, other: Continuation, onwards: string): number {
  const shared = [...new Set(title)].filter((sign) => other.title.includes(sign)).length;
  return (samePage(onwards, other.page) ? 1 : 0) + shared / Math.max(1, new Set(title).size);
}
