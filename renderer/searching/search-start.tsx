/** Below an empty field: the searches kept by name and those made before, each to be searched again or deleted. */
import { Clock, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { SearchSubject } from "../../preload/model/search.ts";
import { noFilters } from "../../preload/model/search.ts";
import { IconButton } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt } from "../ui/notices.tsx";
import { useChangeSettings, useSettings } from "../ui/settings-context.tsx";
import styles from "./search-column.module.css";

export function SearchStart({
  onSearch,
}: {
  readonly onSearch: (subject: SearchSubject) => void;
}): ReactNode {
  const say = useSay();
  const { searchHistory, savedSearches } = useSettings();
  const changeSettings = useChangeSettings();
  const attempt = useAttempt();
  return (
    <div className={styles["start"]}>
      {savedSearches.length === 0 ? null : (
        <section aria-labelledby="saved-searches">
          <h2 id="saved-searches" className={styles["start-name"]}>
            {say("search.saved")}
          </h2>
          <ul>
            {savedSearches.map((saved) => (
              <Entry
                key={saved.name}
                name={saved.name}
                {...(saved.name === saved.query ? {} : { note: saved.query })}
                onSearch={() =>
                  onSearch({ query: saved.query, shortNames: saved.shortNames, filters: saved.filters })
                }
                onForget={() =>
                  void attempt(() =>
                    changeSettings({ savedSearches: savedSearches.filter((each) => each !== saved) }),
                  )
                }
              />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="search-history">
        <div className={styles["start-head"]}>
          <h2 id="search-history" className={styles["start-name"]}>
            {say("search.history")}
          </h2>
          {searchHistory.length === 0 ? null : (
            <Button
              className={styles["clear"] ?? ""}
              onPress={() => void attempt(() => changeSettings({ searchHistory: [] }))}
            >
              {say("search.clear-history")}
            </Button>
          )}
        </div>
        {searchHistory.length === 0 ? <p className={styles["quiet"]}>{say("search.no-history")}</p> : null}
        <ul>
          {searchHistory.map((query) => (
            <Entry
              key={query}
              name={query}
              icon
              onSearch={() => onSearch({ query, shortNames: false, filters: noFilters })}
              onForget={() =>
                void attempt(() =>
                  changeSettings({ searchHistory: searchHistory.filter((each) => each !== query) }),
                )
              }
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

interface EntryProps {
  readonly name: string;
  readonly note?: string;
  readonly icon?: boolean;
  readonly onSearch: () => void;
  readonly onForget: () => void;
}

function Entry({ name, note, icon = false, onSearch, onForget }: EntryProps): ReactNode {
  const say = useSay();
  return (
    <li className={styles["entry"]}>
      <Button className={styles["entry-search"] ?? ""} onPress={onSearch}>
        {icon ? <Clock size={14} strokeWidth={1.75} aria-hidden /> : null}
        <span className={styles["entry-name"]}>{name}</span>
        {note === undefined ? null : <span className={styles["entry-note"]}>{note}</span>}
      </Button>
      <IconButton icon={X} name={say("search.forget", { name })} onPress={onForget} />
    </li>
  );
}
