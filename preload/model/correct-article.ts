/** One step of correcting (校对) done to an article: a new article, or a refusal where the step makes no sense there. */
import type { Block, ImportedArticle, Inline } from "./article.ts";
import { articleFieldsSchema } from "./article.ts";
import { articleText, inlineText } from "./article-text.ts";
import { joinInlines, partInlines } from "./correct-inlines.ts";
import { withOfficial } from "./correct-official.ts";
import { replaceText } from "./correct-text.ts";
import type { BlockPlace, CorrectionStep } from "./correction.ts";
import { FailureError } from "./result.ts";

type TextBlock = Block & { readonly type: "heading" | "paragraph" | "preformatted" };
type RoleStep = CorrectionStep & { readonly kind: "role" };
type Field = Exclude<RoleStep["role"], "paragraph" | "heading" | "caption" | "lead">;

/** Headings of text that an import took for a paragraph. */
const USUAL_LEVEL = 2;

/** Throws `cannot-correct`; the article given is never changed. */
export function correctArticle(article: ImportedArticle, step: CorrectionStep): ImportedArticle {
  const corrected = stepDone(article, step);
  if (!articleFieldsSchema.safeParse(corrected).success) throw new FailureError("cannot-correct");
  return corrected;
}

function stepDone(article: ImportedArticle, step: CorrectionStep): ImportedArticle {
  switch (step.kind) {
    case "role":
      return takeRole(article, step);
    case "join":
      return joinWithAbove(article, step.at);
    case "split":
      return splitAt(article, step.offset);
    case "move":
      return moveBlock(article, step.at, step.before);
    case "delete":
      return splice(article, step.at, 1, []);
    case "replace":
      return replaceText(article, step);
    case "picture":
      return putPicture(article, step);
    case "official":
      return { ...article, official: withOfficial(article.official, step.name, step.value) };
    case "field":
      return { ...article, [step.name]: step.name === "issuedOn" && step.value === "" ? null : step.value };
  }
}

/** Throws `cannot-correct` where no block stands. */
export function blockAt(article: ImportedArticle, { part, index }: BlockPlace): Block {
  const block = article[part][index];
  if (block === undefined) throw new FailureError("cannot-correct");
  return block;
}

function splice(
  article: ImportedArticle,
  { part, index }: BlockPlace,
  removed: number,
  put: readonly Block[],
): ImportedArticle {
  blockAt(article, { part, index });
  return { ...article, [part]: article[part].toSpliced(index, removed, ...put) };
}

function takeRole(article: ImportedArticle, step: RoleStep): ImportedArticle {
  const { at, role } = step;
  const block = blockAt(article, at);
  if (block.type === "figure" && role === "caption") throw new FailureError("cannot-correct");
  const content = contentOf(block);
  // A caption that becomes something else leaves its picture where it stands.
  const kept: readonly Block[] =
    block.type === "figure" && block.image !== null ? [{ ...block, caption: [] }] : [];
  const without = splice(article, at, 1, kept);
  switch (role) {
    case "paragraph":
      return putText(article, at, kept, { type: "paragraph", content });
    case "heading":
      return putText(article, at, kept, { type: "heading", level: step.level ?? USUAL_LEVEL, content });
    case "lead":
      return { ...without, lead: [...without.lead, { type: "paragraph", content }] };
    case "caption":
      return makeCaption(article, at, content);
    default:
      return putIntoField(without, role, inlineText(content));
  }
}

/** Throws `cannot-correct` for what is more than one piece of text, and for what has none. */
function contentOf(block: Block): readonly Inline[] {
  const content = isText(block) ? block.content : block.type === "figure" ? block.caption : [];
  if (inlineText(content) === "") throw new FailureError("cannot-correct");
  return content;
}

function isText(block: Block | undefined): block is TextBlock {
  return block?.type === "heading" || block?.type === "paragraph" || block?.type === "preformatted";
}

/** In its place; out of the lead, to the body's beginning. */
function putText(
  article: ImportedArticle,
  at: BlockPlace,
  kept: readonly Block[],
  text: TextBlock,
): ImportedArticle {
  if (at.part === "body") return splice(article, at, 1, [...kept, text]);
  const without = splice(article, at, 1, kept);
  return { ...without, body: [text, ...without.body] };
}

/** Of the picture just above or below that has none; else of a picture that is missing here (缺图). */
function makeCaption(article: ImportedArticle, at: BlockPlace, caption: readonly Inline[]): ImportedArticle {
  const blocks = article[at.part];
  for (const index of [at.index - 1, at.index + 1]) {
    const figure = blocks[index];
    if (figure?.type !== "figure" || inlineText(figure.caption) !== "") continue;
    const [first, second] = index < at.index ? [index, at.index] : [at.index, index];
    return splice(article, { part: at.part, index: first }, second - first + 1, [{ ...figure, caption }]);
  }
  return splice(article, at, 1, [{ type: "figure", image: null, caption, alt: "" }]);
}

function putIntoField(article: ImportedArticle, field: Field, text: string): ImportedArticle {
  const line = text.replaceAll("\n", " ");
  return { ...article, [field]: article[field] === "" ? line : `${article[field]} ${line}` };
}

/** Pictures between the two halves of a paragraph that a page's columns cut stay behind the whole. */
function joinWithAbove(article: ImportedArticle, { part, index }: BlockPlace): ImportedArticle {
  const below = blockAt(article, { part, index });
  const blocks = article[part];
  const above = blocks.findLastIndex(
    ({ type }, each) => each < index && type !== "figure" && type !== "divider",
  );
  const first = blocks[above];
  if (!isText(below) || !isText(first)) throw new FailureError("cannot-correct");
  const joined = { ...first, content: joinInlines(first.content, below.content) };
  return { ...article, [part]: blocks.toSpliced(index, 1).toSpliced(above, 1, joined) };
}

function splitAt(article: ImportedArticle, offset: number): ImportedArticle {
  const text = articleText(article);
  for (const part of ["lead", "body"] as const) {
    for (const [index, block] of article[part].entries()) {
      const span = text.blocks.get(block);
      if (!isText(block) || span === undefined || offset <= span.start || offset >= span.end) continue;
      const [before, behind] = partInlines(block.content, offset - span.start);
      const second: TextBlock = {
        type: block.type === "heading" ? "paragraph" : block.type,
        content: withoutEdge(behind),
      };
      return splice(article, { part, index }, 1, [{ ...block, content: before }, second]);
    }
  }
  throw new FailureError("cannot-correct");
}

/** A line that was broken here is two paragraphs now: the break goes. */
function withoutEdge(content: readonly Inline[]): readonly Inline[] {
  return content[0]?.type === "line-break" ? content.slice(1) : content;
}

function moveBlock(article: ImportedArticle, at: BlockPlace, before: BlockPlace): ImportedArticle {
  const block = blockAt(article, at);
  if (before.index > article[before.part].length) throw new FailureError("cannot-correct");
  const without = splice(article, at, 1, []);
  const shift = at.part === before.part && at.index < before.index ? 1 : 0;
  const blocks = without[before.part].toSpliced(before.index - shift, 0, block);
  return { ...without, [before.part]: blocks };
}

function putPicture(
  article: ImportedArticle,
  { at, image, into }: CorrectionStep & { readonly kind: "picture" },
): ImportedArticle {
  const block = blockAt(article, at);
  if (into === "before") return splice(article, at, 0, [{ type: "figure", image, caption: [], alt: "" }]);
  if (block.type !== "figure") throw new FailureError("cannot-correct");
  return splice(article, at, 1, [{ ...block, image }]);
}
