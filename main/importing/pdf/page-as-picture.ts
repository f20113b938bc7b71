/** Pages that have neither text nor pictures of it come as what they look like. */
import type { Picture } from "../format.ts";
import type { Thing } from "./layout.ts";
import type { PageContents } from "./page-contents.ts";
import type { ReadPage, Value } from "./page-types.ts";
import { isCovered, withoutText } from "./scans.ts";

/** A page of fewer letters than this and more shapes than that is a text whose letters were made shapes, or a drawing. */
const FEW_LETTERS = 10;
const SHAPES_OF_A_TEXT = 60;

/** `draw`: makes the picture where it takes more than so many shapes. */
export async function asPicture(
  page: ReadPage,
  { width, height, glyphs }: PageContents,
  draw: (atMost: number) => Promise<Picture | null>,
): Promise<ReadPage> {
  if (isCovered(page) || !(page.rubbish || glyphs.length < FEW_LETTERS)) return page;
  const picture = await draw(page.rubbish ? 0 : SHAPES_OF_A_TEXT);
  if (picture === null) return page;
  const box = { left: 0, top: 0, right: width, bottom: height };
  const thing: Thing<Value> = { ...box, kind: "thing", value: { type: "picture", picture, box } };
  const bare = page.rubbish ? withoutText(page) : page;
  return { ...bare, rubbish: false, things: [thing, ...bare.things] };
}
