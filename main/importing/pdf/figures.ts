/** Pictures among the text → figures with the captions below them; ornaments that every page bears are left out. */
import type { Block } from "../../../preload/model/article.ts";
import type { Picture, ReadingWarning } from "../format.ts";
import { isSignedCaption } from "../newspaper-page/marks.ts";
import type { Box } from "./geometry.ts";
import { overlap, widthOf } from "./geometry.ts";
import type { Flow, Paragraph } from "./paragraphs.ts";
import { inlinesOf } from "./paragraphs.ts";
import type { Value } from "./read-pages.ts";

export interface Figures {
  readonly flow: Flow<Block>;
  readonly pictures: readonly Picture[];
  readonly warnings: readonly ReadingWarning[];
}

/** A picture that stands on so many pages, and on so large a part of them, belongs to none. */
const ORNAMENT_PAGES = 3;
const ORNAMENT_SHARE = 0.3;
const CAPTION_AT_MOST = 80;
/** In ems: how near a caption stands to its picture. */
const CAPTION_NEAR = 3;
const NUMBERED_CAPTION = /^(?:图|图片|照片|插图|附图|Fig(?:ure)?\.?)\s*(?:[\d一二三四五六七八九十]|$)/i;

export function figuresOf(flow: Flow<Value>, pages: number, bodySize: number): Figures {
  const ornaments = ornamentsOf(flow, pages);
  const pictures = new Map<string, Picture>();
  const broken: number[] = [];
  const result: Flow<Block>[number][] = [];
  for (let at = 0; at < flow.length; at++) {
    const item = flow[at];
    if (item === undefined || item.kind === "paragraph") {
      if (item !== undefined) result.push(item);
      continue;
    }
    const { value, page } = item;
    if (value.type === "table") {
      result.push({ kind: "thing", page, value: value.block });
      continue;
    }
    const { picture, box } = value;
    if (picture !== null && ornaments.has(picture.sha256)) continue;
    if (picture === null) broken.push(page);
    else pictures.set(picture.sha256, picture);
    const next = flow[at + 1];
    const caption =
      next?.kind === "paragraph" && next.page === page && isCaption(next, box, bodySize) ? next : null;
    if (caption !== null) at++;
    const content = caption === null ? [] : inlinesOf(caption.pieces, true);
    result.push({
      ...{ kind: "thing", page },
      value: { type: "figure", image: picture?.sha256 ?? null, caption: content, alt: "" },
    });
  }
  const [first] = broken;
  return {
    flow: result,
    pictures: [...pictures.values()],
    warnings:
      first === undefined
        ? []
        : [{ code: "warning.broken-picture", parameters: { name: `p. ${first}`, count: broken.length } }],
  };
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
export function isCaption(
  { text, size, centred, first, lines }: Paragraph,
  box: Box,
  bodySize: number,
): boolean {
  if (text.length > CAPTION_AT_MOST || lines > 3) return false;
  const near = first.top - box.bottom < CAPTION_NEAR * size && first.bottom > box.bottom - size;
  const below =
    overlap(first.left, first.right, box.left, box.right) > 0.6 * Math.min(widthOf(first), widthOf(box));
  if (!near || !below) return false;
  return (
    NUMBERED_CAPTION.test(text) ||
    isSignedCaption(text) ||
    (size < bodySize * 0.95 && (centred || lines <= 2))
  );
}
