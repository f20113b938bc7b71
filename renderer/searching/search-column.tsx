/** The search's column: its field, and below it what was found or, while nothing is asked, what was searched before. */
import { type ReactNode, type RefObject, useCallback, useRef, useState } from "react";
import type { Opening } from "../../preload/model/opening.ts";
import { useSay } from "../ui/language.ts";
import { AdvancedDialog } from "./advanced-dialog.tsx";
import { Found } from "./found.tsx";
import { KeepDialog } from "./keep-dialog.tsx";
import styles from "./search-column.module.css";
import { SearchHead } from "./search-head.tsx";
import type { Searching } from "./search-session.ts";
import { SearchStart } from "./search-start.tsx";
import { useRemember } from "./use-remember.ts";
import { isAsking } from "./use-search.ts";

interface SearchColumnProps {
  readonly searching: Searching;
  readonly openId: number | null;
  readonly opening: Opening | null;
  readonly onOpen: (id: number, opening: Opening) => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

export function SearchColumn({ searching, openId, opening, onOpen, field }: SearchColumnProps): ReactNode {
  const { session, changeSubject } = searching;
  const { subject } = session;
  const say = useSay();
  const column = useRef<HTMLElement>(null);
  const [dialog, setDialog] = useState<"advanced" | "keep" | null>(null);
  const remember = useRemember();
  const close = () => setDialog(null);
  const openFound = useCallback(
    (id: number, found: Opening) => {
      // Whoever opens what was found meant the search.
      if (found.words !== null) remember(found.words.query);
      onOpen(id, found);
    },
    [remember, onOpen],
  );
  return (
    <section ref={column} className={styles["column"]} aria-label={say("search.name")}>
      <SearchHead
        query={subject.query}
        onQuery={(query) => changeSubject({ query })}
        onMeant={remember}
        onDown={() => column.current?.querySelector<HTMLElement>('[data-stop][tabindex="0"]')?.focus()}
        onAdvanced={() => setDialog("advanced")}
        onKeep={() => setDialog("keep")}
        canKeep={isAsking(subject)}
        field={field}
      />
      {isAsking(subject) ? (
        <Found searching={searching} openId={openId} opening={opening} onOpen={openFound} />
      ) : (
        <SearchStart
          onSearch={(chosen) => {
            changeSubject(chosen);
            field.current?.focus();
          }}
        />
      )}
      {dialog === "advanced" ? (
        <AdvancedDialog
          query={subject.query}
          onSearch={(query) => {
            changeSubject({ query });
            remember(query);
          }}
          onClose={close}
        />
      ) : null}
      {dialog === "keep" ? <KeepDialog subject={subject} onClose={close} /> : null}
    </section>
  );
}
