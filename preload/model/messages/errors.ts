/** Every expected failure, as a sentence: what happened, to what, and what to do. */
import { pair } from "./pair.ts";

export const errors = {
  "not-found": pair<{ path: string }>(
    ({ path }) =>
      path.includes("\uFFFD")
        ? `“${path}”的名称不是UTF-8编码，无法确定是哪个文件。请改名后再导入，或导入它所在的文件夹。`
        : `找不到“${path}”。请确认文件没有被移动、改名或删除。`,
    ({ path }) =>
      path.includes("\uFFFD")
        ? `The name of “${path}” is not UTF-8, so it is not known which file is meant. Rename it, or import the folder that it is in.`
        : `“${path}” was not found. Check that it has not been moved, renamed or deleted.`,
  ),
  "permission-denied": pair<{ path: string }>(
    ({ path }) => `没有权限读取“${path}”。请向文件所有者或管理员申请权限，或先复制到自己的文件夹。`,
    ({ path }) =>
      `You have no permission to read “${path}”. Ask its owner or an administrator, or copy it to a folder of your own.`,
  ),
  empty: pair<{ path: string }>(
    ({ path }) => `“${path}”里没有可导入的内容。请确认选对了文件。`,
    ({ path }) => `“${path}” holds nothing to import. Check that it is the right file.`,
  ),
  "unsupported-format": pair<{ path: string }>(
    ({ path }) => `暂不支持“${path}”的格式。${savingAdvice(path).zh}`,
    ({ path }) => `The format of “${path}” is not supported. ${savingAdvice(path).en}`,
  ),
  unreadable: pair<{ path: string }>(
    ({ path }) => `“${path}”已损坏，无法读取。请向提供者重新索取一份。`,
    ({ path }) => `“${path}” is damaged and cannot be read. Ask whoever provided it for another copy.`,
  ),
  encrypted: pair<{ path: string }>(
    ({ path }) =>
      `“${path}”有密码保护。${isPdf(path) ? "请输入密码再导入。" : "请在原程序中取消密码，再导入。"}`,
    ({ path }) =>
      `“${path}” is protected by a password. ${isPdf(path) ? "Enter it to import the file." : "Remove it in the file’s own program, then import it."}`,
  ),
  classified: pair<{ path: string }>(
    ({ path }) =>
      `疑似涉密文件，已停止导入：“${path}”。资料库没有保存它的任何内容。涉密文件不得在这台电脑上处理；如确认已解密，请在“设置”的“导入”中打开“允许导入标有密级的文件”，再重新导入。`,
    ({ path }) =>
      `“${path}” seems to be a classified document, so its import was stopped and nothing of it was stored. Classified documents must not be handled on this computer; if it has been declassified, turn on “Import documents marked as classified” under Importing in the settings and import it again.`,
  ),
  "no-text": pair<{ path: string }>(
    ({ path }) =>
      `“${path}”的字体没有文字编码，读不出文字。请在原程序中打开，另存为docx或打印成图片后再导入。`,
    ({ path }) =>
      `The fonts of “${path}” do not say what their letters are, so no text can be read. Open it in its own program and save it as docx, or print it to pictures, and import that.`,
  ),
  "too-large": pair<{ path: string; limit: number }>(
    ({ path, limit }) => `“${path}”超过${limit}MB，没有读取。请拆分后再导入。`,
    ({ path, limit }) => `“${path}” is over ${limit} MB and was not read. Split it, then import the parts.`,
  ),
  "too-many-files": pair<{ path: string; limit: number }>(
    ({ path, limit }) => `“${path}”里的文件超过${limit}个，没有读取。请拆分后再导入。`,
    ({ path, limit }) =>
      `“${path}” holds more than ${limit} files and was not read. Split it, then import the parts.`,
  ),
  "timed-out": pair<{ path: string; seconds: number }>(
    ({ path, seconds }) => `读取“${path}”超过${seconds}秒，已停止。请拆分或另存后再试。`,
    ({ path, seconds }) =>
      `Reading “${path}” took over ${seconds} seconds and was stopped. Split it or save it anew, then try again.`,
  ),
  "out-of-memory": pair<{ path: string }>(
    ({ path }) => `读取“${path}”所需内存过大，已停止。请拆分后再试。`,
    ({ path }) => `Reading “${path}” needed too much memory and was stopped. Split it, then try again.`,
  ),
  "in-use": pair<{ path: string }>(
    ({ path }) => `资料库“${path}”正被另一个程序使用。请先关闭它再试。`,
    ({ path }) => `The library “${path}” is in use by another program. Close that first, then try again.`,
  ),
  "library-from-future": pair<{ path: string }>(
    ({ path }) => `资料库“${path}”由更新版本的案头建立，本版本不能打开。请升级案头。`,
    ({ path }) => `The library “${path}” was made by a newer Antou and cannot be opened. Update Antou.`,
  ),
  "library-damaged": pair<{ path: string }>(
    ({ path }) => `资料库“${path}”已损坏，无法打开。请用备份替换，或联系信息员。`,
    ({ path }) =>
      `The library “${path}” is damaged and cannot be opened. Replace it with a backup, or ask your information officer.`,
  ),
  "disk-full": pair<{ path: string }>(
    ({ path }) => `磁盘空间不足，“${path}”没有保存。请清理磁盘后再试。`,
    ({ path }) => `The disk is full, “${path}” was not saved. Free some room, then try again.`,
  ),
  "not-writable": pair<{ path: string }>(
    ({ path }) => `无法写入“${path}”。请换一个文件夹，或检查权限。`,
    ({ path }) => `“${path}” cannot be written. Choose another folder, or check its permissions.`,
  ),
  "no-such-article": pair<{ id: number }>(
    ({ id }) => `没有编号为${id}的文章。它可能已被删除。`,
    ({ id }) => `There is no article ${id}. It may have been deleted.`,
  ),
  "no-such-import": pair<{ job: string }>(
    ({ job }) => `没有编号为${job}的导入。请核对编号，或查看另一次导入。`,
    ({ job }) => `There is no import ${job}. Check its ID, or look at another import.`,
  ),
  "no-such-picture": pair(
    "这张图片已不在资料库中。请重新导入它所在的文件。",
    "This picture is no longer in the library. Import its file again.",
  ),
  "no-such-collection": pair<{ id: number }>(
    ({ id }) => `没有编号为${id}的专题。它可能已被删除。`,
    ({ id }) => `There is no collection ${id}. It may have been deleted.`,
  ),
  "collection-exists": pair<{ title: string }>(
    ({ title }) => `已有名为“${title}”的专题。请换一个名称。`,
    ({ title }) => `There already is a collection named “${title}”. Choose another name.`,
  ),
  "collection-below-itself": pair<{ title: string }>(
    ({ title }) => `专题“${title}”不能移到它自己下面。`,
    ({ title }) => `The collection “${title}” cannot be moved below itself.`,
  ),
  "collection-without-name": pair("请写明专题的名称。", "Give the collection a name."),
  "collection-name-long": pair<{ title: string }>(
    ({ title }) => `专题“${title}”连同上级名称超过200个字。请缩短名称，或少分几级。`,
    ({ title }) =>
      `“${title}” has more than 200 characters with the names above it. Shorten a name or a level.`,
  ),
  "clipboard-empty": pair(
    "剪贴板里没有可以存为文章的文字或图片。请先在WPS、Word或浏览器中选中并复制。",
    "The clipboard holds no text or picture. Select something in WPS, Word or a browser and copy it first.",
  ),
  "clipboard-unreadable": pair(
    "剪贴板里的内容不是案头能读的格式（例如只有RTF）。请先粘贴到WPS或Word里，再从那里复制；也可以在原来的程序里另存为docx或txt，再导入。如果复制的是文件，请用“导入文件”。",
    "The clipboard holds a format that Antou cannot read, such as RTF alone. Paste it into WPS or Word and copy it there; or save it as docx or txt and import that. Copied files are imported as files.",
  ),
  "paste-gone": pair("粘贴的内容已不在。请重新粘贴。", "What was pasted is no longer there. Paste it again."),
  "no-such-bookmark": pair<{ id: number }>(
    ({ id }) => `没有编号为${id}的标注。它可能已被删除。`,
    ({ id }) => `There is no bookmark ${id}. It may have been deleted.`,
  ),
  "quote-not-found": pair<{ id: number }>(
    ({ id }) => `第${id}号文章里没有这段文字。请用 show ${id} --text 查看原文，照原样摘录。`,
    ({ id }) =>
      `Article ${id} does not hold this text. See it with show ${id} --text and quote it as it stands.`,
  ),
  "quote-repeated": pair<{ id: number; count: number }>(
    ({ id, count }) => `这段文字在第${id}号文章里有${count}处，不能确定是哪一处。请多摘录几个字。`,
    ({ id, count }) =>
      `This text stands in ${count} places of article ${id}, so it is not clear which is meant. Quote some more of it.`,
  ),
  "not-annotations": pair<{ path: string }>(
    ({ path }) => `“${path}”不是标注备份文件，或已损坏，没有导入任何内容。请确认选对了文件。`,
    ({ path }) =>
      `“${path}” is no bookmark backup file, or damaged; nothing was imported. Check that it is the right file.`,
  ),
  "not-a-picture": pair(
    "这不是能显示的图片。请换用PNG、JPG等格式的图片。",
    "That is no picture that can be shown. Use one in a format such as PNG or JPG.",
  ),
  "cannot-correct": pair(
    "这一步在这里做不了，文章没有改动。请换一处，或换一种改法。",
    "That step cannot be taken here, and the article stays as it was. Try another place or another way.",
  ),
  "corrected-since": pair<{ title: string }>(
    ({ title }) => `这一步还改动了《${title}》，那篇文章后来又改过。请先在那篇文章里撤销后面的改动。`,
    ({ title }) =>
      `That step also changed “${title}”, which has been corrected again since. Undo what came later there first.`,
  ),
  "desk-changed": pair(
    "文章刚刚有了变化（比如重新导入了文件），原来那一处已不一样，这一步没有做。请看一下再做。",
    "The article has just changed, by an import perhaps, and the place with it, so this step was not taken. Look, and take it again.",
  ),
  "stale-selection": pair(
    "文章内容刚刚更新，选中的文字已有变化。请重新选择。",
    "The article has just been updated and the selected text with it. Select it again.",
  ),
  "import-running": pair(
    "正在导入，请等本次导入结束后再试。",
    "An import is running. Try again when it has ended.",
  ),
  "nothing-to-print": pair(
    "没有可打印的内容。请先勾选章节或选中文字。",
    "There is nothing to print. Tick sections or select text first.",
  ),
  "print-list-full": pair<{ limit: number }>(
    ({ limit }) => `打印清单最多容纳${limit}项，这次没有加入。请分几次打印。`,
    ({ limit }) =>
      `The print list holds at most ${limit} pieces; nothing was added. Print them in several goes.`,
  ),
  "no-such-print-list": pair(
    "这份打印清单已被删除。请重新选择。",
    "This print list has been deleted. Choose another.",
  ),
  "print-page-failed": pair(
    "没能排好要打印的页面，打印清单没有改动。请再试一次；如仍出现，请减少打印内容。",
    "The pages could not be laid out; the print list is unchanged. Try again, or print less at once.",
  ),
  "no-such-section": pair<{ id: number; section: string }>(
    ({ id, section }) => `第${id}号文章没有“${section}”这一节。请用 show ${id} --sections 查看各节的编号。`,
    ({ id, section }) =>
      `Article ${id} has no section “${section}”. See the numbers of its sections with show ${id} --sections.`,
  ),
  "print-needs-page": pair(
    "打印要由案头程序本身完成。请用安装好的案头运行这条命令，在源代码目录中用 npm run antou。",
    "Printing is done by the application itself. Run this command with the installed Antou, or with npm run antou among its sources.",
  ),
  "print-gone": pair(
    "这次打印预览已经关闭。请重新预览。",
    "This print preview has been closed. Preview again.",
  ),
  "no-printer": pair(
    "没有找到打印机。请先在系统中添加打印机，或另存为PDF。",
    "No printer was found. Add one in the system's settings, or save as PDF.",
  ),
  "printer-failed": pair(
    "打印机没有打印。请检查打印机是否开机、联网、有纸，再试一次，或另存为PDF。",
    "The printer did not print. Check that it is on, connected and has paper, then try again; or save as PDF.",
  ),
  cancelled: pair("已取消。", "Cancelled."),
  "invalid-call": pair<{ call: string }>(
    ({ call }) => `内部调用“${call}”的内容不符合约定，已拒绝。请重新启动案头；如仍出现，请联系信息员。`,
    ({ call }) =>
      `The internal call “${call}” broke its contract and was refused. Restart Antou; if it happens again, tell your information officer.`,
  ),
  internal: pair<{ detail: string }>(
    ({ detail }) => `程序内部出错（${detail}）。已保存的内容不受影响，请重新启动案头。`,
    ({ detail }) => `Something went wrong inside Antou (${detail}). What is stored is safe; restart Antou.`,
  ),
} as const;

