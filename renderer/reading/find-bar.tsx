/** The find bar: a field, the count, and the way to the next and the last. */
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { IconButton } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import type { ArticleModel } from "./article-model.ts";
import styles from "./find-bar.module.css";
import { foundWords, useFind, usePaintedHits } from "./find-in-article.ts";
import { useKey } from "./use-key.ts";
import type { OpenPage } from "./use-page.ts";

interface FindBarProps {
  readonly model: ArticleModel;
  readonly page: OpenPage;
  /** What to look for at first, as the selected words. */
  readonly first: string;
  /** Counts the times finding was asked for: each puts the cursor back into the field. */
  readonly asked: number;
  readonly onClose: () => void;
}

export function FindBar(props: FindBarProps): ReactNode {
  const { model, page, first, asked, onClose } = props;
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(first);
  const find = useFind(model, first, page.from, page.reveal);
  usePaintedHits(page, find.hits, find.at, foundWords);

  useEffect(() => {
    if (asked > 0) field.current?.select();
  }, [asked]);

  // F3 goes on while the page is read, too.
  useKey("F3", (event) => find.step(event.shiftKey ? -1 : 1));

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and Esc belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && event.target === field.current) find.step(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const none = find.query !== "" && find.hits.length === 0;
  return (
    <search className={styles["bar"]} aria-label={say("reading.find")} onKeyDown={onKeyDown}>
      <input
        ref={field}
        type="text"
        className={styles["field"]}
        aria-label={say("reading.find-field")}
        placeholder={say("reading.find-field")}
        value={typed}
        spellCheck={false}
        onChange={({ target, nativeEvent }) => {
          setTyped(target.value);
          // Half-typed pinyin is not looked for.
          if (!("isComposing" in nativeEvent) || nativeEvent.isComposing !== true)
            find.setQuery(target.value);
        }}
        onCompositionEnd={(event) => find.setQuery(event.currentTarget.value)}
      />
      <span className={styles["count"]} role="status" data-none={none}>
        {countSentence(find.query, find.at, find.hits.length, say)}
      </span>
      <IconButton
        icon={ChevronUp}
        name={say("reading.find-previous")}
        keys="Shift+F3"
        isDisabled={find.hits.length === 0}
        onPress={() => find.step(-1)}
      />
      <IconButton
        icon={ChevronDown}
        name={say("reading.find-next")}
        keys="F3"
        isDisabled={find.hits.length === 0}
        onPress={() => find.step(1)}
      />
      <IconButton icon={X} name={say("reading.close")} keys="Esc" onPress={onClose} />
    </search>
  );
}

function countSentence(query: string, at: number, total: number, say: ReturnType<typeof useSay>): string {
  if (query === "") return "";
  return total === 0 ? say("reading.find-none") : say("reading.find-count", { at: at + 1, total });
}
