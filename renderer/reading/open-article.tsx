/** One open article: its page, and everything around the page that follows where reading stands. */
import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from "react";
import type { Article } from "../../preload/model/article.ts";
import type { ArticleText } from "../../preload/model/article-text.ts";
import type { Neighbours } from "../../preload/model/listing.ts";
import type { Language } from "../../preload/model/messages.ts";
import type { Opening } from "../../preload/model/opening.ts";
import { type Section, sections as sectionsOf } from "../../preload/model/sections.ts";
import { ask } from "../client.ts";
import { ArticlePage } from "../ui/article/article.tsx";
import { reachable } from "../ui/article/reachable.ts";
import { useFrame } from "../ui/frame-context.ts";
import { useSay } from "../ui/language.ts";
import { useAttempt } from "../ui/notices.tsx";
import { useSettings } from "../ui/settings-context.tsx";
import { useArticleModel } from "./article-model.ts";
import { useArticleSettingOf } from "./article-setting.ts";
import { ChoosingBar } from "./choosing/choosing-bar.tsx";
import { PartTicks } from "./choosing/part-ticks.tsx";
import { usePrintCommands } from "./choosing/print-commands.ts";
import { useChoosing } from "./choosing/use-choosing.ts";
import { ContentsPane, useContents } from "./contents-pane.tsx";
import { useCopying } from "./copying.ts";
import { useElementWidth } from "./element-width.ts";
import { FindBar } from "./find-bar.tsx";
import { useFindRequest } from "./find-request.ts";
import { HitsBar } from "./hits-bar.tsx";
import { MarkedHits } from "./marked-hits.tsx";
import { MarkTicks } from "./marking/mark-ticks.tsx";
import { Marking } from "./marking/marking.tsx";
import { useMarks } from "./marking/marks.ts";
import { PlacingBar } from "./marking/placing-bar.tsx";
import { NeighbourLinks } from "./neighbour-links.tsx";
import { useReadingCommands, useSizeByWheel } from "./reading-commands.ts";
import { type ReadingDialog, ReadingDialogs } from "./reading-dialogs.tsx";
import { useKeptPosition } from "./reading-position.ts";
import { ReadingToolbar, type ToolbarRoom } from "./reading-toolbar.tsx";
import styles from "./reading-view.module.css";
import { openMenuAt } from "./right-click.ts";
import { useSearchHits } from "./search-hits.ts";
import { SelectionCount } from "./selection-count.tsx";
import { usePage } from "./use-page.ts";

/** Narrower than this, in CSS pixels, the toolbar shows icons alone: what its words take beside the scroll bar. */
const LABELS_FIT: Readonly<Record<Language, number>> = { "zh-CN": 768, en: 798 };
/** What the button that brings back the contents takes. */
const CONTENTS_BUTTON = 106;
/** What all the icons take beside the scroll bar, with those of a narrow window's frame. */
const ICONS_FIT = 744;

export interface OpenArticleProps {
  readonly article: Article;
  readonly readingPosition: number;
  readonly neighbours: Neighbours;
  readonly opening: Opening | null;
  /** Whether the hits of the search that led here are painted; told to the owner, for it holds for the next article too. */
  readonly hitsMarked: boolean;
  readonly onMarkHits: (marked: boolean) => void;
  readonly onOpen: (articleId: number) => void;
}

