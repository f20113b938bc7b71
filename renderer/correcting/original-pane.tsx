/** What the article was made of: the text of a text file, else what the import recognised in the file. */
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import type { Block } from "../../preload/model/article.ts";
import { emptyArticle } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { unpackBlocks } from "../../preload/model/packed-article.ts";
import {
  type ArticleSetting,
  ArticleSettingProvider,
  footnotesOf,
  topHeadingOf,
} from "../ui/article/article-context.ts";
import { Blocks } from "../ui/article/blocks.tsx";
import { keyed } from "../ui/article/keyed.ts";
import { reachable } from "../ui/article/reachable.ts";
import { useSay } from "../ui/language.ts";
import { useAsk } from "../ui/queries.ts";
import { useSettings } from "../ui/settings-context.tsx";
import { besideOf, compact } from "./beside.ts";
import styles from "./correcting.module.css";

/** A paragraph, and how far down its side it stands: 0 at the beginning, 1 at the end. */
export interface Standing {
  readonly text: string;
  readonly near: number;
}

interface OriginalPaneProps {
  readonly id: number;
  /** Packed, as the desk has them. */
  readonly imported: string;
  /** The paragraph of the result that is worked on: what it was made of is brought into sight. */
  readonly beside: Standing | null;
  /** A paragraph was clicked. */
  readonly onGo: (standing: Standing) => void;
}

/** Names of files whose text is what a person reads; that of a web page is its source. */
const plainText = /\.(?:txt|md|markdown|text)$/i;

export function OriginalPane({ id, imported, beside, onGo }: OriginalPaneProps): ReactNode {
  const say = useSay();
  const { data } = useAsk("readOriginal", { id });
  const lines = useMemo(
    () =>
      data === undefined || data.text === null || !plainText.test(data.name) ? null : linesOf(data.text),
    [data],
  );
  const { lead, body } = useMemo(() => unpackBlocks(imported), [imported]);
  const blocks = useMemo(() => [...lead, ...body], [lead, body]);
  const texts = useMemo(() => (lines ?? blocks.map(textOf)).map(compact), [lines, blocks]);
  const pane = useRef<HTMLElement>(null);
  const shown = beside === null ? null : besideOf(compact(beside.text), texts, beside.near);

  const isLoaded = data !== undefined;
  useLayoutEffect(() => {
    if (isLoaded && shown !== null)
      pane.current?.querySelector(`[data-beside="${shown}"]`)?.scrollIntoView({ block: "nearest" });
  }, [shown, isLoaded]);

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
    <section ref={pane} className={styles["original"]} aria-label={say("correcting.original")} {...reachable}>
      {data === undefined ? null : (
        <p className={styles["originalName"]}>
          <span>{data.name}</span>
          {lines === null ? <span>{say("correcting.no-text-original")}</span> : null}
        </p>
      )}
      {data === undefined ? null : lines === null ? (
        <Imported lead={lead} body={body} shown={shown} />
      ) : (
        keyed(lines).map(({ key, item }) => (
          <p key={key} className={styles["line"]} data-beside={key} data-shown={key === shown}>
            {item}
          </p>
        ))
      )}
    </section>
  );
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

interface ImportedProps {
  readonly lead: readonly Block[];
  readonly body: readonly Block[];
  readonly shown: number | null;
}

function Imported({ lead, body, shown }: ImportedProps): ReactNode {
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
        <div key={key} className={styles["imported"]} data-beside={key} data-shown={key === shown}>
          {item.type === "footnote" ? (
            <Blocks blocks={item.blocks} />
          ) : (
            <Blocks blocks={[item]} body={key >= lead.length} />
          )}
        </div>
      ))}
    </ArticleSettingProvider>
  );
}

/** One line a paragraph, cells parted by tabs. */
export function textOf(block: Block): string {
  return articleText({ ...emptyArticle(), body: [block] }).text;
}
