/** The first screen of a long article while the whole is on its way: what is asked of it is done when that has come. */
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Article } from "../../preload/model/article.ts";
import type { Bookmark } from "../../preload/model/bookmark.ts";
import type { Command } from "../../preload/model/menu-target.ts";
import { ask } from "../client.ts";
import { ArticlePage } from "../ui/article/article.tsx";
import type { ArticleSetting } from "../ui/article/article-context.ts";
import { mountedParts } from "../ui/article/mounted-parts.ts";
import { useCommands } from "../ui/commands.ts";
import { useFrame } from "../ui/frame-context.ts";
import { useSay } from "../ui/language.ts";
import { useAttempt } from "../ui/notices.tsx";
import { useSettings } from "../ui/settings-context.tsx";
import { useArticleModel } from "./article-model.ts";
import { useArticleSettingOf } from "./article-setting.ts";
import { ContentsPane, useContents } from "./contents-pane.tsx";
import { useMarksOf } from "./marking/marks.ts";
import { usePaintedBeginning } from "./marking/paint-marks.ts";
import { ReadingToolbar } from "./reading-toolbar.tsx";
import styles from "./reading-view.module.css";

const nowhere = { previous: null, next: null, previousPage: null, nextPage: null };

interface ArticleBeginningProps {
  /** Ends after its first screens. */
  readonly article: Article;
  readonly bookmarks: readonly Bookmark[];
  /** Called once they have been painted. */
  readonly onShown: () => void;
  /** Takes a command that only the whole article can do. */
  readonly onAsked: (command: Command) => void;
}

/** Stands exactly where the open article will stand. */
export function ArticleBeginning({ article, bookmarks, onShown, onAsked }: ArticleBeginningProps): ReactNode {
  const say = useSay();
  const settings = useSettings();
  const model = useArticleModel(article, settings);
  const page = useMemo(() => ({ mounted: mountedParts(model.parts.length, 0), goTo: ignore }), [model]);
  const working = useArticleSettingOf(article, model, page, ignore);
  // How many characters there are is not known before the whole has come, nor is there anywhere to go.
  const setting = useMemo<ArticleSetting>(
    () => ({
      ...working,
      characters: undefined,
      onPicture: undefined,
      onLink: undefined,
      onFootnote: undefined,
    }),
    [working],
  );
  const [drawn, setDrawn] = useState<HTMLElement | null>(null);
  usePaintedBeginning(drawn, useMarksOf(article, bookmarks));
  useOncePainted(onShown);
  const contents = useContents();
  const attempt = useAttempt();
  useCommands({
    "find-in-article": () => onAsked("find-in-article"),
    "view-original": () => onAsked("view-original"),
    "previous-article": () => onAsked("previous-article"),
    "next-article": () => onAsked("next-article"),
    "toggle-contents": () => onAsked("toggle-contents"),
    "print-preview": () => onAsked("print-preview"),
    "choose-sections": () => onAsked("choose-sections"),
    "add-to-print": () => onAsked("add-to-print"),
  });
  const { pageAlone, toolbarStart } = useFrame();
  return (
    <main className={styles["view"]} aria-label={say("reading.view")} aria-busy="true">
      <div className={styles["main"]}>
        {pageAlone ? null : (
          <ReadingToolbar
            start={toolbarStart}
            neighbours={nowhere}
            starred={article.starred}
            room="names"
            choosing={false}
            contentsShown={contents.beside}
            onOpen={ignore}
            onStar={(starred) => void attempt(() => ask("star", { ids: [article.id], starred }))}
          />
        )}
        <div className={styles["stage"]}>
          <section className={styles["scroller"]} aria-label={say("reading.article")}>
            <ArticlePage ref={setDrawn} article={article} setting={setting} parts={model.parts} />
          </section>
        </div>
      </div>
      <ContentsPane
        choosing={null}
        beside={contents.beside && !pageAlone}
        over={false}
        sections={[]}
        model={model}
        place={null}
        onGo={ignore}
        onHide={ignore}
      />
    </main>
  );
}

function useOncePainted(act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    // The second frame begins when the first one, which holds what was drawn, has been painted.
    let request = requestAnimationFrame(() => {
      request = requestAnimationFrame(() => latest.current());
    });
    return () => cancelAnimationFrame(request);
  }, []);
}

function ignore(): void {}
