/** The bookmarks panel (标注): groups at the left, the quotes with their notes at the right. */
import { useQueryClient } from "@tanstack/react-query";
import { FileDown, FileUp, ListChecks, ListFilter } from "lucide-react";
import { type ReactNode, useCallback, useState } from "react";
import type { Bookmark, BookmarkRow } from "../../preload/model/bookmark.ts";
import { bookmarkSorts } from "../../preload/model/bookmark.ts";
import { ask } from "../client.ts";
import { IconButton, IconToggle } from "../ui/button.tsx";
import { Drawer } from "../ui/drawer.tsx";
import { ChooseField } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt } from "../ui/notices.tsx";
import { asking, useAsk } from "../ui/queries.ts";
import { SearchField } from "../ui/search-field.tsx";
import { useWindowWidth } from "../ui/window-width.ts";
import { BatchBar } from "./batch-bar.tsx";
import { BookmarkList } from "./bookmark-list.tsx";
import styles from "./bookmarks-page.module.css";
import type { BookmarksView } from "./bookmarks-view.ts";
import { type Choosing, nothingChosen, through, toggled } from "./choosing.ts";
import { ExportDialog } from "./export-dialog.tsx";
import { Groups } from "./groups.tsx";
import { ImportDialog } from "./import-dialog.tsx";

/** As the contract bounds it. */
const LONGEST_PHRASE = 1000;

interface BookmarksPageProps {
  readonly view: BookmarksView;
  /** The open article; null where none is. */
  readonly openArticle: number | null;
  readonly onGo: (bookmark: Bookmark) => void;
  readonly onPlace: (bookmark: Bookmark) => void;
}

export function BookmarksPage({ view, openArticle, onGo, onPlace }: BookmarksPageProps): ReactNode {
  const say = useSay();
  const { selection } = view;
  const width = useWindowWidth();
  const isNarrow = width === "narrow";
  const [isDrawn, setDrawn] = useState(false);
  const { sort: _, ...filter } = selection;
  const { data: groups } = useAsk("bookmarkGroups", filter);
  const choosing = useChoosing(view);
  const files = useFiles(choosing.orderOf);

  const go = useCallback((row: BookmarkRow) => onGo(row), [onGo]);
  const column =
    groups === undefined ? null : <Groups view={view} groups={groups} openArticle={openArticle} />;
  return (
    <main className={styles["page"]} aria-label={say("bookmarks.title")}>
      {isNarrow ? null : <div className={styles["column"]}>{column}</div>}
      <div className={styles["main"]}>
        <Head
          view={view}
          isChoosing={choosing.chosen !== undefined}
          onChoosing={choosing.setOn}
          onGroups={isNarrow ? () => setDrawn(true) : null}
          labelled={width === "wide"}
          onExport={files.exportAll}
          onImport={files.chooseImport}
        />
        <BookmarkList
          // Another filter begins at its top.
          key={JSON.stringify(selection)}
          view={view}
          chosen={choosing.chosen}
          onChoose={choosing.choose}
          onGo={go}
          onPlace={onPlace}
        />
        {choosing.chosen === undefined ? null : (
          <BatchBar
            ids={choosing.ids}
            onAll={choosing.chooseAll}
            onExport={() => files.exportThese(choosing.ids)}
            onDone={() => choosing.setOn(false)}
          />
        )}
      </div>
      {isNarrow && isDrawn ? (
        <Drawer name={say("bookmarks.groups")} edge="start" onClose={() => setDrawn(false)}>
          {column}
        </Drawer>
      ) : null}
      {files.dialog}
    </main>
  );
}

interface HeadProps {
  readonly view: BookmarksView;
  readonly isChoosing: boolean;
  readonly onChoosing: (on: boolean) => void;
  /** Null where the groups stand beside the list. */
  readonly onGroups: (() => void) | null;
  /** Whether there is room for names beside the icons. */
  readonly labelled: boolean;
  readonly onExport: () => void;
  readonly onImport: () => void;
}

