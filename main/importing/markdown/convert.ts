/** Markdown tree (mdast) → blocks. Raw HTML goes through the HTML conversion, which keeps text and drops what acts. */
import type {
  BlockContent,
  Definition,
  DefinitionContent,
  List,
  PhrasingContent,
  RootContent,
  Table,
} from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { parseFragment } from "parse5";
import type { Block, Inline, Mark } from "../../../preload/model/article.ts";
import { htmlBlocks, inlinesOf } from "../html/convert.ts";
import type { Run } from "../inlines.ts";
import { keptAddress, lineBreak, preformatted, textRun } from "../inlines.ts";
import type { PictureCollector } from "../pictures.ts";
import { pictureRun, textBlocks } from "../pictures-in-text.ts";
import { joined, piecesOf } from "./pieces.ts";

/** Quotes in lists in quotes: so many levels the model takes; what lies deeper stands in the deepest, level by level no more. */
const DEEPEST_NESTING = 30;

export function markdownBlocks(text: string, pictures: PictureCollector): readonly Block[] {
  let blocks: readonly Block[] = [];
  for (const piece of piecesOf(text))
    blocks = joined(blocks, pieceBlocks(piece.text, pictures), piece.goesOn);
  return blocks;
}

function pieceBlocks(text: string, pictures: PictureCollector): readonly Block[] {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const definitions = new Map<string, Definition>();
  for (const node of tree.children) {
    if (node.type === "definition" && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
  }
  return new Conversion(pictures, definitions).blocks(tree.children, 0);
}

/** To the end of the text: whoever opened it forgot to close it, and what follows is meant to be read. */
const UNENDED_COMMENT = /^\s*<!--(?![\s\S]*-->)/;

interface Place {
  readonly marks: readonly Mark[];
  readonly href: string | null;
}

const PLAIN: Place = { marks: [], href: null };

/** The blocks that hold no others, in their order. Not by recursion: the levels may be thousands. */
function leavesOf(nodes: readonly RootContent[]): readonly RootContent[] {
  const leaves: RootContent[] = [];
  const ahead = [...nodes].reverse();
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    if (/^(?:blockquote|list|listItem|footnoteDefinition)$/.test(node.type) && "children" in node) {
      for (const child of node.children.toReversed()) ahead.push(child);
    } else leaves.push(node);
  }
  return leaves;
}

class Conversion {
  readonly #pictures: PictureCollector;
  readonly #definitions: ReadonlyMap<string, Definition>;

  constructor(pictures: PictureCollector, definitions: ReadonlyMap<string, Definition>) {
    this.#pictures = pictures;
    this.#definitions = definitions;
  }

