/**
 * A run of text with its punctuation set close. Where two full-width marks meet, as in ”，, the one on the outside
 * gives up its empty half. Chromium does so by itself (`text-spacing-trim`) within one font file; the bundled
 * typeface comes in a hundred files, each with some of the marks, so pairs across files are set here.
 */
import type { ReactNode } from "react";
import styles from "./article.module.css";
import { useArticleSetting } from "./article-context.ts";
import { keyed } from "./keyed.ts";

const closing = "”’》〉」』】〕）、。，；：";
const opening = "“‘《〈「『【〔（";

/** A closing mark before another mark, or an opening one behind another opening one. */
const halved = new RegExp(`([${closing}](?=[${closing}${opening}])|(?<=[${opening}])[${opening}])`);

/** The shown form of `[start, end)`. Element borders change no offset: text nodes are counted one after another. */
export function ShownText({ start, end }: { start: number; end: number }): ReactNode {
  const { shown, setsPairs } = useArticleSetting();
  const text = shown(start, end);
  if (!setsPairs) return text;
  const pieces = text.split(halved);
  if (pieces.length === 1) return text;
  return keyed(pieces).map(({ key, item }) =>
    // What the expression catches stands at every second place.
    key % 2 === 1 ? (
      <span key={key} className={styles["halved"]}>
        {item}
      </span>
    ) : (
      item
    ),
  );
}
