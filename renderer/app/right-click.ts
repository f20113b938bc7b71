/** The right-click menu of input fields and of selected text, wherever no feature has a menu of its own. */
import { useEffect } from "react";
import type { MenuTarget } from "../../preload/model/menu-target.ts";
import { ask } from "../client.ts";

export function useRightClick(): void {
  useEffect(() => {
    document.addEventListener("contextmenu", onContextMenu);
    return () => document.removeEventListener("contextmenu", onContextMenu);
  }, []);
}

function onContextMenu(event: MouseEvent): void {
  if (event.defaultPrevented) return;
  const target = targetOf(event.target);
  if (target === null) return;
  event.preventDefault();
  void ask("openMenu", { target, x: event.clientX, y: event.clientY });
}

function targetOf(element: EventTarget | null): MenuTarget | null {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    return { kind: "input", selected: element.selectionStart !== element.selectionEnd };
  }
  return window.getSelection()?.isCollapsed === false ? { kind: "text", selected: true } : null;
}
