/** Lists of links to other articles within an article: 相关阅读. */
import type { Element } from "./dom.ts";
import { elementsBelow, isElement, isText } from "./dom.ts";
import { isLinkList } from "./link-list.ts";
import { squeezed } from "./one-line.ts";

/** Headings over them. */
const OTHER_ARTICLES =
  /^(?:相关(?:链接|阅读|文章|新闻|报道|推荐|稿件|文档)|延伸阅读|推荐阅读|热门(?:新闻|推荐|文章)|猜你喜欢)[：:]?$/;

/** Lists of links under such words, with these words. */
export function otherArticles(roots: readonly Element[]): ReadonlySet<Element> {
  const furniture = new Set<Element>();
  for (const root of roots) {
    for (const element of elementsBelow(root)) {
      if (!OTHER_ARTICLES.test(squeezed(ownText(element)))) continue;
      const { parentNode: parent } = element;
      if (parent === null || !isElement(parent)) continue;
      const beside = parent.childNodes.slice(parent.childNodes.indexOf(element) + 1).find(isElement);
      if (parent !== root && isLinkList(parent)) furniture.add(parent);
      else if (beside !== undefined && isLinkList(beside)) furniture.add(element).add(beside);
    }
  }
  return furniture;
}

function ownText(element: Element): string {
  return element.childNodes.map((node) => (isText(node) ? node.value : "")).join("");
}
