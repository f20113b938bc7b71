/** Bookmarks on the open article: the paint, the signs in the margin, the bar beside a selection, and the notes. */
import { type ReactNode, useCallback, useDeferredValue, useEffect, useRef, useState } from "react";
import type { Article } from "../../../preload/model/article.ts";
import type { Opening } from "../../../preload/model/opening.ts";
import { offsetOf } from "../../ui/article/text-positions.ts";
import { useCommands } from "../../ui/commands.ts";
import type { ArticleModel } from "../article-model.ts";
import type { OpenPage } from "../use-page.ts";
import { MarginSigns } from "./margin-signs.tsx";
import styles from "./marking.module.css";
import { type Mark, marksAt } from "./marks.ts";
import type { CardPurpose } from "./note-card.tsx";
import { NoteCards } from "./note-cards.tsx";
import { flash, usePaintedMarks } from "./paint-marks.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { useTextCursor } from "./text-cursor.ts";
import { usePassageActions } from "./use-passage-actions.ts";
import { useSelectedPassage } from "./use-selection.ts";

interface MarkingProps {
  readonly article: Article;
  readonly model: ArticleModel;
  readonly page: OpenPage;
  readonly marks: readonly Mark[];
  readonly opening: Opening | null;
  /** A bookmark is being placed: what is selected is its new place, and nothing else is done with it. */
  readonly isPlacing: boolean;
  /** The margin has tick boxes, and a press ticks: no sign or note is in the way. */
  readonly isChoosing: boolean;
}

interface OpenCards {
  readonly keys: readonly string[];
  readonly purpose: CardPurpose;
}

/** Stands inside what scrolls, so that everything keeps its place beside the text. */
export function Marking(props: MarkingProps): ReactNode {
  const { article, model, page, marks, opening, isPlacing, isChoosing } = props;
  const [cards, setCards] = useState<OpenCards | null>(null);
  const [barAsked, setBarAsked] = useState(0);
  const selected = useSelectedPassage(page.page, model);
  const cursor = useTextCursor(page.page, page.from);
  const open = useCallback(
    (keys: readonly string[], purpose: CardPurpose) => setCards({ keys, purpose }),
    [],
  );
  const close = useCallback(() => setCards(null), []);
  const actions = usePassageActions({
    article,
    model,
    page,
    onOpen: open,
    onBar: () => setBarAsked((count) => count + 1),
  });
  useCommands({ "text-cursor": cursor.toggle });
  usePaintedMarks(page, marks);
  // The text and its paint show first; what stands beside them comes in the next frame.
  const signed = useDeferredValue(isChoosing ? noMarks : marks, noMarks);
  useJump(page, marks, opening);
  useOpenByClick(page, isChoosing ? noMarks : marks, (keys) => open(keys, "look"));
  useEscape(selected !== null && !cursor.isOn);

  const opened = cards === null ? [] : marks.filter(({ key }) => cards.keys.includes(key));
  return (
    <div className={styles["layer"]}>
      <MarginSigns
        page={page}
        marks={signed}
        openKeys={opened.map(({ key }) => key)}
        onOpen={(keys) => open(keys, "note")}
      />
      {cursor.box === null ? null : (
        <div
          className={styles["cursor"]}
          style={{
            top: cursor.box.top,
            left: cursor.box.left,
            blockSize: cursor.box.bottom - cursor.box.top,
          }}
        />
      )}
      {opened.length === 0 || page.page === null || cards === null ? null : (
        <NoteCards
          key={cards.keys.join(" ")}
          page={page.page}
          marks={opened}
          purpose={cards.purpose}
          onCite={actions.citeSpan}
          onClose={close}
        />
      )}
      {selected === null || page.page === null || isPlacing ? null : (
        <SelectionBar page={page.page} boxes={selected.boxes} actions={actions} asked={barAsked} />
      )}
    </div>
  );
}

const noMarks: readonly Mark[] = [];

/** The openings that were gone to: coming back to the page must not go there again. */
const goneTo = new WeakSet<Opening>();

/** Goes to the bookmark that the panel opened and flashes it, once for each opening. */
function useJump({ page, reveal }: OpenPage, marks: readonly Mark[], opening: Opening | null): void {
  useEffect(() => {
    if (page === null || opening?.bookmark === undefined || goneTo.has(opening)) return;
    const mark = marks.find(({ bookmark }) => bookmark?.id === opening.bookmark);
    if (mark === undefined) return;
    goneTo.add(opening);
    reveal(mark.span);
    // The passage is mounted and in place by the second frame.
    requestAnimationFrame(() => requestAnimationFrame(() => flash(page.article, mark.span)));
  }, [page, reveal, marks, opening]);
}

/** A click on a marked passage that selects nothing opens its note. */
function useOpenByClick(
  { page }: OpenPage,
  marks: readonly Mark[],
  onOpen: (keys: readonly string[]) => void,
): void {
  const newest = useRef({ marks, onOpen });
  useEffect(() => {
    newest.current = { marks, onOpen };
  });
  useEffect(() => {
    if (page === null) return;
    const onClick = (event: MouseEvent) => {
      if (document.getSelection()?.isCollapsed === false) return;
      if (!(event.target instanceof Element) || event.target.closest("button, a, [role='link']") !== null)
        return;
      const at = document.caretPositionFromPoint(event.clientX, event.clientY);
      if (at === null || !page.article.contains(at.offsetNode)) return;
      const offset = offsetOf(page.article, at.offsetNode, at.offset);
      const here = offset === null ? [] : marksAt(newest.current.marks, offset);
      if (here.length > 0) newest.current.onOpen(here.map(({ key }) => key));
    };
    page.article.addEventListener("click", onClick);
    return () => page.article.removeEventListener("click", onClick);
  }, [page]);
}

/** Esc first lets the selection go, before it steps back anywhere. */
function useEscape(isSelected: boolean): void {
  useEffect(() => {
    if (!isSelected) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      document.getSelection()?.collapseToEnd();
    };
    // Before the window's own listener, which stands on the document as well.
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, [isSelected]);
}
