/** Printing (打印): choosing what (选印), the print list, the preview, and what it is printed with. */
import { counted, grouped, pair } from "./pair.ts";

const piecesNamed = (count: number) => counted(count, "piece");

/** `已选3节2段`: what is not chosen is not said. */
function chosen({ sections, paragraphs }: { readonly sections: number; readonly paragraphs: number }) {
  const zh = [
    ...(sections > 0 ? [`${grouped(sections)}节`] : []),
    ...(paragraphs > 0 ? [`${grouped(paragraphs)}段`] : []),
  ];
  const en = [
    ...(sections > 0 ? [counted(sections, "section")] : []),
    ...(paragraphs > 0 ? [counted(paragraphs, "paragraph")] : []),
  ];
  return {
    zh: zh.length === 0 ? "还没有勾选" : `已选${zh.join("")}`,
    en: en.length === 0 ? "Nothing ticked yet" : `${en.join(", ")} chosen`,
  };
}

export const printing = {
  "choosing.start": pair("选印", "Choose"),
  "choosing.print": pair("打印", "Print"),
  "choosing.bar": pair("选印", "Choosing what to print"),
  "choosing.all": pair("全选", "All"),
  "choosing.sections": pair("勾选要打印的章节", "Tick the sections to print"),
  "choosing.paragraphs": pair("勾选要打印的段落", "Tick the paragraphs to print"),
  "choosing.chosen": pair<{ sections: number; paragraphs: number }>(
    (counts) => chosen(counts).zh,
    (counts) => chosen(counts).en,
  ),
  "choosing.pages": pair<{ count: number }>(
    ({ count }) => `约${grouped(count)}页`,
    ({ count }) => `about ${counted(count, "page")}`,
  ),
  "choosing.preview": pair("预览", "Preview"),
  "choosing.add": pair("加入打印清单", "Add to the print list"),

  "print.title": pair("打印", "Print"),
  "print.list": pair("打印清单", "Print list"),
  "print.list-count": pair<{ count: number }>(
    ({ count }) => `打印清单（${grouped(count)}项）`,
    ({ count }) => `Print list (${grouped(count)})`,
  ),
  "print.add": pair("加入打印清单", "Add to the print list"),
  "print.add-article": pair<{ title: string }>(
    ({ title }) => `把《${title}》加入打印清单`,
    ({ title }) => `Add “${title}” to the print list`,
  ),
  "print.add-hits": pair("命中段落加入打印清单", "Add their paragraphs to the print list"),
  "print.added": pair<{ count: number }>(
    ({ count }) => (count === 1 ? "已加入打印清单" : `已加入打印清单（${grouped(count)}项）`),
    ({ count }) =>
      count === 1 ? "Added to the print list" : `${piecesNamed(count)} added to the print list`,
  ),
  "print.already-there": pair("打印清单里已有这些内容", "The print list holds this already"),
  "print.added-some": pair<{ added: number; lost: number }>(
    ({ added, lost }) => `已加入打印清单${grouped(added)}项；${grouped(lost)}处标注未找到原文，没有加入`,
    ({ added, lost }) =>
      `${piecesNamed(added)} added to the print list; ${counted(lost, "lost bookmark")} left out`,
  ),
  "print.open-list": pair("打开清单", "Open the list"),
  "print.empty": pair(
    "还没有要打印的内容。在目录中勾选，或右键“加入打印清单”。",
    "Nothing to print yet. Tick sections in the contents, or right-click and choose “Add to the print list”.",
  ),

  "print.pieces": pair("要打印的内容", "Pieces to print"),
  "print.piece-article": pair("全文", "Whole article"),
  "print.piece-characters": pair<{ count: number }>(
    ({ count }) => `${grouped(count)}字`,
    ({ count }) => counted(count, "character"),
  ),
  "print.piece-moved": pair("位置已变", "Moved"),
  "print.piece-changed": pair("原文有改动，按现在的文字打印", "Changed; prints as it reads now"),
  "print.piece-lost": pair("未找到原文，不打印", "Text not found; not printed"),
  "print.piece-gone": pair("文章已删除，不打印", "Article deleted; not printed"),
  "print.move-up": pair("上移", "Move up"),
  "print.move-down": pair("下移", "Move down"),
  "print.drag": pair<{ title: string }>(
    ({ title }) => `拖动：${title}`,
    ({ title }) => `Drag ${title}`,
  ),
  "print.moved-to": pair<{ place: number; total: number }>(
    ({ place, total }) => `已移到第${grouped(place)}项，共${grouped(total)}项`,
    ({ place, total }) => `Moved to ${grouped(place)} of ${grouped(total)}`,
  ),
  "print.remove": pair("移出清单", "Remove from the list"),
  "print.removed": pair<{ count: number }>(
    ({ count }) => `已移出${grouped(count)}项`,
    ({ count }) => `${piecesNamed(count)} removed`,
  ),
  "print.undo": pair("撤销", "Undo"),
  "print.list-actions": pair("清单操作", "List actions"),
  "print.clear": pair("清空清单", "Clear the list"),
  "print.save-list": pair("保存清单…", "Save the list…"),
  "print.save-list-title": pair("保存清单", "Save the list"),
  "print.list-name": pair("清单名称", "Name of the list"),
  "print.list-name-taken": pair(
    "已有这个名称的清单，保存后替换它。",
    "A list of this name exists and will be replaced.",
  ),
  "print.list-saved": pair<{ name: string }>(
    ({ name }) => `已保存清单“${name}”`,
    ({ name }) => `List “${name}” saved`,
  ),
  "print.saved-lists": pair("已保存的清单…", "Saved lists…"),
  "print.saved-lists-title": pair("已保存的清单", "Saved lists"),
  "print.no-saved-lists": pair(
    "还没有保存过清单。列好清单后点“保存清单”。",
    "No list has been saved yet. Make a list, then choose “Save the list”.",
  ),
  "print.replaces": pair<{ count: number }>(
    ({ count }) => `打开后替换现在的打印清单（${grouped(count)}项）。要留着它，请先保存。`,
    ({ count }) =>
      `Opening one replaces the print list at hand (${piecesNamed(count)}). Save that first to keep it.`,
  ),
  "print.open-saved": pair<{ name: string }>(
    ({ name }) => `打开清单“${name}”`,
    ({ name }) => `Open the list “${name}”`,
  ),
  "print.delete-saved": pair<{ name: string }>(
    ({ name }) => `删除清单“${name}”`,
    ({ name }) => `Delete the list “${name}”`,
  ),
  "print.pieces-count": pair<{ count: number }>(
    ({ count }) => `${grouped(count)}项`,
    ({ count }) => piecesNamed(count),
  ),

  "print.direct": pair("直接预览", "Direct preview"),
  "print.direct-note": pair("这些内容没有放进打印清单。", "This is not on the print list."),
  "print.back-to-list": pair<{ count: number }>(
    ({ count }) => `看打印清单（${grouped(count)}项）`,
    ({ count }) => `Show the print list (${grouped(count)})`,
  ),

  "print.preview": pair("打印预览", "Print preview"),
  "print.pages": pair("各页", "Pages"),
  "print.page": pair<{ page: number }>(
    ({ page }) => `第${grouped(page)}页`,
    ({ page }) => `Page ${grouped(page)}`,
  ),
  "print.page-of": pair<{ page: number; pages: number }>(
    ({ page, pages }) => `第${grouped(page)}页，共${grouped(pages)}页`,
    ({ page, pages }) => `Page ${grouped(page)} of ${grouped(pages)}`,
  ),
  "print.previous-page": pair("上一页", "Previous page"),
  "print.next-page": pair("下一页", "Next page"),
  "print.fit-page": pair("整页", "Whole page"),
  "print.fit-width": pair("页宽", "Page width"),
  "print.zoom-in": pair("放大", "Zoom in"),
  "print.zoom-out": pair("缩小", "Zoom out"),
  "print.percent": pair<{ percent: number }>(
    ({ percent }) => `${percent}%`,
    ({ percent }) => `${percent}%`,
  ),
  "print.stage-waiting": pair("正在准备…", "Preparing…"),
  "print.stage-laying-out": pair("正在排版…", "Laying out…"),
  "print.stage-printing": pair("正在生成页面…", "Making the pages…"),
  "print.stage-done": pair<{ done: number; total: number }>(
    ({ done, total }) => `${grouped(done)}/${grouped(total)}`,
    ({ done, total }) => `${grouped(done)} of ${grouped(total)}`,
  ),
  "print.cancelled": pair("预览已取消。", "The preview was cancelled."),
  "print.preview-again": pair("重新预览", "Preview again"),
  "print.missing-face": pair<{ wanted: string; used: string }>(
    ({ wanted, used }) => `缺少字体“${wanted}”，以“${used}”代替。`,
    ({ wanted, used }) => `The typeface “${wanted}” is missing; “${used}” stands in for it.`,
  ),
  "print.missing-faces": pair<{ wanted: readonly string[]; used: string }>(
    ({ wanted, used }) => `缺少字体${wanted.map((face) => `“${face}”`).join("、")}，以“${used}”代替。`,
    ({ wanted, used }) =>
      `Missing typefaces: ${wanted.map((face) => `“${face}”`).join(", ")}; “${used}” stands in.`,
  ),
  "print.missing-pictures": pair<{ count: number }>(
    ({ count }) => `${grouped(count)}张图片无法显示，没有打印。`,
    ({ count }) => `${counted(count, "picture")} could not be drawn and will not print.`,
  ),
  "print.picture-not-in-word": pair<{ format: string }>(
    ({ format }) => `〔此处有一张${format}图片，Word不能显示，未导出〕`,
    ({ format }) => `[A ${format} picture stands here, which Word cannot show; it was left out]`,
  ),
  "print.left-out": pair<{ count: number }>(
    ({ count }) => `${grouped(count)}项找不到原文或文章已删除，没有打印。`,
    ({ count }) => `${piecesNamed(count)} lost or deleted, left out.`,
  ),

  "print.options": pair("打印选项", "Print options"),
  "print.more-options": pair("更多设置", "More options"),
  "print.defaults": pair("恢复默认", "Back to defaults"),
  "print.template": pair("版式", "Template"),
  "print.template-standard": pair("标准版", "Standard"),
  "print.template-gongwen": pair("公文版式", "Official document"),
  "print.template-large": pair("大字版", "Large type"),
  "print.template-excerpt": pair("摘录", "Excerpts"),
  "print.text-size": pair("字号", "Text size"),
  "print.size-small-four": pair("小四", "Small four"),
  "print.size-four": pair("四号", "Four"),
  "print.size-small-three": pair("小三", "Small three"),
  "print.size-three": pair("三号", "Three"),
  "print.size-small-two": pair("小二", "Small two"),
  "print.size-two": pair("二号", "Two"),
  "print.size-small-one": pair("小一", "Small one"),
  "print.size-one": pair("一号", "One"),
  "print.size-points": pair<{ size: string; points: number }>(
    ({ size, points }) => `${size}（${points}磅）`,
    ({ size, points }) => `${size} (${points} pt)`,
  ),
  "print.sides": pair("单双面", "Sides"),
  "print.sides-single": pair("单面", "Single-sided"),
  "print.sides-double": pair("双面", "Double-sided"),
  "print.sides-manual": pair("手动双面", "Manual duplex"),
  "print.sides-double-note": pair(
    "页边距左右对称；请在系统的打印窗口里也选双面。",
    "Margins are mirrored; choose double-sided in the system's print dialog too.",
  ),
  "print.sides-manual-note": pair(
    "先打奇数页，再按提示把纸翻过来打偶数页。",
    "Odd pages first; then turn the stack as shown and print the even pages.",
  ),
  "print.pictures": pair("图片", "Pictures"),
  "print.pictures-yes": pair("打印", "Yes"),
  "print.pictures-smaller": pair("缩小", "Smaller"),
  "print.pictures-no": pair("不打印", "No"),
  "print.paper": pair("纸张", "Paper"),
  "print.orientation": pair("方向", "Orientation"),
  "print.portrait": pair("纵向", "Portrait"),
  "print.landscape": pair("横向", "Landscape"),
  "print.columns": pair("分栏", "Columns"),
  "print.columns-1": pair("一栏", "One"),
  "print.columns-2": pair("两栏", "Two"),
  "print.bookmarks": pair("标注和批注", "Bookmarks and notes"),
  "print.bookmarks-no": pair("不打印", "No"),
  "print.bookmarks-in-place": pair("印在原处", "In place"),
  "print.bookmarks-end-notes": pair("列在文末", "As end notes"),
  "print.header": pair("页眉", "Header"),
  "print.footer": pair("页脚", "Footer"),
  "print.left": pair("左", "Left"),
  "print.center": pair("中", "Centre"),
  "print.right": pair("右", "Right"),
  "print.header-left": pair("页眉左", "Header, left"),
  "print.header-center": pair("页眉中", "Header, centre"),
  "print.header-right": pair("页眉右", "Header, right"),
  "print.footer-left": pair("页脚左", "Footer, left"),
  "print.footer-center": pair("页脚中", "Footer, centre"),
  "print.footer-right": pair("页脚右", "Footer, right"),
  "print.insert-field": pair("插入", "Insert"),
  "print.field-title": pair("标题", "title"),
  "print.field-source": pair("来源", "source"),
  "print.field-date": pair("日期", "date"),
  "print.field-printed": pair("打印日期", "printed on"),
  "print.field-page": pair("页码", "page"),
  "print.field-pages": pair("总页数", "pages"),
  "print.source-lines": pair("每段后注明出处", "Source after each piece"),
  "print.article-on-new-page": pair("每篇另起一页", "Each article on a new page"),
  "print.watermark": pair("水印", "Watermark"),
  "print.watermark-hint": pair("单位、姓名或其他文字", "Department, name or other words"),
  "print.watermark-internal": pair("内部资料", "Internal"),
  "print.watermark-draft": pair("征求意见稿", "Draft for comment"),
  "print.watermark-meeting": pair("会议材料", "For the meeting"),
  "print.copies-note": pair(
    "份数、页码范围和每张页数，在系统的打印窗口里选择。",
    "Copies, page ranges and pages per sheet are chosen in the system's print dialog.",
  ),

  "print.print": pair("打印", "Print"),
  "print.save-pdf": pair("另存为PDF", "Save as PDF"),
  "print.save-docx": pair("导出Word文档", "Export to Word"),
  "print.sent": pair("已交给打印机", "Sent to the printer"),
  "print.saved": pair<{ path: string }>(
    ({ path }) => `已保存到${path}`,
    ({ path }) => `Saved to ${path}`,
  ),

  "print.several": pair<{ title: string; count: number }>(
    ({ title, count }) => `${title}等${grouped(count)}篇`,
    ({ title, count }) => `${title} and ${grouped(count - 1)} more`,
  ),
  "print.untitled": pair("打印内容", "Print"),
  "print.notes": pair("标注和批注", "Bookmarks and notes"),
  "print.note-sign": pair<{ number: number }>(
    ({ number }) => `批${number}`,
    ({ number }) => `n${number}`,
  ),

  "duplex.title": pair("手动双面打印", "Manual duplex"),
  "duplex.step": pair<{ step: number; of: number }>(
    ({ step, of }) => `第${step}步，共${of}步`,
    ({ step, of }) => `Step ${step} of ${of}`,
  ),
  "duplex.odd": pair("先打印奇数页（正面）。", "First print the odd pages, the fronts."),
  "duplex.print-odd": pair("打印奇数页", "Print odd pages"),
  "duplex.turn": pair(
    "等奇数页全部出来，再照图把纸翻过来：",
    "When all odd pages are out, turn the paper as the picture shows:",
  ),
  "duplex.take": pair(
    "整叠取出，第1页在最上面，有字的一面朝上；不要打乱顺序。",
    "Take the whole stack, page 1 on top and the print facing up; keep the order.",
  ),
  "duplex.flip-long": pair(
    "像翻书一样左右翻过来，让空白的一面朝上，纸的上边不变。",
    "Turn it over like a page of a book, left to right: the blank side up, the top edge where it was.",
  ),
  "duplex.flip-short": pair(
    "上下翻过来，让空白的一面朝上，纸的左边不变。",
    "Turn it over top to bottom: the blank side up, the left edge where it was.",
  ),
  "duplex.odd-count": pair<{ page: number }>(
    ({ page }) => `共${page}页，第${page}页没有背面：翻之前先把这张取出来放在一边。`,
    ({ page }) => `There are ${page} pages, and page ${page} has no back: take that sheet out first.`,
  ),
  "duplex.feed": pair(
    "放回纸盒。各种打印机的进纸方向不同，第一次请先用两页试印。",
    "Put it back into the tray. Printers feed paper differently: try with two pages first.",
  ),
  "duplex.print-even": pair("打印偶数页", "Print even pages"),
  "duplex.again": pair("奇数页没打好，重打", "Print the odd pages again"),
  "duplex.drawing": pair("翻纸示意图", "How to turn the stack"),
  "duplex.front": pair("正面", "Front"),
  "duplex.back": pair("背面", "Back"),
} as const;
