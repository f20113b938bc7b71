/** Where a page keeps a picture: `src`, or elsewhere until it comes into sight, or in several sizes. */
import type { Element } from "./dom.ts";
import { attribute, isElement } from "./dom.ts";

/** Where `showUnscripted` writes the address for browsers that run no scripts. */
export const UNSCRIPTED = "data-unscripted";

/** Attributes in which scripts find the picture that `src` only holds a place for. */
const LAZY = [
  ...["data-src", "data-original", "data-original-src", "data-actualsrc", "data-lazy-src", "data-lazy"],
  ...["data-echo", "data-url", "file", "_src"],
];

const MOST_SOURCES = 20;

/** The likeliest to be the picture itself first, `src` last. */
export function pictureAddresses(element: Element): readonly string[] {
  const own = (name: string) => attribute(element, name)?.trim() ?? "";
  const sets = [own("data-srcset"), own("srcset"), ...sourcesBeside(element)];
  const addresses = [...LAZY.map(own), ...sets.flatMap(inSet), own(UNSCRIPTED), own("src")];
  return addresses.filter((address) => address !== "");
}

/** `<picture>` offers its picture in `source` elements before the `img`. */
function sourcesBeside({ parentNode }: Element): readonly string[] {
  if (parentNode === null || !isElement(parentNode) || parentNode.tagName !== "picture") return [];
  return parentNode.childNodes
    .slice(0, MOST_SOURCES)
    .filter(isElement)
    .filter(({ tagName }) => tagName === "source")
    .map((source) => attribute(source, "srcset") ?? attribute(source, "data-srcset") ?? "");
}

/** `a.png 320w, b.png 640w`: the largest first. Data URIs hold commas themselves, and stand in `src` as well. */
function inSet(set: string): readonly string[] {
  const candidates = set.split(/(?<=\s[\d.]{1,8}[wx])\s*,|,\s+/).map((candidate) => {
    // Saved pages write names with spaces as they are.
    const [, address = "", size = "1"] = /^(.*?)(?:\s+([\d.]+)[wx])?$/s.exec(candidate.trim()) ?? [];
    return { address, size: Number.parseFloat(size) || 1 };
  });
  return candidates
    .filter(({ address }) => address !== "" && !/^data:/i.test(address))
    .toSorted((one, other) => other.size - one.size)
    .slice(0, MOST_SOURCES)
    .map(({ address }) => address);
}
