/** Bookmarks (标注): marking, the panel, exports and imports, the command line. */
import { counted, grouped, pair } from "./pair.ts";

export const bookmarks = {
  "bookmarks.title": pair("标注", "Bookmarks"),
  "bookmarks.highlight": pair("划线", "Highlight"),
  "bookmarks.note": pair("批注", "Note"),
  "bookmarks.tags": pair("标签", "Tags"),
  "bookmarks.copy": pair("复制", "Copy"),
  "bookmarks.copy-with-citation": pair("复制并注明出处", "Copy with citation"),
  "bookmarks.add-to-print": pair("加入打印清单", "Add to print"),
  "bookmarks.search-this": pair("搜索所选文字", "Search for this"),
  "bookmarks.bar": pair("对选中文字的操作", "Actions on the selected text"),
  "bookmarks.edit-note": pair("编辑批注", "Edit note"),
  "bookmarks.note-field": pair("批注内容", "Text of the note"),
  "bookmarks.new-tag": pair("添加标签", "Add a tag"),
  "bookmarks.save-note": pair("保存", "Save"),
  "bookmarks.delete": pair("删除标注", "Delete bookmark"),
  "bookmarks.delete-many": pair("删除", "Delete"),
  "bookmarks.change-color": pair("更改颜色", "Change colour"),
  "bookmarks.of-passage": pair<{ quote: string }>(
    ({ quote }) => `标注：${quote}`,
    ({ quote }) => `Bookmark: ${quote}`,
  ),
  "bookmarks.margin-sign": pair<{ count: number }>(
    ({ count }) => `本段有${count}处标注`,
    ({ count }) => `${counted(count, "bookmark")} in this paragraph`,
  ),

  "bookmarks.color.red": pair("红", "Red"),
  "bookmarks.color.yellow": pair("黄", "Yellow"),
  "bookmarks.color.green": pair("绿", "Green"),
  "bookmarks.color.blue": pair("蓝", "Blue"),
  "bookmarks.color.grey": pair("灰", "Grey"),
  "bookmarks.color-with-meaning": pair<{ color: string; meaning: string }>(
    ({ color, meaning }) => (meaning === "" ? `${color}色` : `${color}色：${meaning}`),
    ({ color, meaning }) => (meaning === "" ? color : `${color}: ${meaning}`),
  ),

  "bookmarks.state.kept": pair("原文未变", "Unchanged"),
  "bookmarks.state.moved": pair("位置已变", "Moved"),
  "bookmarks.state.changed": pair("原文有改动", "Text changed"),
  "bookmarks.state.lost": pair("未找到原文", "Not found"),
  "bookmarks.was": pair("原来", "Was"),
  "bookmarks.is-now": pair("现在", "Is now"),
  "bookmarks.place-again": pair("重新定位", "Place again"),
  "bookmarks.place-again-note": pair(
    "在文章中选中这条标注的新位置，再点“放到这里”。",
    "Select the bookmark’s new place in the article, then choose “Put here”.",
  ),
  "bookmarks.put-here": pair("放到这里", "Put here"),
  "bookmarks.accept-change": pair("以现在的文字为准", "Accept the text as it is now"),
  "bookmarks.outcome": pair<{ kept: number; moved: number; changed: number; lost: number }>(
    ({ kept, moved, changed, lost }) =>
      [
        kept > 0 ? `${grouped(kept)}处未变` : "",
        moved > 0 ? `${grouped(moved)}处位置已变` : "",
        changed > 0 ? `${grouped(changed)}处原文有改动` : "",
        lost > 0 ? `${grouped(lost)}处未找到原文` : "",
      ]
        .filter((part) => part !== "")
        .join("，")
        .replace(/^/, "标注："),
    ({ kept, moved, changed, lost }) =>
      [
        kept > 0 ? `${grouped(kept)} unchanged` : "",
        moved > 0 ? `${grouped(moved)} moved` : "",
        changed > 0 ? `${grouped(changed)} with changed text` : "",
        lost > 0 ? `${grouped(lost)} not found` : "",
      ]
        .filter((part) => part !== "")
        .join(", ")
        .replace(/^/, "Bookmarks: "),
  ),

  "bookmarks.empty": pair(
    "还没有标注。在文章中选中文字，点“划线”或“批注”。",
    "No bookmarks yet. Select text in an article and choose “Highlight” or “Note”.",
  ),
  "bookmarks.none-match": pair("当前条件下没有标注。", "No bookmark meets these conditions."),
  "bookmarks.clear-filter": pair("清除筛选", "Clear filters"),
  "bookmarks.count": pair<{ count: number }>(
    ({ count }) => `共${grouped(count)}处`,
    ({ count }) => counted(count, "bookmark"),
  ),
  "bookmarks.selected": pair<{ count: number }>(
    ({ count }) => `已选${grouped(count)}处`,
    ({ count }) => `${grouped(count)} selected`,
  ),
  "bookmarks.whole-library": pair("全部资料", "Whole library"),
  "bookmarks.this-article": pair("本文", "This article"),
  "bookmarks.search": pair("在标注中查找", "Search in bookmarks"),
  "bookmarks.by-article": pair("按文章", "By article"),
  "bookmarks.by-tag": pair("按标签", "By tag"),
  "bookmarks.by-color": pair("按颜色", "By colour"),
  "bookmarks.newest": pair("最近的在前", "Newest first"),
  "bookmarks.oldest": pair("最早的在前", "Oldest first"),
  "bookmarks.without-tag": pair("无标签", "Without tag"),
  "bookmarks.untitled": pair("（无标题）", "(untitled)"),
  "bookmarks.go-to": pair("转到原文", "Go to the passage"),

  "bookmarks.added": pair("已标注", "Bookmarked"),
  "bookmarks.deleted": pair<{ count: number }>(
    ({ count }) => `已删除${grouped(count)}处标注。`,
    ({ count }) => `${counted(count, "bookmark")} deleted.`,
  ),
  "bookmarks.undo": pair("撤销", "Undo"),
  "bookmarks.unsaved": pair("未保存", "Not saved"),
  "bookmarks.unsaved-note": pair(
    "磁盘空间不足，这处标注还没有保存。清理磁盘后会自动保存，请先不要退出。",
    "The disk is full and this bookmark is not saved yet. It is saved once there is room; do not quit before.",
  ),
  "bookmarks.copied-with-citation": pair("已复制，并注明出处", "Copied with its citation"),
  "bookmarks.add-source": pair("补充来源", "Add the source"),
  "bookmarks.source-incomplete": pair(
    "来源不完整，出处中只写了已知的部分。",
    "The source is not complete; the citation holds what is known.",
  ),

  "bookmarks.meanings": pair("标注颜色的含义", "What the colours mean"),
  "bookmarks.meanings-example": pair("如：数据、提法、待核", "such as: figures, wording, to check"),
  "bookmarks.citation-format": pair("出处格式", "Citation format"),
  "bookmarks.citation.office": pair("材料常用格式", "Office style"),
  "bookmarks.citation.document-number": pair("发文字号格式", "Document number style"),
  "bookmarks.citation.gb-t-7714": pair("GB/T 7714—2015", "GB/T 7714—2015"),
  "bookmarks.citation-preview": pair("效果预览", "Preview"),
} as const;
