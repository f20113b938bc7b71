/** The way to the list where it is folded away, and in a narrow window to what the rail has elsewhere. */
import { Highlighter, PanelLeft, Pin, PinOff, Printer, Settings, TextSearch } from "lucide-react";
import { shortcutOf } from "../../preload/model/shortcuts.ts";
import { IconButton, IconToggle } from "../ui/button.tsx";
import { runCommand } from "../ui/commands.ts";
import { useSay } from "../ui/language.ts";
import { useSettings } from "../ui/settings-context.tsx";

export function ToolbarStart({ isNarrow }: { readonly isNarrow: boolean }) {
  const say = useSay();
  const { keepOnTop } = useSettings();
  return (
    <>
      <IconButton
        icon={PanelLeft}
        name={say("command.toggle-list")}
        keys={shortcutOf("toggle-list")}
        onPress={() => runCommand("toggle-list")}
      />
      {isNarrow ? (
        <>
          <IconToggle
            icon={keepOnTop ? PinOff : Pin}
            name={say("command.keep-on-top")}
            isOn={keepOnTop}
            onChange={() => runCommand("keep-on-top")}
          />
          <IconButton
            icon={Highlighter}
            name={say("command.show-bookmarks")}
            keys={shortcutOf("show-bookmarks")}
            onPress={() => runCommand("show-bookmarks")}
          />
          <IconButton
            icon={Printer}
            name={say("command.show-print")}
            keys={shortcutOf("show-print")}
            onPress={() => runCommand("show-print")}
          />
          <IconButton
            icon={Settings}
            name={say("command.show-settings")}
            keys={shortcutOf("show-settings")}
            onPress={() => runCommand("show-settings")}
          />
        </>
      ) : null}
    </>
  );
}

/** From a hit, which lies over the results in a narrow window, back to them. */
export function BackToResults({ onPress }: { readonly onPress: () => void }) {
  const say = useSay();
  return <IconButton icon={TextSearch} name={say("search.back")} labelled onPress={onPress} />;
}
