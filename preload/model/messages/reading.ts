/** The reading view: the page, its toolbar, contents, find bar, picture viewer and the original. */
import { counted, pair } from "./pair.ts";

export const reading = {
  "reading.view": pair("阅读", "Reading"),
  "reading.article": pair("文章", "Article"),
  "reading.toolbar": pair("阅读工具", "Reading tools"),
  "reading.loading": pair("正在打开…", "Opening…"),
  "reading.back": pair("返回", "Back"),
  "reading.previous": pair("上一篇", "Previous"),
  "reading.next": pair("下一篇", "Next"),
  "reading.previous-page": pair("上一版", "Previous page"),
  "reading.next-page": pair("下一版", "Next page"),
  "reading.smaller": pair("减小字号", "Smaller text"),
  "reading.larger": pair("增大字号", "Larger text"),
  "reading.star": pair("收藏", "Star"),
  "reading.starred": pair("已收藏", "Starred"),
  "reading.original": pair("查看原件", "Original"),
  "reading.full-page": pair("全屏", "Full page"),
  "reading.characters": pair<{ count: number }>(
    ({ count }) => `${count.toLocaleString("zh-CN")}字`,
    ({ count }) => counted(count, "character"),
  ),
  "reading.selected": pair<{ count: number }>(
    ({ count }) => `已选${count.toLocaleString("zh-CN")}字`,
    ({ count }) => `${count.toLocaleString("en")} selected`,
  ),

  "reading.source-not-known": pair("来源未注明", "Source not known"),
  "reading.date-not-known": pair("日期未注明", "Date not known"),
  "reading.page-number": pair<{ page: string }>(
    ({ page }) => `第${page}版`,
    ({ page }) => `page ${page}`,
  ),
  "reading.sample": pair("示例", "Sample"),
  "reading.lead": pair("核心提示", "Lead"),
  "reading.missing-picture": pair("缺图", "Picture missing"),
  "reading.enlarge": pair<{ caption: string }>(
    ({ caption }) => (caption === "" ? "查看大图" : `查看大图：${caption}`),
    ({ caption }) => (caption === "" ? "Enlarge picture" : `Enlarge picture: ${caption}`),
  ),
  "reading.table": pair("表格（可左右滚动）", "Table (scrolls sideways)"),
  "reading.footnotes": pair("注释", "Notes"),
  "reading.footnote": pair<{ number: number }>(
    ({ number }) => `注释${number}`,
    ({ number }) => `Note ${number}`,
  ),
  "reading.footnote-back": pair<{ number: number }>(
    ({ number }) => `回到正文注释${number}处`,
    ({ number }) => `Back to note ${number} in the text`,
  ),
  "reading.page-mark": pair<{ page: string }>(
    ({ page }) => `原书第${page}页`,
    ({ page }) => `Page ${page} of the original`,
  ),
  "reading.link-title": pair("链接地址", "Link address"),
  "reading.link-note": pair(
    "案头不联网。可复制地址，在浏览器中打开。",
    "Antou never goes online. Copy the address and open it in a browser.",
  ),
  "reading.copy-address": pair("复制地址", "Copy address"),
  "reading.copied": pair("已复制", "Copied"),

  "reading.contents": pair("目录", "Contents"),
  "reading.hide-contents": pair("收起目录", "Hide contents"),
  "reading.opening": pair("开头", "Opening"),
  "reading.no-contents": pair("本文没有小标题。", "This article has no headings."),
  "reading.section-copied": pair("已复制本节", "Section copied"),

  "reading.viewer": pair("查看大图", "Picture viewer"),
  "reading.zoom-in": pair("放大", "Zoom in"),
  "reading.zoom-out": pair("缩小", "Zoom out"),
  "reading.fit": pair("适合窗口", "Fit"),
  "reading.actual-size": pair("原始大小", "Actual size"),
  "reading.previous-picture": pair("上一张", "Previous picture"),
  "reading.next-picture": pair("下一张", "Next picture"),
  "reading.picture-count": pair<{ at: number; total: number }>(
    ({ at, total }) => `第${at}张（共${total}张）`,
    ({ at, total }) => `${at} of ${total}`,
  ),
  "reading.zoom": pair<{ percent: number }>(
    ({ percent }) => `${percent}%`,
    ({ percent }) => `${percent}%`,
  ),
  "reading.save-picture": pair("另存为…", "Save as…"),
  "reading.picture-unreadable": pair("图片无法显示", "The picture cannot be shown"),
  "reading.close": pair("关闭", "Close"),

  "reading.find": pair("查找", "Find"),
  "reading.find-field": pair("在文章中查找", "Find in article"),
  "reading.find-next": pair("下一处", "Next"),
  "reading.find-previous": pair("上一处", "Previous"),
  "reading.find-count": pair<{ at: number; total: number }>(
    ({ at, total }) => `第${at}处（共${total}处）`,
    ({ at, total }) => `${at} of ${total}`,
  ),
  "reading.find-none": pair("没有找到", "Not found"),

  "reading.original-title": pair("原件", "Original"),
  "reading.original-binary": pair(
    "此原件不是文本，可另存后用相应程序打开。",
    "This original is not text. Save it and open it with its own program.",
  ),
  "reading.original-text": pair("原件内容", "Text of the original"),
  "reading.save-original": pair("另存", "Save as"),
  "reading.saved": pair<{ path: string }>(
    ({ path }) => `已保存到“${path}”`,
    ({ path }) => `Saved to “${path}”`,
  ),
} as const;
