/** The rail at the window's edge: where one can go, each an icon over its name. */
import {
  FilePlus2,
  Highlighter,
  LibraryBig,
  type LucideIcon,
  Pin,
  Printer,
  Search,
  Settings,
} from "lucide-react";
import { Button, ToggleButton } from "react-aria-components";
import type { Command } from "../../preload/model/menu-target.ts";
import { shortcutOf } from "../../preload/model/shortcuts.ts";
import { runCommand } from "../ui/commands.ts";
import { Hint } from "../ui/hint.tsx";
import { useSay } from "../ui/language.ts";
import { useSettings } from "../ui/settings-context.tsx";
import styles from "./rail.module.css";
import type { Screen } from "./screen.ts";

export function Rail({ screen }: { readonly screen: Screen }) {
  const say = useSay();
  const { keepOnTop } = useSettings();
  return (
    <nav className={styles["rail"]} aria-label={say("frame.rail")}>
      <Place
        icon={LibraryBig}
        name={say("frame.library")}
        command="show-library"
        isHere={screen === "library"}
      />
      <Place icon={Search} name={say("frame.search")} command="search-library" isHere={screen === "search"} />
      <Place
        icon={Highlighter}
        name={say("bookmarks.title")}
        command="show-bookmarks"
        isHere={screen === "bookmarks"}
      />
      <Place icon={Printer} name={say("print.title")} command="show-print" isHere={screen === "print"} />
      <Place
        icon={FilePlus2}
        name={say("frame.import")}
        command="show-imports"
        isHere={screen === "imports"}
      />
      <div className={styles["gap"]} />
      <Hint text={say("command.keep-on-top")}>
        <ToggleButton
          isSelected={keepOnTop}
          onChange={() => runCommand("keep-on-top")}
          className={styles["place"] ?? ""}
        >
          <Pin size={20} strokeWidth={1.75} aria-hidden />
          <span>{say("frame.keep-on-top")}</span>
        </ToggleButton>
      </Hint>
      <Place
        icon={Settings}
        name={say("frame.settings")}
        command="show-settings"
        isHere={screen === "settings"}
      />
    </nav>
  );
}

interface PlaceProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly command: Command;
  readonly isHere: boolean;
}

function Place({ icon: Icon, name, command, isHere }: PlaceProps) {
  const say = useSay();
  return (
    <Hint text={say(`command.${command}` as "command.show-library")} keys={shortcutOf(command)}>
      <Button
        className={styles["place"] ?? ""}
        onPress={() => runCommand(command)}
        {...(isHere ? { "aria-current": "page" as const } : {})}
      >
        <Icon size={20} strokeWidth={1.75} aria-hidden />
        <span>{name}</span>
      </Button>
    </Hint>
  );
}
