/** The head of the search: what is looked for, the advanced form, and keeping the search by name. */
import { ListPlus, SlidersHorizontal } from "lucide-react";
import type { RefObject } from "react";
import { LONGEST_QUERY } from "../../preload/model/search.ts";
import { IconButton } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import { SearchField } from "../ui/search-field.tsx";
import styles from "./search-column.module.css";

interface SearchHeadProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Enter was pressed: the search is meant as it stands. */
  readonly onMeant: (query: string) => void;
  readonly onDown: () => void;
  readonly onAdvanced: () => void;
  readonly onKeep: () => void;
  readonly canKeep: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
}

export function SearchHead(props: SearchHeadProps) {
  const { query, onQuery, onMeant, onDown, onAdvanced, onKeep, canKeep, field } = props;
  const say = useSay();
  return (
    <search
      className={styles["head"]}
      onKeyDown={(event) => {
        if (event.key !== "ArrowDown" || event.nativeEvent.isComposing || event.target !== field.current)
          return;
        event.preventDefault();
        onDown();
      }}
    >
      <div className={styles["field"]}>
        <SearchField
          name={say("search.field")}
          value={query}
          onChange={onQuery}
          onSubmit={onMeant}
          maxLength={LONGEST_QUERY}
          inputRef={field}
        />
      </div>
      <IconButton icon={SlidersHorizontal} name={say("search.advanced")} onPress={onAdvanced} />
      <IconButton icon={ListPlus} name={say("search.keep")} isDisabled={!canKeep} onPress={onKeep} />
    </search>
  );
}
