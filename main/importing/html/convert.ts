/**
 * HTML tree → blocks. Walks what the model can say and passes over the rest, so that nothing active can come through:
 * there is no step at which markup is copied.
 */
import type { Block, Inline, Mark } from "../../../preload/model/article.ts";
import type { Run } from "../inlines.ts";
import { keptAddress, lineBreak, preformatted, textRun } from "../inlines.ts";
import type { PictureCollector } from "../pictures.ts";
import { pictureRun, textBlocks } from "../pictures-in-text.ts";
import type { Element, Node } from "./dom.ts";
import {
  attribute,
  isElement,
  isParting,
  isSilent,
  isText,
  LINE_SEPARATOR,
  numberAttribute,
  textBelow,
} from "./dom.ts";
import { pictureAddresses } from "./picture-addresses.ts";
import { tableBlocks } from "./tables.ts";

/** Beyond this the structure is nobody's writing: what lies deeper comes as plain text, and no stack overflows. */
const DEEPEST_ELEMENT = 200;

/** Lists in lists, quotes in quotes, tables in cells: so many the model takes, the rest flows on level. */
const DEEPEST_NESTING = 10;

const MARKS: Readonly<Record<string, Mark>> = {
  b: "strong",
  strong: "strong",
  i: "emphasis",
  em: "emphasis",
  cite: "emphasis",
  dfn: "emphasis",
  var: "emphasis",
  u: "underline",
  ins: "underline",
  s: "strike",
  strike: "strike",
  del: "strike",
  sup: "sup",
  sub: "sub",
  code: "code",
  kbd: "code",
  samp: "code",
  tt: "code",
};

interface Place {
  readonly marks: readonly Mark[];
  readonly href: string | null;
  /** How many elements stand around this one. */
  readonly depth: number;
  /** How many model containers stand around this one. */
  readonly nesting: number;
}

export interface ConversionContext {
  readonly pictures: PictureCollector;
  /** The element that became the article's title, so that it does not stand in the body again. */
  readonly title: Element | null;
  /** Elements that belong to the site and not to the article. */
  readonly furniture?: ReadonlySet<Element>;
  /** Elements that stand for something in the line which HTML has no element for: note marks, page marks. */
  readonly leaves?: ReadonlyMap<Element, Run["leaf"]>;
}

export function htmlBlocks(nodes: readonly Node[], context: ConversionContext): readonly Block[] {
  const conversion = new Conversion(context);
  conversion.children(nodes, { marks: [], href: null, depth: 0, nesting: 0 });
  return conversion.finish();
}

class Conversion {
  readonly #context: ConversionContext;
  readonly #blocks: Block[] = [];
  #runs: Run[] = [];
  #afterLabel = false;

  constructor(context: ConversionContext) {
    this.#context = context;
  }

  finish(): readonly Block[] {
    this.#endParagraph();
    return this.#blocks;
  }

  children(nodes: readonly Node[], place: Place): void {
    for (const node of nodes) {
      if (isText(node)) this.#runs.push(textRun(node.value, place.marks, place.href));
      else if (isElement(node)) this.#element(node, { ...place, depth: place.depth + 1 });
    }
  }

  #element(element: Element, place: Place): void {
    if (isSilent(element) || element === this.#context.title) return;
    if (this.#context.furniture?.has(element) === true) return;
    const leaf = this.#context.leaves?.get(element);
    if (leaf !== undefined) {
      this.#runs.push({ leaf, href: null });
      return;
    }
    if (place.depth > DEEPEST_ELEMENT) {
      const text = textBelow(element).replaceAll(LINE_SEPARATOR, "\n");
      this.#runs.push(textRun(text, place.marks, place.href));
      return;
    }
    const mark = MARKS[element.tagName];
    if (mark !== undefined) {
      this.children(element.childNodes, { ...place, marks: withMark(place.marks, mark) });
      return;
    }
    if (!this.#inlineElement(element, place)) this.#blockElement(element, place);
  }

  #inlineElement(element: Element, place: Place): boolean {
    switch (element.tagName) {
      case "br":
        this.#runs.push(lineBreak);
        return true;
      case "a":
        this.children(element.childNodes, { ...place, href: keptAddress(attribute(element, "href") ?? "") });
        return true;
      case "q":
        this.#runs.push(textRun("“", place.marks, place.href));
        this.children(element.childNodes, place);
        this.#runs.push(textRun("”", place.marks, place.href));
        return true;
      case "ruby":
        this.#ruby(element, place);
        return true;
      case "img":
        this.#picture(element, place);
        return true;
      default:
        return false;
    }
  }

  #blockElement(element: Element, place: Place): void {
    const blocks = this.#ownBlocks(element, place);
    if (blocks !== null) {
      this.#endParagraph();
      for (const block of blocks) this.#blocks.push(block);
      return;
    }
    const parts = isParting(element);
    // 索引号： and its value are one line.
    const isLabelled = this.#afterLabel && element.tagName === "dd";
    this.#afterLabel = false;
    if (parts && !isLabelled) this.#endParagraph();
    const isTerm = element.tagName === "dt";
    const inner = isTerm ? { ...place, marks: withMark(place.marks, "strong") } : place;
    this.children(element.childNodes, inner);
    if (isTerm && /[：:]\s*$/.test(textBelow(element))) this.#afterLabel = true;
    else if (parts) this.#endParagraph();
  }

