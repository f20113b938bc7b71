/** The commands quick find offers: those that can be done now and need nothing pointed at. */
import type { Command } from "../../preload/model/menu-target.ts";
import { commands, isPointed } from "../../preload/model/menu-target.ts";
import { type Language, type MessageCode, say } from "../../preload/model/messages.ts";
import { canRun } from "../ui/commands.ts";
import type { Entry } from "./entry.ts";

export function offeredCommands(language: Language): readonly Entry[] {
  const other = language === "en" ? "zh-CN" : "en";
  return (
    commands
      // Quick find itself is where one is.
      .filter((command) => command !== "quick-find" && !isPointed(command) && canRun(command))
      .map((command) => ({
        key: command,
        title: nameOf(command, language),
        beside: nameOf(command, other),
        publication: "",
        issuedOn: "",
      }))
  );
}

/** Without the dots that a menu sets behind what asks further. */
function nameOf(command: Command, language: Language): string {
  const code: MessageCode = `command.${command}`;
  return say(language, code as "command.show-library").replace(/…$/, "");
}
