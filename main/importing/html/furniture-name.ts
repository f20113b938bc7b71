/** What sites call the parts of their pages that belong to no article, by id, class or tag. */
import type { Element } from "./dom.ts";
import { attribute, isElement, isWithin } from "./dom.ts";

const NAMES = [
  "comments?|disqus|foot(?:er)?|nav(?:bar|igation)?|menu|sidebar|shar(?:e|ing)|social|copyright|crumbs?|breadcrumbs?",
  "related|banner|toolbar|pager|newsletter|cookies?|consent|outbrain|taboola|bio",
  // The same in pinyin, as sites in China write them.
  "tuijian|guanggao|pinglun|fenxiang|daohang",
];

/** What may hold an article, too: `ad-free`, `popular-science`. */
const LIKELY_NAMES = [
  "ads?|advert(?:s|isements?)?|sponsor(?:ed)?|promo|popup|modal|respond|subscri(?:be|ption)",
  "recommend(?:s|ed|ations?)?|trending|popular|mostread",
];

const FURNITURE = named(NAMES);
const LIKELY_FURNITURE = named(LIKELY_NAMES);

/** No article stands within these, but where its title does. */
const OUTER = named(["foot(?:er)?|copyright|cookies?|consent|newsletter|breadcrumbs?|popup|modal|bio"]);
const OUTER_TAG = /^(?:footer|aside)$/;

const FURNITURE_TAG = /^(?:footer|nav|menu)$/;

export function bearsFurnitureName(element: Element): boolean {
  return FURNITURE_TAG.test(element.tagName) || FURNITURE.test(namesOf(element));
}

/** For what a page can do without anyway. */
export function bearsLikelyFurnitureName(element: Element): boolean {
  return bearsFurnitureName(element) || LIKELY_FURNITURE.test(namesOf(element));
}

/** Whether an element, or one around it without the article's title in it, bears the name of what no article stands in. */
export function isWithinFurniture(element: Element, title: Element | null): boolean {
  for (let around = element; around.tagName !== "body"; ) {
    if (title !== null && isWithin(title, around)) return false;
    if (OUTER_TAG.test(around.tagName) || OUTER.test(namesOf(around))) return true;
    const { parentNode } = around;
    if (parentNode === null || !isElement(parentNode)) return false;
    around = parentNode;
  }
  return false;
}

/** Words in a name stand apart by hyphens, or by capitals: `page-footer`, `pageFooter`. */
function namesOf(element: Element): string {
  if (element.attrs.length === 0) return "";
  const names = `${attribute(element, "id") ?? ""} ${attribute(element, "class") ?? ""}`;
  return names.replace(/([a-z])([A-Z])/g, "$1-$2");
}

function named(words: readonly string[]): RegExp {
  return new RegExp(`(?:^|[\\s_-])(?:${words.join("|")})(?:$|[\\s_-])`, "i");
}
