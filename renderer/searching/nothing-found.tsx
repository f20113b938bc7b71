/** Nothing matches exactly: what to do next, and what comes near, apart from one another. */
import { type ReactNode, useRef } from "react";
import { Button } from "react-aria-components";
import {
  type NearKind,
  nearKinds,
  noFilters,
  type SearchAnswer,
  type SearchFilters,
  type SearchSubject,
} from "../../preload/model/search.ts";
import { useSay } from "../ui/language.ts";
import { ResultRow } from "./result-row.tsx";
import { moveAmongStops } from "./roving.ts";
import styles from "./search-column.module.css";
import { isNarrowed } from "./search-session.ts";
import { shortened } from "./shortened.ts";

interface NothingFoundProps {
  readonly answer: SearchAnswer;
  readonly subject: SearchSubject;
  readonly openId: number | null;
  readonly openAt: number | null;
  readonly onOpen: (id: number, at: number | null, near: NearKind) => void;
  readonly onFilters: (change: Partial<SearchFilters>) => void;
}

export function NothingFound(props: NothingFoundProps): ReactNode {
  const { answer, subject, openId, openAt, onOpen, onFilters } = props;
  const say = useSay();
  const section = useRef<HTMLElement>(null);
  const { near } = answer;
  const clear = isNarrowed(subject.filters) ? (
    <Button className={styles["link"] ?? ""} onPress={() => onFilters(noFilters)}>
      {say("search.clear-filters")}
    </Button>
  ) : null;
  const see =
    near.length === 0 ? null : (
      <Button
        className={styles["link"] ?? ""}
        onPress={() => section.current?.querySelector<HTMLElement>("[data-stop]")?.focus()}
      >
        {say("search.see-near")}
      </Button>
    );
  const first = near[0];
  return (
    <div className={styles["nothing"]}>
      <p className={styles["none"]} role="status">
        {say("search.none", { query: shortened(subject.query) })}
        {clear === null ? null : say("search.none-or")}
        {clear}
        {see === null ? null : say("search.none-or")}
        {see}
        {say("search.none-end")}
      </p>
      {first === undefined ? null : (
        <section
          ref={section}
          aria-label={say("search.near")}
          onKeyDown={(event) => {
            if (moveAmongStops(event, near.length, { scrollToIndex: () => undefined }))
              event.preventDefault();
          }}
        >
          <h2 className={styles["near"]}>{say("search.near")}</h2>
          <p className={styles["near-note"]}>{say("search.near-note")}</p>
          {nearKinds.map((kind) => {
            const ofKind = near.filter((hit) => hit.near === kind);
            return ofKind.length === 0 ? null : (
              <div key={kind}>
                <h3 className={styles["near-kind"]}>{say(`search.near-${kind}`)}</h3>
                <ul>
                  {ofKind.map((hit) => (
                    <li key={hit.id} data-index={near.indexOf(hit)}>
                      <ResultRow
                        hit={hit}
                        subject={subject}
                        isExpanded={false}
                        isOpen={hit.id === openId}
                        openAt={hit.id === openId ? openAt : null}
                        tabStop={hit === first ? 0 : null}
                        onOpen={(id, at) => onOpen(id, at, kind)}
                        onToggle={null}
                      />
                    </li>
                  ))}
                </ul>
              </div>
            );
          })}
        </section>
      )}
    </div>
  );
}
