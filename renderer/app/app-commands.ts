/** The commands of the window as a whole; those of the list and of the reading view live there. */
import { type Dispatch, type RefObject, type SetStateAction, useEffect } from "react";
import { ask } from "../client.ts";
import { useCommands } from "../ui/commands.ts";
import { useAttempt } from "../ui/notices.tsx";
import { useChangeSettings, useSettings } from "../ui/settings-context.tsx";
import type { ListPane } from "./list-pane.ts";
import { useOpenGuide } from "./opening.ts";
import { type ReadingHistory, stepped } from "./reading-history.ts";
import type { Screen } from "./screen.ts";

interface AppParts {
  readonly screen: Screen;
  readonly setScreen: (screen: Screen) => void;
  readonly setHistory: Dispatch<SetStateAction<ReadingHistory>>;
  readonly setShortcutsShown: (shown: boolean) => void;
  readonly pageAlone: boolean;
  readonly setPageAlone: (alone: boolean) => void;
  readonly list: ListPane;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly choose: (what: "files" | "folder") => void;
  readonly open: (id: number) => void;
}

export function useAppCommands(parts: AppParts): void {
  const { setScreen, setHistory, list, searchField } = parts;
  const attempt = useAttempt();
  const changeSettings = useChangeSettings();
  const { keepOnTop } = useSettings();
  const openGuide = useOpenGuide(parts.open);

  function step(by: -1 | 1): void {
    setScreen("library");
    setHistory((read) => stepped(read, by));
  }

  function setAlone(alone: boolean): void {
    parts.setPageAlone(alone);
    void attempt(() => ask("setFullScreen", { on: alone }));
  }

  useCommands({
    "import-files": () => parts.choose("files"),
    "import-folder": () => parts.choose("folder"),
    "show-library": () => {
      setScreen("library");
      list.show();
    },
    "show-imports": () => setScreen("imports"),
    "show-settings": () => setScreen("settings"),
    "show-about": () => {
      setScreen("settings");
      afterDrawing(() => document.getElementById("about")?.scrollIntoView());
    },
    "show-shortcuts": () => parts.setShortcutsShown(true),
    "show-guide": openGuide,
    "search-library": () => {
      setScreen("library");
      list.show();
      afterDrawing(() => searchField.current?.select());
    },
    "go-back": () => (parts.screen === "library" ? step(-1) : setScreen("library")),
    "go-forward": () => step(1),
    "toggle-list": () => list.toggle(),
    "full-screen": () => setAlone(!parts.pageAlone),
    "keep-on-top": () => void attempt(() => changeSettings({ keepOnTop: !keepOnTop })),
  });

  // Esc steps back: out of the full page, and from another screen to the library.
  const escapes = parts.pageAlone || parts.screen !== "library";
  useEffect(() => {
    if (!escapes) return;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      if (parts.pageAlone) setAlone(false);
      else setScreen("library");
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });
}

/** Two frames on, when what was just asked for is on screen. */
function afterDrawing(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}
