/** What of a page is a list of places to go. */
import type { Element } from "./dom.ts";
import { elementsBelow, textBelow } from "./dom.ts";

/** An element that is links by this share is a list of places to go. */
const LINK_LIST_SHARE = 0.5;

export function isLinkList(element: Element): boolean {
  const { unlinked, linked } = linkedCharacters(element);
  return linked > 0 && linked >= LINK_LIST_SHARE * (linked + unlinked);
}

/** How many characters below an element stand in links, and how many do not. */
export function linkedCharacters(root: Element): { readonly unlinked: number; readonly linked: number } {
  let linked = root.tagName === "a" ? textBelow(root).trim().length : 0;
  const all = textBelow(root).replace(/\s+/g, " ").trim().length;
  for (const element of elementsBelow(root)) {
    if (element.tagName === "a") linked += textBelow(element).trim().length;
  }
  return { unlinked: Math.max(0, all - linked), linked };
}
