/** One row: what kind of thing it is, its title with what was found in it, and where it comes from. */
import {
  BookMarked,
  FileText,
  Highlighter,
  type LucideIcon,
  Newspaper,
  SquareChevronRight,
  Tag,
  TextQuote,
} from "lucide-react";
import { memo, type ReactNode } from "react";
import { shownText } from "../../preload/model/full-width.ts";
import type { Command } from "../../preload/model/menu-target.ts";
import { shortcutOf } from "../../preload/model/shortcuts.ts";
import { shownKeys } from "../ui/key-names.ts";
import { useSay } from "../ui/language.ts";
import { useSettings } from "../ui/settings-context.tsx";
import type { FoundRow, Range } from "./entry.ts";
import styles from "./row.module.css";

const icons: Readonly<Record<FoundRow["source"], LucideIcon>> = {
  articles: FileText,
  headings: TextQuote,
  commands: SquareChevronRight,
  publications: Newspaper,
  collections: BookMarked,
  bookmarks: Highlighter,
  tags: Tag,
};

/** Drawn once for each row that is found: choosing another row is no reason to draw it again. */
export const Row = memo(function Row({ row }: { readonly row: FoundRow }) {
  const say = useSay();
  const { fullWidthPunctuation } = useSettings();
  const Icon = icons[row.source];
  const isUnnoted = row.source === "bookmarks" && row.title === "";
  const named = isUnnoted ? row.beside : row.title;
  const title = fullWidthPunctuation ? shownText(named) : named;
  return (
    <div className={styles["row"]}>
      <Icon size={16} strokeWidth={1.75} aria-hidden className={styles["icon"]} />
      <div className={styles["words"]}>
        <div className={styles["title"]} lang={languageOf(title)}>
          {title === "" ? say("list.untitled") : marked(title, row.ranges)}
        </div>
        {haveOrigin.has(row.source) ? <Origin row={isUnnoted ? { ...row, beside: "" } : row} /> : null}
      </div>
      <Kind row={row} />
    </div>
  );
});

/** What stands somewhere, and not for itself. */
const haveOrigin: ReadonlySet<FoundRow["source"]> = new Set(["articles", "bookmarks", "headings"]);

/** Kicker, newspaper and date, as far as they are known; of a bookmark its article first, for passages are long. */
function Origin({ row }: { readonly row: FoundRow }) {
  const say = useSay();
  const { beside, publication, issuedOn } = row;
  const told = row.source === "bookmarks" ? [publication, issuedOn, beside] : [beside, publication, issuedOn];
  const known = told.filter((part) => part !== "");
  if (known.length === 0) return null;
  return <div className={styles["origin"]}>{known.join(say("list.dot"))}</div>;
}

const kinds = {
  headings: "quick-find.heading",
  publications: "quick-find.publication",
  collections: "quick-find.collection",
  bookmarks: "quick-find.bookmark",
  tags: "quick-find.tag",
} as const;

/** A command's key, where it has one; else what the row is. */
function Kind({ row }: { readonly row: FoundRow }) {
  const say = useSay();
  if (row.source === "articles") return null;
  if (row.source !== "commands") return <span className={styles["kind"]}>{say(kinds[row.source])}</span>;
  const keys = shortcutOf(row.key as Command);
  return (
    <span className={styles["kind"]}>
      {say("quick-find.command")}
      {keys === undefined ? null : <kbd className={styles["keys"]}>{shownKeys(keys)}</kbd>}
    </span>
  );
}

/** Words without any Han character are set in a Latin typeface. */
function languageOf(words: string): string {
  return /\p{Script=Han}/u.test(words) ? "zh-CN" : "en";
}

function marked(title: string, ranges: readonly Range[]): ReactNode {
  let before = 0;
  const parts = ranges.flatMap(([start, end]) => {
    const plain = title.slice(before, start);
    before = end;
    return [
      plain,
      <b key={start} className={styles["found"]}>
        {title.slice(start, end)}
      </b>,
    ];
  });
  return [...parts, title.slice(before)];
}
