/** Right-click menus: what they offer depends on what was met, and all but the system's own editing goes to the window. */

import type { BrowserWindow, MenuItemConstructorOptions } from "electron";
import { Menu } from "electron";
import { bookmarkColors } from "../../preload/model/bookmark.ts";
import type { Command, MenuTarget } from "../../preload/model/menu-target.ts";
import type { Language } from "../../preload/model/messages.ts";
import { say } from "../../preload/model/messages.ts";
import { tell } from "./ipc.ts";
import { editingItems } from "./menu-bar.ts";

/** @param place in CSS pixels of the page, where the menu opens */
export function openContextMenu(
  window: BrowserWindow,
  language: Language,
  target: MenuTarget,
  place: { readonly x: number; readonly y: number },
): void {
  const x = Math.round(place.x);
  const y = Math.round(place.y);
  Menu.buildFromTemplate(itemsFor(window, language, target, { x, y })).popup({ window, x, y });
}

function itemsFor(
  window: BrowserWindow,
  language: Language,
  target: MenuTarget,
  place: { readonly x: number; readonly y: number },
): MenuItemConstructorOptions[] {
  const command = (name: Command): MenuItemConstructorOptions => ({
    id: name,
    label: say(language, `command.${name}`),
    click: () => tell("command", { command: name, target }),
  });
  switch (target.kind) {
    case "text":
      if (target.selected && target.inArticle === true) return passageItems(language, command);
      return [
        { label: say(language, "menu.copy"), role: "copy", enabled: target.selected },
        command("select-article"),
        ...(target.inArticle === true ? [command("add-to-print")] : []),
      ];
    case "input":
      return editingItems(language).map((item) =>
        item.role === "cut" || item.role === "copy" ? { ...item, enabled: target.selected } : item,
      );
    case "picture":
      return [
        {
          label: say(language, "menu.copy-picture"),
          click: () => window.webContents.copyImageAt(place.x, place.y),
        },
        command("save-picture"),
      ];
    case "heading":
      return [
        command("copy-section"),
        command("add-section-to-print"),
        { type: "separator" },
        command("select-article"),
      ];
    case "row":
      return target.trashed
        ? [command("restore-rows"), command("delete-rows")]
        : [
            command("open-rows"),
            command(target.starred ? "unstar-rows" : "star-rows"),
            command("edit-rows"),
            ...(target.ids.length === 1 ? [command("correct-rows"), command("change-encoding")] : []),
            command("add-rows-to-print"),
            { type: "separator" },
            command("trash-rows"),
          ];
  }
}

/** What the bar beside a selection offers, in words. */
function passageItems(
  language: Language,
  command: (name: Command) => MenuItemConstructorOptions,
): MenuItemConstructorOptions[] {
  return [
    ...bookmarkColors.map((color) => command(`highlight-${color}`)),
    command("note-selection"),
    command("tag-selection"),
    { type: "separator" },
    { label: say(language, "menu.copy"), role: "copy" },
    command("copy-with-citation"),
    command("search-selection"),
    command("add-to-print"),
    { type: "separator" },
    command("select-article"),
  ];
}
