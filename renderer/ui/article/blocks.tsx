/** Blocks as elements. Every leaf with text carries `data-start`, its first offset in the canonical text. */
import type { ReactNode } from "react";
import type { Block, Inline } from "../../../preload/model/article.ts";
import styles from "./article.module.css";
import { type HeadingBlock, useArticleSetting } from "./article-context.ts";
import { Figure } from "./figure.tsx";
import { Inlines } from "./inlines.tsx";
import { keyed } from "./keyed.ts";
import { reachable } from "./reachable.ts";
import { Table } from "./table.tsx";

interface BlocksProps {
  readonly blocks: readonly Block[];
  /** True for the paragraphs of the body itself, the only ones whose first line may be indented. */
  readonly body?: boolean;
}

export function Blocks({ blocks, body = false }: BlocksProps): ReactNode {
  return keyed(blocks).map(({ key, item }) => <OneBlock key={key} block={item} body={body} />);
}

function OneBlock({ block, body }: { block: Block; body: boolean }): ReactNode {
  switch (block.type) {
    case "heading":
      return <Heading block={block} />;
    case "paragraph":
      return (
        <Leaf as="p" look={body ? "bodyParagraph" : "paragraph"} block={block} content={block.content} />
      );
    case "preformatted":
      return <Leaf as="pre" look="preformatted" block={block} content={block.content} />;
    case "list":
      return <List block={block} />;
    case "table":
      return <Table block={block} renderBlocks={(blocks) => <Blocks blocks={blocks} />} />;
    case "figure":
      return <Figure block={block} />;
    case "quote":
      return (
        <blockquote className={styles["quote"]}>
          <Blocks blocks={block.blocks} />
        </blockquote>
      );
    case "divider":
      return <hr className={styles["divider"]} />;
    case "footnote":
      // Footnotes stand together at the end, as they do in the canonical text.
      return null;
  }
}

interface LeafProps {
  readonly as: "p" | "pre" | "h2" | "h3" | "h4" | "h5" | "h6";
  readonly look: "paragraph" | "bodyParagraph" | "preformatted" | "heading";
  readonly block: Block;
  readonly content: readonly Inline[];
  readonly depth?: number | undefined;
}

function Leaf({ as: Element, look, block, content, depth }: LeafProps): ReactNode {
  const { text } = useArticleSetting();
  const span = text.blocks.get(block);
  if (span === undefined) throw new Error(`A ${block.type} is not part of the article's text`);
  const marked = span.end > span.start ? { "data-start": span.start } : {};
  return (
    <Element
      className={styles[look]}
      data-depth={depth}
      {...marked}
      {...(Element === "pre" ? reachable : {})}
    >
      <Inlines content={content} start={span.start} />
    </Element>
  );
}

const headingElements = ["h2", "h3", "h4", "h5", "h6"] as const;

/** The title is the page's h1, so the highest headings are h2. */
function Heading({ block }: { block: HeadingBlock }): ReactNode {
  const { topHeading, headingDepth } = useArticleSetting();
  const element = headingElements[block.level - topHeading] ?? "h6";
  const depth = headingDepth?.(block);
  return <Leaf as={element} look="heading" block={block} content={block.content} depth={depth} />;
}

function List({ block }: { block: Block & { type: "list" } }): ReactNode {
  const items = keyed(block.items).map(({ key, item }) => (
    <li key={key}>
      <Blocks blocks={item} />
    </li>
  ));
  if (!block.ordered) return <ul className={styles["list"]}>{items}</ul>;
  return (
    <ol className={styles["list"]} start={block.start}>
      {items}
    </ol>
  );
}
