/** The menu bar. Shortcuts are listened for by the window itself, so they are only shown here. */

import type { MenuItemConstructorOptions } from "electron";
import { Menu } from "electron";
import type { Command } from "../../preload/model/menu-target.ts";
import type { Language } from "../../preload/model/messages.ts";
import { say } from "../../preload/model/messages.ts";
import { shortcutOf } from "../../preload/model/shortcuts.ts";
import { tell } from "./ipc.ts";

export function setMenuBar(language: Language): void {
  const separator: MenuItemConstructorOptions = { type: "separator" };
  const item = (command: Command) => commandItem(language, command);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: say(language, "menu.file"),
        submenu: [
          item("import-files"),
          item("import-folder"),
          item("paste-article"),
          item("show-imports"),
          separator,
          item("print-preview"),
          item("choose-sections"),
          item("add-to-print"),
          separator,
          item("show-settings"),
          separator,
          { label: say(language, "menu.quit"), role: "quit" },
        ],
      },
      {
        label: say(language, "menu.edit"),
        submenu: [
          { label: say(language, "menu.undo"), role: "undo" },
          { label: say(language, "menu.redo"), role: "redo" },
          separator,
          ...editingItems(language),
          separator,
          item("text-cursor"),
          item("selection-bar"),
          item("highlight"),
          item("note-selection"),
          item("copy-with-citation"),
          item("search-selection"),
          item("undo-bookmark"),
          item("redo-bookmark"),
          separator,
          item("find-in-article"),
          item("search-library"),
        ],
      },
      {
        label: say(language, "menu.view"),
        submenu: [
          item("text-larger"),
          item("text-smaller"),
          item("text-reset"),
          separator,
          item("toggle-list"),
          item("toggle-contents"),
          separator,
          item("view-original"),
          item("correct-article"),
          item("keep-on-top"),
          item("full-screen"),
        ],
      },
      {
        label: say(language, "menu.go"),
        submenu: [
          item("quick-find"),
          item("show-library"),
          item("show-bookmarks"),
          item("show-print"),
          separator,
          item("go-back"),
          item("go-forward"),
          separator,
          item("previous-article"),
          item("next-article"),
          separator,
          item("previous-page"),
          item("next-page"),
          item("previous-issue"),
          item("next-issue"),
        ],
      },
      {
        label: say(language, "menu.help"),
        submenu: [item("show-guide"), item("show-shortcuts"), item("show-about")],
      },
    ]),
  );
}

export function editingItems(language: Language): MenuItemConstructorOptions[] {
  return [
    { label: say(language, "menu.cut"), role: "cut" },
    { label: say(language, "menu.copy"), role: "copy" },
    { label: say(language, "menu.paste"), role: "paste" },
    { label: say(language, "menu.select-all"), role: "selectAll" },
  ];
}

function commandItem(language: Language, command: Command): MenuItemConstructorOptions {
  const accelerator = shortcutOf(command);
  return {
    id: command,
    label: say(language, `command.${command}`),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => tell("command", { command, target: null }),
  };
}
