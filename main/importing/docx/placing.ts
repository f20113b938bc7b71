/** What a paragraph of a Word document becomes among the blocks: a heading, an item of a list, a caption, or a paragraph. */
import type { Block } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import { inlinesOf } from "../html/convert.ts";
import { textRun } from "../inlines.ts";
import type { Looks } from "./document.ts";
import type { BlockGathering } from "./lists.ts";
import type { Numbered } from "./numbering.ts";

/** A longer “heading” of sentences is a paragraph under a heading's style; names of laws and courts alone run on so. */
const LONGEST_HEADING = 200;
const LONGEST_NAME = 500;
const SENTENCE_END = /[。！？]|[.!?]\s+\p{Lu}/u;

const LONGEST_CAPTION = 80;

export interface ReadParagraph {
  /** Its text, with the pictures that are figures of their own. */
  readonly blocks: readonly Block[];
  /** 1–9 for a heading, else null. */
  readonly level: number | null;
  readonly numbered: Numbered | null;
  readonly looks: Looks;
}

/** `looks` takes the looks of the paragraphs that may be a title. */
export function placeParagraph(
  gathering: BlockGathering,
  paragraph: ReadParagraph,
  looks: Map<Block, Looks>,
): void {
  const { blocks, level, numbered } = paragraph;
  const text = blocks.flatMap((block) => ("content" in block ? [inlineText(block.content)] : [])).join("");
  if (takesCaption(gathering, text, blocks, paragraph.looks.role)) return;
  if (level !== null && text !== "" && canBeHeading(text)) {
    addHeading(gathering, level, withLabel(blocks, numbered, true));
  } else if (numbered !== null && numbered.kind !== "written") {
    gathering.addItem(numbered, blocks);
  } else {
    for (const block of withLabel(blocks, numbered, false)) {
      if (block.type === "paragraph") looks.set(block, paragraph.looks);
      gathering.add(block);
    }
  }
}

function canBeHeading(text: string): boolean {
  return (
    text.length <= LONGEST_HEADING || (text.length <= LONGEST_NAME && !SENTENCE_END.test(text.slice(0, -1)))
  );
}

function addHeading(gathering: BlockGathering, level: number, blocks: readonly Block[]): void {
  const figures = blocks.filter((block) => !("content" in block));
  gathering.add({ type: "heading", level: Math.min(level, 6), content: inlinesOf(blocks) });
  for (const block of figures) gathering.add(block);
}

/** A caption by its style, or a line such as “图1 …”, right under a figure that has none belongs to the figure. */
function takesCaption(
  { blocks: gathered }: BlockGathering,
  text: string,
  blocks: readonly Block[],
  role: Looks["role"],
): boolean {
  const figure = gathered.at(-1);
  const [block, ...others] = blocks;
  if (figure?.type !== "figure" || figure.caption.length > 0) return false;
  if (block?.type !== "paragraph" || others.length > 0) return false;
  const reads =
    text.length <= LONGEST_CAPTION && /^(?:图|Figure|Fig\.)\s*[\d一二三四五六七八九十]/i.test(text);
  if (role !== "caption" && !reads) return false;
  if (role === "caption" && /^(?:表|Table)\s*[\d一二三四五六七八九十]/i.test(text)) return false;
  gathered[gathered.length - 1] = { ...figure, caption: block.content };
  return true;
}

/** With what Word writes before the paragraph. Plain digits before headings only number sections that we number too. */
function withLabel(
  blocks: readonly Block[],
  numbered: Numbered | null,
  isHeading: boolean,
): readonly Block[] {
  if (numbered === null || (isHeading && numbered.kind !== "written")) return blocks;
  const at = blocks.findIndex((block) => block.type === "paragraph");
  const block = blocks[at];
  if (block?.type !== "paragraph") return blocks;
  const { leaf } = textRun(numbered.label);
  return blocks.with(at, { ...block, content: [leaf, ...block.content] });
}
