/** A page's own title without what its site sets around it: 防汛工作部署_青石要闻_青石网. */
import { newspaperOf } from "../guess-details.ts";
import { namesABody } from "../official/words.ts";
import type { Document, Element, Node } from "./dom.ts";
import { attribute, isElement, isText, textBelow, waitInOrder } from "./dom.ts";
import { squeezed } from "./one-line.ts";

/** A longer title is none, and not worth looking at. */
const LONGEST = 400;

/** Sites and their sections in one title: 要闻_时政_频道_网站. */
const MOST_NAMES = 5;

/** A shorter line may be a section's name. */
const SHORTEST_SAID = 4;

/** A longer piece is no name. */
const LONGEST_NAME = 30;

/** A longer link leads to another article. */
const LONGEST_SECTION = 10;

/** What stands between a title and a name; a hyphen only beside a space or a character that is no Latin one. */
const BETWEEN = "[_|｜»]|--+|[–—]{1,2}|(?<=[\\s\\P{ASCII}])-|-(?=[\\s\\P{ASCII}])|(?<=\\s)[·@](?=\\s)";
const NAME_BEHIND = new RegExp(`^(.*[^\\s_|｜»–—-])\\s*(${BETWEEN})\\s*([^_|｜»]+)$`, "su");
const NAME_BEFORE = new RegExp(`^([^_|｜»–—-]+?)\\s*(${BETWEEN})\\s*([^\\s_|｜»–—-].*)$`, "su");
const ANY_SEPARATOR = /[_|｜»–—·@-]/;

/** Names that nothing but sites and their parts have. */
const SURE_NAME =
  /(?:网站|门户网?|官网|数字报刊?|电子报|电子版|(?:新闻|政务|政府|信息|日报|晚报|党建|人大|政协|频道)网|频道)$/;

/** Whether a name may be a site's, which an underscore says then: in no title does one stand. */
const LIKELY_NAME = /[网站]$/;

/** Whether it is worth asking the page for evidence: hardly any title has a separator in it. */
export function mayHoldNames(title: string): boolean {
  return title.length <= LONGEST && ANY_SEPARATOR.test(title);
}

/** The title alone; as it stands where it holds no names, or nothing but names. */
export function withoutSite(title: string, evidence: SiteEvidence): string {
  const bare = withoutNamesBehind(withoutNameBefore(title, evidence), evidence);
  // 通知公告 - 青石县人民政府: a section of the site, and no title at all.
  return bare !== title && evidence.isSection(bare) ? title : bare;
}

/** What follows the title in one that a line of the page says without it. */
const NAMES_FOLLOW = new RegExp(`^\\s*(?:${BETWEEN})`, "u");

/**
 * The line that says the title and no more: where one of the first `lines` does, what stands behind that in `title` are
 * names, whatever they are. Null where none does.
 */
export function saidAlone(title: string, lines: readonly string[]): string | null {
  const said = lines.find((line, index) => {
    const { length } = squeezed(line);
    if (length < SHORTEST_SAID || !title.startsWith(line.trim())) return false;
    const rest = title.slice(line.trim().length);
    // A title in two lines is one.
    const goesOn = squeezed(lines[index + 1] ?? "");
    return NAMES_FOLLOW.test(rest) && (goesOn === "" || !squeezed(rest).endsWith(goesOn));
  });
  return said?.trim() ?? null;
}

function withoutNameBefore(title: string, evidence: SiteEvidence): string {
  const [, name = "", separator = "", rest = ""] = NAME_BEFORE.exec(title) ?? [];
  const isName =
    // A hyphen may be the title's own, as in what is said of a newspaper: 青石日报-海外版创刊.
    (separator !== "-" && isSurely(name)) ||
    SURE_NAME.test(squeezed(name)) ||
    evidence.isHome(name) ||
    evidence.isInImprint(name);
  return rest !== "" && isName ? rest : title;
}

