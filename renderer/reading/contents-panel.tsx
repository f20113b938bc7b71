/** The contents of an article (目录): every section, the current one marked and kept in view. */
import { PanelRightClose } from "lucide-react";
import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef } from "react";
import { type Section, sectionAt } from "../../preload/model/sections.ts";
import { IconButton } from "../ui/button.tsx";
import { type Say, useSay } from "../ui/language.ts";
import styles from "./contents-panel.module.css";
import { type PlaceOnScreen, usePlace } from "./place-on-screen.ts";

interface ContentsPanelProps {
  readonly sections: readonly Section[];
  /** What is shown for a span of the canonical text. */
  readonly shown: (start: number, end: number) => string;
  readonly place: PlaceOnScreen | null;
  readonly onGo: (section: Section) => void;
  readonly onHide: () => void;
}

export function ContentsPanel({ sections, shown, place, onGo, onHide }: ContentsPanelProps): ReactNode {
  const say = useSay();
  const current = usePlace(place, (span) => (sectionAt(sections, span.start) ?? sections[0])?.number);
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    if (current === undefined) return;
    entryOf(list.current, current)?.scrollIntoView({ block: "nearest" });
  }, [current]);

  return (
    <nav className={styles["panel"]} aria-label={say("reading.contents")}>
      <header className={styles["head"]}>
        <h2 className={styles["name"]}>{say("reading.contents")}</h2>
        <IconButton
          icon={PanelRightClose}
          name={say("reading.hide-contents")}
          keys="Ctrl+Shift+L"
          onPress={onHide}
        />
      </header>
      {sections.length === 0 ? <p className={styles["none"]}>{say("reading.no-contents")}</p> : null}
      <ol ref={list} className={styles["list"]} onKeyDown={(event) => moveFocus(event, list.current)}>
        {sections.map((section) => (
          <Entry
            key={section.number}
            section={section}
            title={titleOf(section, shown, say)}
            current={section.number === current}
            reachable={section.number === current}
            onGo={onGo}
          />
        ))}
      </ol>
    </nav>
  );
}

interface EntryProps {
  readonly section: Section;
  readonly title: string;
  readonly current: boolean;
  /** One entry is reached by Tab, the others from it by the arrow keys. */
  readonly reachable: boolean;
  readonly onGo: (section: Section) => void;
}

const Entry = memo(function Entry({ section, title, current, reachable, onGo }: EntryProps): ReactNode {
  return (
    <li data-level={Math.min(section.level, 4)} data-kind={section.kind}>
      <button
        type="button"
        className={styles["entry"]}
        data-section={section.number}
        aria-current={current ? "location" : undefined}
        tabIndex={reachable ? 0 : -1}
        onClick={() => onGo(section)}
      >
        {title}
      </button>
    </li>
  );
});

/**
 * The lead and the opening have no words of their own and are named in the language of the interface. The others
 * begin with their title, which is shown as the page shows it.
 */
function titleOf(section: Section, shown: ContentsPanelProps["shown"], say: Say): string {
  if (section.kind === "lead") return say("reading.lead");
  if (section.kind === "opening") return say("reading.opening");
  return shown(section.start, section.start + section.title.length);
}

function entryOf(list: HTMLElement | null, number: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-section="${number}"]`) ?? null;
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_at, last) => last,
};

function moveFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  const step = steps[event.key];
  if (step === undefined || list === null || event.altKey || event.ctrlKey) return;
  const entries = [...list.querySelectorAll<HTMLElement>("[data-section]")];
  const at = entries.findIndex((entry) => entry.contains(document.activeElement));
  event.preventDefault();
  entries[step(at, entries.length - 1)]?.focus();
}
