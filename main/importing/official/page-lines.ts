/** What a page, or whoever keeps a file, sets above an official document, and what says that it stands in another text. */

const LONGEST = 80;

/** 索引号：…, 发布时间：…, 【字体：大 中 小】, 点击查看解读：, 首页 > 政务公开, 附件1. */
const PAGE_LINE = [
  /^[\p{Script=Han}\s]{1,7}[号码源期间类别位关构门性态称题式围词数次体量人者][:：][^。；？！?!]{1,60}$/u,
  /^(?:点击|查看|下载|打印|收藏|分享|返回|相关|链接|扫一扫|【?字[号体])/u,
  /(?:首页|位置|主页).*[>»›/|｜→-]|^首页/u,
  /^附件?\s*[\d一二三四五六七八九十]{0,2}[:：]?$/u,
  /^[（(【[]?[^。；]{0,20}(?:稿纸|便笺|便函|送审稿|征求意见稿|代拟稿|呈批[件表]|正文|详情|详细(?:信息|内容)?)[）)】\]]?$/u,
  /^[^\p{Script=Han}]*$/u,
  /^(?:发布|印发|成文|更新)?(?:日期|时间)?\s*[:：]?\s*\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}/u,
];

/** The name of a site, or of one of its sections. */
const SECTION =
  /^[^。；，：:《》]{0,12}(?:网站?|门户|官网|公开|公文|公告|公示|动态|专栏|栏目|频道|政策|法规|规章|规范性文件|文件|信息|要闻|中心|目录|首页)$/u;

/** Whether a line may stand above an official document that is the whole of its text. */
export function isPageLine(line: string): boolean {
  const text = line.trim();
  return text.length <= LONGEST && (PAGE_LINE.some((pattern) => pattern.test(text)) || SECTION.test(text));
}

/** In characters: longer words lead to more than a heading. */
const LONGEST_HEADING = 80;

/** 日前，县政府印发通知，全文如下： and any sentence: what stands below them is quoted. */
export function isRunningText(line: string): boolean {
  return line.length > LONGEST_HEADING || /[。；！？]|，.*[：:]\s*$/u.test(line);
}

/** 本报讯, 新华社北京3月1日电: a newspaper tells of a document, or prints it. */
export function isNewsLine(line: string): boolean {
  return NEWS_LINE.test(line.trim());
}

const NEWS_LINE =
  /^(?:[（(【]?本[报刊网台]讯?\s*[（(]?\s*[^。]{0,20}(?:记者|通讯员|讯|消息)|[（(【]?\p{Script=Han}{2,6}(?:社|网|报)[^。，]{0,12}(?:\d{1,2}日)?[讯电](?:[\s　（(】)）]|$)|据[^。，]{2,16}(?:报道|消息)|[（(]?(?:本报)?(?:首席|见习|实习)?记者)/u;
