/** Pictures among the text → figures with the captions below them; ornaments that every page bears are left out. */
import type { Block } from "../../../preload/model/article.ts";
import type { Picture, ReadingWarning } from "../format.ts";
import { isSignedCaption } from "../newspaper-page/marks.ts";
import type { Box } from "./geometry.ts";
import { overlap, widthOf } from "./geometry.ts";
import { inlinesOf } from "./lines.ts";
import type { Value } from "./page-types.ts";
import type { Flow, Paragraph } from "./paragraphs.ts";

export interface Figures {
  readonly flow: Flow<Block>;
  readonly pictures: readonly Picture[];
  readonly warnings: readonly ReadingWarning[];
}

/** A picture that stands on so many pages, and on so large a part of them, belongs to none. */
const ORNAMENT_PAGES = 3;
const ORNAMENT_SHARE = 0.3;
const CAPTION_AT_MOST = 80;
const CAPTION_LINES_AT_MOST = 3;
/** Of the narrower of picture and caption. */
const UNDER = 0.6;
/** Of the body's size. */
const SMALLER = 0.95;
/** In ems: how near a caption stands to its picture. */
const CAPTION_NEAR = 3;
const NUMBERED_CAPTION = /^(?:图|图片|照片|插图|附图|Fig(?:ure)?\.?)\s*(?:[\d一二三四五六七八九十]|$)/i;

export function figuresOf(flow: Flow<Value>, pages: number, bodySize: number): Figures {
  // Where there is no text, pictures are what the document is.
  const ornaments = flow.some(({ kind }) => kind === "paragraph") ? ornamentsOf(flow, pages) : new Set();
  const pictures = new Map<string, Picture>();
  const broken: number[] = [];
  const captions = new Set<unknown>();
  const figures = flow.flatMap((item, at): Flow<Block> => {
    if (item.kind === "paragraph") return captions.has(item) ? [] : [item];
    const { value, page, marks } = item;
    if (value.type === "table") return [{ ...item, value: value.block }];
    const { picture, box } = value;
    if (picture !== null && ornaments.has(picture.sha256)) return [];
    if (picture === null) broken.push(page);
    else pictures.set(picture.sha256, picture);
    const next = flow[at + 1];
    const isKnown = value.caption !== undefined;
    const caption =
      !isKnown && next?.kind === "paragraph" && isCaption(next, page, box, bodySize) ? next : null;
    if (caption !== null) captions.add(caption);
    const content = inlinesOf(value.caption ?? caption?.pieces ?? [], true);
    const block: Block = { type: "figure", image: picture?.sha256 ?? null, caption: content, alt: "" };
    return [{ kind: "thing", page, marks, value: block }];
  });
  return { flow: figures, pictures: [...pictures.values()], warnings: brokenPictures(broken) };
}

function brokenPictures(pages: readonly number[]): readonly ReadingWarning[] {
  const [first] = pages;
  if (first === undefined) return [];
  return [{ code: "warning.broken-picture", parameters: { name: `p. ${first}`, count: pages.length } }];
}

function ornamentsOf(flow: Flow<Value>, pages: number): ReadonlySet<string> {
  const seen = new Map<string, Set<number>>();
  for (const item of flow) {
    if (item.kind === "paragraph" || item.value.type === "table" || item.value.picture === null) continue;
    const { sha256 } = item.value.picture;
    seen.set(sha256, (seen.get(sha256) ?? new Set()).add(item.page));
  }
  const least = Math.max(ORNAMENT_PAGES, pages * ORNAMENT_SHARE);
  return new Set([...seen].flatMap(([sha256, on]) => (on.size >= least ? [sha256] : [])));
}

/** Below the picture and within its width; numbered or signed as captions are, or in letters smaller than the text's. */
function isCaption(paragraph: Paragraph, page: number, box: Box, bodySize: number): boolean {
  const { text, size, centred, first, lines } = paragraph;
  if (paragraph.page !== page || text.length > CAPTION_AT_MOST || lines > CAPTION_LINES_AT_MOST) return false;
  const near = first.top - box.bottom < CAPTION_NEAR * size && first.bottom > box.bottom - size;
  const below =
    overlap(first.left, first.right, box.left, box.right) > UNDER * Math.min(widthOf(first), widthOf(box));
  if (!near || !below) return false;
  const isSmall = size < bodySize * SMALLER && (centred || lines < CAPTION_LINES_AT_MOST);
  return isSmall || NUMBERED_CAPTION.test(text) || isSignedCaption(text);
}
