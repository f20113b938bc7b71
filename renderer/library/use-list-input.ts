/** Mouse and keyboard in the list: choosing one, a range or all, opening, deleting, and the right-click menu. */
import { useQueryClient } from "@tanstack/react-query";
import type { Virtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useRef } from "react";
import { flushSync } from "react-dom";
import { useNotices } from "../ui/notices.tsx";
import { asking } from "../ui/queries.ts";
import type { ArticleListProps } from "./article-list-props.ts";
import { ROW_HEIGHT } from "./day-headings.ts";
import {
  movedCursor,
  noSelection,
  type Selection,
  selectAll,
  selectOne,
  selectThrough,
  toggleOne,
} from "./selection.ts";
import type { ArticleList } from "./use-article-list.ts";

interface ListInput extends ArticleListProps {
  readonly list: ArticleList;
  readonly total: number;
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
}

/** The event handlers of the list's element. */
export function useListInput(input: ListInput) {
  const { filter, selection, onSelection, onOpen, onDelete, onMenu, list, total, virtualizer } = input;
  const client = useQueryClient();
  const { tellFailure } = useNotices();

  const ordering = asking("listArticleIds", filter);
  /** The selection that is on its way while the list's order is asked for. */
  const coming = useRef<Promise<Selection> | null>(null);

  // Ranges and "all" reach beyond what is loaded, so they need every id of the list.
  function selectByOrder(select: (order: readonly number[]) => Selection): void {
    const known = client.getQueryData(ordering.queryKey);
    if (known !== undefined && client.getQueryState(ordering.queryKey)?.isInvalidated !== true) {
      onSelection(select(known));
      return;
    }
    const selecting = client.fetchQuery(ordering).then(select);
    coming.current = selecting;
    // Drawn at once: a key pressed between its coming and its being drawn would mean the selection before.
    const show = (chosen: Selection) => flushSync(() => onSelection(chosen));
    selecting.then(show, tellFailure).finally(() => {
      if (coming.current === selecting) coming.current = null;
    });
  }

  /** Whoever presses Delete right after Ctrl+A means all. */
  function deleteSelected(): void {
    const chosen = coming.current ?? Promise.resolve(selection);
    chosen.then(({ ids }) => {
      if (ids.size > 0) onDelete([...ids]);
    }, tellFailure);
  }

  function moveTo(index: number, extend: boolean): void {
    virtualizer.scrollToIndex(index);
    const row = list.rowAt(index);
    if (extend || row === undefined) {
      const from = extend ? selection : { ...selection, anchor: index };
      selectByOrder((order) => selectThrough(from, index, order));
    } else onSelection(selectOne(index, row.id));
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.altKey || event.metaKey) return;
    const rowsInSight = Math.max(1, Math.floor(event.currentTarget.clientHeight / ROW_HEIGHT) - 1);
    const target = event.ctrlKey ? null : movedCursor(event.key, selection.cursor, total, rowsInSight);
    if (target !== null) moveTo(target, event.shiftKey);
    else if (!doKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function doKey(event: KeyboardEvent<HTMLDivElement>): boolean {
    if (event.ctrlKey) return event.key.toLowerCase() === "a" && !event.shiftKey && chooseAll();
    const row = list.rowAt(selection.cursor);
    switch (event.key) {
      case "Enter":
        if (row !== undefined) onOpen(row.id);
        return true;
      case " ":
        if (row !== undefined) onSelection(toggleOne(selection, selection.cursor, row.id));
        return true;
      case "Delete":
        deleteSelected();
        return true;
      case "Escape":
        if (selection.ids.size < 2) return false;
        onSelection({ ...noSelection, cursor: selection.cursor, anchor: selection.cursor });
        return true;
      default:
        return false;
    }
  }

  function chooseAll(): boolean {
    selectByOrder((order) => selectAll(selection, order));
    return true;
  }

  function onClick(event: MouseEvent<HTMLDivElement>): void {
    const index = indexOf(event.target);
    const row = index === null ? undefined : list.rowAt(index);
    if (index === null || row === undefined) return;
    if (event.shiftKey) selectByOrder((order) => selectThrough(selection, index, order));
    else if (event.ctrlKey) onSelection(toggleOne(selection, index, row.id));
    else {
      onSelection(selectOne(index, row.id));
      onOpen(row.id);
    }
  }

  // Shift+F10 and the menu key arrive here too, at the list itself rather than at a row.
  function onContextMenu(event: MouseEvent<HTMLDivElement>): void {
    event.preventDefault();
    const pointed = indexOf(event.target);
    const index = pointed ?? selection.cursor;
    const row = list.rowAt(index);
    if (row === undefined) return;
    if (!selection.ids.has(row.id)) onSelection(selectOne(index, row.id));
    const box = event.currentTarget.querySelector(`[data-index="${index}"]`)?.getBoundingClientRect();
    const at =
      pointed !== null || box === undefined
        ? { x: event.clientX, y: event.clientY }
        : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    onMenu(row, at);
  }

  /** Whoever comes into the list may soon want a range of it. */
  function onFocus(): void {
    void client.prefetchQuery(ordering);
  }

  return { onKeyDown, onClick, onContextMenu, onFocus };
}

/** The place in the list of what was pointed at; null beside the rows. */
function indexOf(target: EventTarget): number | null {
  const option = target instanceof Element ? target.closest<HTMLElement>("[data-index]") : null;
  return option === null ? null : Number(option.dataset["index"]);
}
