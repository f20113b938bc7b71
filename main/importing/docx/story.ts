/** The body, a note, a cell or a text box → blocks. */
import type { Block } from "../../../preload/model/article.ts";
import type { Run } from "../inlines.ts";
import { textBlocks } from "../pictures-in-text.ts";
import type { Looks, Story } from "./document.ts";
import { USUAL_SIZE } from "./document.ts";
import { embeddedBlocks } from "./embedded.ts";
import { BlockGathering } from "./lists.ts";
import { placeParagraph } from "./placing.ts";
import { paragraphContent } from "./runs.ts";
import { halfPoints, isCentred, numberingReference, outlineLevel } from "./styles.ts";
import { tableBlocks } from "./tables.ts";
import type { XmlElement } from "./xml.ts";
import { childAt, elementsOf, valueAt } from "./xml.ts";

/** Tables in cells: so many the model takes, the rest flows on level. */
const DEEPEST_NESTING = 10;

export function storyBlocks(element: XmlElement, story: Story, nesting = 0): readonly Block[] {
  const walk = new StoryWalk(story, nesting);
  walk.children(element);
  return walk.finish();
}

class StoryWalk {
  readonly #story: Story;
  readonly #nesting: number;
  readonly #gathering = new BlockGathering();
  /** The text of a paragraph whose end a tracked change deletes: it goes on in the next. */
  #carried: Run[] = [];

  constructor(story: Story, nesting: number) {
    this.#story = story;
    this.#nesting = nesting;
  }

  finish(): readonly Block[] {
    for (const block of textBlocks(this.#carried)) this.#gathering.add(block);
    return this.#gathering.blocks;
  }

  children(element: XmlElement): void {
    for (const child of elementsOf(element)) {
      switch (child.name) {
        case "w:p":
          this.#paragraph(child);
          break;
        case "w:tbl": {
          const cell = (content: XmlElement) => storyBlocks(content, this.#story, this.#nesting + 1);
          for (const block of tableBlocks(child, this.#nesting < DEEPEST_NESTING, cell)) {
            this.#gathering.add(block);
          }
          break;
        }
        case "w:altChunk":
          for (const block of this.#embedded(child)) this.#gathering.add(block);
          break;
        case "mc:AlternateContent": {
          const choice = childAt(child, "mc:Choice") ?? childAt(child, "mc:Fallback");
          if (choice !== undefined) this.children(choice);
          break;
        }
        case "m:oMathPara":
          this.#paragraph(child);
          break;
        default:
          if (/^w:(?:sdt|sdtContent|customXml|ins|moveTo|smartTag)$/.test(child.name)) this.children(child);
      }
    }
  }

  #paragraph(element: XmlElement): void {
    const properties = childAt(element, "w:pPr");
    const content = paragraphContent(element, this.#story, (box) =>
      storyBlocks(box, this.#fresh(), this.#nesting),
    );
    for (const run of content.runs) this.#carried.push(run);
    const mark = childAt(properties, "w:rPr");
    if (childAt(mark, "w:del") === undefined && childAt(mark, "w:moveFrom") === undefined) {
      const runs = this.#carried;
      this.#carried = [];
      this.#place(textBlocks(runs), element, properties);
    }
    for (const block of content.boxes) this.#gathering.add(block);
  }

  /** A text box begins outside all fields. */
  #fresh(): Story {
    return { ...this.#story, fields: [] };
  }

  #place(blocks: readonly Block[], element: XmlElement, properties: XmlElement | undefined): void {
    const { document } = this.#story;
    const styleId = valueAt(properties, "w:pStyle");
    const style = document.styles(styleId);
    const own = outlineLevel(properties);
    const level = own === undefined ? style.heading : own;
    const reference = { ...style.numbering, ...numberingReference(properties) };
    const id = reference.id ?? style.numbering?.id ?? null;
    const numbered = document.numbering.next({ id, level: reference.level ?? null }, styleId);
    // An empty paragraph is a distance between others, though Word writes its number.
    if (blocks.length === 0) return;
    const looks: Looks = {
      role: style.role,
      centred: isCentred(properties) ?? style.centred,
      size: largestSize(element) ?? style.size ?? USUAL_SIZE,
    };
    placeParagraph(this.#gathering, { blocks, level, numbered, looks }, document.looks);
  }

  /** A document that another program put into the file whole, to be shown as part of the text. */
  #embedded(element: XmlElement): readonly Block[] {
    const { document, relationships } = this.#story;
    const part = relationships.get(element.attributes.get("r:id") ?? "");
    const bytes = part?.external === false ? document.package.bytes(part.target) : null;
    const blocks =
      part === undefined || bytes === null ? null : embeddedBlocks(bytes, part.target, document.pictures);
    if (blocks === null) document.embeddedLeftOut++;
    return blocks ?? [];
  }
}

/** The largest size that the runs of a paragraph state for themselves, in half points. */
function largestSize(paragraph: XmlElement): number | undefined {
  const sizes = elementsOf(paragraph)
    .filter(({ name }) => name === "w:r")
    .map((run) => halfPoints(childAt(run, "w:rPr")))
    .filter((size) => size !== undefined);
  return sizes.length === 0 ? undefined : sizes.reduce((one, other) => Math.max(one, other));
}
