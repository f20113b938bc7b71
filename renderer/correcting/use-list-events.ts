/** What is done with keys and mouse anywhere in the list of rows: thousands of rows need no listeners of their own. */
import { type RefObject, useEffect, useRef } from "react";

export interface ListEvents {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
  /** Beside the rows, which take what is dropped on them. */
  readonly onDropBeside: (event: DragEvent) => void;
  readonly onRowFocused: (key: string) => void;
}

/** Answers whether the list has the focus, or had it when what had it went. */
export function useListEvents(
  list: RefObject<HTMLOListElement | null>,
  events: ListEvents,
  isEmpty: boolean,
): RefObject<boolean> {
  const hasFocus = useRef(false);
  const newest = useRef(events);
  newest.current = events;
  useEffect(() => {
    const element = list.current;
    if (isEmpty || element === null) return;
    const ended = new AbortController();
    const { signal } = ended;
    element.addEventListener("keydown", (event) => newest.current.onKeyDown(event), { signal });
    element.addEventListener("contextmenu", (event) => newest.current.onContextMenu(event), { signal });
    element.addEventListener("dblclick", (event) => newest.current.onDoubleClick(event), { signal });
    element.addEventListener(
      "focusin",
      ({ target }) => {
        hasFocus.current = true;
        const row = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
        if (row?.dataset["row"] !== undefined) newest.current.onRowFocused(row.dataset["row"]);
      },
      { signal },
    );
    element.addEventListener(
      "focusout",
      ({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !element.contains(relatedTarget)) hasFocus.current = false;
      },
      { signal },
    );
    // Below the last row there is nothing that would take what is dropped.
    element.closest("section")?.addEventListener(
      "drop",
      (event) => {
        if (event.target instanceof Element && event.target.closest("[data-row]") === null)
          newest.current.onDropBeside(event);
      },
      { signal },
    );
    return () => ended.abort();
  }, [isEmpty, list]);
  return hasFocus;
}
