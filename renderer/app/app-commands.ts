/** The commands of the window as a whole; those of the list and of the reading view live there. */
import { type Dispatch, type RefObject, type SetStateAction, useEffect } from "react";
import { ask } from "../client.ts";
import { useCommands } from "../ui/commands.ts";
import { useAttempt } from "../ui/notices.tsx";
import { useChangeSettings, useSettings } from "../ui/settings-context.tsx";
import type { ListPane } from "./list-pane.ts";
import { useOpenGuide } from "./opening.ts";
import {
  backToLibrary,
  backToResults,
  currentPlace,
  type ReadingHistory,
  stepped,
} from "./reading-history.ts";
import type { Overlay, Screen } from "./screen.ts";

interface AppParts {
  readonly screen: Screen;
  readonly setOverlay: (overlay: Overlay | null) => void;
  /** Back to what the overlay lies over. */
  readonly leaveOverlay: () => void;
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
  const { setOverlay, setHistory, list, searchField } = parts;
  const attempt = useAttempt();
  const changeSettings = useChangeSettings();
  const { keepOnTop } = useSettings();
  const openGuide = useOpenGuide(parts.open);
  const isOverlaid = parts.screen !== "library" && parts.screen !== "search";

  function step(by: -1 | 1): void {
    setOverlay(null);
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
      setOverlay(null);
      setHistory(backToLibrary);
      list.show();
    },
    "show-imports": () => setOverlay("imports"),
    "show-bookmarks": () => setOverlay("bookmarks"),
    "show-settings": () => setOverlay("settings"),
    "show-about": () => {
      setOverlay("settings");
      afterDrawing(() => document.getElementById("about")?.scrollIntoView());
    },
    "show-shortcuts": () => parts.setShortcutsShown(true),
    "show-guide": openGuide,
    "search-library": () => {
      setOverlay(null);
      if (list.isDrawer) list.closeDrawer();
      else list.show();
      // In a narrow window the page lies over the results.
      const isAtResults = (read: ReadingHistory) => currentPlace(read).screen === "search" && !list.isDrawer;
      setHistory((read) => (isAtResults(read) ? read : backToResults(read)));
      afterDrawing(() => searchField.current?.select());
    },
    "go-back": () => (isOverlaid ? parts.leaveOverlay() : step(-1)),
    "go-forward": () => step(1),
    // In a narrow window the results are no drawer: the page lies over them.
    "toggle-list": () =>
      parts.screen === "search" && list.isDrawer ? setHistory(backToResults) : list.toggle(),
    "full-screen": () => setAlone(!parts.pageAlone),
    "keep-on-top": () => void attempt(() => changeSettings({ keepOnTop: !keepOnTop })),
  });

  // Esc steps back: out of the full page, from what lies over the articles, from a hit to the results, to the library.
  const escapes = parts.pageAlone || parts.screen !== "library";
  useEffect(() => {
    if (!escapes) return;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      if (parts.pageAlone) setAlone(false);
      else if (isOverlaid) parts.leaveOverlay();
      else setHistory((read) => (currentPlace(read).id === null ? backToLibrary(read) : backToResults(read)));
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });
}

/** Two frames on, when what was just asked for is on screen. */
function afterDrawing(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}