  /** The blocks of an element that the model has a block for; null for one that only surrounds text. */
  #ownBlocks(element: Element, place: Place): readonly Block[] | null {
    const { tagName, childNodes } = element;
    if (/^h[1-6]$/.test(tagName)) return this.#heading(childNodes, Number(tagName.charAt(1)), place);
    switch (tagName) {
      case "hr":
        return [{ type: "divider" }];
      case "pre":
      case "listing":
      case "xmp":
        return this.#preformatted(childNodes, place);
      case "ul":
      case "ol":
      case "menu":
      case "dir":
        return this.#list(element, place);
      case "blockquote": {
        const blocks = this.#inside(childNodes, place);
        return place.nesting < DEEPEST_NESTING && blocks.length > 0 ? [{ type: "quote", blocks }] : blocks;
      }
      case "table":
        return tableBlocks(element, place.nesting < DEEPEST_NESTING, (nodes) => this.#inside(nodes, place));
      case "figure":
        return this.#figure(childNodes, place);
      default:
        return null;
    }
  }

  #heading(nodes: readonly Node[], level: number, place: Place): readonly Block[] {
    const blocks = this.#inside(nodes, place);
    const content = inlinesOf(blocks);
    const others = blocks.filter((block) => !("content" in block));
    return content.length > 0 ? [{ type: "heading", level, content }, ...others] : others;
  }

  #preformatted(nodes: readonly Node[], place: Place): readonly Block[] {
    const inner = new Conversion(this.#context);
    inner.children(nodes, place);
    const content = preformatted(inner.#runs);
    return content.length > 0 ? [...inner.#blocks, { type: "preformatted", content }] : inner.#blocks;
  }

  #list(element: Element, place: Place): readonly Block[] {
    const items: Block[][] = [];
    for (const child of element.childNodes) {
      const blocks = this.#inside(
        isElement(child) && child.tagName === "li" ? child.childNodes : [child],
        place,
      );
      if (blocks.length === 0) continue;
      // A list that stands beside its item instead of in it still belongs to it.
      const belongs = isElement(child) && /^(?:ul|ol)$/.test(child.tagName) ? items.at(-1) : undefined;
      if (belongs === undefined) items.push([...blocks]);
      else for (const block of blocks) belongs.push(block);
    }
    if (items.length === 0 || place.nesting >= DEEPEST_NESTING) return items.flat();
    const start = numberAttribute(element, "start", { least: -1_000_000, most: 1_000_000, fallback: 1 });
    return [{ type: "list", ordered: element.tagName === "ol", start, items }];
  }

  #figure(nodes: readonly Node[], place: Place): readonly Block[] {
    const isCaption = (node: Node) => isElement(node) && node.tagName === "figcaption";
    const blocks = this.#inside(
      nodes.filter((node) => !isCaption(node)),
      place,
    );
    const caption = inlinesOf(this.#inside(nodes.filter(isCaption), place));
    const at = blocks.findLastIndex((block) => block.type === "figure");
    const figure = blocks[at];
    if (figure?.type === "figure") return blocks.with(at, { ...figure, caption });
    return caption.length > 0 ? [...blocks, { type: "paragraph", content: caption }] : blocks;
  }

  #ruby(element: Element, place: Place): void {
    let base = "";
    for (const child of element.childNodes) {
      if (isText(child)) base += child.value;
      else if (isElement(child) && /^(?:rt|rtc)$/.test(child.tagName)) {
        const annotation = textBelow(child).trim();
        if (base.trim() !== "")
          this.#runs.push({ leaf: { type: "ruby", base: base.trim(), annotation }, href: place.href });
        base = "";
      } else if (isElement(child) && !isSilent(child)) base += textBelow(child);
    }
    if (base.trim() !== "") this.#runs.push(textRun(base, place.marks, place.href));
  }

  #picture(element: Element, place: Place): void {
    const size = (name: string) => numberAttribute(element, name, { least: 0, most: 100_000, fallback: 100 });
    // A spacer or a visitor counter, not a picture that anyone misses.
    if (size("width") <= 3 || size("height") <= 3) return;
    const taken = this.#context.pictures.takeFirst(pictureAddresses(element));
    if (taken === "spacer") return;
    const alt = (attribute(element, "alt") ?? "").replace(/\s+/g, " ").trim();
    this.#runs.push(pictureRun(taken, alt, place.href));
  }

  #inside(nodes: readonly Node[], place: Place): readonly Block[] {
    const inner = new Conversion(this.#context);
    inner.children(nodes, { ...place, depth: place.depth + 1, nesting: place.nesting + 1 });
    return inner.finish();
  }

  #endParagraph(): void {
    if (this.#runs.length === 0) return;
    const runs = this.#runs;
    this.#runs = [];
    for (const block of textBlocks(runs)) this.#blocks.push(block);
  }
}

function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  return marks.includes(mark) ? marks : [...marks, mark];
}

/** The text of blocks as one line of inlines, a line break for each paragraph's end. */
export function inlinesOf(blocks: readonly Block[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const block of blocks) {
    if (!("content" in block)) continue;
    if (result.length > 0) result.push({ type: "line-break" });
    for (const inline of block.content) result.push(inline);
  }
  return result;
}
