/** The pictures of a print: which of them can be drawn is known before the page is laid out. */
import type { Block, Inline } from "../../preload/model/article.ts";
import type { PrintOptions } from "../../preload/model/print.ts";
import { pictureAddress } from "../client.ts";
import type { ArticleToPrint } from "./printed-articles.ts";

export interface Pictures {
  /** Their hashes. */
  readonly drawn: ReadonlySet<string>;
  /** How many places of pictures stay empty because theirs could not be decoded. */
  readonly missing: number;
}

/** How many are decoded at a time: each takes its whole size in memory meanwhile. */
const DECODED_AT_ONCE = 4;

export async function drawnPictures(
  articles: readonly ArticleToPrint[],
  wanted: PrintOptions["pictures"],
): Promise<Pictures> {
  if (wanted === "no") return { drawn: new Set(), missing: 0 };
  const places = articles.flatMap(({ pieces }) =>
    pieces.flatMap(({ article }) => [...article.lead, ...article.body].flatMap(picturesIn)),
  );
  const waiting = [...new Set(places)];
  const drawn = new Set<string>();
  const decodeInTurn = async () => {
    for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
      if (await canBeDrawn(hash)) drawn.add(hash);
    }
  };
  await Promise.all(Array.from({ length: DECODED_AT_ONCE }, decodeInTurn));
  return { drawn, missing: places.filter((hash) => !drawn.has(hash)).length };
}

async function canBeDrawn(hash: string): Promise<boolean> {
  const picture = new Image();
  picture.src = pictureAddress(hash);
  try {
    await picture.decode();
  } catch {
    return false;
  }
  return (await isSound(picture)) || reachesItsFoot(picture);
}

/** `decode` is content with as much as there is of a file that breaks off; a bitmap is made of a whole one only. */
function isSound(picture: HTMLImageElement): Promise<boolean> {
  return createImageBitmap(picture, { resizeWidth: 1, resizeHeight: 1 }).then(
    (bitmap) => {
      bitmap.close();
      return true;
    },
    () => false,
  );
}

/**
 * What lacks no more than its end mark, as pictures out of newspapers' systems do, is whole to the eye. Of what breaks off
 * earlier the lowest row stays empty. A drawing that names no size of its own makes no bitmap and has no rows.
 */
function reachesItsFoot(picture: HTMLImageElement): boolean {
  const { naturalWidth: width, naturalHeight: height } = picture;
  if (width === 0 || height === 0) return true;
  const context = new OffscreenCanvas(width, 1).getContext("2d");
  if (context === null) return true;
  context.drawImage(picture, 0, height - 1, width, 1, 0, 0, width, 1);
  return context.getImageData(0, 0, width, 1).data.some((value) => value > 0);
}

/** Waits until the pictures on the page are there with their sizes. */
export async function everyPictureStands(root: HTMLElement): Promise<void> {
  const pictures = [...root.querySelectorAll("img")];
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
}

function picturesIn(block: Block): readonly string[] {
  switch (block.type) {
    case "figure":
      return [...(block.image === null ? [] : [block.image]), ...picturesAmong(block.caption)];
    case "heading":
    case "paragraph":
    case "preformatted":
      return picturesAmong(block.content);
    case "list":
      return block.items.flat().flatMap(picturesIn);
    case "quote":
    case "footnote":
      return block.blocks.flatMap(picturesIn);
    case "table":
      return block.rows.flat().flatMap((cell) => cell.blocks.flatMap(picturesIn));
    case "divider":
      return [];
  }
}

function picturesAmong(content: readonly Inline[]): readonly string[] {
  return content.flatMap((inline) => {
    if (inline.type === "link") return picturesAmong(inline.content);
    return inline.type === "image" && inline.image !== null ? [inline.image] : [];
  });
}
