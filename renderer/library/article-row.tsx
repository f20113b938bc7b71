/** One row of the list: title, source line, and a picture where there is a real one. */
import { Star } from "lucide-react";
import type { ArticleRow as Row } from "../../preload/model/listing.ts";
import { pictureAddress } from "../client.ts";
import { type Say, useSay } from "../ui/language.ts";
import styles from "./article-row.module.css";

interface ArticleRowProps {
  readonly row: Row;
  /** A day heading above already says the year. */
  readonly underDay: boolean;
}

export function ArticleRow({ row, underDay }: ArticleRowProps) {
  const say = useSay();
  const title = row.title === "" ? say("list.untitled") : row.title;
  return (
    <div className={styles["row"]}>
      <div className={styles["words"]}>
        {row.unread ? (
          <span className={styles["unread"]}>
            <span className={styles["spoken"]}>{say("list.unread")}</span>
          </span>
        ) : null}
        <div className={styles["title"]} lang={languageOf(title)}>
          {title}
        </div>
        <div className={styles["source"]}>
          {row.sample ? <span className={styles["sample"]}>{say("list.sample")}</span> : null}
          {row.starred ? (
            <span className={styles["star"]} role="img" aria-label={say("list.starred")}>
              <Star size={12} fill="currentColor" strokeWidth={1.75} aria-hidden />
            </span>
          ) : null}
          <span className={styles["line"]}>{sourceLine(row, underDay, say)}</span>
        </div>
      </div>
      {row.thumbnail === null ? null : (
        <img className={styles["picture"]} src={pictureAddress(row.thumbnail)} alt="" loading="lazy" />
      )}
    </div>
  );
}

/** A title without any Han character is set in a Latin typeface. */
function languageOf(title: string): string | undefined {
  return /\p{Script=Han}/u.test(title) ? undefined : "en";
}

/** `报名·日期·版次·字数`; what is not known is left out, and said only where nothing is known at all. */
export function sourceLine(row: Row, underDay: boolean, say: Say): string {
  const known = [
    row.publication,
    (underDay ? row.issuedOn?.slice("YYYY-".length) : row.issuedOn) ?? "",
    row.page === "" ? "" : say("list.page", { page: row.page }),
  ].filter((part) => part !== "");
  if (known.length === 0) known.push(say("list.source-not-known"));
  return [...known, say("list.characters", { count: row.characters })].join(say("list.dot"));
}
