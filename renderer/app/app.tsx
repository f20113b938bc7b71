/** The window: rail, list and page, the other screens, and what belongs to all of them. */
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import type { Opening } from "../../preload/model/opening.ts";
import { BookmarksPage } from "../bookmarks/bookmarks-page.tsx";
import { CorrectingPage } from "../correcting/correcting-page.tsx";
import { useImporting } from "../importing/importing-state.ts";
import { ImportsPage } from "../importing/imports-page.tsx";
import { useColumnState } from "../library/column-state.ts";
import { EditDialog } from "../library/edit-dialog.tsx";
import { LibraryColumn } from "../library/library-column.tsx";
import { everything, type ListFilter } from "../library/list-filter.ts";
import { PastePart } from "../pasting/paste-part.tsx";
import { PrintPage } from "../printing/print-page.tsx";
import { useSearching } from "../searching/search-session.ts";
import { SettingsPage } from "../settings/settings-page.tsx";
import { UnsavedBar } from "../ui/bookmarks/unsaved-bar.tsx";
import { FrameContext } from "../ui/frame-context.ts";
import { useSettings } from "../ui/settings-context.tsx";
import styles from "./app.module.css";
import { useAppCommands } from "./app-commands.ts";
import { useAppearance } from "./appearance.ts";
import { useBookmarksPart } from "./bookmarks-part.ts";
import { useCorrectingPart } from "./correcting-part.ts";
import { ImportParts } from "./import-parts.tsx";
import { LibraryScreen } from "./library-screen.tsx";
import { type ListPane, useListPane } from "./list-pane.ts";
import { useMarkOpened } from "./opening.ts";
import { usePageAlone } from "./page-alone.ts";
import { usePrintPart } from "./print-part.ts";
import { QuickFindPart } from "./quick-find-part.tsx";
import { Rail } from "./rail.tsx";
import {
  backToResults,
  currentPlace,
  nothingRead,
  opened,
  type ReadingHistory,
  wentTo,
  without,
} from "./reading-history.ts";
import { useRightClick } from "./right-click.ts";
import type { Overlay, Screen } from "./screen.ts";
import { SearchScreen } from "./search-screen.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import { BackToResults, ToolbarStart } from "./toolbar-start.tsx";

