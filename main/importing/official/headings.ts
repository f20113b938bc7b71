/** Chapters, numbered lines and the titles of attachments as headings, in whichever format the text comes. */
import type { Block } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import { type Annexes, withAnnexes } from "./annexes.ts";
import { isChapterLine, withChapterHeadings } from "./chapters.ts";
import { isNumbered, withNumberedHeadings } from "./numbering.ts";

/** Fewer headings of the first level may be an answer's points. */
const LEAST_TOP_HEADINGS = 2;

/** An official document's body: what is attached to it is a part of its own, its headings a level lower. */
export function withOfficialHeadings(body: readonly Block[], annexes: Annexes): readonly Block[] {
  const parts = withAnnexes(body, annexes);
  return parts.flatMap(({ title, text }, index) => [...title, ...headed(text, index === 0 ? 0 : 1)]);
}

/** Any other text's: where its reader found no headings but by such numbers, and 一、 and 二、 stand as headings. */
export function withOutlineHeadings(body: readonly Block[]): readonly Block[] {
  if (body.filter(beginsOutline).length < LEAST_TOP_HEADINGS || !body.every(isOutlineOrText)) return body;
  const found = headed(body, 0);
  const isTop = (block: Block) => block.type === "heading" && beginsOutline(block);
  return found.filter(isTop).length < LEAST_TOP_HEADINGS ? body : found;
}

const TOP = /^\s*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百零〇\d]{1,5}[编篇部章])/u;

/** Asked of every block of every article, so only its first words are looked at. */
function beginsOutline(block: Block): boolean {
  if (block.type !== "paragraph" && block.type !== "heading") return false;
  const first = block.content.find(({ type }) => type !== "page-mark");
  return first?.type === "text" && TOP.test(first.text);
}

function isOutlineOrText(block: Block): boolean {
  if (block.type !== "heading") return true;
  const text = inlineText(block.content).trim();
  return isNumbered(text) || isChapterLine(text);
}

function headed(blocks: readonly Block[], above: number): readonly Block[] {
  const chaptered = withChapterHeadings(blocks, above);
  const isChaptered = (block: Block) =>
    block.type === "heading" && isChapterLine(inlineText(block.content)) ? [block.level] : [];
  return withNumberedHeadings(chaptered, Math.max(above, ...chaptered.flatMap(isChaptered)));
}
