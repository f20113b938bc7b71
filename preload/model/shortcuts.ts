/**
 * Every shortcut, once: the window listens for them, the menu bar and the tooltips show them, and the list (Ctrl+/)
 * is this list. Keys are written as Electron's accelerators.
 */
import type { Command } from "./menu-target.ts";

export interface Shortcut {
  readonly command: Command;
  /** The first one is shown; the others work as well. */
  readonly keys: readonly [string, ...string[]];
  readonly group: "library" | "reading" | "bookmarks" | "print" | "window";
  /** In a field the key is the field's own. */
  readonly notInFields?: true;
}

export const shortcuts: readonly Shortcut[] = [
  { command: "quick-find", keys: ["Ctrl+K"], group: "library" },
  { command: "search-library", keys: ["Ctrl+Shift+F"], group: "library" },
  { command: "import-files", keys: ["Ctrl+O"], group: "library" },
  { command: "import-folder", keys: ["Ctrl+Shift+O"], group: "library" },
  { command: "paste-article", keys: ["Ctrl+Shift+V"], group: "library", notInFields: true },
  { command: "show-library", keys: ["Ctrl+1"], group: "library" },
  { command: "previous-page", keys: ["Ctrl+PageUp"], group: "library" },
  { command: "next-page", keys: ["Ctrl+PageDown"], group: "library" },
  { command: "previous-issue", keys: ["Ctrl+Shift+PageUp"], group: "library" },
  { command: "next-issue", keys: ["Ctrl+Shift+PageDown"], group: "library" },
  { command: "find-in-article", keys: ["Ctrl+F"], group: "reading" },
  { command: "previous-article", keys: ["Alt+Up"], group: "reading" },
  { command: "next-article", keys: ["Alt+Down"], group: "reading" },
  { command: "go-back", keys: ["Alt+Left"], group: "reading" },
  { command: "go-forward", keys: ["Alt+Right"], group: "reading" },
  { command: "correct-article", keys: ["Ctrl+Shift+E"], group: "reading" },
  { command: "text-larger", keys: ["Ctrl+=", "Ctrl+Plus"], group: "reading" },
  { command: "text-smaller", keys: ["Ctrl+-"], group: "reading" },
  { command: "text-reset", keys: ["Ctrl+0"], group: "reading" },
  { command: "text-cursor", keys: ["F7"], group: "bookmarks" },
  { command: "selection-bar", keys: ["Ctrl+J"], group: "bookmarks" },
  { command: "highlight", keys: ["Ctrl+D"], group: "bookmarks" },
  { command: "note-selection", keys: ["Ctrl+M"], group: "bookmarks" },
  { command: "copy-with-citation", keys: ["Ctrl+Shift+C"], group: "bookmarks" },
  { command: "search-selection", keys: ["Ctrl+E"], group: "bookmarks" },
  { command: "undo-bookmark", keys: ["Ctrl+Z"], group: "bookmarks", notInFields: true },
  { command: "redo-bookmark", keys: ["Ctrl+Y", "Ctrl+Shift+Z"], group: "bookmarks", notInFields: true },
  { command: "show-bookmarks", keys: ["Ctrl+Shift+B"], group: "bookmarks" },
  { command: "print-preview", keys: ["Ctrl+P"], group: "print" },
  { command: "choose-sections", keys: ["Ctrl+Shift+S"], group: "print" },
  { command: "add-to-print", keys: ["Ctrl+Shift+A"], group: "print" },
  { command: "show-print", keys: ["Ctrl+Shift+P"], group: "print" },
  { command: "toggle-contents", keys: ["Ctrl+Shift+L"], group: "window" },
  { command: "toggle-list", keys: ["Ctrl+L"], group: "window" },
  { command: "full-screen", keys: ["F11"], group: "window" },
  { command: "show-settings", keys: ["Ctrl+,"], group: "window" },
  { command: "show-shortcuts", keys: ["Ctrl+/"], group: "window" },
  { command: "show-guide", keys: ["F1"], group: "window" },
];

/** The key to show beside a command, or undefined where it has none. */
export function shortcutOf(command: Command): string | undefined {
  return shortcuts.find((shortcut) => shortcut.command === command)?.keys[0];
}
