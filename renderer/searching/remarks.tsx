/** What is to be said of the answer: what of the query was ignored, other names on offer, an index not yet whole. */
import type { ReactNode } from "react";
import { Checkbox } from "react-aria-components";
import type { SearchAnswer, SearchSubject } from "../../preload/model/search.ts";
import { useSay } from "../ui/language.ts";
import styles from "./search-column.module.css";
import { shortened } from "./shortened.ts";

interface RemarksProps {
  readonly answer: SearchAnswer;
  readonly subject: SearchSubject;
  readonly onSubject: (change: Partial<SearchSubject>) => void;
}

export function Remarks({ answer, subject, onSubject }: RemarksProps): ReactNode {
  const say = useSay();
  const { hints, shortNames, indexed } = answer;
  const others = [...new Set(shortNames.flatMap((each) => each.others))];
  if (hints.length === 0 && others.length === 0 && indexed >= 1) return null;
  return (
    <div className={styles["remarks"]}>
      {indexed >= 1 ? null : (
        <p role="status">{say("search.indexing", { percent: Math.floor(indexed * 100) })}</p>
      )}
      {hints.map(({ kind, piece }) => (
        <p key={`${kind} ${piece}`}>{say(`search.hint-${kind}`, { piece: shortened(piece) })}</p>
      ))}
      {others.length === 0 ? null : (
        <Checkbox
          className={styles["tick"] ?? ""}
          isSelected={subject.shortNames}
          onChange={(shortNames) => onSubject({ shortNames })}
        >
          <span className={styles["box"]} aria-hidden />
          {say("search.short-names", {
            names: others
              .map((name) => say("search.short-name", { name }))
              .join(say("search.short-names-joined")),
          })}
        </Checkbox>
      )}
    </div>
  );
}
