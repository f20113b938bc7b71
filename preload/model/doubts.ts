/** What in an imported article looks doubtful, so that a person sees first what should be checked (待核对). */
import type { Block, ImportedArticle } from "./article.ts";
import { inlineText } from "./article-text.ts";
import type { ImportWarning } from "./import-report.ts";

/** The weightiest first; a doubt's sentence is `doubt.<code>`. */
export const doubtCodes = [
  "conflicts",
  "damaged",
  "encoding",
  "no-text",
  "no-title",
  "paragraph-without-end",
  "caption-without-place",
  "missing-picture",
  "warning",
  "no-source",
  "no-date",
] as const;

export interface Doubt {
  readonly code: (typeof doubtCodes)[number];
  /** What the sentence names; of `warning`, the code of the warning whose sentence it is. */
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** Two doubts of one key are the same: settled once, settled for good. */
export function doubtKey({ code, parameters }: Doubt): string {
  return JSON.stringify([
    code,
    ...Object.keys(parameters)
      .sort()
      .map((name) => parameters[name]),
  ]);
}

/** A shorter line without an end is a signature, a date, a heading that nobody marked. In characters. */
const SHORTEST_UNENDED = 30;
/** Of a doubtful text, how much of it a sentence quotes. In characters. */
const QUOTED = 12;

const ENDED = /[。！？…；：.!?;:”’」』）〕】》〉)\]"'—～]$/u;
const CAPTION = /^(?:[▲△▼▽◆■●]|[上下左右]图[为：:]?|图[为片]|图[①-⑳一二三四五六七八九十\d]+[：:])/u;
const CREDITED = /[（(\s\u3000](?:[^（）()\s]{1,12}\s*)?(?:摄|供图)(?:影报道)?[）)]?$/u;
/** A caption is a line or two. In characters. */
const LONGEST_CAPTION = 120;

/** What its contents alone tell; fields that people and batches fill are `fieldDoubts`. */
export function contentDoubts(
  article: Pick<ImportedArticle, "title" | "lead" | "body" | "official">,
): readonly Doubt[] {
  const blocks = [...article.lead, ...article.body];
  return [
    ...damage(blocks),
    ...scan(blocks),
    ...(article.title.trim() === "" ? [doubt("no-title")] : []),
    ...unended(article.body),
    ...placeless(article.body),
    ...missing(blocks),
  ];
}

/** `issuingBody`, `signedOn`: an official document states them in places of its own. */
export function fieldDoubts(fields: {
  readonly publication: string;
  readonly issuedOn: string | null;
  readonly issuingBody: string;
  readonly signedOn: string | null;
}): readonly Doubt[] {
  return [
    ...(fields.publication === "" && fields.issuingBody === "" ? [doubt("no-source")] : []),
    ...(fields.issuedOn === null && fields.signedOn === null ? [doubt("no-date")] : []),
  ];
}

/** Warnings whose matter the contents tell anyway. */
const TOLD_BY_CONTENTS: readonly string[] = [
  "warning.missing-picture",
  "warning.broken-picture",
  "warning.picture-outside",
  "warning.remote-pictures",
  "warning.scanned",
  "warning.damaged-text",
];

/** What the reader said of it; null for what is told otherwise. */
export function warningDoubt({ code, parameters }: Omit<ImportWarning, "file">): Doubt | null {
  if (code === "warning.encoding-unsure") return doubt("encoding", parameters);
  if (TOLD_BY_CONTENTS.includes(code)) return null;
  return doubt("warning", { ...parameters, warning: code });
}

/** Each doubt once, the weightiest first. A paragraph that the reader named is not named again. */
export function inOrderOfWeight(doubts: readonly Doubt[]): readonly Doubt[] {
  const named = doubts.some(({ parameters }) => parameters["warning"] === "warning.paragraph-without-end");
  const each = new Map(doubts.map((one) => [doubtKey(one), one]));
  return [...each.values()]
    .filter(({ code }) => !(named && code === "paragraph-without-end"))
    .sort((a, b) => doubtCodes.indexOf(a.code) - doubtCodes.indexOf(b.code));
}

function doubt(code: Doubt["code"], parameters: Doubt["parameters"] = {}): Doubt {
  return { code, parameters };
}

function damage(blocks: readonly Block[]): readonly Doubt[] {
  const count = blocks.reduce((sum, block) => sum + (textOf(block).split("\uFFFD").length - 1), 0);
  return count === 0 ? [] : [doubt("damaged", { count })];
}

/** Pictures and no text beside them: a scan. Nothing at all: an article that lost its text. */
function scan(blocks: readonly Block[]): readonly Doubt[] {
  return blocks.every((block) => textOf(block).trim() === "") ? [doubt("no-text")] : [];
}

/** Paragraphs that stop in the middle of a sentence: the first of them, and how many there are. */
function unended(body: readonly Block[]): readonly Doubt[] {
  const found = body.flatMap((block, index) => {
    if (block.type !== "paragraph" || leadsOn(body[index + 1])) return [];
    const text = textOf(block).trim();
    const isCaption = CAPTION.test(text) || CREDITED.test(text);
    return isCaption || ENDED.test(text) || charactersOf(text) < SHORTEST_UNENDED ? [] : [text];
  });
  const [first] = found;
  return first === undefined
    ? []
    : [doubt("paragraph-without-end", { text: [...first].slice(-QUOTED).join(""), count: found.length })];
}

/** What follows may be the rest of the sentence. */
function leadsOn(next: Block | undefined): boolean {
  return next?.type === "list" || next?.type === "table" || next?.type === "preformatted";
}

/** Paragraphs that read like captions, with no picture beside them. */
function placeless(body: readonly Block[]): readonly Doubt[] {
  const found = body.flatMap((block, index) => {
    if (block.type !== "paragraph") return [];
    const text = textOf(block).trim();
    if (text.length > LONGEST_CAPTION || !(CAPTION.test(text) || CREDITED.test(text))) return [];
    const beside = [body[index - 1], body[index + 1]];
    return beside.some((other) => other?.type === "figure") || holdsPicture(block) ? [] : [text];
  });
  const [first] = found;
  return first === undefined
    ? []
    : [
        doubt("caption-without-place", {
          text: [...first].slice(0, QUOTED).join(""),
          count: found.length,
        }),
      ];
}

function missing(blocks: readonly Block[]): readonly Doubt[] {
  const count = blocks.reduce((sum, block) => sum + missingIn(block), 0);
  return count === 0 ? [] : [doubt("missing-picture", { count })];
}

function missingIn(block: Block): number {
  switch (block.type) {
    case "figure":
      return block.image === null ? 1 : 0;
    case "quote":
    case "footnote":
      return sumOf(block.blocks);
    case "list":
      return sumOf(block.items.flat());
    case "table":
      return sumOf(block.rows.flat().flatMap(({ blocks }) => blocks));
    default:
      return 0;
  }
}

function sumOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + missingIn(block), 0);
}

function holdsPicture(block: Block): boolean {
  return block.type === "paragraph" && block.content.some(({ type }) => type === "image");
}

function textOf(block: Block): string {
  switch (block.type) {
    case "heading":
    case "paragraph":
    case "preformatted":
      return inlineText(block.content);
    case "figure":
      return inlineText(block.caption);
    case "quote":
    case "footnote":
      return block.blocks.map(textOf).join("\n");
    case "list":
      return block.items.flat().map(textOf).join("\n");
    case "table":
      return block.rows
        .flat()
        .flatMap(({ blocks }) => blocks.map(textOf))
        .join("\t");
    case "divider":
      return "";
  }
}

function charactersOf(text: string): number {
  return [...text].length;
}