function withoutNamesBehind(title: string, evidence: SiteEvidence): string {
  let rest = title;
  for (let count = 0; count < MOST_NAMES; count++) {
    const [, before = "", separator = "", name = ""] = NAME_BEHIND.exec(rest) ?? [];
    const isName =
      // A dash may be the title's own: behind it even a sure name must be this site's.
      (!/[–—]/.test(separator) && isSurely(name)) ||
      (separator === "_" && mayBeASite(name)) ||
      evidence.isHome(name) ||
      evidence.isInImprint(name) ||
      // Before a site's name stand those of its sections; alone such a piece may be the title's own.
      (count > 0 && evidence.isSection(name));
    if (before === "" || !isName) break;
    rest = before;
  }
  return rest;
}

function isSurely(name: string): boolean {
  const short = squeezed(name);
  return short.length <= LONGEST_NAME && (SURE_NAME.test(short) || newspaperOf(short) === short);
}

function mayBeASite(name: string): boolean {
  return name.length <= LONGEST_NAME && (LIKELY_NAME.test(name.trim()) || namesABody(squeezed(name)));
}

/** A longer line is no imprint. */
const LONGEST_IMPRINT = 300;
/** A shorter name, or one without letters, may stand in any. */
const NAME_IN_IMPRINT =
  /^(?=.*(?:\p{Script=Han}{4}|\p{Letter}{4}))(?!copyright$|allrightsreserved$|版权所有$)/iu;
const IMPRINT = /©|copyright|版权所有|主办|承办|ICP备/i;

const PATH = /^\s*首页\s*[^\s\p{Script=Han}]/u;

/** The page a link leads to is the site's first: no path, or `index.html`. */
const HOME = /^(?:https?:)?(?:\/\/[^/?#]+)?\/?(?:(?:index|default)\.\w{3,5})?$/i;

/** What the page says elsewhere of its site; looked for only where a title may hold a name. */
export class SiteEvidence {
  readonly #document: Document;
  readonly #names: ReadonlySet<string>;
  readonly #home = new Set<string>();
  readonly #sections = new Set<string>();
  #imprint = "";
  #path = "";
  #isRead = false;

  /** `names`: what `meta` call the site. */
  constructor(document: Document, names: readonly string[]) {
    this.#document = document;
    this.#names = new Set(names.map(squeezed));
  }

  isHome(name: string): boolean {
    const short = squeezed(name);
    if (this.#names.has(short)) return true;
    this.#read();
    return this.#home.has(short);
  }

  isInImprint(name: string): boolean {
    const short = squeezed(name);
    this.#read();
    return NAME_IN_IMPRINT.test(short) && short.length <= LONGEST_NAME && this.#imprint.includes(short);
  }

  isSection(name: string): boolean {
    this.#read();
    const short = squeezed(name);
    return this.#sections.has(short) || (short.length <= LONGEST_SECTION && this.#path.includes(short));
  }

  #read(): void {
    if (this.#isRead) return;
    this.#isRead = true;
    const waiting: Node[] = [...this.#document.childNodes].reverse();
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (isText(node)) this.#text(node.value);
      if (!isElement(node) || /^(?:head|script|style|noscript)$/.test(node.tagName)) continue;
      if (node.tagName === "a") this.#link(node);
      waitInOrder(waiting, node.childNodes);
    }
  }

  #text(value: string): void {
    if (value.length > LONGEST_IMPRINT) return;
    if (IMPRINT.test(value)) this.#imprint += `${squeezed(value)}\n`;
    // 首页 - 新闻动态
    if (PATH.test(value)) this.#path += `${squeezed(value)}\n`;
  }

  #link(link: Element): void {
    const href = attribute(link, "href")?.trim();
    if (href === undefined) return;
    const picture = link.childNodes.find((node) => isElement(node) && node.tagName === "img");
    const alt = picture !== undefined && isElement(picture) ? attribute(picture, "alt") : undefined;
    const texts = [textBelow(link), attribute(link, "title") ?? "", alt ?? ""].map(squeezed);
    const isHome = HOME.test(href) && href !== "";
    for (const text of texts) {
      if (isHome && text.length <= LONGEST_NAME) this.#home.add(text.replace(/^返回|首页$/g, ""));
      else if (text.length <= LONGEST_SECTION) this.#sections.add(text);
    }
  }
}
