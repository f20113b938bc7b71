/** How many were found, and how they are arranged. */
import type { ReactNode } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { grouped } from "../../preload/model/messages/pair.ts";
import { ChooseField } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import styles from "./search-column.module.css";
import type { Searching, SearchSession } from "./search-session.ts";

const views = [
  { view: "articles", name: "search.by-article" },
  { view: "sentences", name: "search.by-sentence" },
  { view: "notes", name: "search.notes" },
] as const satisfies readonly { view: SearchSession["view"]; name: string }[];

const sorts = ["relevance", "newest", "oldest"] as const;
const orders = ["oldest", "newest"] as const;

interface FoundBarProps {
  readonly total: number;
  /** How many bookmarks hold the words. */
  readonly notes: number;
  readonly searching: Searching;
}

export function FoundBar({ total, notes, searching }: FoundBarProps): ReactNode {
  const { session, change } = searching;
  const { sort, sentenceOrder } = session;
  // The next words may stand in no bookmark.
  const view = session.view === "notes" && notes === 0 ? "articles" : session.view;
  const say = useSay();
  return (
    <div className={styles["bar"]}>
      <p className={styles["total"]} role="status">
        {say("search.total", { count: total })}
      </p>
      <ToggleButtonGroup
        aria-label={say("search.view")}
        className={styles["views"] ?? ""}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={(keys) => {
          const chosen = views.find((each) => keys.has(each.view));
          if (chosen !== undefined && chosen.view !== view) change({ view: chosen.view });
        }}
      >
        {views
          .filter((each) => each.view !== "notes" || notes > 0)
          .map((each) => (
            <ToggleButton key={each.view} id={each.view} className={styles["view"] ?? ""}>
              {say(each.name)}
              {each.view === "notes" ? <span className={styles["number"]}> {grouped(notes)}</span> : null}
            </ToggleButton>
          ))}
      </ToggleButtonGroup>
      <div className={styles["sort"]}>
        {view === "notes" ? null : view === "articles" ? (
          <ChooseField
            look="bare"
            label={say("search.sort")}
            value={sort}
            choices={sorts.map((value) => ({ value, name: say(`search.sort-${value}`) }))}
            onChange={(chosen) => change({ sort: chosen })}
          />
        ) : (
          <ChooseField
            look="bare"
            label={say("search.sentence-order")}
            value={sentenceOrder}
            choices={orders.map((value) => ({ value, name: say(`search.sort-${value}`) }))}
            onChange={(chosen) => change({ sentenceOrder: chosen })}
          />
        )}
      </div>
    </div>
  );
}
