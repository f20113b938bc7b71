/** The row between toolbar and page while the hits of a search can be walked: which one, how many, on and back. */
import { ChevronDown, ChevronUp, Highlighter, ListPlus } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton, IconToggle } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import styles from "./hits-bar.module.css";
import type { SearchHits } from "./search-hits.ts";
import { useKey } from "./use-key.ts";

interface HitsBarProps {
  readonly hits: SearchHits;
  readonly isMarked: boolean;
  readonly onMark: (marked: boolean) => void;
  /** The find bar is open: its own hits have the keys and the paint. */
  readonly isQuiet: boolean;
  /** Puts the paragraphs that hold the hits on the print list. */
  readonly onPrint: () => void;
}

export function HitsBar({ hits, isMarked, onMark, isQuiet, onPrint }: HitsBarProps): ReactNode {
  const say = useSay();
  const { spans, at, step } = hits;
  const canWalk = isMarked && !isQuiet && spans.length > 0;
  useKey("F3", (event) => {
    if (canWalk) step(event.shiftKey ? -1 : 1);
  });
  const place =
    at === -1 || !isMarked
      ? say("hits.total", { total: spans.length })
      : say("hits.place", { at: at + 1, total: spans.length });
  return (
    <section className={styles["bar"]} aria-label={say("hits.bar")}>
      <span className={styles["place"]} role="status">
        {spans.length === 0 ? say("hits.none") : place}
      </span>
      {spans.length === 0 ? null : (
        <>
          <IconButton
            icon={ChevronUp}
            name={say("hits.previous")}
            keys="Shift+F3"
            labelled
            isDisabled={!canWalk}
            onPress={() => step(-1)}
          />
          <IconButton
            icon={ChevronDown}
            name={say("hits.next")}
            keys="F3"
            labelled
            isDisabled={!canWalk}
            onPress={() => step(1)}
          />
          <div className={styles["end"]}>
            <IconButton icon={ListPlus} name={say("print.add-hits")} labelled onPress={onPrint} />
            <IconToggle
              icon={Highlighter}
              name={say("hits.show")}
              labelled
              isOn={isMarked}
              onChange={onMark}
            />
          </div>
        </>
      )}
    </section>
  );
}
