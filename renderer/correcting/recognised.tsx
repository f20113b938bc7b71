/** What the import recognised in a file, or the lines of a text file; a click on a paragraph leads to the result. */
import { memo, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import type { Block } from "../../preload/model/article.ts";
import { emptyArticle } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import {
  type ArticleSetting,
  ArticleSettingProvider,
  footnotesOf,
  topHeadingOf,
} from "../ui/article/article-context.ts";
import { Blocks } from "../ui/article/blocks.tsx";
import { keyed } from "../ui/article/keyed.ts";
import { reachable } from "../ui/article/reachable.ts";
import { useSettings } from "../ui/settings-context.tsx";
import styles from "./original.module.css";

/** A paragraph, and how far down its side it stands: 0 at the beginning, 1 at the end. */
export interface Standing {
  readonly text: string;
  readonly near: number;
}

interface RecognisedProps {
  /** Of a text file. */
  readonly lines: readonly string[] | null;
  readonly lead: readonly Block[];
  readonly body: readonly Block[];
  /** What the paragraphs say, compact. */
  readonly texts: readonly string[];
  readonly shown: number | null;
  readonly onGo: (standing: Standing) => void;
}

export function Recognised({ lines, lead, body, texts, shown, onGo }: RecognisedProps): ReactNode {
  const pane = useRef<HTMLDivElement>(null);
  // Set on the element itself: another paragraph is worked on with each key, and the whole text would be drawn for it.
  useLayoutEffect(() => {
    const element = shown === null ? null : pane.current?.querySelector(`[data-beside="${shown}"]`);
    element?.setAttribute("data-shown", "true");
    element?.scrollIntoView({ block: "nearest" });
    return () => element?.removeAttribute("data-shown");
  }, [shown]);

  const go = useRef((_index: number) => {});
  go.current = (index) => onGo({ text: texts[index] ?? "", near: index / Math.max(1, texts.length - 1) });
  useEffect(() => {
    const element = pane.current;
    const onClick = ({ target }: MouseEvent) => {
      // Who selects text wants to copy it.
      if (document.getSelection()?.isCollapsed === false || !(target instanceof Element)) return;
      const index = target.closest<HTMLElement>("[data-beside]")?.dataset["beside"];
      if (index !== undefined) go.current(Number(index));
    };
    element?.addEventListener("click", onClick);
    return () => element?.removeEventListener("click", onClick);
  }, []);

  return (
    <div ref={pane} className={styles["recognised"]} {...reachable}>
      {lines === null ? <Imported lead={lead} body={body} /> : <Lines lines={lines} />}
    </div>
  );
}

const Lines = memo(function Lines({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return keyed(lines).map(({ key, item }) => (
    <p key={key} className={styles["line"]} data-beside={key}>
      {item}
    </p>
  ));
});

interface ImportedProps {
  readonly lead: readonly Block[];
  readonly body: readonly Block[];
}

const Imported = memo(function Imported({ lead, body }: ImportedProps): ReactNode {
  const { language } = useSettings();
  const setting = useMemo<ArticleSetting>(() => {
    const text = articleText({ ...emptyArticle(), lead, body });
    return {
      ...{ language, text, setsPairs: false, idPrefix: "original-" },
      shown: (start, end) => text.text.slice(start, end),
      footnotes: footnotesOf(text),
      topHeading: topHeadingOf(text),
    };
  }, [language, lead, body]);
  return (
    <ArticleSettingProvider value={setting}>
      {keyed([...lead, ...body]).map(({ key, item }) => (
        <div key={key} className={styles["imported"]} data-beside={key}>
          {item.type === "footnote" ? (
            <Blocks blocks={item.blocks} />
          ) : (
            <Blocks blocks={[item]} body={key >= lead.length} />
          )}
        </div>
      ))}
    </ArticleSettingProvider>
  );
});

/** One line a paragraph, cells parted by tabs. */
export function textOf(block: Block): string {
  return articleText({ ...emptyArticle(), body: [block] }).text;
}
