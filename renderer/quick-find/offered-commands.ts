/** The commands quick find offers: those that can be done now and need nothing pointed at. */
import type { Command } from "../../preload/model/menu-target.ts";
import { commands } from "../../preload/model/menu-target.ts";
import { type Language, type MessageCode, say } from "../../preload/model/messages.ts";
import { canRun } from "../ui/commands.ts";
import type { Entry } from "./entry.ts";

/** `quick-find` is where one is; of the others, those about rows, a section, a picture or a selection are named here. */
const notOffered: ReadonlySet<Command> = new Set<Command>([
  "quick-find",
  "copy-section",
  "select-article",
  "highlight",
  "highlight-red",
  "highlight-yellow",
  "highlight-green",
  "highlight-blue",
  "highlight-grey",
  "note-selection",
  "tag-selection",
  "copy-with-citation",
  "search-selection",
  "selection-bar",
  "save-picture",
  "open-rows",
  "star-rows",
  "unstar-rows",
  "edit-rows",
  "trash-rows",
  "restore-rows",
  "delete-rows",
]);

export function offeredCommands(language: Language): readonly Entry[] {
  const other = language === "en" ? "zh-CN" : "en";
  return commands
    .filter((command) => !notOffered.has(command) && canRun(command))
    .map((command) => ({
      key: command,
      title: nameOf(command, language),
      beside: nameOf(command, other),
      publication: "",
      issuedOn: "",
    }));
}

/** Without the dots that a menu sets behind what asks further. */
function nameOf(command: Command, language: Language): string {
  const code: MessageCode = `command.${command}`;
  return say(language, code as "command.show-library").replace(/…$/, "");
}
