import { counted, grouped, pair } from "./pair.ts";

export const importing = {
  "warning.paragraph-without-end": pair<{ text: string }>(
    ({ text }) => `以“${text}”结尾的一段没有写完，请对照原件核对。`,
    ({ text }) => `The paragraph ending in “${text}” stops mid-sentence. Check it against the original.`,
  ),
  "warning.article-without-title": pair<{ text: string }>(
    ({ text }) => `以“${text}”开头的文章没有找到标题，请补上。`,
    ({ text }) => `No title was found for the article beginning with “${text}”. Add one.`,
  ),
  "warning.article-start-uncertain": pair<{ text: string }>(
    ({ text }) => `版面上一篇文章可能从“${text}”处开始，请对照原件核对。`,
    ({ text }) => `An article may begin near “${text}” on the page. Check it against the original.`,
  ),
  "warning.lead-end-uncertain": pair<{ text: string }>(
    ({ text }) => `核心提示可能在“${text}”处结束，请对照原件核对。`,
    ({ text }) => `The lead may end at “${text}”. Check it against the original.`,
  ),
  "warning.damaged-text": pair<{ count: number; encoding: string }>(
    ({ count, encoding }) =>
      `有${count}处文字损坏，已用“\uFFFD”代替（按${encoding}编码读取）。请对照原件核对。`,
    ({ count, encoding }) =>
      `${counted(count, "place")} in the text could not be read and became “\uFFFD” (read as ${encoding}). Check against the original.`,
  ),
  "warning.encoding-unsure": pair<{ encoding: string }>(
    ({ encoding }) =>
      `文字编码没有把握，按${encoding}读取。请看一看文字是否正常，如是乱码，请更换文字编码重新导入。`,
    ({ encoding }) =>
      `The encoding of the text is not certain; it was read as ${encoding}. Look at the text, and if it is garbled, import it again in another encoding.`,
  ),
  "warning.articles-put-away": pair<{ count: number }>(
    ({ count }) =>
      `这个文件这次读成的篇数与上次不同，上次的${count}篇已移到回收站，内容在这次的文章里。如有不妥，可撤销本次导入。`,
    ({ count }) =>
      `The file was read as another number of articles than before. ${counted(count, "article")} of before went to the trash, their text being in those of now. If that is not right, undo this import.`,
  ),
  "warning.missing-picture": pair<{ name: string; count: number }>(
    ({ name, count }) =>
      `没有找到图片“${name}”${count > 1 ? `等${count}张` : ""}，已标为缺图。请把图片放回原处再导入。`,
    ({ name, count }) =>
      `${counted(count, "picture")} not found and shown as missing (“${name}”). Put back what is missing and import again.`,
  ),
  "warning.broken-picture": pair<{ name: string; count: number }>(
    ({ name, count }) =>
      `图片“${name}”${count > 1 ? `等${count}张` : ""}已损坏或格式不支持，已标为缺图。请打开原件查看。`,
    ({ name, count }) =>
      `${counted(count, "picture")} damaged or of an unsupported format, shown as missing (“${name}”). See the original.`,
  ),
  "warning.picture-outside": pair<{ name: string; count: number }>(
    ({ name, count }) =>
      `图片“${name}”${count > 1 ? `等${count}张` : ""}不在文件所在的文件夹内，没有读取，已标为缺图。`,
    ({ name, count }) =>
      `${counted(count, "picture")} outside the file’s own folder, not read and shown as missing (“${name}”).`,
  ),
  "warning.entries-outside": pair<{ name: string; count: number }>(
    ({ name, count }) =>
      `压缩包中的“${name}”${count > 1 ? `等${count}个文件` : ""}的路径指向压缩包之外，为安全起见没有导入。`,
    ({ name, count }) =>
      `${counted(count, "file")} of the archive not imported, since the path leads out of it (“${name}”).`,
  ),
  "warning.remote-pictures": pair<{ count: number }>(
    ({ count }) => `有${count}张图片在网站上，没有下载，已标为缺图。`,
    ({ count }) => `${counted(count, "picture")} on a web site, not fetched and shown as missing.`,
  ),
  "warning.pictures-not-copied": pair<{ count: number }>(
    ({ count }) => `有${count}张图片没有随文字一起复制过来，已标为缺图。`,
    ({ count }) => `${counted(count, "picture")} did not come with the copied text and show as missing.`,
  ),
  "warning.book-incomplete": pair(
    "这本书的目录文件已损坏，能找到的各章已按文件中的顺序导入，请对照原件核对。",
    "The book’s own lists are damaged. The chapters that were found were imported in the file’s order. Check them against the original.",
  ),
  "warning.book-parts-lost": pair<{ name: string; count: number }>(
    ({ name, count }) =>
      `书中的“${name}”${count > 1 ? `等${count}个文件` : ""}缺失或已损坏，内容可能不全，请对照原件核对。`,
    ({ name, count }) =>
      `${counted(count, "file")} of the book missing or damaged (“${name}”), so that text may be lacking. Check it against the original.`,
  ),
  "warning.scanned": pair(
    "扫描件，正文不可搜索。",
    "A scan: pictures of pages, whose text cannot be searched.",
  ),
  "warning.scanned-pages": pair<{ count: number }>(
    ({ count }) => `其中有${count}页是扫描件，这些页的正文不可搜索。`,
    ({ count }) => `${counted(count, "page")} scanned: pictures, whose text cannot be searched.`,
  ),
  "warning.pages-without-text": pair<{ count: number }>(
    ({ count }) => `有${count}页的字体没有文字编码，读不出文字，没有导入这些页的正文。请对照原件核对。`,
    ({ count }) =>
      `The fonts of ${counted(count, "page")} do not say what their letters are, so their text was left out. Check against the original.`,
  ),
  "warning.text-only": pair(
    "这是旧版Word文档，文字已读取，图片可能不全，表格可能与原件不同。需要时请用WPS或Word另存为docx后再导入。",
    "An older Word document: its text was read; pictures may be lacking, and tables may differ from the original. If you need them, save it as docx in WPS or Word and import that.",
  ),
  "warning.damaged-document": pair(
    "文件有损坏，能读出的文字都已导入，可能有缺漏。请对照原件核对。",
    "The file is damaged. What could be read was imported, and something may be missing. Check it against the original.",
  ),
  "warning.embedded-document": pair<{ count: number }>(
    ({ count }) => `文档中嵌入的${count}个其他文件没有读取。请打开原件查看。`,
    ({ count }) => `${counted(count, "embedded document")} not read. See the original.`,
  ),

  "warning.manifest-unknown-file": pair<{ name: string; count: number }>(
    ({ name, count }) =>
      `清单中的“${name}”${count > 1 ? `等${count}个文件` : ""}没有找到，请核对清单中的文件名。`,
    ({ name, count }) =>
      `${counted(count, "file")} named in the list not found (“${name}”). Check the names in the list.`,
  ),

  "encoding.title": pair("文字编码（乱码时更换）", "Text encoding (for garbled text)"),
  "encoding.note": pair<{ name: string }>(
    ({ name }) => `选一种读起来正常的编码，从原件重新导入“${name}”。文章的标注、收藏和标签都会保留。`,
    ({ name }) =>
      `Choose the encoding that reads well. “${name}” is imported again from its original; its bookmarks, star and tags stay.`,
  ),
  "encoding.binary": pair(
    "这篇文章的原件不是纯文本或网页，文字编码由文件本身规定，不需要更换。",
    "The original of this article is no text and no web page: the file itself says how its text is encoded.",
  ),
  "encoding.choices": pair("文字编码", "Encoding"),
  "encoding.apply": pair("重新导入", "Import again"),
  "encoding.done": pair<{ name: string; encoding: string }>(
    ({ name, encoding }) => `已按${encoding}重新导入“${name}”。`,
    ({ name, encoding }) => `“${name}” was imported again as ${encoding}.`,
  ),
  "encoding.chosen": pair("当前选择", "chosen"),
  "encoding.detected": pair("自动识别", "detected"),
  "encoding.damaged": pair<{ count: number }>(
    ({ count }) => `有${count.toLocaleString("zh-CN")}处不能识别`,
    ({ count }) => `${counted(count, "place")} unreadable`,
  ),
  "encoding.utf-8": pair("UTF-8（通用）", "UTF-8 (universal)"),
  "encoding.gb18030": pair("GBK、GB18030（简体中文）", "GBK, GB18030 (simplified Chinese)"),
  "encoding.big5": pair("Big5（繁体中文）", "Big5 (traditional Chinese)"),
  "encoding.utf-16le": pair("UTF-16 LE（Windows“Unicode”）", "UTF-16 LE (“Unicode” of Windows)"),
  "encoding.utf-16be": pair("UTF-16 BE", "UTF-16 BE"),
  "encoding.shift_jis": pair("Shift_JIS（日文）", "Shift_JIS (Japanese)"),
  "encoding.euc-kr": pair("EUC-KR（韩文）", "EUC-KR (Korean)"),
  "encoding.windows-1252": pair("Windows-1252（西欧文字）", "Windows-1252 (Western European)"),
  "encoding.change": pair("更换文字编码…", "Change the encoding…"),

  "import.title": pair("导入", "Import"),
  "import.choose-files": pair("导入文件", "Import files"),
  "import.choose-folder": pair("导入文件夹", "Import a folder"),
  "import.drop": pair("松开鼠标，导入这些文件", "Drop to import these files"),
  "import.what": pair<{ count: number; name: string }>(
    ({ count, name }) =>
      count === 1 ? `将导入“${name}”。` : `将导入“${name}”等${count.toLocaleString("zh-CN")}项。`,
    ({ count, name }) =>
      count === 1 ? `“${name}” will be imported.` : `“${name}” and ${count - 1} more will be imported.`,
  ),
  "import.details-note": pair(
    "这一批文件的共同信息。留空的，按每个文件自己写明的或文件名里的；都没有的，记为“未注明”。",
    "What these files have in common. Leave a field empty to take what each file or its name says; what neither says is “not known”.",
  ),
  "import.use-last": pair<{ last: string }>(
    ({ last }) => `沿用上次：${last}`,
    ({ last }) => `As last time: ${last}`,
  ),
  "import.start": pair("开始导入", "Import"),
  "import.running": pair("正在导入", "Importing"),
  "import.looking": pair("正在查找文件…", "Looking for files…"),
  "import.waiting": pair("正在准备…", "Getting ready…"),
  "import.progress": pair<{ done: number; total: number }>(
    ({ done, total }) => `已处理${done.toLocaleString("zh-CN")}个文件，共${total.toLocaleString("zh-CN")}个`,
    ({ done, total }) => `${done.toLocaleString("en")} of ${total.toLocaleString("en")} files`,
  ),
  "import.seconds-left": pair<{ seconds: number }>(
    ({ seconds }) => `约剩${seconds}秒`,
    ({ seconds }) => `about ${seconds} s left`,
  ),
  "import.minutes-left": pair<{ minutes: number }>(
    ({ minutes }) => `约剩${minutes}分钟`,
    ({ minutes }) => `about ${minutes} min left`,
  ),
  "import.background": pair("在后台继续", "Go on in the background"),
  "import.cancel": pair("取消导入", "Cancel the import"),
  "import.show": pair("查看", "Show"),
  "import.finished": pair("导入完成", "Import finished"),
  "import.cancelled": pair("导入已取消", "Import cancelled"),
  "import.cancelled-note": pair("取消之前已导入的文章都保留了下来。", "What was imported before is kept."),
  "import.stopped": pair("导入没有完成", "The import did not finish"),
  "import.summary": pair<{ imported: number; updated: number; unchanged: number; failed: number }>(
    ({ imported, updated, unchanged, failed }) =>
      [
        `已导入${imported.toLocaleString("zh-CN")}篇`,
        updated > 0 ? `更新${updated.toLocaleString("zh-CN")}篇` : "",
        unchanged > 0 ? `无变化${unchanged.toLocaleString("zh-CN")}篇` : "",
        failed > 0 ? `未导入${failed.toLocaleString("zh-CN")}个文件` : "",
      ]
        .filter((part) => part !== "")
        .join("，")
        .concat("。"),
    ({ imported, updated, unchanged, failed }) =>
      [
        `${counted(imported, "article")} imported`,
        updated > 0 ? `${updated.toLocaleString("en")} updated` : "",
        unchanged > 0 ? `${unchanged.toLocaleString("en")} unchanged` : "",
        failed > 0 ? `${counted(failed, "file")} not imported` : "",
      ]
        .filter((part) => part !== "")
        .join(", ")
        .concat("."),
  ),
  "import.imported": pair("已导入", "Imported"),
  "import.updated": pair("已更新", "Updated"),
  "import.unchanged": pair("无变化", "Unchanged"),
  "import.failed": pair("未导入", "Not imported"),
  "import.warnings": pair("待核对", "To be checked"),
  "import.show-all": pair<{ count: number }>(
    ({ count }) => `显示全部${count.toLocaleString("zh-CN")}项`,
    ({ count }) => `Show all ${count.toLocaleString("en")}`,
  ),
  "import.records": pair("导入记录", "Import record"),
  "import.no-records": pair(
    "还没有导入过资料。把文件或文件夹拖到窗口里就能导入。",
    "Nothing has been imported yet. Drag files or a folder into the window.",
  ),
  "import.files": pair("文件", "Files"),
  "import.show-files": pair("显示", "Show"),
  "import.all-files": pair("全部文件", "All files"),
  "import.state-waiting": pair("等待", "Waiting"),
  "import.state-reading": pair("正在读取", "Reading"),
  "import.state-imported": pair("已导入", "Imported"),
  "import.state-updated": pair("已更新", "Updated"),
  "import.state-unchanged": pair("无变化", "Unchanged"),
  "import.state-noted": pair("清单", "List"),
  "import.state-failed": pair("未导入", "Not imported"),
  "import.state-not-reached": pair("未处理", "Not reached"),
  "import.articles-of-file": pair<{ title: string; count: number }>(
    ({ title, count }) => `“${title}”等${count.toLocaleString("zh-CN")}篇`,
    ({ title, count }) => `“${title}” and ${counted(count - 1, "more article")}`,
  ),
  "import.go-on": pair<{ count: number }>(
    ({ count }) => `继续导入余下${count.toLocaleString("zh-CN")}项`,
    ({ count }) => `Import the remaining ${counted(count, "item")}`,
  ),
  "import.retry": pair("重试", "Try again"),
  "import.retry-all": pair("全部重试", "Try all again"),
  "import.enter-password": pair("输入密码…", "Enter password…"),
  "import.password-title": pair("有密码保护的文件", "Locked file"),
  "import.password-note": pair<{ name: string }>(
    ({ name }) => `请输入“${name}”的打开密码。密码只用于这一次导入，不会保存。`,
    ({ name }) => `Enter the password that opens “${name}”. It is used for this import only and not kept.`,
  ),
  "import.password": pair("密码", "Password"),
  "import.password-wrong": pair("密码不对，请再试一次。", "This password does not open it. Try again."),
  "import.password-apply": pair("导入", "Import"),

  "batch-result.title": pair("本批结果", "This batch"),
  "batch-result.doubtful": pair("待核对", "To be checked"),
  "batch-result.checked": pair("已核对", "Checked"),
  "batch-result.notes": pair("提示", "Remarks"),
  "batch-result.check": pair("标为已核对", "Mark as checked"),
  "batch-result.check-all": pair("全部标为已核对", "Mark all as checked"),
  "batch-result.complete": pair<{ count: number }>(
    ({ count }) => `补充${count}篇的来源和日期…`,
    ({ count }) => `Give the source and date of ${count}…`,
  ),
  "batch-result.correct-of": pair<{ title: string }>(
    ({ title }) => `校对：${title}`,
    ({ title }) => `Correct: ${title}`,
  ),
  "batch-result.uncheck": pair("重新核对", "Check again"),
  "batch-result.check-of": pair<{ title: string }>(
    ({ title }) => `标为已核对：${title}`,
    ({ title }) => `Mark as checked: ${title}`,
  ),
  "batch-result.uncheck-of": pair<{ title: string }>(
    ({ title }) => `重新核对：${title}`,
    ({ title }) => `Check again: ${title}`,
  ),
  "batch-result.gathering": pair("正在整理本批结果…", "Gathering the results…"),
  "batch-result.nothing": pair(
    "这次导入的文章已不在资料库里。",
    "The articles of this import are no longer in the library.",
  ),

  "doubt.conflicts": pair<{ count: number }>(
    ({ count }) => `文件有${count}处与你的校对不同，现在保留着你的，请到校对中选择。`,
    ({ count }) =>
      `The file differs from your corrections in ${counted(count, "place")}; yours stand until you choose at the desk.`,
  ),
  "doubt.damaged": pair<{ count: number }>(
    ({ count }) => `有${count.toLocaleString("zh-CN")}处文字损坏，显示为“\uFFFD”。`,
    ({ count }) => `${counted(count, "damaged character")} shown as “\uFFFD”.`,
  ),
  "doubt.encoding": pair<{ encoding: string }>(
    ({ encoding }) => `文字编码没有把握，按${encoding.toUpperCase()}读取，请看一看是不是乱码。`,
    ({ encoding }) => `Its encoding is not certain; it was read as ${encoding.toUpperCase()}. Is it garbled?`,
  ),
  "doubt.no-text": pair(
    "只有图片，没有文字，正文不可搜索。",
    "Pictures without text, which cannot be searched.",
  ),
  "doubt.no-title": pair("没有标题。", "It has no title."),
  "doubt.paragraph-without-end": pair<{ text: string; count: number }>(
    ({ text, count }) =>
      count === 1
        ? `以“${text}”结尾的一段没有写完。`
        : `以“${text}”结尾的一段等${count.toLocaleString("zh-CN")}段没有写完。`,
    ({ text, count }) =>
      count === 1
        ? `The paragraph ending in “${text}” stops mid-sentence.`
        : `${counted(count, "paragraph")} stop mid-sentence, such as the one ending in “${text}”.`,
  ),
  "doubt.caption-without-place": pair<{ text: string; count: number }>(
    ({ text, count }) =>
      count === 1
        ? `图片说明“${text}”旁边没有图片。`
        : `图片说明“${text}”等${count.toLocaleString("zh-CN")}处旁边没有图片。`,
    ({ text, count }) =>
      count === 1
        ? `The caption “${text}” has no picture beside it.`
        : `${counted(count, "caption")} without a picture beside them, such as “${text}”.`,
  ),
  "doubt.missing-picture": pair<{ count: number }>(
    ({ count }) => `缺图${count.toLocaleString("zh-CN")}张。`,
    ({ count }) => `${counted(count, "picture")} missing.`,
  ),
  "doubt.no-source": pair("来源未注明。", "Its source is not known."),
  "doubt.no-date": pair("日期未注明。", "Its date is not known."),

  "undo.action": pair("撤销本次导入", "Undo this import"),
  "undo.go-on": pair("继续撤销", "Go on undoing"),
  "undo.sentence": pair<{ created: number; changed: number }>(
    ({ created, changed }) =>
      [
        created > 0 ? `新导入的${created.toLocaleString("zh-CN")}篇文章移入回收站，标注一并保留` : "",
        changed > 0 ? `${changed.toLocaleString("zh-CN")}篇文章恢复到导入前的样子` : "",
      ]
        .filter((part) => part !== "")
        .join("；")
        .concat("。再次导入这些文件，文章和标注都会回来。"),
    ({ created, changed }) =>
      [
        created > 0 ? `${counted(created, "new article")} will go to the trash with any bookmarks` : "",
        changed > 0 ? `${counted(changed, "article")} will again be as before the import` : "",
      ]
        .filter((part) => part !== "")
        .join("; ")
        .concat(". Importing the files again brings everything back."),
  ),
  "undo.running": pair("正在撤销导入", "Undoing the import"),
  "undo.progress": pair<{ done: number; total: number }>(
    ({ done, total }) => `已处理${done.toLocaleString("zh-CN")}篇，共${total.toLocaleString("zh-CN")}篇`,
    ({ done, total }) => `${done.toLocaleString("en")} of ${counted(total, "article")}`,
  ),
  "undo.done": pair("本次导入已撤销。", "The import has been undone."),
  "undo.taken-back": pair("已撤销", "Undone"),
  "undo.begun": pair("撤销没有完成", "Not yet undone as a whole"),
  "undo.too-old": pair<{ count: number }>(
    ({ count }) => `只能撤销最近${count}次有改动的导入。`,
    ({ count }) => `Only the latest ${count} imports that changed something can be undone.`,
  ),
  "import.time": pair<{ time: number }>(
    ({ time }) => new Date(time).toLocaleString("zh-CN", { dateStyle: "long", timeStyle: "short" }),
    ({ time }) => new Date(time).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" }),
  ),

  "paste.title": pair("粘贴为文章", "Paste as an article"),
  "paste.file-name": pair("粘贴的文章", "Pasted article"),
  "paste.store": pair("存入资料库", "Add to the library"),
  "paste.several": pair<{ count: number }>(
    ({ count }) => `这是一整版报纸，将存为${grouped(count)}篇文章。`,
    ({ count }) => `This is a whole newspaper page: it becomes ${counted(count, "article")}.`,
  ),
  "paste.preview": pair("内容预览", "Preview"),
  "paste.amount": pair<{ characters: number; pictures: number }>(
    ({ characters, pictures }) =>
      `${grouped(characters)}字${pictures > 0 ? `，${grouped(pictures)}张图片` : ""}`,
    ({ characters, pictures }) =>
      `${counted(characters, "character")}${pictures > 0 ? `, ${counted(pictures, "picture")}` : ""}`,
  ),
  "paste.picture": pair("一张图片，其中的文字不可搜索。", "A picture: words in it cannot be searched."),
  "paste.done": pair("已存入资料库。", "Added to the library."),
  "paste.known": pair(
    "这段内容资料库里已经有了，没有重复存入。",
    "The library holds this already; it was not added again.",
  ),
} as const;
