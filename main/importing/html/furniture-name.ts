/** What sites call the parts of their pages that belong to no article, by id, class or tag. */
import type { Element } from "./dom.ts";
import { attribute } from "./dom.ts";

const FURNITURE_NAME =
  /(?:^|[\s_-])(?:comments?|foot(?:er)?|nav(?:bar|igation)?|menu|sidebar|shar(?:e|ing)|social|copyright|crumbs?|breadcrumbs?|related|banner|toolbar|pager)(?:$|[\s_-])/i;

export function bearsFurnitureName(element: Element): boolean {
  return FURNITURE_NAME.test(
    `${attribute(element, "id") ?? ""} ${attribute(element, "class") ?? ""} ${element.tagName}`,
  );
}
