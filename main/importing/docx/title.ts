/** Which words of a document are its title. What stands in the text beats the file's properties, which outlive their document. */
import type { Block } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import type { Looks } from "./document.ts";

/** How far down a title may stand: below the head of an official document, not among the text. */
const LAST_TITLE_BLOCK = 10;

const LONGEST_TITLE = 120;

/** Half points: 小二 and larger, which nobody sets a text in. */
const LEAST_TITLE_SIZE = 32;

export interface TitledBody {
  readonly title: string;
  readonly body: readonly Block[];
}

/** `stated` is the title of the file's properties. Empty where nothing tells. */
export function takeTitle(
  blocks: readonly Block[],
  looks: ReadonlyMap<Block, Looks>,
  stated: string,
): TitledBody {
  const head = blocks.slice(0, LAST_TITLE_BLOCK);
  const styled = head.findIndex((block) => looks.get(block)?.role === "title");
  if (styled >= 0) return taken(blocks, styled, (block) => looks.get(block)?.role === "title");
  if (isOnlyTopHeading(blocks)) return taken(blocks, 0, () => false);
  const large = head.findIndex((block) => looksLikeTitle(block, looks));
  if (large >= 0) {
    const size = sizeOf(blocks[large], looks);
    return taken(blocks, large, (block) => looksLikeTitle(block, looks) && sizeOf(block, looks) === size);
  }
  const repeated = head.findIndex((block) => stated !== "" && squeezed(textOf(block)) === squeezed(stated));
  return repeated >= 0 ? taken(blocks, repeated, () => false) : { title: "", body: blocks };
}

/** The title from the block at `at` on, as far as the next ones go on with it. A block with more than text stays. */
function taken(blocks: readonly Block[], at: number, goesOn: (block: Block) => boolean): TitledBody {
  let end = at + 1;
  while (end < blocks.length) {
    const next = blocks[end];
    if (next === undefined || !goesOn(next)) break;
    end++;
  }
  const lines = blocks.slice(at, end).map(textOf);
  const title = lines.reduce((one, other) => one + separator(one, other) + other, "");
  return { title, body: [...blocks.slice(0, at), ...blocks.slice(end)] };
}

/** Lines of scripts that part words by spaces end at such a border; those of Chinese and Japanese anywhere. */
function separator(before: string, after: string): string {
  return before === "" || UNSPACED.test(before.slice(-1)) || UNSPACED.test(after.charAt(0)) ? "" : " ";
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF“”‘’…—·]/u;

function isOnlyTopHeading(blocks: readonly Block[]): boolean {
  const isTop = (block: Block | undefined) => block?.type === "heading" && block.level === 1;
  return isTop(blocks[0]) && blocks.filter(isTop).length === 1 && textOf(blocks[0]).length <= LONGEST_TITLE;
}

/** Centred, in large letters, not a sentence; nor the name over an official document, or its number. */
function looksLikeTitle(block: Block, looks: ReadonlyMap<Block, Looks>): boolean {
  const look = looks.get(block);
  if (look === undefined || !look.centred || look.size < LEAST_TITLE_SIZE) return false;
  const text = textOf(block);
  return (
    text !== "" &&
    text.length <= LONGEST_TITLE &&
    !/[。；！，：]$/.test(text) &&
    !/(?:文件|目录|目\s*录)$/.test(text) &&
    !/[〔[（(]\d{4}[〕\]）)]\s*\d+\s*号/.test(text)
  );
}

function sizeOf(block: Block | undefined, looks: ReadonlyMap<Block, Looks>): number {
  return block === undefined ? 0 : (looks.get(block)?.size ?? 0);
}

/** In one line. Empty for blocks that are no running text, or hold more than text. */
function textOf(block: Block | undefined): string {
  if (block?.type !== "paragraph" && block?.type !== "heading") return "";
  if (block.content.some(({ type }) => type === "image")) return "";
  return inlineText(block.content).replace(/\n/g, " ").replace(/\s+/g, " ").trim();
}

function squeezed(text: string): string {
  return text.replace(/\s/g, "");
}
