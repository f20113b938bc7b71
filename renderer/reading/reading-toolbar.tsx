/** The row above the page: back and on, text size, finding, and what can be done with the article. */
import {
  AArrowDown,
  AArrowUp,
  ArrowLeft,
  ChevronLeft,
  ChevronRight,
  ChevronsLeft,
  ChevronsRight,
  Ellipsis,
  FileText,
  ListChecks,
  type LucideIcon,
  Maximize,
  PanelRight,
  Printer,
  Search,
  SpellCheck,
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
import { ActionsMenu } from "../ui/menu.tsx";
import styles from "./reading-toolbar.module.css";

/** Whether there is room for the names beside the icons, for the icons alone, or not even for all of those. */
export type ToolbarRoom = "names" | "icons" | "few";

interface ReadingToolbarProps {
  /** What the frame puts first, such as the way to a folded list. */
  readonly start: ReactNode;
  readonly neighbours: Neighbours;
  readonly starred: boolean;
  readonly room: ToolbarRoom;
  readonly contentsShown: boolean;
  /** What to print is being chosen. */
  readonly choosing: boolean;
  readonly onOpen: (articleId: number) => void;
  readonly onStar: (starred: boolean) => void;
}

export function ReadingToolbar(props: ReadingToolbarProps): ReactNode {
  const { start, neighbours, starred, room, contentsShown, choosing, onOpen, onStar } = props;
  const say = useSay();
  const labelled = room === "names";
  const isWhole = room !== "few";
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
      {isWhole ? <TextSize /> : null}
      <div className={styles["group"]}>
        {command(Search, "reading.find", "find-in-article")}
        <IconToggle
          icon={Star}
          name={say(starred ? "reading.starred" : "reading.star")}
          isOn={starred}
          onChange={onStar}
        />
        {isWhole ? (
          <>
            {command(FileText, "reading.original", "view-original", false)}
            {command(SpellCheck, "reading.correct", "correct-article", false)}
            {command(Maximize, "reading.full-page", "full-screen", false)}
          </>
        ) : (
          <More />
        )}
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

function TextSize(): ReactNode {
  const say = useSay();
  return (
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
  );
}

/** What a narrow window has no room for in the row. */
function More(): ReactNode {
  const say = useSay();
  const actions = [
    { id: "text-larger", name: say("reading.larger") },
    { id: "text-smaller", name: say("reading.smaller") },
    { id: "view-original", name: say("reading.original") },
    { id: "correct-article", name: say("reading.correct") },
    { id: "full-screen", name: say("reading.full-page") },
  ] as const;
  return (
    <ActionsMenu
      icon={Ellipsis}
      name={say("shelf.more")}
      actions={actions.map(({ id, name }) => ({ id, name, act: () => runCommand(id) }))}
    />
  );
}

/** The messages that take no parameters. */
type PlainCode = Extract<
  MessageCode,
  | "choosing.print"
  | `reading.${"back" | "find" | "original" | "correct" | "full-page" | "contents" | "previous" | "next" | `${string}-page`}`
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
