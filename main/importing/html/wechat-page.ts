/** Articles of WeChat's public accounts (公众号): who published them, and when. */
import type { Document, Element } from "./dom.ts";
import { attribute, elementsBelow, textBelow } from "./dom.ts";
import { oneLine } from "./one-line.ts";
import type { PageDetails } from "./page-details.ts";
import { dateIn, nothingSaid } from "./page-details.ts";

const FIELDS = new Set(["js_name", "publish_time", "js_author_name", "js_author_name_text"]);

export function isWechatText(element: Element): boolean {
  return /(?:^|\s)rich_media_content(?:\s|$)/.test(attribute(element, "class") ?? "");
}

/** `text`: the elements that are marked as the article's text. */
export function wechatDetails(document: Document, text: readonly Element[]): PageDetails {
  if (!text.some(isWechatText)) return nothingSaid;
  const said = new Map<string, string>();
  for (const element of elementsBelow(document)) {
    const id = attribute(element, "id");
    if (id !== undefined && FIELDS.has(id)) said.set(id, oneLine(textBelow(element)));
  }
  return {
    ...nothingSaid,
    byline: said.get("js_author_name_text") ?? said.get("js_author_name") ?? "",
    publication: said.get("js_name") ?? "",
    issuedOn: dateIn(said.get("publish_time") ?? ""),
  };
}
