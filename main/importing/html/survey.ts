/** One look over a page, before anything is converted: what it states about itself, and how much of it is links. */
import type { Document, Element, Node } from "./dom.ts";
import { attribute, isElement, isSilent, isText, textBelow } from "./dom.ts";
import { bearsFurnitureName } from "./furniture-name.ts";
import { oneLine } from "./one-line.ts";

export interface PageSurvey {
  /** The `title` element's text, in one line. */
  readonly title: string;
  /** The page's own `<base href>`; empty where it has none. */
  readonly base: string;
  /** The page's language as declared; empty where it declares none. */
  readonly language: string;
  /** `meta` by their names (or `property`, `itemprop`) in lower case; the first that says anything counts. */
  readonly metas: ReadonlyMap<string, string>;
  /** What programs leave in comments: `<!--enpproperty <title>…</title> … /enpproperty-->`. */
  readonly comments: readonly string[];
  /** The top headings that are shown. */
  readonly headings: readonly Element[];
  /** What newspapers' systems call by name: `<founder-title>`; the first of each name. */
  readonly named: ReadonlyMap<string, Element>;
  /** Elements that a publishing system marks as the article's text; none lies within another. */
  readonly marked: readonly Element[];
  /** What is meant for browsers that run no scripts. */
  readonly unscripted: readonly Element[];
  readonly links: number;
  /** Those that are no notes and contents, which lead to places in the page itself. */
  readonly linksAway: number;
  /** Characters shown, without white space at the ends of each text, and how many of them stand in links. */
  readonly characters: number;
  readonly linkedCharacters: number;
  /** How many texts say what only sites say. */
  readonly phrases: number;
  /** How many elements bear the name of a site's menus, footers and the like. */
  readonly furniture: number;
  readonly elements: number;
  /** How deep elements stand in elements. */
  readonly depth: number;
}

/** The ids and classes under which the publishing systems of newspapers and offices put an article's text. */
const MARKED_ID =
  /^(?:ozoom|zoom|zoomcon|zoomcontent|fontzoom|ucap-content|articlecontent|article[-_]content|js_content|vsb_content(?:_\d+)?|artibody|cmscontent|news_content|contentbox_text)$/i;
const MARKED_CLASS =
  /(?:^|\s)(?:trs_editor|trs_ueditor|pages_content|article[-_]con(?:tent)?|content_article|rich_media_content|v_news_content|wp_articlecontent|rm_txt_con|news_content|main-article-content)(?:\s|$)/i;

/** Comments longer than this are hidden pages, not properties. */
const LONGEST_PROPERTIES = 20_000;

/** Site furniture by its wording, in texts of their own. */
const SITE_PHRASE =
  /当前(?:所在)?(?:的)?位置|您(?:现在)?(?:所在)?的位置|版权所有|ICP备|公网安备|网站地图|网站标识码|打印(?:本页|此页|该页)|关闭(?:窗口|本页)|扫一扫|分享到|[上下]一[篇版期]|无障碍/;
const LONGEST_PHRASE = 60;

interface Waiting {
  readonly node: Node;
  readonly depth: number;
  readonly linked: boolean;
  readonly marked: boolean;
}

export function surveyPage(document: Document): PageSurvey {
  const survey = new Survey();
  const waiting: Waiting[] = [];
  const push = (nodes: readonly Node[], depth: number, linked: boolean, marked: boolean) => {
    for (let index = nodes.length - 1; index >= 0; index--) {
      const node = nodes[index];
      if (node !== undefined) waiting.push({ node, depth, linked, marked });
    }
  };
  push(document.childNodes, 1, false, false);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth, linked, marked } = next;
    if (isText(node)) survey.text(node.value, linked);
    else if (node.nodeName === "#comment") survey.comment("data" in node ? node.data : "");
    else if (isElement(node)) {
      survey.size(depth);
      const isMarked = !marked && survey.element(node);
      if (!isSilent(node) || isMarked || marked || node.tagName === "head") {
        push(node.childNodes, depth + 1, linked || node.tagName === "a", marked || isMarked);
      }
    }
  }
  return survey;
}

class Survey implements PageSurvey {
  title = "";
  base = "";
  language = "";
  readonly metas = new Map<string, string>();
  readonly comments: string[] = [];
  readonly headings: Element[] = [];
  readonly named = new Map<string, Element>();
  readonly marked: Element[] = [];
  readonly unscripted: Element[] = [];
  links = 0;
  linksAway = 0;
  characters = 0;
  linkedCharacters = 0;
  phrases = 0;
  furniture = 0;
  elements = 0;
  depth = 0;

  text(value: string, linked: boolean): void {
    const { length } = value.trim();
    this.characters += length;
    if (linked) this.linkedCharacters += length;
    if (length > 0 && length <= LONGEST_PHRASE && SITE_PHRASE.test(value)) this.phrases++;
  }

  comment(data: string): void {
    if (data.length <= LONGEST_PROPERTIES && /enpproperty|<founder-/i.test(data)) this.comments.push(data);
  }

  /** An element stands so deep, be it in the text or around it. */
  size(depth: number): void {
    this.elements++;
    this.depth = Math.max(this.depth, depth);
  }

  /** Whether the element is marked as the article's text. */
  element(element: Element): boolean {
    if (bearsFurnitureName(element)) this.furniture++;
    switch (element.tagName) {
      case "html":
        this.language ||= attribute(element, "lang")?.trim() ?? "";
        return false;
      case "title":
        this.title ||= oneLine(textBelow(element));
        return false;
      case "base":
        this.base ||= attribute(element, "href")?.trim() ?? "";
        return false;
      case "meta":
        this.#meta(element);
        return false;
      case "a":
        this.links++;
        if (!/^\s*#./.test(attribute(element, "href") ?? "")) this.linksAway++;
        return false;
      case "noscript":
        this.unscripted.push(element);
        return false;
      case "h1":
        if (!isSilent(element)) this.headings.push(element);
        return false;
      default:
        return this.#isMarked(element);
    }
  }

  #meta(element: Element): void {
    const name =
      attribute(element, "name") ?? attribute(element, "property") ?? attribute(element, "itemprop");
    const content = attribute(element, "content")?.replace(/\s+/g, " ").trim() ?? "";
    if (name === undefined || content === "") return;
    for (const key of name.trim().toLowerCase().split(/\s+/)) {
      if (!this.metas.has(key)) this.metas.set(key, content);
    }
  }

  #isMarked(element: Element): boolean {
    if (element.tagName.startsWith("founder-") && !this.named.has(element.tagName)) {
      this.named.set(element.tagName, element);
    }
    if (element.tagName !== "founder-content") {
      if (element.attrs.length === 0 || /^(?:body|script|style|link|input|a|img)$/.test(element.tagName)) {
        return false;
      }
      const isNamed =
        MARKED_ID.test(attribute(element, "id") ?? "") ||
        MARKED_CLASS.test(attribute(element, "class") ?? "");
      if (!isNamed) return false;
    }
    this.marked.push(element);
    return true;
  }
}
