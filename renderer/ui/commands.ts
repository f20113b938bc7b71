/**
 * One stream of commands, whoever gave them: main's menus, the keyboard, or a button. A component that is on screen
 * handles those it knows; the newest handler of a command wins.
 */
import { useEffect, useRef } from "react";
import type { Command, MenuTarget } from "../../preload/model/menu-target.ts";
import { listen } from "../client.ts";

type Handler = (target: MenuTarget | null) => void;

export type CommandHandlers = Partial<Record<Command, Handler>>;

const handlersOnScreen: { readonly current: CommandHandlers }[] = [];

/** Does the command if something on screen can, and answers whether it could. */
export function runCommand(command: Command, target: MenuTarget | null = null): boolean {
  for (const { current } of handlersOnScreen.toReversed()) {
    const handler = current[command];
    if (handler === undefined) continue;
    handler(target);
    return true;
  }
  return false;
}

/** Whether something on screen would do the command. */
export function canRun(command: Command): boolean {
  return handlersOnScreen.some(({ current }) => current[command] !== undefined);
}

/** Handles commands while the component is on screen; the handlers may change with each render. */
export function useCommands(handlers: CommandHandlers): void {
  const newest = useRef(handlers);
  useEffect(() => {
    newest.current = handlers;
  });
  useEffect(() => {
    handlersOnScreen.push(newest);
    return () => {
      handlersOnScreen.splice(handlersOnScreen.indexOf(newest), 1);
    };
  }, []);
}

/** Takes main's commands; answers with its undoing. */
export function followCommands(): () => void {
  return listen("command", ({ command, target }) => {
    runCommand(command, target);
  });
}
