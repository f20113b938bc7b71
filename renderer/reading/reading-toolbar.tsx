/** The row above the page: back and on, text size, finding, and what can be done with the article. */
import {
  AArrowDown,
  AArrowUp,
  ArrowLeft,
  ChevronLeft,
  ChevronRight,
  ChevronsLeft,
  ChevronsRight,
  FileText,
  ListChecks,
  type LucideIcon,
  Maximize,
  PanelRight,
  Printer,
  Search,
  Star,
} from "lucide-react";
import type { ReactNode } from "react";
import { Toolbar } from "react-aria-components";
import type { Neighbour, Neighbours } from "../../preload/model/listing.ts";
import type { Command } from "../../preload/model/menu-target.ts";
import type { MessageCode } from "../../preload/model/messages.ts";
import { shortcutOf } from "../../preload/model/shortcuts.ts";
import { IconButton, IconToggle } from "../ui/button.tsx";
import { runCommand } from "../ui/commands.ts";
import { useSay } from "../ui/language.ts";
import styles from "./reading-toolbar.module.css";

interface ReadingToolbarProps {
  /** What the frame puts first, such as the way to a folded list. */
  readonly start: ReactNode;
  readonly neighbours: Neighbours;
  readonly starred: boolean;
  /** Whether there is room for the names beside the icons. */
  readonly labelled: boolean;
  readonly contentsShown: boolean;
  /** What to print is being chosen. */
  readonly choosing: boolean;
  readonly onOpen: (articleId: number) => void;
  readonly onStar: (starred: boolean) => void;
}

export function ReadingToolbar(props: ReadingToolbarProps): ReactNode {
  const { start, neighbours, starred, labelled, contentsShown, choosing, onOpen, onStar } = props;
  const say = useSay();
  const command = (icon: LucideIcon, name: PlainCode, does: Command, isNamed = labelled) => (
    <IconButton
      icon={icon}
      name={say(name)}
      keys={shortcutOf(does)}
      labelled={isNamed}
      onPress={() => runCommand(does)}
    />
  );
  const hasPages = neighbours.previousPage !== null || neighbours.nextPage !== null;
  const goTo = { labelled, onOpen };
  return (
    <Toolbar aria-label={say("reading.toolbar")} className={styles["toolbar"] ?? ""}>
      {start === null ? null : <div className={styles["group"]}>{start}</div>}
      <div className={styles["group"]}>{command(ArrowLeft, "reading.back", "go-back")}</div>
      <div className={styles["group"]}>
        {hasPages ? (
          <GoTo
            {...goTo}
            labelled={false}
            icon={ChevronsLeft}
            name="reading.previous-page"
            to={neighbours.previousPage}
          />
        ) : null}
        <GoTo
          {...goTo}
          icon={ChevronLeft}
          name="reading.previous"
          does="previous-article"
          to={neighbours.previous}
        />
        <GoTo {...goTo} icon={ChevronRight} name="reading.next" does="next-article" to={neighbours.next} />
        {hasPages ? (
          <GoTo
            {...goTo}
            labelled={false}
            icon={ChevronsRight}
            name="reading.next-page"
            to={neighbours.nextPage}
          />
        ) : null}
      </div>
      <div className={styles["group"]}>
        <IconButton
          icon={AArrowDown}
          name={say("reading.smaller")}
          keys={shortcutOf("text-smaller")}
          onPress={() => runCommand("text-smaller")}
        />
        <IconButton
          icon={AArrowUp}
          name={say("reading.larger")}
          keys={shortcutOf("text-larger")}
          onPress={() => runCommand("text-larger")}
        />
      </div>
      <div className={styles["group"]}>
        {command(Search, "reading.find", "find-in-article")}
        <IconToggle
          icon={Star}
          name={say(starred ? "reading.starred" : "reading.star")}
          labelled={labelled}
          isOn={starred}
          onChange={onStar}
        />
        {command(FileText, "reading.original", "view-original", false)}
        {command(Maximize, "reading.full-page", "full-screen", false)}
      </div>
      <div className={styles["group"]}>
        <IconToggle
          icon={ListChecks}
          name={say("choosing.start")}
          keys={shortcutOf("choose-sections")}
          labelled={labelled}
          isOn={choosing}
          onChange={() => runCommand("choose-sections")}
        />
        {command(Printer, "choosing.print", "print-preview")}
      </div>
      {contentsShown ? null : (
        <div className={styles["end"]}>{command(PanelRight, "reading.contents", "toggle-contents")}</div>
      )}
    </Toolbar>
  );
}

/** The messages that take no parameters. */
type PlainCode = Extract<
  MessageCode,
  | "choosing.print"
  | `reading.${"back" | "find" | "original" | "full-page" | "contents" | "previous" | "next" | `${string}-page`}`
>;

interface GoToProps {
  readonly icon: LucideIcon;
  readonly name: "reading.previous" | "reading.next" | "reading.previous-page" | "reading.next-page";
  readonly does?: Command;
  readonly to: Neighbour | null;
  readonly labelled: boolean;
  readonly onOpen: (articleId: number) => void;
}

function GoTo({ icon, name, does, to, labelled, onOpen }: GoToProps): ReactNode {
  const say = useSay();
  return (
    <IconButton
      icon={icon}
      name={say(name)}
      keys={does === undefined ? undefined : shortcutOf(does)}
      labelled={labelled}
      isDisabled={to === null}
      onPress={() => {
        if (to !== null) onOpen(to.id);
      }}
    />
  );
}
