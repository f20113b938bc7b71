/** 附件 and 印发的文件: what follows the signature of an official document, under titles of its own. */
import type { Block } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import { isNumberedName } from "./attachments.ts";
import { isChapterLine } from "./chapters.ts";
import { isNumbered } from "./numbering.ts";
import { compact, DATE, dateOf, namesABody } from "./words.ts";

export interface Annexes {
  /** The document's own, which may name what it brings into force. */
  readonly title: string;
  readonly attachments: readonly string[];
  readonly signedOn: string | null;
}

export interface Part {
  /** Its label (附件1) and its title. */
  readonly title: readonly Block[];
  readonly text: readonly Block[];
}

/** 附件, 附件2：alone on a line. */
const LABEL = /^附件?(?:[\d一二三四五六七八九十]{1,2})?[:：]?$/u;
const LONGEST_TITLE = 80;
const TITLE_LINES = 4;
/** Shorter names may stand anywhere by chance. */
const SHORTEST_NAME = 6;

const FILE = /\.(?:docx?|pdf|xlsx?|wps|zip|rar)$/iu;

type Line = Block & { readonly type: "paragraph" | "heading" };

/** The document itself, which has no title here, then each of its annexes. All blocks in their order. */
export function withAnnexes(blocks: readonly Block[], annexes: Annexes): readonly Part[] {
  const closing = closingOf(blocks, annexes.signedOn);
  const named = namesIn(blocks.slice(0, closing + 1), annexes);
  const parts: Part[] = [];
  let [from, title]: [number, readonly Block[]] = [0, []];
  for (let index = 1; index < blocks.length; index++) {
    const found = titleAt(blocks, index, closing >= 0 && index > closing, named);
    if (found === null) continue;
    parts.push({ title, text: blocks.slice(from, index) });
    title = found.title;
    from = index + found.length;
    index = from - 1;
  }
  return [...parts, { title, text: blocks.slice(from) }];
}

/** The block with the date that the document is signed with; -1 where there is none. */
function closingOf(blocks: readonly Block[], signedOn: string | null): number {
  if (signedOn === null) return -1;
  const date = new RegExp(`(${DATE})$`, "u");
  return blocks.findIndex((block) => dateOf(date.exec(compact(textOf(block)))?.[1] ?? "") === signedOn);
}

/** What the document says that it brings with it. */
function namesIn(blocks: readonly Block[], { title, attachments }: Annexes): readonly string[] {
  const quoted = blocks.flatMap((block) =>
    [...textOf(block).matchAll(/《([^》]+)》/gu)].map(([, name = ""]) => name),
  );
  return [title, ...attachments, ...quoted].map(compact);
}

interface AnnexTitle {
  readonly title: readonly Block[];
  /** How many blocks it takes. */
  readonly length: number;
}

function titleAt(
  blocks: readonly Block[],
  at: number,
  isBelowSignature: boolean,
  named: readonly string[],
): AnnexTitle | null {
  const label = blocks[at];
  const isLabelled =
    label !== undefined && isLine(label) && LABEL.test(compact(textOf(label))) && !listsFiles(blocks[at + 1]);
  if (!isLabelled && !isBelowSignature) return null;
  const lines = titleLines(blocks, isLabelled ? at + 1 : at, isLabelled, named);
  if (lines.length === 0)
    return isLabelled && isFollowed(blocks, at) ? { title: [asHeading([label])], length: 1 } : null;
  return {
    title: [...(isLabelled ? [label] : []), asHeading(lines)],
    length: lines.length + Number(isLabelled),
  };
}

/** Names of attachments, and links to them, may stand below that word too. */
function listsFiles(block: Block | undefined): boolean {
  if (block === undefined || block.type === "list") return true;
  const text = textOf(block).trim();
  return isNumberedName(text) || FILE.test(text) || /^附\s*件/u.test(text);
}

/** Below its label any line that can be a title is one; without a label it must be one that the document names. */
function titleLines(
  blocks: readonly Block[],
  at: number,
  isLabelled: boolean,
  named: readonly string[],
): readonly Line[] {
  const lines: Line[] = [];
  let text = "";
  let whole = 0;
  for (const block of blocks.slice(at, at + TITLE_LINES)) {
    if (!isLine(block) || !canBeTitle(block)) break;
    lines.push(block);
    text += compact(textOf(block));
    const isNamed = text.length >= SHORTEST_NAME && named.some((name) => name.includes(text));
    // Whoever signs stands in the title as well.
    if (isNamed && !namesABody(text)) whole = lines.length;
  }
  return isFollowed(blocks, at + whole - 1) ? lines.slice(0, whole || Number(isLabelled)) : [];
}

function isFollowed(blocks: readonly Block[], at: number): boolean {
  return at < blocks.length - 1;
}

function canBeTitle(block: Line): boolean {
  const text = textOf(block).trim();
  return (
    text !== "" &&
    text.length <= LONGEST_TITLE &&
    block.content.every(({ type }) => type === "text" || type === "line-break" || type === "page-mark") &&
    !/[。；;：:，,！？]$/u.test(text) &&
    !/[。；;]/u.test(text) &&
    !FILE.test(text) &&
    !isNumbered(text) &&
    !isNumberedName(text) &&
    !isChapterLine(text) &&
    !LABEL.test(compact(text))
  );
}

/** Lines of one title: a break between them is no character. */
function asHeading(lines: readonly Line[]): Block {
  const content = lines.flatMap((line, index) =>
    index === 0 ? line.content : [{ type: "line-break" as const }, ...line.content],
  );
  return { type: "heading", level: 1, content };
}

function isLine(block: Block): block is Line {
  return block.type === "paragraph" || block.type === "heading";
}

function textOf(block: Block): string {
  return isLine(block) ? inlineText(block.content) : "";
}
