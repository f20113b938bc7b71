/** Pictures that a page's scripts load later stand in `noscript` as well, for browsers that run none. */
import { parseFragment } from "parse5";
import type { Element, Node } from "./dom.ts";
import { attribute, elementsBelow, isElement, isText, textBelow } from "./dom.ts";
import { UNSCRIPTED } from "./picture-addresses.ts";

/** Longer markup is another page, for browsers without scripts. */
const LONGEST = 5000;

/** More of them are no article's; each is looked for among the elements beside it. */
const MOST = 1000;

/** The picture beside learns the address; where none holds its place, it comes into the `noscript`'s own. */
export function showUnscripted(elements: readonly Element[]): void {
  for (const element of elements.slice(0, MOST)) {
    const picture = onlyPicture(element);
    const { parentNode } = element;
    if (picture === null || parentNode === null) continue;
    const siblings = parentNode.childNodes;
    const address = attribute(picture, "data-src") ?? attribute(picture, "src") ?? "";
    const at = siblings.indexOf(element);
    const held = [neighbour(siblings, at, -1), neighbour(siblings, at, 1)].find(
      (one) => one?.tagName === "img",
    );
    if (held !== undefined && held !== null) held.attrs.push({ name: UNSCRIPTED, value: address });
    // Counters stand so, too: they lie elsewhere.
    else if (!/^(?:https?:|\/|$)/i.test(address)) siblings[at] = Object.assign(picture, { parentNode });
  }
}

/** Null where the `noscript` holds anything else. */
function onlyPicture(element: Element): Element | null {
  const [markup] = element.childNodes;
  // Its content is markup that was not read, since there are scripts.
  if (markup === undefined || !isText(markup)) return null;
  if (markup.value.length > LONGEST || !/<img\b/i.test(markup.value)) return null;
  const content = parseFragment(markup.value);
  const [picture, ...others] = [...elementsBelow(content)].filter(({ tagName }) => tagName === "img");
  return picture !== undefined && others.length === 0 && textBelow(content).trim() === "" ? picture : null;
}

function neighbour(siblings: readonly Node[], from: number, step: 1 | -1): Element | null {
  for (let at = from + step; ; at += step) {
    const node = siblings[at];
    if (node === undefined || (isText(node) && node.value.trim() !== "")) return null;
    if (isElement(node)) return node;
  }
}