export function OpenArticle(props: OpenArticleProps): ReactNode {
  const { article, readingPosition, neighbours, opening, hitsMarked, onMarkHits, onOpen } = props;
  const say = useSay();
  const settings = useSettings();
  const model = useArticleModel(article, settings);
  const page = usePage(model.parts, opening?.at ?? readingPosition, settings);
  const sections = useSections(article, model.text);
  const { pageAlone, toolbarStart, placing = null, onPlaced, choice } = useFrame();
  const choosing = useChoosing(article, model.text, sections, choice);
  const contents = useContents(choosing.isOn);
  const find = useFindRequest(page.page?.article ?? null, model);
  const hits = useSearchHits(model, opening, page);
  const [dialog, setDialog] = useState<ReadingDialog | null>(null);
  const [view, setView] = useState<HTMLElement | null>(null);
  const width = useElementWidth(page.page?.scroller ?? null);
  const room = toolbarRoom(width, settings.language, contents.beside, toolbarStart !== null);
  const setting = useArticleSettingOf(article, model, page, setDialog);
  const attempt = useAttempt();
  const isPlacing = placing?.article === article.id;

  const print = usePrintCommands(article, model, page, sections, choosing);
  const marks = useMarks(article);
  useCopying(page.page?.article ?? null, article, model);
  useKeptPosition(article.id, model.text.text.length, page.place);
  useSizeByWheel(view);
  useReadingCommands({
    model,
    sections,
    neighbours,
    onOpen,
    onFind: find.ask,
    onOriginal: () => setDialog({ kind: "original" }),
    onToggleContents: contents.toggle,
  });
  const { goTo } = page;
  const { makeWay } = contents;
  const goToSection = useCallback(
    (section: Section) => {
      makeWay();
      goTo(section.start);
    },
    [goTo, makeWay],
  );
  const closeFind = () => {
    find.close();
    // Reading goes on where it was found, by the arrow keys too.
    page.page?.scroller.focus({ preventScroll: true });
  };

  return (
    <main
      ref={setView}
      className={styles["view"]}
      aria-label={say("reading.view")}
      onContextMenu={(event) => openMenuAt(event, sections)}
    >
      <div className={styles["main"]}>
        {pageAlone ? null : (
          <ReadingToolbar
            start={toolbarStart}
            neighbours={neighbours}
            starred={article.starred}
            room={room}
            contentsShown={contents.beside}
            choosing={choosing.isOn}
            onOpen={onOpen}
            onStar={(starred) => void attempt(() => ask("star", { ids: [article.id], starred }))}
          />
        )}
        {hits === null || pageAlone ? null : (
          <HitsBar
            hits={hits}
            isMarked={hitsMarked}
            onMark={onMarkHits}
            // The find bar, while it is open, has the keys and the paint.
            isQuiet={find.open !== null}
            onPrint={() => print.addPartsOf(hits.spans)}
          />
        )}
        {isPlacing && placing !== null && onPlaced !== undefined ? (
          <PlacingBar article={article} model={model} page={page} bookmark={placing} onDone={onPlaced} />
        ) : null}
        <div className={styles["stage"]}>
          {hits === null || !hitsMarked || find.open !== null ? null : (
            <MarkedHits page={page} model={model} hits={hits} />
          )}
          {find.open === null ? null : (
            <FindBar {...find.open} model={model} page={page} onClose={closeFind} />
          )}
          <section
            ref={page.setScroller}
            className={styles["scroller"]}
            data-choosing={choosing.isOn}
            aria-label={say("reading.article")}
            {...reachable}
          >
            <ArticlePage ref={page.setArticle} article={article} setting={setting} parts={model.parts} />
            <NeighbourLinks neighbours={neighbours} onOpen={onOpen} />
            <Marking
              article={article}
              model={model}
              page={page}
              marks={marks}
              opening={opening}
              isPlacing={isPlacing}
              isChoosing={choosing.isOn}
            />
            <PartTicks page={page} model={model} choosing={choosing} />
          </section>
          <MarkTicks page={page} model={model} marks={marks} />
          <SelectionCount article={page.page?.article ?? null} model={model} />
        </div>
        <ChoosingBar choosing={choosing} onPreview={print.preview} onAdd={print.add} />
      </div>
      <ContentsPane
        beside={contents.beside && !pageAlone}
        over={contents.over}
        sections={sections}
        model={model}
        place={page.place}
        onGo={goToSection}
        onHide={contents.hide}
        choosing={choosing}
      />
      <ReadingDialogs articleId={article.id} dialog={dialog} onClose={() => setDialog(null)} />
    </main>
  );
}

function toolbarRoom(
  width: number,
  language: Language,
  hasContentsBeside: boolean,
  hasStart: boolean,
): ToolbarRoom {
  if (width >= LABELS_FIT[language] + (hasContentsBeside ? 0 : CONTENTS_BUTTON)) return "names";
  return hasStart && width < ICONS_FIT ? "few" : "icons";
}

/** The sections, after the page: the first screen does not wait for the contents of a long document. */
function useSections(article: Article, text: ArticleText): readonly Section[] {
  const drawn = useDeferredValue<Article | null>(article, null);
  return useMemo(() => (drawn === null ? [] : sectionsOf(drawn, text)), [drawn, text]);
}
