/** What the desk has to tell above the article: texts that were kept, conflicts, the other half, what became of bookmarks. */
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { CorrectionDesk } from "../../preload/model/correction.ts";
import { BookmarksReport } from "../ui/bookmarks/bookmarks-report.tsx";
import { Button } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import { Conflicts } from "./conflicts.tsx";
import type { DeskActs } from "./desk-acts.ts";
import { RescuedTexts } from "./rescued-texts.tsx";
import { useSecondClick } from "./second-click.ts";
import styles from "./told.module.css";

interface ToldProps {
  readonly id: number;
  readonly desk: CorrectionDesk;
  readonly acts: DeskActs;
}

const TOLD_ID = "correcting-told";

export function Told({ id, desk, acts }: ToldProps): ReactNode {
  const say = useSay();
  const { onPointerDownCapture, once } = useSecondClick();
  const box = useRef<HTMLDivElement>(null);
  useStillBelow(box);
  const outcome = desk.bookmarks;
  return (
    <div ref={box} id={TOLD_ID} className={styles["told"]} tabIndex={-1}>
      <RescuedTexts texts={desk.rescued} acts={acts} />
      <Conflicts conflicts={desk.conflicts} fields={desk.fieldConflicts} acts={acts} />
      {desk.continuations.slice(0, 1).map((next) => (
        <div key="offer" className={styles["offer"]} onPointerDownCapture={onPointerDownCapture}>
          <p>{say("correcting.continues", { title: next.title, page: next.page })}</p>
          <Button onPress={() => once(() => void acts.joinOffered(next.id))}>
            {say("correcting.continue")}
          </Button>
        </div>
      ))}
      {outcome === undefined || outcome.moved + outcome.changed + outcome.lost === 0 ? null : (
        <div className={styles["offer"]} role="status">
          <BookmarksReport article={id} title={desk.article.title} outcome={outcome} />
        </div>
      )}
    </div>
  );
}

/** Leads up to the conflicts from wherever the article is being worked on. */
export function ToldMark({ count }: { readonly count: number }): ReactNode {
  const say = useSay();
  if (count === 0) return null;
  return (
    <Button
      look="quiet"
      onPress={() => {
        const box = document.getElementById(TOLD_ID);
        box?.scrollIntoView({ block: "start" });
        box?.focus({ preventScroll: true });
      }}
    >
      {say("correcting.unsettled", { count })}
    </Button>
  );
}

/**
 * What comes in above, by an import in the background perhaps, never moves the paragraph that is being worked on. Engines
 * see to that, but not at the very beginning, and not before whoever has the focus is brought into sight.
 */
function useStillBelow(box: RefObject<HTMLElement | null>): void {
  const height = useRef<number | null>(null);
  /** Before this drawing: asked now, the engine may have moved the pane already, or not. */
  const scrolled = useRef(0);
  useEffect(() => {
    const pane = box.current?.parentElement;
    const onScroll = () => {
      scrolled.current = pane?.scrollTop ?? 0;
    };
    pane?.addEventListener("scroll", onScroll);
    return () => pane?.removeEventListener("scroll", onScroll);
  }, [box]);
  useLayoutEffect(() => {
    const element = box.current;
    const pane = element?.parentElement;
    if (element === null || pane === null || pane === undefined) return;
    const grown = height.current === null ? 0 : element.offsetHeight - height.current;
    height.current = element.offsetHeight;
    const isWorkedOn = pane.contains(document.activeElement) && !element.contains(document.activeElement);
    if (grown !== 0 && isWorkedOn) pane.scrollTop = scrolled.current + grown;
  });
}
