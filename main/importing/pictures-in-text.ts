/** Decides which pictures of a paragraph are figures of their own and which stand in the line. */
import type { Block } from "../../preload/model/article.ts";
import type { Run } from "./inlines.ts";
import { paragraphsOf, toInlines } from "./inlines.ts";
import type { TakenPicture } from "./pictures.ts";

/** CSS pixels: smaller in either direction is an icon or a character drawn as a picture. */
const LARGEST_ICON = 48;

/** A picture run that remembers whether it is large enough to be a figure. */
export interface PictureRun extends Run {
  readonly leaf: { readonly type: "image"; readonly image: string | null; readonly alt: string };
  readonly figure: boolean;
  /** Text for under the figure, where the source has one with the picture itself. */
  readonly caption: readonly Run[];
}

export function pictureRun(
  taken: Exclude<TakenPicture, "spacer">,
  alt: string,
  href: string | null,
  caption: readonly Run[] = [],
): PictureRun {
  const figure = taken.image !== null && taken.width > LARGEST_ICON && taken.height > LARGEST_ICON;
  return { leaf: { type: "image", image: taken.image, alt }, href, figure, caption };
}

/** Paragraphs of running text, with the large pictures at their edges, and paragraphs of nothing but pictures, as figures. */
export function textBlocks(runs: readonly Run[]): readonly Block[] {
  return paragraphsOf(runs).flatMap(paragraphBlocks);
}

function paragraphBlocks(paragraph: readonly Run[]): readonly Block[] {
  const onlyPictures = paragraph.every((run) => isPicture(run) || isBlank(run));
  const isFigure = (run: Run | undefined) =>
    run !== undefined && isPicture(run) && (onlyPictures || run.figure);
  let start = 0;
  let end = paragraph.length;
  while (start < end && (isFigure(paragraph[start]) || (onlyPictures && start < end))) start++;
  while (end > start && isFigure(paragraph[end - 1])) end--;
  return [
    ...paragraph.slice(0, start).flatMap(figureBlock),
    ...paragraphsOf(paragraph.slice(start, end)).map(
      (rest): Block => ({ type: "paragraph", content: toInlines(rest) }),
    ),
    ...paragraph.slice(end).flatMap(figureBlock),
  ];
}

function figureBlock(run: Run): readonly Block[] {
  if (!isPicture(run)) return [];
  const { image, alt } = run.leaf;
  return [{ type: "figure", image, caption: toInlines(run.caption), alt }];
}

function isPicture(run: Run): run is PictureRun {
  return run.leaf.type === "image";
}

function isBlank(run: Run): boolean {
  return run.leaf.type === "line-break" || (run.leaf.type === "text" && run.leaf.text.trim() === "");
}
