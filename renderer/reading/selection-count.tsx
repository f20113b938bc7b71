/** How many characters are selected, in a quiet corner while something is. */
import { type ReactNode, useEffect, useState } from "react";
import { useSay } from "../ui/language.ts";
import type { ArticleModel } from "./article-model.ts";
import { countCharacters } from "./character-count.ts";
import { selectedSpan } from "./copying.ts";
import styles from "./reading-view.module.css";

interface SelectionCountProps {
  readonly article: HTMLElement | null;
  readonly model: ArticleModel;
}

export function SelectionCount({ article, model }: SelectionCountProps): ReactNode {
  const say = useSay();
  const count = useSelectedCharacters(article, model);
  return (
    <p className={styles["selected"]} role="status" hidden={count === 0}>
      {count === 0 ? "" : say("reading.selected", { count })}
    </p>
  );
}

function useSelectedCharacters(article: HTMLElement | null, model: ArticleModel): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (article === null) return;
    let request = 0;
    const look = () => {
      // A drag changes the selection many times a frame.
      cancelAnimationFrame(request);
      request = requestAnimationFrame(() => {
        const span = selectedSpan(article, model.text.text.length);
        setCount(span === null ? 0 : countCharacters(model.text.text.slice(span.start, span.end)));
      });
    };
    document.addEventListener("selectionchange", look);
    return () => {
      cancelAnimationFrame(request);
      document.removeEventListener("selectionchange", look);
    };
  }, [article, model]);
  return count;
}
