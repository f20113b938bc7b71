/** One row of the list: title, source line, the beginning of the lead where it fits, and a picture where there is one. */
import { Star } from "lucide-react";
import { shownText } from "../../preload/model/full-width.ts";
import type { ArticleRow as Row } from "../../preload/model/listing.ts";
import { pictureAddress } from "../client.ts";
import { useSay } from "../ui/language.ts";
import { useSettings } from "../ui/settings-context.tsx";
import styles from "./article-row.module.css";

interface ArticleRowProps {
  readonly row: Row;
  /** A day heading above already says the year. */
  readonly underDay: boolean;
}

export function ArticleRow({ row, underDay }: ArticleRowProps) {
  const say = useSay();
  const { fullWidthPunctuation } = useSettings();
  const shown = (text: string) => (fullWidthPunctuation ? shownText(text) : text);
  const title = row.title === "" ? say("list.untitled") : shown(row.title);
  return (
    <div className={styles["row"]}>
      <div className={styles["words"]}>
        <div className={styles["heading"]}>
          {row.unread ? (
            <span className={styles["unread"]}>
              <span className={styles["spoken"]}>{say("list.unread")}</span>
            </span>
          ) : null}
          <div className={styles["title"]} lang={languageOf(title)}>
            {title}
          </div>
        </div>
        <div className={styles["source"]}>
          {row.sample ? <span className={styles["sample"]}>{say("list.sample")}</span> : null}
          {row.classification === "" ? null : <span className={styles["sample"]}>{row.classification}</span>}
          {row.starred ? (
            <span className={styles["star"]} role="img" aria-label={say("list.starred")}>
              <Star size={12} fill="currentColor" strokeWidth={1.75} aria-hidden />
            </span>
          ) : null}
          <SourceLine row={row} underDay={underDay} />
        </div>
        {row.excerpt === "" ? null : (
          // Heard with every row, it would bury the titles.
          <div className={styles["excerpt"]} lang={languageOf(row.excerpt)} aria-hidden>
            {shown(row.excerpt)}
          </div>
        )}
      </div>
      {row.thumbnail === null ? null : (
        <img className={styles["picture"]} src={pictureAddress(row.thumbnail)} alt="" loading="lazy" />
      )}
    </div>
  );
}

/** Words without any Han character are set in a Latin typeface, and the others as Chinese in either interface. */
function languageOf(words: string): string {
  return /\p{Script=Han}/u.test(words) ? "zh-CN" : "en";
}

/** `报名·日期·版次·字数`; what is not known is left out, and said only where nothing is known at all. */
function SourceLine({ row, underDay }: ArticleRowProps) {
  const say = useSay();
  const dot = say("list.dot");
  const date = (underDay ? row.issuedOn?.slice("YYYY-".length) : row.issuedOn) ?? "";
  const page = row.page === "" ? "" : say("list.page", { page: row.page });
  const known = [row.publication, date, page].filter((part) => part !== "");
  const [first, ...others] = known.length === 0 ? [say("list.source-not-known")] : known;
  const length = say("list.characters", { count: row.characters });
  return (
    <span className={styles["line"]}>
      <span className={styles["name"]}>{first}</span>
      {[...others, length].map((part) => (
        <span key={part} className={underDay && part === date ? styles["day"] : styles["part"]}>
          {dot}
          {part}
        </span>
      ))}
    </span>
  );
}
