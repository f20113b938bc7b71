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
  "bookmarks.remove-tag": pair<{ tag: string }>(
    ({ tag }) => `去掉标签“${tag}”`,
    ({ tag }) => `Remove the tag “${tag}”`,
  ),
  "bookmarks.select-first": pair("请先选中文字", "Select some text first"),
  "bookmarks.copied": pair("已复制", "Copied"),
  "bookmarks.undone": pair("已撤销", "Undone"),
  "bookmarks.redone": pair("已重做", "Done again"),
  "bookmarks.nothing-to-undo": pair("没有可撤销的标注操作", "No bookmark act to undo"),
  "bookmarks.nothing-to-redo": pair("没有可重做的标注操作", "No bookmark act to do again"),
  "bookmarks.close-note": pair("收起批注", "Close the note"),
  "bookmarks.note-placeholder": pair("写批注…", "Write a note…"),
  "bookmarks.note-unsaved": pair(
    "磁盘空间不足，批注还没有保存。清理磁盘后会自动保存。",
    "The disk is full and the note is not saved yet. It is saved once there is room.",
  ),
  "bookmarks.note-editing": pair("未保存，离开输入框后自动保存", "Not saved yet; saved on leaving the field"),
  "bookmarks.in-place": pair("这里的标注", "Bookmarks here"),
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
  "bookmarks.accept-move": pair("以现在的位置为准", "Accept the place as it is now"),
  "bookmarks.accept-change": pair("以现在的文字为准", "Accept the text as it is now"),
  "bookmarks.show": pair("查看标注", "Show bookmarks"),
  "bookmarks.show-of": pair<{ title: string }>(
    ({ title }) => `查看标注：${title}`,
    ({ title }) => `Show bookmarks of “${title}”`,
  ),
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
  "bookmarks.groups": pair("筛选", "Filters"),
  "bookmarks.group.state": pair("需要核对", "To be checked"),
  "bookmarks.group.color": pair("颜色", "Colour"),
  "bookmarks.group.tag": pair("标签", "Tag"),
  "bookmarks.group.month": pair("标注时间", "Marked in"),
  "bookmarks.group.article": pair("文章", "Article"),
  "bookmarks.show-all": pair<{ count: number }>(
    ({ count }) => `显示全部${grouped(count)}项`,
    ({ count }) => `Show all ${grouped(count)}`,
  ),
  "bookmarks.sort": pair("排序", "Sort"),
  "bookmarks.choose": pair("选择多处", "Choose several"),
  "bookmarks.choose-all": pair("全选", "Select all"),
  "bookmarks.choosing-done": pair("完成", "Done"),
  "bookmarks.marked-on": pair<{ day: string }>(
    ({ day }) => `${day}标注`,
    ({ day }) => `marked ${day}`,
  ),
  "bookmarks.export-format": pair("文件格式", "Kind of file"),
  "bookmarks.export-note-docx": pair(
    "摘录、批注和出处写成一份可以直接修改的文档，顺序与列表相同。",
    "Excerpts, notes and citations as a document ready to edit, in the order of the list.",
  ),
  "bookmarks.export-note-csv": pair(
    "每处标注一行，可用Excel或WPS表格打开。",
    "A row for each bookmark, for Excel and other spreadsheets.",
  ),
  "bookmarks.export-note-jsonld": pair(
    "连同原文和出处完整保存，可在另一台电脑上导入。",
    "Everything, with quotes and sources, to be imported on another computer.",
  ),
  "bookmarks.import-title": pair("导入标注备份文件", "Import a bookmark backup file"),
  "bookmarks.import-looking": pair("正在核对…", "Checking…"),
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
  "bookmarks.unsaved-many": pair<{ count: number }>(
    ({ count }) => `磁盘空间不足，有${grouped(count)}处标注还没有保存。清理磁盘后会自动保存，请先不要退出。`,
    ({ count }) =>
      `The disk is full and ${counted(count, "bookmark")} not saved yet. They are saved once there is room; do not quit before.`,
  ),
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

  "bookmarks.export": pair("导出", "Export"),
  "bookmarks.export-docx": pair("导出Word文档", "Export as Word document"),
  "bookmarks.export-csv": pair("导出表格（CSV）", "Export as table (CSV)"),
  "bookmarks.export-md": pair("导出Markdown", "Export as Markdown"),
  "bookmarks.export-jsonld": pair("导出标注备份文件", "Export a bookmark backup file"),
  "bookmarks.export-grouping": pair("分组方式", "Grouped by"),
  "bookmarks.export-name": pair("标注", "Bookmarks"),
  "bookmarks.exported": pair<{ count: number; path: string }>(
    ({ count, path }) => `已把${grouped(count)}处标注导出到“${path}”。`,
    ({ count, path }) => `${counted(count, "bookmark")} exported to “${path}”.`,
  ),
  "bookmarks.column.quote": pair("摘录", "Excerpt"),
  "bookmarks.column.standing": pair("现在的文字", "Text as it is now"),
  "bookmarks.column.state": pair("状态", "State"),
  "bookmarks.column.note": pair("批注", "Note"),
  "bookmarks.column.tags": pair("标签", "Tags"),
  "bookmarks.column.color": pair("颜色", "Colour"),
  "bookmarks.column.title": pair("文章", "Article"),
  "bookmarks.column.publication": pair("来源", "Source"),
  "bookmarks.column.date": pair("日期", "Date"),
  "bookmarks.column.page": pair("版次", "Page"),
  "bookmarks.column.citation": pair("出处", "Citation"),
  "bookmarks.column.created": pair("标注时间", "Marked at"),
  "bookmarks.import": pair("导入标注备份文件…", "Import a bookmark backup file…"),
  "bookmarks.import-start": pair("导入", "Import"),
  "bookmarks.import-preview": pair<{
    added: number;
    existing: number;
    different: number;
    unplaceable: number;
  }>(
    ({ added, existing, different, unplaceable }) =>
      `将新增${grouped(added)}处标注；已有${grouped(existing)}处；与已有的不同${grouped(different)}处，保留现有的；无法定位${grouped(unplaceable)}处。`,
    ({ added, existing, different, unplaceable }) =>
      `${counted(added, "bookmark")} will be added; ${grouped(existing)} are here already; ${grouped(different)} differ from what is here, which stays; ${grouped(unplaceable)} cannot be placed.`,
  ),
  "bookmarks.imported": pair<{ added: number; existing: number; different: number; unplaceable: number }>(
    ({ added, existing, different, unplaceable }) =>
      `已新增${grouped(added)}处标注；已有${grouped(existing)}处；与已有的不同${grouped(different)}处，保留现有的；无法定位${grouped(unplaceable)}处。`,
    ({ added, existing, different, unplaceable }) =>
      `${counted(added, "bookmark")} added; ${grouped(existing)} were here already; ${grouped(different)} differ from what is here, which stays; ${grouped(unplaceable)} could not be placed.`,
  ),
  "bookmarks.unreadable": pair<{ count: number }>(
    ({ count }) => `文件中有${grouped(count)}项不是对文字的标注，没有读取。`,
    ({ count }) =>
      `${counted(count, "entry", "entries")} in the file are no bookmarks of text and were left out.`,
  ),
  "bookmarks.reason.no-article": pair("资料库里没有这篇文章", "The article is not in the library"),
  "bookmarks.reason.several-articles": pair(
    "资料库里有几篇同名文章",
    "Several articles of the library bear this title",
  ),
  "bookmarks.reason.no-passage": pair("文章里没有找到原文", "The passage was not found in the article"),
  "bookmarks.reason.differs": pair("与已有的标注不同，保留现有的", "Differs from the one here, which stays"),

  "cli.bookmarked": pair<{ id: number; quote: string }>(
    ({ id, quote }) => `已标注（编号${id}）：${quote}`,
    ({ id, quote }) => `Bookmarked (number ${id}): ${quote}`,
  ),
  "cli.no-bookmarks": pair("资料库里还没有标注。", "There are no bookmarks in the library yet."),

  "bookmarks.meanings": pair("标注颜色的含义", "What the colours mean"),
  "bookmarks.meanings-example": pair("如：数据、提法、待核", "such as: figures, wording, to check"),
  "bookmarks.citation-format": pair("出处格式", "Citation format"),
  "bookmarks.citation.office": pair("材料常用格式", "Office style"),
  "bookmarks.citation.document-number": pair("发文字号格式", "Document number style"),
  "bookmarks.citation.gb-t-7714": pair("GB/T 7714—2015", "GB/T 7714—2015"),
  "bookmarks.citation-example": pair("全区已备足种子1200吨。", "全区已备足种子1200吨。"),
  "bookmarks.citation-preview": pair("效果预览", "Preview"),
} as const;
