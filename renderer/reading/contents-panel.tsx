/** The contents of an article (目录): every section, the current one marked and kept in view. */

import { useVirtualizer } from "@tanstack/react-virtual";
import { PanelRightClose } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { type Section, sectionAt } from "../../preload/model/sections.ts";
import { shortcutOf } from "../../preload/model/shortcuts.ts";
import { IconButton } from "../ui/button.tsx";
import { type Say, useSay } from "../ui/language.ts";
import { TickBox } from "../ui/tick-box.tsx";
import { howChosen } from "./choosing/chosen-parts.ts";
import type { Choosing } from "./choosing/use-choosing.ts";
import styles from "./contents-panel.module.css";
import { type PlaceOnScreen, usePlace } from "./place-on-screen.ts";

interface ContentsPanelProps {
  readonly sections: readonly Section[];
  /** What is shown for a span of the canonical text. */
  readonly shown: (start: number, end: number) => string;
  readonly place: PlaceOnScreen | null;
  readonly onGo: (section: Section) => void;
  readonly onHide: () => void;
  /** Null while nothing is being chosen for printing: only then are there tick boxes. */
  readonly choosing: Choosing | null;
}

export function ContentsPanel(props: ContentsPanelProps): ReactNode {
  const { sections, shown, place, onGo, onHide, choosing } = props;
  const say = useSay();
  return (
    <nav className={styles["panel"]} aria-label={say("reading.contents")}>
      <header className={styles["head"]}>
        {choosing === null ? null : <TickAll choosing={choosing} />}
        <h2 className={styles["name"]}>{say(choosing === null ? "reading.contents" : "choosing.all")}</h2>
        <IconButton
          icon={PanelRightClose}
          name={say("reading.hide-contents")}
          keys={shortcutOf("toggle-contents")}
          onPress={onHide}
        />
      </header>
      {sections.length === 0 ? (
        <p className={styles["none"]}>{say("reading.no-contents")}</p>
      ) : (
        <Entries sections={sections} shown={shown} place={place} onGo={onGo} choosing={choosing} />
      )}
    </nav>
  );
}

/** Of everything that can be chosen, headings or not. */
function TickAll({ choosing }: { readonly choosing: Choosing }): ReactNode {
  const say = useSay();
  const all = { from: 0, to: choosing.choosable.parts.length };
  return (
    <TickBox
      name={say("choosing.all")}
      ticked={howChosen(choosing.chosen, all)}
      onToggle={() => choosing.toggle(all)}
    />
  );
}

/** CSS pixels of an entry of one line, before it is measured. */
const ENTRY_HEIGHT = 30;
/** Entries drawn beyond the panel either way. */
const BEYOND = 15;

/** A long document has thousands of sections: only those in the panel are drawn. */
function Entries(props: Omit<ContentsPanelProps, "onHide">): ReactNode {
  const { sections, shown, place, onGo, choosing } = props;
  const say = useSay();
  const titleOf = useTitles(shown);
  const current = usePlace(place, (span) => indexAt(sections, span.start));
  /** The entry that Tab reaches; the arrow keys move it. */
  const [reached, setReached] = useState<number | null>(null);
  const toFocus = useRef<number | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: sections.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ENTRY_HEIGHT,
    overscan: BEYOND,
  });

  useEffect(() => {
    setReached(null);
    rows.scrollToIndex(current, { align: "auto" });
  }, [rows, current]);

  const move = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
      const section = sections[reached ?? current];
      if (section !== undefined) onGo(section);
      return;
    }
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    const next = step(reached ?? current, sections.length - 1);
    setReached(next);
    rows.scrollToIndex(next, { align: "auto" });
    toFocus.current = next;
  };
  useEffect(() => {
    // An entry far off is drawn only after the panel has scrolled to it.
    const button = frame.current?.querySelector<HTMLElement>(
      `[data-index="${toFocus.current}"] :is(input, button)`,
    );
    if (button === null || button === undefined) return;
    toFocus.current = null;
    button.focus({ preventScroll: true });
  });
  return (
    <div ref={frame} className={styles["frame"]}>
      <ol
        className={styles["list"]}
        aria-label={choosing === null ? undefined : say("choosing.sections")}
        data-choosing={choosing !== null}
        style={{ blockSize: rows.getTotalSize() }}
        onKeyDown={move}
      >
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const section = sections[index];
          if (section === undefined) return null;
          const range = choosing?.choosable.sections[index];
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              data-level={Math.min(section.level, DEEPEST_INDENT)}
              data-kind={section.kind}
              aria-setsize={sections.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              {range === undefined || choosing === null ? null : (
                <TickBox
                  name={titleOf(section)}
                  ticked={howChosen(choosing.chosen, range)}
                  tabIndex={index === (reached ?? current) ? 0 : -1}
                  onFocus={() => setReached(index)}
                  onToggle={() => choosing.toggle(range)}
                />
              )}
              <button
                type="button"
                className={styles["entry"]}
                data-section={section.number}
                aria-current={index === current ? "location" : undefined}
                // While choosing, the keyboard goes from tick to tick, and Enter on one goes to its section.
                tabIndex={range === undefined && index === (reached ?? current) ? 0 : -1}
                onClick={() => onGo(section)}
              >
                {titleOf(section)}
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

const DEEPEST_INDENT = 4;

/** The current section's place among all; the first one's above the text. */
function indexAt(sections: readonly Section[], offset: number): number {
  const section = sectionAt(sections, offset);
  return section === null ? 0 : sections.indexOf(section);
}

/**
 * The lead and the opening have no words of their own and are named in the language of the interface. The others
 * begin with their title, which is shown as the page shows it. Each title is made once: scrolling draws the entries
 * again and again, and what is shown of a title depends on its whole paragraph.
 */
function useTitles(shown: ContentsPanelProps["shown"]): (section: Section) => string {
  const say = useSay();
  return useMemo(() => {
    const titles = new Map<Section, string>();
    return (section) => {
      const title = titles.get(section) ?? titleOfSection(section, shown, say);
      titles.set(section, title);
      return title;
    };
  }, [shown, say]);
}

function titleOfSection(section: Section, shown: ContentsPanelProps["shown"], say: Say): string {
  if (section.kind === "lead") return say("reading.lead");
  if (section.kind === "opening") return say("reading.opening");
  return shown(section.start, section.start + section.title.length);
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_at, last) => last,
};