function Head(props: HeadProps): ReactNode {
  const { view, isChoosing, onChoosing, onGroups, labelled, onExport, onImport } = props;
  const say = useSay();
  const { selection, narrow, sortBy } = view;
  const { data } = useAsk("listBookmarkIds", selection);
  const count = data?.length ?? 0;
  return (
    <header className={styles["head"]}>
      <h1 className={styles["title"]}>{say("bookmarks.title")}</h1>
      {onGroups === null ? null : (
        <IconButton icon={ListFilter} name={say("bookmarks.groups")} onPress={onGroups} />
      )}
      <div className={styles["search"]}>
        <SearchField
          name={say("bookmarks.search")}
          value={selection.phrase}
          maxLength={LONGEST_PHRASE}
          onChange={(phrase) => narrow({ phrase })}
        />
      </div>
      <span className={styles["total"]} role="status">
        {say("bookmarks.count", { count })}
      </span>
      <ChooseField
        look="bare"
        label={say("bookmarks.sort")}
        value={selection.sort}
        choices={bookmarkSorts.map((sort) => ({ value: sort, name: say(sortNames[sort]) }))}
        onChange={sortBy}
      />
      <div className={styles["end"]}>
        <IconToggle
          icon={ListChecks}
          name={say("bookmarks.choose")}
          labelled={labelled}
          isOn={isChoosing}
          isDisabled={count === 0}
          onChange={onChoosing}
        />
        <IconButton
          icon={FileDown}
          name={say("bookmarks.export")}
          labelled={labelled}
          isDisabled={count === 0}
          onPress={onExport}
        />
        <IconButton
          icon={FileUp}
          name={say("bookmarks.import-title")}
          labelled={labelled}
          onPress={onImport}
        />
      </div>
    </header>
  );
}

const sortNames = {
  article: "bookmarks.by-article",
  newest: "bookmarks.newest",
  oldest: "bookmarks.oldest",
  color: "bookmarks.by-color",
  tag: "bookmarks.by-tag",
} as const;

/** Choosing several rows; the chosen that are no longer listed count no more. */
function useChoosing({ selection }: BookmarksView) {
  const client = useQueryClient();
  const { data: order } = useAsk("listBookmarkIds", selection);
  const [state, setState] = useState<Choosing | null>(null);
  const orderOf = useCallback(
    () => client.fetchQuery(asking("listBookmarkIds", selection)),
    [client, selection],
  );
  const choose = useCallback(
    (index: number, id: number, isRange: boolean) => {
      setState((before) => {
        const now = before ?? nothingChosen;
        return isRange ? through(now, index, order ?? []) : toggled(now, index, id);
      });
    },
    [order],
  );
  return {
    chosen: state?.ids,
    ids: state === null ? [] : (order ?? []).filter((id) => state.ids.has(id)),
    orderOf,
    choose,
    chooseAll: () => setState((before) => ({ ...(before ?? nothingChosen), ids: new Set(order ?? []) })),
    setOn: (on: boolean) => setState(on ? nothingChosen : null),
  };
}

/** What goes out into files and comes in from them. */
function useFiles(orderOf: () => Promise<readonly number[]>) {
  const attempt = useAttempt();
  const [exported, setExported] = useState<readonly number[] | null>(null);
  const [imported, setImported] = useState<string | null>(null);
  const dialog =
    exported !== null ? (
      <ExportDialog ids={exported} onClose={() => setExported(null)} />
    ) : imported !== null ? (
      <ImportDialog path={imported} onClose={() => setImported(null)} />
    ) : null;
  return {
    dialog,
    exportThese: setExported,
    exportAll: () => void attempt(async () => setExported(await orderOf())),
    chooseImport: () =>
      void attempt(async () => {
        const path = await ask("chooseAnnotationFile", null);
        if (path !== null) setImported(path);
      }),
  };
}
