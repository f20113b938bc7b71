/** Moving by arrow keys among the stops of a virtual list: one Tab stop for all of it, and no end at what is drawn. */
import type { KeyboardEvent } from "react";

/** What of the virtual list is needed: it draws the rows around an index before the focus can go there. */
interface Scrolled {
  readonly scrollToIndex: (index: number) => void;
}

const STOP = "[data-stop]";
const ROWS_A_PAGE = 4;

/** Answers whether the key was one of ours. The rows carry `data-index`, what can be reached in them `data-stop`. */
export function moveAmongStops(event: KeyboardEvent<HTMLElement>, total: number, list: Scrolled): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
  const root = event.currentTarget;
  const stops = [...root.querySelectorAll<HTMLElement>(STOP)];
  const active = document.activeElement;
  const at = active instanceof HTMLElement ? stops.indexOf(active) : -1;
  if (at === -1) return false;
  const row = rowOf(stops[at]);
  switch (event.key) {
    case "ArrowDown":
      focusOn(stops[at + 1]);
      return true;
    case "ArrowUp":
      focusOn(stops[at - 1]);
      return at > 0;
    case "PageDown":
      return focusRow(root, Math.min(total - 1, row + ROWS_A_PAGE), list);
    case "PageUp":
      return focusRow(root, Math.max(0, row - ROWS_A_PAGE), list);
    case "Home":
      return focusRow(root, 0, list);
    case "End":
      return focusRow(root, total - 1, list);
    default:
      return false;
  }
}

function rowOf(stop: HTMLElement | undefined): number {
  return Number(stop?.closest<HTMLElement>("[data-index]")?.dataset["index"] ?? 0);
}

function focusOn(stop: HTMLElement | undefined): void {
  stop?.focus();
  stop?.scrollIntoView({ block: "nearest" });
}

/** Frames until a row that was far away is drawn and its page has come. */
const FRAMES_TO_DRAW = 60;

function focusRow(root: HTMLElement, index: number, list: Scrolled): boolean {
  list.scrollToIndex(index);
  let frames = FRAMES_TO_DRAW;
  const look = () => {
    const stop = root.querySelector<HTMLElement>(`[data-index="${index}"] ${STOP}`);
    if (stop !== null) stop.focus({ preventScroll: true });
    else if (--frames > 0) requestAnimationFrame(look);
  };
  look();
  return true;
}
