/** The head of the list: which shelf, what to look for, and the filters. */
import { Search } from "lucide-react";
import { Button } from "react-aria-components";
import { shortcutOf } from "../../preload/model/shortcuts.ts";
import { runCommand } from "../ui/commands.ts";
import { ChooseField } from "../ui/fields.tsx";
import { shownKeys } from "../ui/key-names.ts";
import { useSay } from "../ui/language.ts";
import { useAsk } from "../ui/queries.ts";
import { ANY, dateChoices, dateName, filterOf, keyOf, publicationChoices, shelfChoices } from "./choices.ts";
import { type ListFilter, shelfKey, shelfOfKey } from "./list-filter.ts";
import styles from "./list-head.module.css";

interface ListHeadProps {
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
}

export function ListHead({ filter, onFilter }: ListHeadProps) {
  const say = useSay();
  const { data: overview } = useAsk("overview", null);
  const shelves = overview === undefined ? [] : shelfChoices(overview, say);
  const shelf = shelves.find(({ value }) => value === shelfKey(filter.shelf));
  return (
    <div className={styles["head"]}>
      <div className={styles["shelf-row"]}>
        <div className={styles["shelf"]}>
          <ChooseField
            look="bare"
            label={say("shelf.name")}
            value={shelfKey(filter.shelf)}
            choices={shelves}
            shown={
              <>
                {shelf?.name} <span className={styles["count"]}>{shelf?.note}</span>
              </>
            }
            onChange={(key) => onFilter({ ...filter, shelf: shelfOfKey(key) })}
          />
        </div>
      </div>
      <WayToSearch />
      <div className={styles["filters"]}>
        <ChooseField
          look="bare"
          label={say("filter.by-source")}
          value={keyOf(filter.publication)}
          choices={[
            { value: ANY, name: say("filter.any-source") },
            ...(overview === undefined ? [] : publicationChoices(overview, say)),
          ]}
          shown={
            filter.publication === null ? say("filter.source") : filter.publication || say("list.not-known")
          }
          onChange={(chosen) => onFilter({ ...filter, publication: filterOf(chosen) })}
        />
        <ChooseField
          look="bare"
          label={say("filter.by-date")}
          value={keyOf(filter.issued)}
          choices={[
            { value: ANY, name: say("filter.any-date") },
            ...(overview === undefined ? [] : dateChoices(overview, say)),
          ]}
          shown={filter.issued === null ? say("filter.date") : dateName(filter.issued, say)}
          onChange={(chosen) => onFilter({ ...filter, issued: filterOf(chosen) })}
        />
        <ChooseField
          look="bare"
          label={say("filter.sort")}
          value={filter.sort}
          choices={[
            { value: "date", name: say("filter.sort-date") },
            { value: "title", name: say("filter.sort-title") },
          ]}
          shown={say(filter.sort === "date" ? "filter.sort-date" : "filter.sort-title")}
          onChange={(sort) => onFilter({ ...filter, sort })}
        />
      </div>
    </div>
  );
}

/** Looks like the field it leads to: words typed into a list of articles would be typed in the wrong place. */
function WayToSearch() {
  const say = useSay();
  const keys = shortcutOf("search-library");
  return (
    <Button className={styles["search"] ?? ""} onPress={() => runCommand("search-library")}>
      <Search size={16} strokeWidth={1.75} aria-hidden />
      <span className={styles["search-name"]}>{say("filter.search")}</span>
      {keys === undefined ? null : (
        <kbd className={styles["search-keys"]} aria-hidden>
          {shownKeys(keys)}
        </kbd>
      )}
    </Button>
  );
}