  blocks(
    nodes: readonly (RootContent | BlockContent | DefinitionContent)[],
    nesting: number,
  ): readonly Block[] {
    const flat = nesting > DEEPEST_NESTING ? leavesOf(nodes) : nodes;
    return flat.flatMap((node) => this.#block(node, nesting + 1));
  }

  #block(node: RootContent, nesting: number): readonly Block[] {
    switch (node.type) {
      case "heading":
        return this.#heading(node.depth, node.children);
      case "paragraph":
        return textBlocks(this.#runs(node.children, PLAIN));
      case "blockquote":
        return filled(this.blocks(node.children, nesting), (blocks) => ({ type: "quote", blocks }));
      case "list":
        return this.#list(node, nesting);
      case "code": {
        const content = preformatted([textRun(node.value)]);
        return content.length === 0 ? [] : [{ type: "preformatted", content }];
      }
      case "thematicBreak":
        return [{ type: "divider" }];
      case "table":
        return [this.#table(node)];
      case "footnoteDefinition":
        return filled(this.blocks(node.children, nesting), (blocks) => ({
          type: "footnote",
          id: node.identifier,
          blocks,
        }));
      case "html":
        if (UNENDED_COMMENT.test(node.value)) return this.#unended(node.value);
        return htmlBlocks(parseFragment(node.value).childNodes, { pictures: this.#pictures, title: null });
      default:
        return [];
    }
  }

  /** All of it as Markdown, with what would open a comment as text. */
  #unended(text: string): readonly Block[] {
    return markdownBlocks(text.replace(/^(\s*)<!--/gm, "$1\\<!--"), this.#pictures);
  }

  #heading(level: number, children: readonly PhrasingContent[]): readonly Block[] {
    const blocks = textBlocks(this.#runs(children, PLAIN));
    const content = inlinesOf(blocks);
    const others = blocks.filter((block) => !("content" in block));
    return content.length === 0 ? others : [{ type: "heading", level, content }, ...others];
  }

  #list(node: List, nesting: number): readonly Block[] {
    const items = node.children.map((item) => {
      const blocks = this.blocks(item.children, nesting);
      if (typeof item.checked !== "boolean") return blocks;
      return withTick(blocks, item.checked ? "☑ " : "☐ ");
    });
    const present = items.filter((blocks) => blocks.length > 0);
    if (present.length === 0) return [];
    return [{ type: "list", ordered: node.ordered === true, start: node.start ?? 1, items: present }];
  }

  #table(node: Table): Block {
    const rows = node.children.map((row, index) =>
      row.children.map((cell) => ({
        header: index === 0,
        columns: 1,
        rows: 1,
        blocks: textBlocks(this.#runs(cell.children, PLAIN)),
      })),
    );
    return { type: "table", rows };
  }

  #runs(nodes: readonly PhrasingContent[], place: Place, depth = 0): Run[] {
    if (depth > DEEPEST_NESTING) return [];
    const runs: Run[] = [];
    let silent: string | null = null;
    for (const node of nodes) {
      if (node.type === "html") {
        silent = silentElement(node.value, silent);
        if (/^<br\s*\/?>$/i.test(node.value)) runs.push(lineBreak);
      } else if (silent === null) {
        // One by one: a paragraph may hold more runs than one call takes arguments.
        for (const run of this.#run(node, place, depth + 1)) runs.push(run);
      }
    }
    return runs;
  }

  #run(node: PhrasingContent, place: Place, depth: number): readonly Run[] {
    const marked = (mark: Mark) => ({ ...place, marks: [...new Set([...place.marks, mark])] });
    switch (node.type) {
      case "text":
        return [textRun(node.value, place.marks, place.href)];
      case "inlineCode":
        return [textRun(node.value, marked("code").marks, place.href)];
      case "break":
        return [lineBreak];
      case "strong":
        return this.#runs(node.children, marked("strong"), depth);
      case "emphasis":
        return this.#runs(node.children, marked("emphasis"), depth);
      case "delete":
        return this.#runs(node.children, marked("strike"), depth);
      case "link":
        return this.#runs(node.children, { ...place, href: keptAddress(node.url) }, depth);
      case "linkReference": {
        const url = this.#definitions.get(node.identifier)?.url ?? "";
        return this.#runs(node.children, { ...place, href: keptAddress(url) }, depth);
      }
      case "footnoteReference":
        return [{ leaf: { type: "footnote-mark", id: node.identifier }, href: null }];
      case "image":
        return this.#picture(node.url, node.alt ?? "", node.title ?? "", place);
      case "imageReference": {
        const definition = this.#definitions.get(node.identifier);
        return this.#picture(definition?.url ?? "", node.alt ?? "", definition?.title ?? "", place);
      }
      default:
        return [];
    }
  }

  /** The caption is the picture's title, or else its description: Markdown has no other place for one. */
  #picture(url: string, alt: string, title: string, place: Place): readonly Run[] {
    const taken = this.#pictures.take(url);
    const caption = title || alt;
    return taken === "spacer"
      ? []
      : [pictureRun(taken, alt, place.href, caption === "" ? [] : [textRun(caption)])];
  }
}

function filled(blocks: readonly Block[], wrap: (blocks: readonly Block[]) => Block): readonly Block[] {
  return blocks.length === 0 ? [] : [wrap(blocks)];
}

/** The state of a task stands before its text. */
function withTick(blocks: readonly Block[], tick: string): readonly Block[] {
  const [first, ...rest] = blocks;
  const text: Inline = { type: "text", text: tick };
  if (first?.type === "paragraph") return [{ ...first, content: [text, ...first.content] }, ...rest];
  return [{ type: "paragraph", content: [text] }, ...blocks];
}

/** Inline HTML comes as single tags: between those of a script or style nothing is text. */
function silentElement(tag: string, current: string | null): string | null {
  const [, closing = "", name = ""] = /^<(\/?)([a-z]+)/i.exec(tag) ?? [];
  if (current !== null) return closing !== "" && name.toLowerCase() === current ? null : current;
  return closing === "" && /^(?:script|style|iframe|object|svg|textarea|title)$/i.test(name)
    ? name.toLowerCase()
    : null;
}