export type ErrorCode = keyof typeof errors;

/** Of the locked files, those that open with their password. */
function isPdf(path: string): boolean {
  return /\.pdf$/i.test(path);
}

/** How a file of this kind becomes one that can be imported. */
function savingAdvice(path: string): { readonly zh: string; readonly en: string } {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  switch (extension) {
    case "rtf":
    case "doc":
    case "dot":
    case "wps":
    case "wpt":
      return {
        zh: "请用WPS或Word打开，另存为docx后再导入。",
        en: "Open it in WPS or Word, save it as docx and import that.",
      };
    case "odt":
    case "uot":
    case "uof":
      return {
        zh: "请用WPS、Word或LibreOffice打开，另存为docx后再导入。",
        en: "Open it in WPS, Word or LibreOffice, save it as docx and import that.",
      };
    case "pages":
      return {
        zh: "请在苹果电脑的Pages中打开，导出为Word（docx）后再导入。",
        en: "Open it in Pages on a Mac, export it to Word (docx) and import that.",
      };
    // Named as what can be imported, and something else inside.
    case "docx":
    case "docm":
      return {
        zh: "文件的内容与扩展名不符。请用WPS或Word打开，另存为docx后再导入。",
        en: "It is not what its name says. Open it in WPS or Word, save it as docx and import that.",
      };
    case "xls":
    case "xlsx":
    case "xlsm":
    case "xlsb":
    case "et":
    case "ett":
    case "ods":
      return {
        zh: "请用WPS或Excel打开，输出为PDF或另存为网页（html）后再导入。",
        en: "Open it in WPS or Excel, export it to PDF or save it as a web page (html), and import that.",
      };
    case "ppt":
    case "pptx":
    case "pps":
    case "ppsx":
    case "dps":
    case "dpt":
    case "odp":
      return {
        zh: "请用WPS或PowerPoint打开，输出为PDF后再导入。",
        en: "Open it in WPS or PowerPoint, export it to PDF and import that.",
      };
    case "ceb":
    case "cebx":
    case "gd":
    case "gw":
    case "sep":
    case "caj":
      return {
        zh: "请用原来的阅读软件打开，打印或导出为PDF后再导入。",
        en: "Open it in its own reader, print or export it to PDF and import that.",
      };
    default:
      return {
        zh: "请另存为docx、txt、html或md后再导入。",
        en: "Save it as docx, txt, html or md and import that.",
      };
  }
}
