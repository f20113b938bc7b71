/** The newspapers there are, each with how much of it. */
import { Newspaper } from "lucide-react";
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import { useAsk } from "../ui/queries.ts";
import { EntryList } from "./entry-list.tsx";
import styles from "./newspapers.module.css";

export function NewspaperList({ onChoose }: { readonly onChoose: (publication: string) => void }) {
  const say = useSay();
  const { data: overview, error, refetch } = useAsk("overview", null);
  if (error !== null) return <FailureNote error={error} onRetry={() => void refetch()} />;
  if (overview === undefined) return <div className={styles["waiting"]} aria-busy="true" />;
  if (overview.publications.length === 0) return <p className={styles["none"]}>{say("papers.empty")}</p>;
  return (
    <EntryList
      label={say("papers.all")}
      entries={overview.publications.map(({ name, articles }) => ({
        key: name,
        icon: Newspaper,
        name: name === "" ? say("list.source-not-known") : name,
        note: say("collections.count", { count: articles }),
        act: () => onChoose(name),
      }))}
    />
  );
}
