/** Lines below pictures that say who took them: captions, which pages write as paragraphs. */
import type { Block } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";

const LONGEST_CAPTION = 150;

/** …。新华社记者 李明 摄, 张三/摄, （县融媒体中心供图） */
const CREDIT = /(?:摄|供图|摄影报道)[。）)]?$/u;

export function withPhotoCaptions(blocks: readonly Block[]): readonly Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const picture = result.at(-1);
    if (picture?.type === "figure" && picture.caption.length === 0 && isCredited(block)) {
      result[result.length - 1] = { ...picture, caption: block.content };
    } else result.push(block);
  }
  return result;
}

function isCredited(block: Block): block is Block & { readonly type: "paragraph" } {
  if (block.type !== "paragraph") return false;
  const text = inlineText(block.content).trim();
  return text.length <= LONGEST_CAPTION && CREDIT.test(text);
}
