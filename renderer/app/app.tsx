/** The window: rail, list and page, the other screens, and what belongs to all of them. */
import { useCallback, useMemo, useRef, useState } from "react";
import { DetailsDialog } from "../importing/details-dialog.tsx";
import { DroppedFiles } from "../importing/dropped-files.tsx";
import { ImportBar } from "../importing/import-bar.tsx";
import { ImportDialog } from "../importing/import-dialog.tsx";
import { useImporting } from "../importing/importing-state.ts";
import { ImportsPage } from "../importing/imports-page.tsx";
import { LibraryColumn } from "../library/library-column.tsx";
import { everything, type ListFilter } from "../library/list-filter.ts";
import { ReadingView } from "../reading/reading-view.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { Drawer } from "../ui/drawer.tsx";
import { FrameContext } from "../ui/frame-context.ts";
import { useSay } from "../ui/language.ts";
import { useSettings } from "../ui/settings-context.tsx";
import styles from "./app.module.css";
import { useAppCommands } from "./app-commands.ts";
import { useAppearance } from "./appearance.ts";
import { Home } from "./home.tsx";
import { useListPane } from "./list-pane.ts";
import { useMarkOpened } from "./opening.ts";
import { usePageAlone } from "./page-alone.ts";
import { QuickFindPart } from "./quick-find-part.tsx";
import { Rail } from "./rail.tsx";
import { nothingRead, openArticle, opened, type ReadingHistory, without } from "./reading-history.ts";
import { useRightClick } from "./right-click.ts";
import type { Screen } from "./screen.ts";
import { useShortcuts } from "./shortcuts.ts";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import { ToolbarStart } from "./toolbar-start.tsx";

export function App() {
  const say = useSay();
  useAppearance(useSettings());
  useShortcuts();
  useRightClick();

  const [screen, setScreen] = useState<Screen>("library");
  const [history, setHistory] = useState<ReadingHistory>(nothingRead);
  const [filter, setFilter] = useState<ListFilter>(everything);
  const [shortcutsShown, setShortcutsShown] = useState(false);
  const [pageAlone, setPageAlone] = usePageAlone();
  const listScroll = useRef(0);
  const searchField = useRef<HTMLInputElement>(null);
  const list = useListPane();
  const importing = useImporting();
  const openId = openArticle(history);

  const { closeDrawer } = list;
  const markOpened = useMarkOpened();
  const open = useCallback(
    (id: number) => {
      markOpened(id);
      setHistory((read) => opened(read, id));
      setScreen("library");
      closeDrawer();
    },
    [closeDrawer, markOpened],
  );
  const onGone = useCallback((ids: readonly number[]) => setHistory((read) => without(read, ids)), []);

  useAppCommands({
    setScreen,
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

  const isAlone = pageAlone && screen === "library" && openId !== null;
  const frame = useMemo(
    () => ({
      pageAlone: isAlone,
      toolbarStart: isAlone || list.isShown ? null : <ToolbarStart isNarrow={list.isDrawer} />,
    }),
    [isAlone, list.isShown, list.isDrawer],
  );
  const column = (
    <LibraryColumn
      filter={filter}
      onFilter={setFilter}
      openId={openId}
      onOpen={open}
      onGone={onGone}
      onImport={() => importing.choose("files")}
      scrollOffset={listScroll}
      searchField={searchField}
    />
  );

  return (
    <FrameContext value={frame}>
      <div className={styles["window"]}>
        <div className={styles["screens"]}>
          {isAlone || (list.isDrawer && screen === "library") ? null : <Rail screen={screen} />}
          {screen === "library" ? (
            <>
              {list.isShown && !isAlone ? <div className={styles["list"]}>{column}</div> : null}
              <div className={styles["page"]}>
                {openId === null ? (
                  <Home onOpen={open} toolbarStart={frame.toolbarStart} />
                ) : (
                  <ReadingView articleId={openId} onOpen={open} />
                )}
              </div>
              {list.isDrawerOpen ? (
                <Drawer name={say("list.column")} edge="start" onClose={closeDrawer}>
                  {column}
                </Drawer>
              ) : null}
            </>
          ) : null}
          {screen === "imports" ? (
            <div className={styles["page"]}>
              <ImportsPage onChoose={importing.choose} onOpenArticle={open} />
            </div>
          ) : null}
          {screen === "settings" ? (
            <div className={styles["page"]}>
              <SettingsPage />
            </div>
          ) : null}
        </div>
        <ImportParts importing={importing} open={open} />
      </div>
      <QuickFindPart onOpen={open} onFilter={setFilter} />
      {shortcutsShown ? <ShortcutsDialog onClose={() => setShortcutsShown(false)} /> : null}
    </FrameContext>
  );
}

interface ImportPartsProps {
  readonly importing: ReturnType<typeof useImporting>;
  readonly open: (id: number) => void;
}

/** The import's dialogs, its bar at the foot, and dropping files anywhere. */
function ImportParts({ importing, open }: ImportPartsProps) {
  const { prepared, job, isOpen } = importing;
  return (
    <>
      {job === null || isOpen ? null : (
        <ImportBar job={job} onOpen={importing.open} onCancel={importing.cancel} onClose={importing.close} />
      )}
      {prepared === null ? null : (
        <DetailsDialog
          key={prepared.paths.join("\n")}
          prepared={prepared}
          onStart={importing.start}
          onClose={importing.forgetPrepared}
        />
      )}
      {job === null || !isOpen ? null : (
        <ImportDialog
          job={job}
          onCancel={importing.cancel}
          onClose={importing.close}
          onOpenArticle={(id) => {
            importing.close();
            open(id);
          }}
        />
      )}
      <DroppedFiles onDrop={importing.prepare} />
    </>
  );
}