export function App() {
  useAppearance(useSettings());
  useShortcuts();
  useRightClick();

  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const [history, setHistory] = useState<ReadingHistory>(nothingRead);
  const [filter, setFilter] = useState<ListFilter>(everything);
  const [shortcutsShown, setShortcutsShown] = useState(false);
  const [pageAlone, setPageAlone] = usePageAlone();
  const listScroll = useRef(0);
  const columnState = useColumnState();
  const searchField = useRef<HTMLInputElement>(null);
  const list = useListPane();
  const importing = useImporting();
  const [shownBatch, setShownBatch] = useState<string | null>(null);
  const batchScroll = useRef({ job: "", offset: 0 });
  const showBatch = useCallback((job: string) => {
    setShownBatch(job);
    setOverlay("imports");
  }, []);
  const searching = useSearching();
  const place = currentPlace(history);
  const openId = place.id;
  const screen: Screen = overlay ?? place.screen;

  const { closeDrawer } = list;
  const markOpened = useMarkOpened();
  const open = useCallback(
    (id: number, opening: Opening | null = null) => {
      markOpened(id);
      setHistory((read) => wentTo(read, { screen: "library", id, opening }));
      setOverlay(null);
      closeDrawer();
    },
    [closeDrawer, markOpened],
  );
  const openFound = useCallback(
    (id: number, opening: Opening) => {
      markOpened(id);
      setHistory((read) => wentTo(read, { screen: "search", id, opening }));
    },
    [markOpened],
  );
  // The articles before and after open where the one they stand beside is.
  const openBeside = useCallback(
    (id: number) => {
      markOpened(id);
      setHistory((read) => opened(read, id, currentPlace(read).screen));
    },
    [markOpened],
  );
  const onGone = useCallback((ids: readonly number[]) => setHistory((read) => without(read, ids)), []);

  const { setView } = columnState;
  const showListed = useCallback(
    (listed: ListFilter) => {
      setView("list");
      setFilter(listed);
    },
    [setView],
  );

  const bookmarks = useBookmarksPart(open, searching);

  const print = usePrintPart(setOverlay);
  const correcting = useCorrectingPart(openId, open, overlay, setOverlay);

  useAppCommands({
    setOverlay,
    leaveOverlay: overlay === "correcting" ? correcting.end : () => setOverlay(null),
    setHistory,
    setShortcutsShown,
    setPageAlone,
    screen,
    pageAlone,
    list,
    searchField,
    choose: importing.choose,
    open,
  });

  const isAlone = pageAlone && overlay === null && openId !== null;
  const showResults = useCallback(() => setHistory(backToResults), []);
  const frame = useMemo(
    () => ({
      pageAlone: isAlone,
      toolbarStart: isAlone ? null : toolbarStartOf(screen, list, showResults),
      ...bookmarks.frame,
      ...print.frame,
    }),
    [isAlone, screen, list, showResults, bookmarks.frame, print.frame],
  );
  const column = (
    <LibraryColumn
      column={columnState}
      filter={filter}
      onFilter={setFilter}
      openId={openId}
      onOpen={open}
      onGone={onGone}
      onImport={() => importing.choose("files")}
      scrollOffset={listScroll}
    />
  );

  return (
    <FrameContext value={frame}>
      <div className={styles["window"]}>
        <div className={styles["screens"]}>
          {isRailShown(screen, openId, isAlone, list.isDrawer) ? <Rail screen={screen} /> : null}
          {screen === "library" ? (
            <LibraryScreen
              place={place}
              list={list}
              column={column}
              onOpen={open}
              onOpenBeside={openBeside}
            />
          ) : null}
          {screen === "search" ? (
            <SearchScreen
              searching={searching}
              place={place}
              isNarrow={list.isDrawer}
              isFolded={isAlone || !list.isShown}
              field={searchField}
              onOpenFound={openFound}
              onOpenBeside={openBeside}
            />
          ) : null}
          {screen === "bookmarks" ? (
            <div className={styles["page"]}>
              <BookmarksPage
                view={bookmarks.view}
                openArticle={openId}
                onGo={bookmarks.go}
                onPlace={bookmarks.place}
              />
            </div>
          ) : null}
          {screen === "print" ? (
            <div className={styles["page"]}>
              <PrintPage direct={print.direct} onList={print.showList} />
            </div>
          ) : null}
          {screen === "imports" ? (
            <div className={styles["page"]}>
              <ImportsPage
                shown={shownBatch}
                onShow={setShownBatch}
                scrolled={batchScroll}
                acts={importing.acts}
                onChoose={importing.choose}
                onOpenArticle={open}
              />
            </div>
          ) : null}
          {screen === "correcting" && correcting.id !== null ? (
            <div className={styles["page"]}>
              <CorrectingPage id={correcting.id} onDone={correcting.end} />
            </div>
          ) : null}
          {screen === "settings" ? (
            <div className={styles["page"]}>
              <SettingsPage />
            </div>
          ) : null}
        </div>
        <UnsavedBar />
        <ImportParts importing={importing} open={open} onShowBatch={showBatch} />
      </div>
      {bookmarks.edited === null ? null : (
        <EditDialog ids={bookmarks.edited} onClose={bookmarks.endEditing} />
      )}
      <PastePart onOpen={open} />
      <QuickFindPart onOpen={open} onFilter={showListed} onSearch={bookmarks.frame.searchFor} />
      {shortcutsShown ? <ShortcutsDialog onClose={() => setShortcutsShown(false)} /> : null}
    </FrameContext>
  );
}

/** In a narrow window the page fills it; so does the library, whose list is a drawer. */
function isRailShown(screen: Screen, openId: number | null, isAlone: boolean, isNarrow: boolean): boolean {
  if (isAlone) return false;
  return !isNarrow || (screen !== "library" && (screen !== "search" || openId === null));
}

/** The way to what the window has no room for: the list, or the results. */
function toolbarStartOf(screen: Screen, list: ListPane, showResults: () => void): ReactNode {
  if (screen === "search" && !list.isShown)
    return <BackToResults onPress={list.isDrawer ? showResults : list.toggle} />;
  return list.isShown ? null : <ToolbarStart isNarrow={list.isDrawer} />;
}
