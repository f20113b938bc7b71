/** Tick boxes in the margin beside the blocks on and around the screen, and a tint over those that are chosen. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Span } from "../../../preload/model/article-text.ts";
import { leavesOf, offsetOf, rangeAmong } from "../../ui/article/text-positions.ts";
import { useSay } from "../../ui/language.ts";
import { TickBox } from "../../ui/tick-box.tsx";
import type { ArticleModel } from "../article-model.ts";
import { columnOf } from "../marking/page-geometry.ts";
import type { Page } from "../page-scroll.ts";
import type { OpenPage } from "../use-page.ts";
import styles from "./choosing.module.css";
import { howChosen, partAt, rangeOfPart } from "./chosen-parts.ts";
import type { Choosing } from "./use-choosing.ts";

/** Characters beyond the screen that have their ticks, so that scrolling meets ticks already there. */
const TICKS_BEYOND = 800;
/** CSS pixels from the tick's left edge to the column; less where the margin is narrower. */
const BESIDE_COLUMN = 26;
/** Characters of a block that name its tick. */
const NAME = 40;

interface Box {
  readonly part: number;
  readonly top: number;
  readonly height: number;
  readonly left: number;
  readonly width: number;
}

interface PartTicksProps {
  readonly page: OpenPage;
  readonly model: ArticleModel;
  readonly choosing: Choosing;
}

/** Stands inside what scrolls. */
export function PartTicks(props: PartTicksProps): ReactNode {
  return props.choosing.isOn ? <Ticks {...props} /> : null;
}

function Ticks({ page, model, choosing }: PartTicksProps): ReactNode {
  const say = useSay();
  const { choosable, chosen, toggle } = choosing;
  const { parts } = choosable;
  const boxes = useBoxes(page, parts);
  const [reached, setReached] = useState<number | null>(null);
  const layer = useRef<HTMLFieldSetElement>(null);
  const toFocus = useRef<number | null>(null);
  useToggleByClick(page.page, choosing);
  useEffect(() => {
    // A tick far off is drawn only after the page has scrolled to its block.
    const box = layer.current?.querySelector<HTMLElement>(`[data-part="${toFocus.current}"]`);
    if (box === null || box === undefined) return;
    toFocus.current = null;
    box.focus({ preventScroll: true });
  });
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = event.target instanceof HTMLElement ? event.target.dataset["part"] : undefined;
    if (by === undefined || at === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const next = Number(at) + by;
    const span = parts[next];
    if (span === undefined) return;
    toFocus.current = next;
    setReached(next);
    page.reveal({ start: span.start, end: Math.min(span.end, span.start + 1) });
  };
  const seen = page.place?.now().start ?? 0;
  const tabStop = boxes.some(({ part }) => part === reached)
    ? reached
    : (boxes.find(({ part }) => (parts[part]?.end ?? 0) > seen) ?? boxes[0])?.part;
  return (
    <fieldset
      ref={layer}
      className={styles["layer"]}
      aria-label={say("choosing.paragraphs")}
      onKeyDown={move}
    >
      {boxes.map(({ part, top, height, left, width }) => {
        const span = parts[part];
        if (span === undefined) return null;
        const range = rangeOfPart(choosable, part);
        return (
          <div
            key={part}
            className={styles["part"]}
            data-chosen={chosen.has(part)}
            style={{ top, left, inlineSize: width, blockSize: height }}
          >
            <TickBox
              name={model.shown(span.start, Math.min(span.end, span.start + NAME)).replaceAll(/\s+/g, " ")}
              ticked={howChosen(chosen, range)}
              data-part={part}
              tabIndex={part === tabStop ? 0 : -1}
              onFocus={() => setReached(part)}
              onToggle={() => toggle(range)}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

function useBoxes({ page, place, mounted }: OpenPage, parts: readonly Span[]): readonly Box[] {
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  useEffect(() => {
    if (page === null || place === null) return;
    let request = 0;
    let covered: Span = { start: 0, end: -1 };
    const lookAgain = () => {
      cancelAnimationFrame(request);
      request = requestAnimationFrame(() => {
        const seen = place.now();
        covered = { start: seen.start - TICKS_BEYOND, end: seen.end + TICKS_BEYOND };
        setBoxes(boxesAround(page, parts, covered));
      });
    };
    const follow = () => {
      const seen = place.now();
      if (seen.start < covered.start || seen.end > covered.end) lookAgain();
    };
    lookAgain();
    const sizes = new ResizeObserver(lookAgain);
    sizes.observe(page.article);
    sizes.observe(page.scroller);
    const stopFollowing = place.subscribe(follow);
    const stopWaiting = mounted.subscribe(lookAgain);
    return () => {
      cancelAnimationFrame(request);
      sizes.disconnect();
      stopFollowing();
      stopWaiting();
    };
  }, [page, place, mounted, parts]);
  return boxes;
}

function boxesAround(page: Page, parts: readonly Span[], around: Span): readonly Box[] {
  const leaves = leavesOf(page.article);
  const column = columnOf(page);
  const left = Math.max(2, column.left - BESIDE_COLUMN);
  const frame = page.scroller.getBoundingClientRect();
  return parts.flatMap((span, part) => {
    if (span.end < around.start || span.start > around.end) return [];
    const rect = rangeAmong(leaves, span)?.getBoundingClientRect();
    if (rect === undefined || rect.height === 0) return [];
    const top = rect.top - frame.top + page.scroller.scrollTop;
    return [{ part, top, height: rect.height, left, width: column.right - left }];
  });
}

/** A press on a block that selects nothing ticks it; what is pressed for itself, such as a picture, keeps its press. */
function useToggleByClick(page: Page | null, { choosable, toggle }: Choosing): void {
  useEffect(() => {
    if (page === null) return;
    const onClick = (event: MouseEvent) => {
      if (document.getSelection()?.isCollapsed === false || !(event.target instanceof Element)) return;
      if (event.target.closest("button, a, [role='link']") !== null) return;
      const at = document.caretPositionFromPoint(event.clientX, event.clientY);
      if (at === null || !page.article.contains(at.offsetNode)) return;
      const offset = offsetOf(page.article, at.offsetNode, at.offset);
      const part = offset === null ? null : partAt(choosable, offset);
      if (part !== null) toggle(rangeOfPart(choosable, part));
    };
    page.article.addEventListener("click", onClick);
    return () => page.article.removeEventListener("click", onClick);
  }, [page, choosable, toggle]);
}
