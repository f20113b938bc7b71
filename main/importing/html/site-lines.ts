/** Lines that a site prints into or around its articles: paths, buttons, counters, and what was already read into fields. */
import type { Block } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import type { PageDetails } from "./page-details.ts";
import { shownDetails, withoutShown } from "./page-details.ts";

/** A longer line says something of its own. */
const LONGEST_SITE_LINE = 120;

/** Buttons, counters and paths; a line of nothing but these is the site's. */
const SITE_WORDS = [
  /(?:您)?(?:现在|当前)(?:所在)?的?位置[：:]?.*$/g,
  /扫一扫(?:在手机(?:上)?)?(?:打开|查看|浏览)?(?:当前页(?:面)?|手机版)?/g,
  /(?:打印|关闭|收藏|分享|推荐|纠错|举报|返回(?:顶部|上一页)?|下载)(?:本页|此页|该页|本文|窗口|页面|到)?/g,
  /字(?:体|号)[：:]?|默认|超大|特大|[大中小](?![\p{Script=Han}])|(?<![A-Za-z])A(?:[+-]|(?![A-Za-z]))/gu,
  /(?:浏览|阅读|访问|点击)(?:次数|量|数)?[：:]?\s*[\d-]*\s*次?/g,
  /(?:微信|微博|新浪微博|QQ空间|QQ|朋友圈|二维码)/g,
  /(?:上|下)一(?:篇|条|页|期|版)(?:[：:].*$)?/g,
  /(?:放大|缩小)[+-]?|(?:查看)?图集|\+1(?!\d)/g,
  /[\s|｜【】[\]（）()<>《》:：·,，/_-]/g,
];

/** Who owns, runs and licenses a site, as its foot says. */
const IMPRINT =
  /^(?:Copyright|©|版权所有|本站由?(?:版权|主办)|(?:主办|承办|协办)(?:单位)?[：:]|技术支持[：:]|网站标识码)|ICP备\s*\d{5,}|公网安备\s*\d{6,}/i;

/** Whether a line is nothing but the site's own words. */
export function isSiteLine(text: string): boolean {
  return text.length <= LONGEST_SITE_LINE && without(text, SITE_WORDS) === "";
}

/** Words that no text of an article would begin such a line with: a date alone may be its own. */
const TELLING =
  /来\s*源|最后更新|发布|发表|浏览|阅读|点击|字[号体]|责\s*编|编\s*辑|审\s*核|校\s*对|[初复终]审/;

/** Whether a line is nothing but the site's words and what fields hold already: 发布时间：… 来源：… 字号：大 中 小. */
export function isInformationLine(text: string): boolean {
  return (
    text.length <= LONGEST_SITE_LINE && TELLING.test(text) && without(withoutShown(text), SITE_WORDS) === ""
  );
}

function without(text: string, patterns: readonly RegExp[]): string {
  return patterns.reduce((rest, pattern) => rest.replace(pattern, " "), text).trim();
}

/** How far from its beginning and its end an article may hold lines of the site. */
const BORDER = 8;

/** Without the site's lines at the beginning and the end, and those whose words `details` hold. */
export function withoutSiteLines(blocks: readonly Block[], details: PageDetails): readonly Block[] {
  return blocks.filter((block, index) => {
    const text = lineOf(block);
    const atStart = index < BORDER;
    const atEnd = index >= blocks.length - BORDER;
    if (text === "" || (!atStart && !atEnd)) return true;
    if (atEnd && text.length <= LONGEST_SITE_LINE && IMPRINT.test(text)) return false;
    return !isSiteLine(text) && !(isInformationLine(text) && isHeld(text, details));
  });
}

/** Whether all that the line says stands in the fields, so that nothing is lost with it. */
function isHeld(line: string, details: PageDetails): boolean {
  const said = shownDetails([line], []);
  return (
    details.publication.includes(said.publication) &&
    details.byline.includes(said.byline) &&
    details.credits.includes(said.credits) &&
    (said.issuedOn === null || said.issuedOn === details.issuedOn)
  );
}

/** The text of a block that is a line; empty for others, and where a picture stands in it. */
export function lineOf(block: Block | undefined): string {
  if (block?.type !== "paragraph" && block?.type !== "heading") return "";
  return block.content.some(({ type }) => type === "image") ? "" : inlineText(block.content);
}
