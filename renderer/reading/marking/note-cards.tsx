/** The notes that are open, beside their passage where the margin has room, else under it. */
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Span } from "../../../preload/model/article-text.ts";
import { leavesOf } from "../../ui/article/text-positions.ts";
import { useSay } from "../../ui/language.ts";
import type { Page } from "../page-scroll.ts";
import styles from "./marking.module.css";
import type { Mark } from "./marks.ts";
import { type CardPurpose, NoteCard } from "./note-card.tsx";
import { boxesOf, columnOf } from "./page-geometry.ts";

/** CSS pixels. */
const WIDTH = 296;
const LEAST_WIDTH = 284;
const GAP = 16;
/** Between the passage and a card under it. */
const UNDER = 6;

interface NoteCardsProps {
  readonly page: Page;
  /** At least one. */
  readonly marks: readonly Mark[];
  readonly purpose: CardPurpose;
  readonly onCite: (span: Span) => void;
  readonly onClose: () => void;
}

export function NoteCards({ page, marks, purpose, onCite, onClose }: NoteCardsProps): ReactNode {
  const say = useSay();
  const cards = useRef<HTMLElement>(null);
  const place = usePlaceBeside(page, marks[0]);
  const { scroller } = page;
  useCloseOutside(page, cards, onClose);
  useLayoutEffect(() => {
    // A card that begins low on the screen comes into sight whole.
    const card = cards.current;
    if (card === null || place === null) return;
    const beyond = place.top + card.offsetHeight + GAP - (scroller.scrollTop + scroller.clientHeight);
    if (beyond > 0) scroller.scrollTop += beyond;
  }, [place, scroller]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
    scroller.focus({ preventScroll: true });
  };
  if (place === null) return null;
  return (
    <aside
      ref={cards}
      className={styles["cards"]}
      aria-label={say("bookmarks.in-place")}
      style={place}
      onKeyDown={onKeyDown}
    >
      {marks.map((mark, index) => (
        <NoteCard
          key={mark.key}
          mark={mark}
          purpose={index === 0 ? purpose : "look"}
          onCite={onCite}
          onClose={onClose}
        />
      ))}
    </aside>
  );
}

interface Place {
  readonly top: number;
  readonly left: number;
  readonly inlineSize: number;
}

function usePlaceBeside(page: Page, mark: Mark | undefined): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  const start = mark?.span.start;
  const end = mark?.span.end;
  useLayoutEffect(() => {
    if (start === undefined || end === undefined) return;
    const look = () => setPlace(placeBeside(page, { start, end }));
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(page.article);
    sizes.observe(page.scroller);
    return () => sizes.disconnect();
  }, [page, start, end]);
  return place;
}

function placeBeside(page: Page, span: Span): Place | null {
  const boxes = boxesOf(page, leavesOf(page.article), span);
  if (boxes === null) return null;
  const column = columnOf(page);
  const room = page.scroller.clientWidth - column.right - 2 * GAP;
  if (room >= LEAST_WIDTH)
    return { top: boxes.first.top - GAP / 2, left: column.right + GAP, inlineSize: Math.min(WIDTH, room) };
  const most = page.scroller.clientWidth - WIDTH - GAP;
  return {
    top: boxes.last.bottom + UNDER,
    left: Math.max(GAP, Math.min(boxes.last.left, column.right - WIDTH, most)),
    inlineSize: WIDTH,
  };
}

/** A press beside the card closes it; what was written is saved by its own leaving. */
function useCloseOutside(
  page: Page,
  cards: { readonly current: HTMLElement | null },
  onClose: () => void,
): void {
  const newest = useRef(onClose);
  useEffect(() => {
    newest.current = onClose;
  });
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      if (!(event.target instanceof Node) || !page.article.contains(event.target)) return;
      if (cards.current?.contains(event.target) !== true) newest.current();
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, [page, cards]);
}
