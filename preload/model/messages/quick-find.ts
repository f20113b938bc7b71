/** Quick find (快速打开): the palette that opens by its key. */
import { counted, grouped, pair } from "./pair.ts";

export const quickFind = {
  "quick-find.title": pair("快速打开", "Quick find"),
  "quick-find.field": pair(
    "标题、拼音首字母、批注、来源或命令",
    "Title, pinyin initials, note, source or command",
  ),
  "quick-find.rows": pair("找到的内容", "What was found"),
  "quick-find.recent": pair("最近阅读", "Recently read"),
  "quick-find.hint": pair(
    "输入标题中的几个字，或拼音首字母，如xczx（乡村振兴）。",
    "Type a few characters of a title or their pinyin initials, such as xczx (乡村振兴).",
  ),
  "quick-find.nothing": pair<{ text: string }>(
    ({ text }) => `没有找到“${text}”。可减少字数，或换用拼音。`,
    ({ text }) => `“${text}” was not found. Try fewer words, or pinyin.`,
  ),
  "quick-find.count": pair<{ count: number }>(
    ({ count }) => `${grouped(count)}条结果`,
    ({ count }) => counted(count, "result"),
  ),
  "quick-find.first": pair<{ count: number }>(
    ({ count }) => `最前面的${grouped(count)}条，再输入几个字可缩小范围`,
    ({ count }) => `The first ${grouped(count)}; type more to narrow them down`,
  ),
  "quick-find.preparing": pair<{ ready: number; articles: number }>(
    ({ ready, articles }) => `正在准备，已就绪${grouped(ready)}/${grouped(articles)}篇`,
    ({ ready, articles }) => `Preparing: ${grouped(ready)} of ${counted(articles, "article")}`,
  ),
  "quick-find.choose": pair("选择", "Choose"),
  "quick-find.open": pair("打开", "Open"),
  "quick-find.command": pair("命令", "Command"),
  "quick-find.heading": pair("小标题", "Heading"),
  "quick-find.publication": pair("来源", "Source"),
  "quick-find.collection": pair("专题", "Collection"),
  "quick-find.bookmark": pair("标注", "Bookmark"),
  "quick-find.tag": pair("标签", "Tag"),
  "command.quick-find": pair("快速打开", "Quick find"),
} as const;
