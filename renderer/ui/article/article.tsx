/** A whole article as it is read and printed: header, lead, body, notes, credits. Knows nothing of windows or calls. */
import { type CSSProperties, memo, type ReactNode, type Ref, useSyncExternalStore } from "react";
import type { Article, Block } from "../../../preload/model/article.ts";
import { say } from "../../../preload/model/messages.ts";
import styles from "./article.module.css";
import { type ArticleSetting, ArticleSettingProvider, useArticleSetting } from "./article-context.ts";
import { ArticleHeader, FieldText } from "./article-header.tsx";
import { Blocks } from "./blocks.tsx";
import { keyed } from "./keyed.ts";
import type { Part } from "./parts.ts";

interface ArticlePageProps {
  readonly ref?: Ref<HTMLElement>;
  readonly article: Article;
  readonly setting: ArticleSetting;
  readonly parts: readonly Part[];
}

export const ArticlePage = memo(function ArticlePage(props: ArticlePageProps): ReactNode {
  const { ref, article, setting, parts } = props;
  return (
    <ArticleSettingProvider value={setting}>
      <article ref={ref} lang={article.language} className={styles["article"]}>
        <ArticleHeader article={article} />
        <Lead blocks={article.lead} />
        {parts.map((part) => (
          <PartOfBody key={part.index} part={part} alone={parts.length === 1} />
        ))}
        <Footnotes />
        <Credits article={article} />
      </article>
    </ArticleSettingProvider>
  );
});

export const Lead = memo(function Lead({ blocks }: { blocks: readonly Block[] }): ReactNode {
  const { language } = useArticleSetting();
  if (blocks.length === 0) return null;
  return (
    <section className={styles["lead"]} aria-label={say(language, "reading.lead")} data-lead="">
      <p className={styles["leadLabel"]} data-uncounted="" aria-hidden>
        {say(language, "reading.lead")}
      </p>
      <Blocks blocks={blocks} />
    </section>
  );
});

interface PartOfBodyProps {
  readonly part: Part;
  readonly alone: boolean;
}

/** What is out of sight costs no layout; until it has been seen once, its height is the estimate in lines. */
const PartOfBody = memo(function PartOfBody({ part, alone }: PartOfBodyProps): ReactNode {
  const mounted = useIsMounted(part.index);
  const estimate = { "--lines": String(part.lines) } as CSSProperties;
  if (!mounted)
    return <div className={styles["place"]} style={estimate} data-part={part.index} aria-hidden />;
  return (
    <div className={alone ? styles["onlyPart"] : styles["part"]} style={estimate} data-part={part.index}>
      <Blocks blocks={part.blocks} body />
    </div>
  );
});

function useIsMounted(part: number): boolean {
  const { mounted } = useArticleSetting();
  return useSyncExternalStore(mounted?.subscribe ?? neverChanging, () => mounted?.has(part) ?? true);
}

function neverChanging(): () => void {
  return () => undefined;
}

export const Footnotes = memo(function Footnotes(): ReactNode {
  const { language, text, footnotes, idPrefix, onFootnote } = useArticleSetting();
  const shown = keyed(footnotes).filter(({ item }) => text.blocks.has(item));
  if (shown.length === 0) return null;
  return (
    <section
      className={styles["footnotes"]}
      aria-label={say(language, "reading.footnotes")}
      data-footnotes=""
    >
      <ol>
        {shown.map(({ key, item }) => (
          <li key={key} value={key + 1} id={`${idPrefix}note-${key + 1}`} data-note={key + 1}>
            <Blocks blocks={item.blocks} />
            {onFootnote === undefined ? null : (
              <button
                type="button"
                data-uncounted=""
                className={styles["backLink"]}
                aria-label={say(language, "reading.footnote-back", { number: key + 1 })}
                onClick={() => onFootnote(key + 1, "mark")}
              >
                ↩
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
});

export function Credits({ article }: { article: Article }): ReactNode {
  if (article.credits === "") return null;
  return (
    <footer>
      <p className={styles["credits"]}>
        <FieldText field="credits" />
      </p>
    </footer>
  );
}
