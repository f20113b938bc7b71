/** Why the list is empty, and the next step. */
import { Button } from "react-aria-components";
import { useSay } from "../ui/language.ts";
import styles from "./empty-list.module.css";
import { isFiltered, type ListFilter, unfiltered } from "./list-filter.ts";

interface EmptyListProps {
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
  readonly onImport: () => void;
}

export function EmptyList({ filter, onFilter, onImport }: EmptyListProps) {
  const say = useSay();
  const { kind } = filter.shelf;
  const clear = (
    <Button className={styles["action"] ?? ""} onPress={() => onFilter(unfiltered(filter))}>
      {say("empty.clear")}
    </Button>
  );
  if (isFiltered(filter)) {
    return (
      <p className={styles["empty"]}>
        {say("empty.filtered")}
        {clear}
      </p>
    );
  }
  if (kind === "all") {
    return (
      <p className={styles["empty"]}>
        {say("empty.library")}
        <Button className={styles["action"] ?? ""} onPress={onImport}>
          {say("empty.import")}
        </Button>
      </p>
    );
  }
  return <p className={styles["empty"]}>{say(`empty.${kind}`)}</p>;
}
