/**
 * Selecting text by keyboard (F7): a cursor in the article that the arrow keys move and, with Shift, select from. The
 * text cannot be written in, so the engine shows no cursor of its own; where it is, is drawn by whoever uses this.
 */
import { useEffect, useState } from "react";
import { leavesOf, lengthOf, offsetOf, rangeOf, startOf } from "../../ui/article/text-positions.ts";
import type { Page } from "../page-scroll.ts";
import { type Box, boxesOfRange } from "./page-geometry.ts";

export interface TextCursor {
  readonly isOn: boolean;
  /** Where to draw it; null while something is selected or it is off. */
  readonly box: Box | null;
  readonly toggle: () => void;
}

type Direction = "forward" | "backward";
type Move = readonly [Direction, "character" | "word" | "line" | "lineboundary" | "paragraph"];

const moves: Readonly<Record<string, Move>> = {
  ArrowRight: ["forward", "character"],
  ArrowLeft: ["backward", "character"],
  ArrowDown: ["forward", "line"],
  ArrowUp: ["backward", "line"],
  End: ["forward", "lineboundary"],
  Home: ["backward", "lineboundary"],
};

/** With Ctrl held. */
const widerMoves: Readonly<Record<string, Move>> = {
  ...moves,
  ArrowRight: ["forward", "word"],
  ArrowLeft: ["backward", "word"],
  ArrowDown: ["forward", "paragraph"],
  ArrowUp: ["backward", "paragraph"],
};

/** `from`: the offset at which the cursor begins. */
export function useTextCursor(page: Page | null, from: () => number): TextCursor {
  const [isOn, setOn] = useState(false);
  const [box, setBox] = useState<Box | null>(null);

  useEffect(() => {
    if (!isOn || page === null) return;
    const draw = () => setBox(boxOfCursor(page));
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing || !isInPage(page, event.target))
        return;
      if (event.key === "Escape") {
        event.preventDefault();
        if (document.getSelection()?.isCollapsed === false) document.getSelection()?.collapseToEnd();
        else setOn(false);
        return;
      }
      const move = (event.ctrlKey ? widerMoves : moves)[event.key];
      if (move === undefined) return;
      event.preventDefault();
      moveCursor(page, event.shiftKey ? "extend" : "move", move);
    };
    document.addEventListener("keydown", onKeyDown);
    document.addEventListener("selectionchange", draw);
    const sizes = new ResizeObserver(draw);
    sizes.observe(page.article);
    draw();
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("selectionchange", draw);
      sizes.disconnect();
      setBox(null);
    };
  }, [isOn, page]);

  const toggle = () => {
    if (page === null) return;
    page.scroller.focus({ preventScroll: true });
    if (!isOn) beginAt(page, from());
    setOn(!isOn);
  };
  return { isOn, box, toggle };
}

/** The focus is on the page itself or nowhere, not in a field or on a button over it. */
function isInPage({ scroller }: Page, target: EventTarget | null): boolean {
  return target === scroller || target === document.body;
}

function beginAt({ article }: Page, offset: number): void {
  const selection = document.getSelection();
  if (selection === null) return;
  const isHere = selection.anchorNode !== null && article.contains(selection.anchorNode);
  if (isHere && !selection.isCollapsed) return;
  const range = rangeOf(article, { start: offset, end: offset + 1 });
  if (range !== null) selection.collapse(range.startContainer, range.startOffset);
}

function moveCursor(page: Page, how: "move" | "extend", [direction, by]: Move): void {
  const selection = document.getSelection();
  if (selection === null) return;
  const { focusNode, focusOffset, anchorNode, anchorOffset } = selection;
  const before = offsetNow(page, selection);
  selection.modify(how, direction, by);
  const isStuck = !page.article.contains(selection.focusNode) || offsetNow(page, selection) === before;
  if (before !== null && isStuck && by !== "lineboundary") {
    // The engine goes no further by lines than a row of boxes, such as the one that names the source.
    if (focusNode !== null && anchorNode !== null)
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    skipTo(page, selection, how, direction, before);
  }
  keepInSight(page);
}

function offsetNow({ article }: Page, { focusNode, focusOffset }: Selection): number | null {
  return focusNode === null ? null : offsetOf(article, focusNode, focusOffset);
}

/** The beginning of the text behind an offset, or the end of the one before it. */
function skipTo(
  { article }: Page,
  selection: Selection,
  how: "move" | "extend",
  direction: Direction,
  offset: number,
): void {
  const leaves = leavesOf(article);
  const leaf =
    direction === "forward"
      ? leaves.find((each) => startOf(each) > offset)
      : leaves.findLast((each) => startOf(each) + lengthOf(each) < offset);
  if (leaf === undefined) return;
  const at = direction === "forward" ? startOf(leaf) : startOf(leaf) + lengthOf(leaf);
  const range = rangeOf(article, { start: at, end: at });
  if (range === null) return;
  if (how === "move") selection.collapse(range.startContainer, range.startOffset);
  else selection.extend(range.startContainer, range.startOffset);
}

/** CSS pixels kept between the cursor and the edge of what is seen. */
const EDGE = 48;

function keepInSight({ scroller }: Page): void {
  const selection = document.getSelection();
  if (selection === null || selection.focusNode === null) return;
  const at = document.createRange();
  at.setStart(selection.focusNode, selection.focusOffset);
  const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  if (box.height === 0) return;
  if (box.bottom > frame.bottom - EDGE) scroller.scrollTop += box.bottom - frame.bottom + EDGE;
  else if (box.top < frame.top + EDGE) scroller.scrollTop -= frame.top + EDGE - box.top;
}

function boxOfCursor(page: Page): Box | null {
  const selection = document.getSelection();
  if (selection === null || !selection.isCollapsed || selection.rangeCount === 0) return null;
  if (!page.article.contains(selection.focusNode)) return null;
  return boxesOfRange(page, selection.getRangeAt(0))?.first ?? null;
}
