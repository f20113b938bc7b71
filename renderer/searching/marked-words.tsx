/** Text with its hits marked and its numbers bold, drawn as elements: nothing in it can become markup. */
import type { ReactNode } from "react";
import { shownText } from "../../preload/model/full-width.ts";
import type { MarkedText } from "../../preload/model/search.ts";
import { useSettings } from "../ui/settings-context.tsx";
import { markedPieces } from "./marked-pieces.ts";
import styles from "./marked-words.module.css";

interface MarkedWordsProps {
  readonly words: MarkedText;
  readonly numbers?: readonly (readonly [start: number, end: number])[];
}

export function MarkedWords({ words, numbers = [] }: MarkedWordsProps): ReactNode {
  const { fullWidthPunctuation } = useSettings();
  // As long as what is stored, so the ranges hold.
  const text = fullWidthPunctuation ? shownText(words.text) : words.text;
  return markedPieces(text, words.ranges, numbers).map(({ start, text: piece, isHit, isNumber }) => {
    const shown = isNumber ? <b key={start}>{piece}</b> : piece;
    return isHit ? (
      <mark key={start} className={styles["mark"]}>
        {shown}
      </mark>
    ) : (
      shown
    );
  });
}

/** Words without any Han character are set in a Latin typeface, and the others as Chinese in either interface. */
export function languageOf(words: string): string {
  return /\p{Script=Han}/u.test(words) ? "zh-CN" : "en";
}
