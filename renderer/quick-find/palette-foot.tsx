/** The line under the rows: how many there are, what is still being prepared, and the keys. */
import { useSay } from "../ui/language.ts";
import { useAsk } from "../ui/queries.ts";
import styles from "./palette.module.css";
import { type Answers, MOST_ROWS } from "./use-answers.ts";
import type { Readiness } from "./use-finder.ts";

interface PaletteFootProps {
  readonly answers: Answers;
  readonly isAwaited: boolean;
  readonly readiness: Readiness;
}

export function PaletteFoot({ answers, isAwaited, readiness }: PaletteFootProps) {
  const say = useSay();
  const { data } = useAsk("overview", null);
  return (
    <div className={styles["foot"]}>
      <div className={styles["told"]}>
        <span role="status">{isAwaited ? "" : told(answers, say)}</span>
        {readiness.whole || data === undefined ? null : (
          <span>
            {say("quick-find.preparing", {
              ready: Math.min(readiness.ready, data.articles),
              articles: data.articles,
            })}
          </span>
        )}
      </div>
      <div className={styles["keys"]} aria-hidden>
        <span>
          <kbd>↑</kbd>
          <kbd>↓</kbd>
          {say("quick-find.choose")}
        </span>
        <span>
          <kbd>Enter</kbd>
          {say("quick-find.open")}
        </span>
        <span>
          <kbd>Esc</kbd>
          {say("action.close")}
        </span>
      </div>
    </div>
  );
}

function told({ text, rows }: Answers, say: ReturnType<typeof useSay>): string {
  if (text === "") return say("quick-find.hint");
  if (rows.length === 0) return say("quick-find.nothing", { text });
  return say(rows.length < MOST_ROWS ? "quick-find.count" : "quick-find.first", { count: rows.length });
}
