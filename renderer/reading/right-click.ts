/** What a right-click in the reading view met. Shift+F10 and the menu key arrive the same way. */
import type { MouseEvent } from "react";
import type { MenuTarget } from "../../preload/model/menu-target.ts";
import type { Section } from "../../preload/model/sections.ts";
import { ask } from "../client.ts";

/** Opens the menu of what was met; a press that something else has answered is left alone. */
export function openMenuAt(event: MouseEvent, sections: readonly Section[]): void {
  const element = event.target;
  if (event.defaultPrevented || !(element instanceof Element)) return;
  event.preventDefault();
  const target = targetOf(element, sections);
  ask("openMenu", { target, x: event.clientX, y: event.clientY }).catch(() => undefined);
}

function targetOf(element: Element, sections: readonly Section[]): MenuTarget {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
    return { kind: "input", selected: element.selectionStart !== element.selectionEnd };
  const selected = document.getSelection()?.isCollapsed === false;
  const picture = element.closest<HTMLElement>("[data-picture]")?.dataset["picture"];
  if (picture !== undefined) return { kind: "picture", hash: picture };
  const section = sectionOf(element, sections);
  // Who has selected text and clicks on it means that text, be it in a heading.
  if (section !== undefined && !selected) return { kind: "heading", section };
  return { kind: "text", selected, inArticle: true };
}

/** A heading in the article or an entry of the contents. */
function sectionOf(element: Element, sections: readonly Section[]): string | undefined {
  const entry = element.closest<HTMLElement>("[data-section]")?.dataset["section"];
  if (entry !== undefined) return entry;
  const heading = element.closest<HTMLElement>(":is(h2, h3, h4, h5, h6)[data-start]");
  if (heading === null) return undefined;
  const start = Number(heading.dataset["start"]);
  return sections.find((each) => each.kind === "heading" && each.start === start)?.number;
}
