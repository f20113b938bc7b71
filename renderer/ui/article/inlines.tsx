/** Inlines as elements. The text always comes from the shown form of the canonical text, cut by offset. */
import type { ReactNode } from "react";
import { Link } from "react-aria-components";
import type { Inline, Mark } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import { say } from "../../../preload/model/messages.ts";
import { pictureAddress } from "../../client.ts";
import styles from "./article.module.css";
import { useArticleSetting } from "./article-context.ts";
import { keyed } from "./keyed.ts";
import { ShownText } from "./shown-text.tsx";

interface PlacedInline {
  readonly inline: Inline;
  readonly start: number;
  readonly end: number;
}

/** Each inline with its span of the canonical text, the first beginning at `start`. */
function placed(content: readonly Inline[], start: number): readonly PlacedInline[] {
  let at = start;
  return content.map((inline) => {
    const from = at;
    at += inlineText([inline]).length;
    return { inline, start: from, end: at };
  });
}

export function Inlines({ content, start }: { content: readonly Inline[]; start: number }): ReactNode {
  return keyed(placed(content, start)).map(({ key, item }) => <OneInline key={key} {...item} />);
}

function OneInline({ inline, start, end }: PlacedInline): ReactNode {
  const { shown } = useArticleSetting();
  switch (inline.type) {
    case "text":
      return marked(inline.marks ?? [], start, end);
    case "line-break":
      // The text keeps its white space, so that text nodes alone carry the canonical text.
      return "\n";
    case "link":
      return <ArticleLink address={inline.href} content={inline.content} start={start} />;
    case "ruby":
      return (
        <ruby>
          {shown(start, end)}
          <rt data-uncounted="">{inline.annotation}</rt>
        </ruby>
      );
    case "image":
      return <InlinePicture image={inline.image} alt={inline.alt} />;
    case "footnote-mark":
      return <FootnoteMark id={inline.id} />;
    case "page-mark":
      return <PageMark page={inline.page} />;
  }
}

export const markElements = {
  strong: "strong",
  emphasis: "em",
  underline: "u",
  strike: "s",
  sup: "sup",
  sub: "sub",
  code: "code",
} as const satisfies Record<Mark, string>;

function marked(marks: readonly Mark[], start: number, end: number): ReactNode {
  let node: ReactNode = <ShownText start={start} end={end} />;
  for (const mark of marks.toReversed()) {
    const Element = markElements[mark];
    node = <Element>{node}</Element>;
  }
  return node;
}

/** Never has an `href`: what an article links to is shown, and nothing is ever gone to. */
function ArticleLink(props: { address: string; content: readonly Inline[]; start: number }): ReactNode {
  const { onLink } = useArticleSetting();
  const content = <Inlines content={props.content} start={props.start} />;
  if (onLink === undefined) return <span className={styles["link"]}>{content}</span>;
  return (
    <Link className={styles["link"] ?? ""} onPress={() => onLink(props.address)}>
      {content}
    </Link>
  );
}

function InlinePicture({ image, alt }: { image: string | null; alt: string }): ReactNode {
  const { language, drawsPicture, onPicture } = useArticleSetting();
  if (drawsPicture !== undefined && (image === null || !drawsPicture(image))) return null;
  if (image === null)
    return (
      <span data-uncounted="" className={styles["missingInline"]}>
        {say(language, "reading.missing-picture")}
      </span>
    );
  const picture = <img className={styles["inlinePicture"]} src={pictureAddress(image)} alt={alt} />;
  if (onPicture === undefined) return picture;
  return (
    <button
      type="button"
      data-picture={image}
      data-uncounted=""
      className={styles["inlinePictureButton"]}
      aria-label={say(language, "reading.enlarge", { caption: alt })}
      onClick={() => onPicture({ image, block: null })}
    >
      {picture}
    </button>
  );
}

function FootnoteMark({ id }: { id: string }): ReactNode {
  const { language, footnotes, idPrefix, onFootnote } = useArticleSetting();
  const number = footnotes.findIndex((footnote) => footnote.id === id) + 1;
  if (number === 0) return <sup data-uncounted="">[{id}]</sup>;
  return (
    <sup data-uncounted="" className={styles["footnoteMark"]}>
      <a
        href={`#${idPrefix}note-${number}`}
        data-note-mark={number}
        aria-label={say(language, "reading.footnote", { number })}
        onClick={(event) => {
          event.preventDefault();
          onFootnote?.(number, "note");
        }}
      >
        [{number}]
      </a>
    </sup>
  );
}

function PageMark({ page }: { page: string }): ReactNode {
  const { language } = useArticleSetting();
  return (
    <small
      data-uncounted=""
      className={styles["pageMark"]}
      title={say(language, "reading.page-mark", { page })}
    >
      〔{page}〕
    </small>
  );
}
