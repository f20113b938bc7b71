/** The library's column: head, list, and what can be done with the articles selected in it. */
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ArticleRow } from "../../preload/model/listing.ts";
import type { MenuTarget } from "../../preload/model/menu-target.ts";
import { ask } from "../client.ts";
import { useCommands } from "../ui/commands.ts";
import { Confirm } from "../ui/confirm.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt } from "../ui/notices.tsx";
import { ArticleList } from "./article-list.tsx";
import { BatchBar } from "./batch-bar.tsx";
import { Collections } from "./collections.tsx";
import type { ColumnState, ColumnView } from "./column-state.ts";
import { ColumnViews } from "./column-views.tsx";
import { EditDialog } from "./edit-dialog.tsx";
import styles from "./library-column.module.css";
import { everything, type ListFilter } from "./list-filter.ts";
import { ListHead } from "./list-head.tsx";
import { CollectionsDialog, TagsDialog } from "./memberships.tsx";
import { filterAt, type NewspaperPlace } from "./newspaper-place.ts";
import { Newspapers } from "./newspapers.tsx";
import { useRowActions } from "./row-actions.ts";
import { followOpen, noSelection, type Selection } from "./selection.ts";
import { useShelfActions } from "./shelf-actions.tsx";

interface LibraryColumnProps {
  readonly column: ColumnState;
  /** Of the list and of the collections; newspapers have their own place. */
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
  readonly openId: number | null;
  readonly onOpen: (id: number) => void;
  /** Called with articles that went to the trash or out of it for ever. */
  readonly onGone: (ids: readonly number[]) => void;
  readonly onImport: () => void;
  readonly scrollOffset: RefObject<number>;
}

interface Asked {
  readonly about: "edit" | "tags" | "collections" | "delete";
  readonly ids: readonly number[];
}

export function LibraryColumn(props: LibraryColumnProps) {
  const { column, filter, onFilter, openId, onOpen, onGone, onImport, scrollOffset } = props;
  const say = useSay();
  const attempt = useAttempt();
  const scroller = useRef<HTMLDivElement>(null);
  const [selection, setSelection] = useState<Selection>(noSelection);
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    if (openId !== null) setSelection((selection) => followOpen(selection, openId));
  }, [openId]);
  const inTrash = column.view === "list" && filter.shelf.kind === "trash";
  const selected = [...selection.ids];

  const gone = useCallback(
    (ids: readonly number[]) => {
      setSelection(({ cursor }) => ({ ...noSelection, cursor, anchor: cursor }));
      onGone(ids);
    },
    [onGone],
  );
  const actions = useRowActions(gone);
  const askToDelete = (ids: readonly number[]) => setAsked({ about: "delete", ids });
  const shelves = useShelfActions(
    column.view === "newspapers" ? everything : filter,
    column.view === "newspapers" ? showCollection : changeFilter,
    askToDelete,
  );
  const newspaperFilter = useMemo(() => filterAt(column.newspaper), [column.newspaper]);
  const closeDialog = () => setAsked(null);

  function changeFilter(next: ListFilter): void {
    setSelection(noSelection);
    scrollOffset.current = 0;
    scroller.current?.scrollTo({ top: 0 });
    onFilter(next);
  }

  function changePlace(place: NewspaperPlace): void {
    setSelection(noSelection);
    column.newspaperScroll.current = 0;
    scroller.current?.scrollTo({ top: 0 });
    column.setNewspaper(place);
  }

  function changeView(view: ColumnView): void {
    setSelection(noSelection);
    column.setView(view);
  }

  function showCollection(next: ListFilter): void {
    changeFilter(next);
    changeView("collections");
  }

  const articles = (
    shown: ListFilter,
    onChange: (filter: ListFilter) => void,
    offset: RefObject<number> = scrollOffset,
  ) => (
    <ArticleList
      filter={shown}
      onFilter={onChange}
      selection={selection}
      onSelection={setSelection}
      openId={openId}
      onOpen={onOpen}
      onDelete={inTrash ? askToDelete : actions.trash}
      onMenu={openMenu}
      onImport={onImport}
      scrollOffset={offset}
      scroller={scroller}
    />
  );

  function openMenu(row: ArticleRow, at: { readonly x: number; readonly y: number }): void {
    const ids = selection.ids.has(row.id) ? [...selection.ids] : [row.id];
    void attempt(() =>
      ask("openMenu", { target: { kind: "row", ids, starred: row.starred, trashed: inTrash }, ...at }),
    );
  }

  useCommands({
    "open-rows": (target) => {
      const [first] = rowsOf(target);
      if (first !== undefined) onOpen(first);
    },
    "star-rows": (target) => actions.star(rowsOf(target), true),
    "unstar-rows": (target) => actions.star(rowsOf(target), false),
    "edit-rows": (target) => setAsked({ about: "edit", ids: rowsOf(target) }),
    "add-rows-to-print": (target) => actions.print(rowsOf(target)),
    "trash-rows": (target) => actions.trash(rowsOf(target)),
    "restore-rows": (target) => actions.restore(rowsOf(target)),
    "delete-rows": (target) => askToDelete(rowsOf(target)),
  });

  return (
    <section className={styles["column"]} aria-label={say("list.column")}>
      <ColumnViews
        view={column.view}
        onView={changeView}
        onImport={onImport}
        actions={shelves.actions}
        show={{
          list: () => (
            <>
              <ListHead filter={filter} onFilter={changeFilter} />
              {articles(filter, changeFilter)}
            </>
          ),
          newspapers: () => (
            <Newspapers
              place={column.newspaper}
              onPlace={changePlace}
              articles={
                newspaperFilter === null
                  ? null
                  : articles(
                      newspaperFilter,
                      () => changePlace({ ...column.newspaper, listed: null }),
                      column.newspaperScroll,
                    )
              }
            />
          ),
          collections: () => (
            <Collections
              shelves={shelves}
              onFilter={changeFilter}
              articles={articles(filter, changeFilter)}
            />
          ),
        }}
      />
      {selected.length < 2 ? null : (
        <BatchBar
          ids={selected}
          inTrash={inTrash}
          actions={actions}
          onEdit={() => setAsked({ about: "edit", ids: selected })}
          onTags={() => setAsked({ about: "tags", ids: selected })}
          onCollect={() => setAsked({ about: "collections", ids: selected })}
          onDeleteForever={() => askToDelete(selected)}
          onClear={() => setSelection({ ...noSelection, cursor: selection.cursor, anchor: selection.cursor })}
        />
      )}
      {shelves.dialog}
      {asked?.about === "edit" ? <EditDialog ids={asked.ids} onClose={closeDialog} /> : null}
      {asked?.about === "tags" ? <TagsDialog ids={asked.ids} onClose={closeDialog} /> : null}
      {asked?.about === "collections" ? <CollectionsDialog ids={asked.ids} onClose={closeDialog} /> : null}
      {asked?.about === "delete" ? (
        <Confirm
          title={say("batch.delete-title")}
          sentence={say("batch.delete-sentence", { count: asked.ids.length })}
          verb={say("batch.delete")}
          onConfirm={() => actions.deleteForever(asked.ids)}
          onClose={closeDialog}
        />
      ) : null}
    </section>
  );
}

function rowsOf(target: MenuTarget | null): readonly number[] {
  return target?.kind === "row" ? target.ids : [];
}
