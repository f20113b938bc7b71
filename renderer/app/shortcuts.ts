/** The keyboard and the mouse's side buttons, as commands. */
import { useEffect } from "react";
import type { Command } from "../../preload/model/menu-target.ts";
import { shortcuts } from "../../preload/model/shortcuts.ts";
import { runCommand } from "../ui/commands.ts";
import { isAccelerator } from "../ui/key-names.ts";

/** The side buttons of a mouse, as `MouseEvent.button` numbers them. */
const sideButtons: Readonly<Record<number, Command>> = { 3: "go-back", 4: "go-forward" };

export function useShortcuts(): void {
  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    document.addEventListener("mouseup", onMouseUp);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("mouseup", onMouseUp);
    };
  }, []);
}

function onKeyDown(event: KeyboardEvent): void {
  // Keys pressed while pinyin is being typed belong to the input method.
  if (event.defaultPrevented || event.isComposing) return;
  const shortcut = shortcuts.find(({ keys }) => keys.some((key) => isAccelerator(event, key)));
  if (shortcut === undefined || isDialogOpen() || (shortcut.notInFields && isInField(event.target))) return;
  // What is answered here does not reach the menu bar's accelerators a second time.
  if (runCommand(shortcut.command)) event.preventDefault();
}

function isInField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function onMouseUp(event: MouseEvent): void {
  const command = sideButtons[event.button];
  if (command === undefined || isDialogOpen()) return;
  event.preventDefault();
  runCommand(command);
}

/** A dialog must be answered before anything behind it is touched. */
function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}
