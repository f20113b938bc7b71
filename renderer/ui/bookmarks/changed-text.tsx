/** A passage whose text has changed since it was marked: what went struck out, what came underlined. */
import type { ReactNode } from "react";
import styles from "./bookmarks.module.css";
import { difference } from "./difference.ts";

export function ChangedText({
  before,
  after,
}: {
  readonly before: string;
  readonly after: string;
}): ReactNode {
  let at = 0;
  return (
    <span className={styles["difference"]}>
      {difference(before, after).map(({ kind, text }) => {
        const key = `${kind}-${at}`;
        at += text.length;
        if (kind === "gone") return <del key={key}>{text}</del>;
        if (kind === "come") return <ins key={key}>{text}</ins>;
        return <span key={key}>{text}</span>;
      })}
    </span>
  );
}
