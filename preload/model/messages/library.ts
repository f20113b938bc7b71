/** The library: its list, shelves, filters and dialogs, the frame around it, and the words every screen shares. */
import { counted, grouped, pair } from "./pair.ts";

const articlesNamed = (count: number) => counted(count, "article");

export const library = {
  "app.name": pair("案头", "Antou"),
  "action.close": pair("关闭", "Close"),
  "action.cancel": pair("取消", "Cancel"),
  "action.retry": pair("重试", "Try again"),
  "action.save": pair("保存", "Save"),
  "action.delete": pair("删除", "Delete"),
  "action.create": pair("新建", "Create"),
  "action.undo": pair("撤销", "Undo"),

  "frame.rail": pair("主导航", "Main navigation"),
  "frame.library": pair("资料", "Library"),
  "frame.import": pair("导入", "Import"),
  "frame.settings": pair("设置", "Settings"),
  "frame.keep-on-top": pair("置顶", "On top"),
  "frame.failed": pair(
    "这个窗口出了问题，没有显示出来。已保存的内容不受影响。",
    "Something in this window went wrong and could not be shown. What is stored is safe.",
  ),
  "frame.reload": pair("重新打开窗口", "Open the window anew"),

  "home.title": pair("阅读区", "Reading area"),
  "home.choose": pair("从左边的列表中选择一篇文章。", "Choose an article from the list."),
  "home.choose-narrow": pair("打开文章列表，选择一篇文章。", "Open the article list and choose an article."),
  "home.go-on": pair("继续阅读", "Go on reading"),

  "welcome.title": pair("欢迎使用案头", "Welcome to Antou"),
  "welcome.intro": pair(
    "所有资料只保存在这台电脑上，不联网。三步上手：",
    "Everything stays on this computer, without any network. Three steps to begin:",
  ),
  "welcome.import": pair("导入资料", "Import"),
  "welcome.import-text": pair(
    "把文件或文件夹拖到窗口里，或点“导入文件”。",
    "Drag files or a folder into the window, or choose them.",
  ),
  "welcome.import-action": pair("导入文件", "Import files"),
  "welcome.guide": pair("看阅读指南", "Read the guide"),
  "welcome.guide-text": pair(
    "几分钟了解阅读、目录和排版设置。",
    "A few minutes on reading, contents and page settings.",
  ),
  "welcome.guide-action": pair("打开指南", "Open the guide"),
  "welcome.search": pair("搜索资料库", "Search the library"),
  "welcome.search-text": pair(
    "输入一个词或一句话，找出含有它的文章。",
    "Type a word or a phrase to find the articles that hold it.",
  ),
  "welcome.search-action": pair("开始搜索", "Start searching"),
  "welcome.samples": pair<{ count: number }>(
    ({ count }) => `资料库里现有${count}篇示例，可随时一次移除。`,
    ({ count }) => `The library holds ${counted(count, "sample")}; they can go in one click.`,
  ),
  "welcome.remove-samples": pair("移除示例", "Remove the samples"),
  "welcome.samples-removed": pair("示例已移除。", "The samples were removed."),
  "welcome.done": pair("知道了", "Got it"),

  "guide.gone": pair("阅读指南已随示例一起移除。", "The guide was removed together with the samples."),

  "list.name": pair("文章列表", "Articles"),
  "list.column": pair("资料库", "Library"),
  "list.characters": pair<{ count: number }>(
    ({ count }) => `${grouped(count)}字`,
    ({ count }) => `${grouped(count)} chars`,
  ),
  "list.page": pair<{ page: string }>(
    ({ page }) => `第${page}版`,
    ({ page }) => `page ${page}`,
  ),
  "list.dot": pair("·", " · "),
  "list.untitled": pair("（无标题）", "(untitled)"),
  "list.sample": pair("示例", "Sample"),
  "list.unread": pair("未读", "Unread"),
  "list.starred": pair("已收藏", "Starred"),
  "list.not-known": pair("未注明", "Not known"),
  "list.source-not-known": pair("来源未注明", "Source not known"),
  "list.date-not-known": pair("日期未注明", "Date not known"),
  "list.year": pair<{ year: number }>(
    ({ year }) => `${year}年`,
    ({ year }) => String(year),
  ),
  "list.month": pair<{ year: number; month: number }>(
    ({ year, month }) => `${year}年${month}月`,
    ({ year, month }) =>
      new Date(Date.UTC(year, month - 1, 1)).toLocaleDateString("en", {
        year: "numeric",
        month: "short",
        timeZone: "UTC",
      }),
  ),

  "empty.library": pair(
    "还没有资料。把文件或文件夹拖到这里，或",
    "Nothing here yet. Drag files or a folder here, or",
  ),
  "empty.import": pair("导入文件", "import files"),
  "empty.filtered": pair("当前条件下没有文章。", "No article fits these filters."),
  "empty.clear": pair("清除筛选", "Clear filters"),
  "empty.recent": pair(
    "还没有读过的文章。打开一篇，它就会出现在这里。",
    "Nothing read yet. Open an article and it appears here.",
  ),
  "empty.unread": pair("没有未读的文章。", "Nothing left unread."),
  "empty.starred": pair(
    "还没有收藏。右键点文章，选“收藏”。",
    "No stars yet. Right-click an article and choose “Star”.",
  ),
  "empty.collection": pair(
    "这个专题还没有文章。选中文章后点“专题”，就能放进来。",
    "This collection is empty. Select articles and choose “Collections” to add them.",
  ),
  "empty.trash": pair("回收站是空的。", "The trash is empty."),

  "shelf.name": pair("范围", "Shelf"),
  "shelf.all": pair("全部文章", "All articles"),
  "shelf.recent": pair("最近阅读", "Recent"),
  "shelf.unread": pair("未读", "Unread"),
  "shelf.starred": pair("收藏", "Starred"),
  "shelf.trash": pair("回收站", "Trash"),
  "shelf.more": pair("更多操作", "More actions"),

  "filter.source": pair("来源", "Source"),
  "filter.date": pair("日期", "Date"),
  "filter.by-source": pair("按来源筛选", "Filter by source"),
  "filter.by-date": pair("按日期筛选", "Filter by date"),
  "filter.sort": pair("排序", "Sort"),
  "filter.any-source": pair("全部来源", "Any source"),
  "filter.any-date": pair("全部日期", "Any date"),
  "filter.sort-date": pair("按日期", "By date"),
  "filter.sort-title": pair("按标题", "By title"),
  "filter.search": pair("搜索资料库", "Search the library"),

  "batch.bar": pair("对已选文章的操作", "Actions on the selection"),
  "batch.selected": pair<{ count: number }>(
    ({ count }) => `已选${count.toLocaleString("zh-CN")}篇`,
    ({ count }) => `${count.toLocaleString("en")} selected`,
  ),
  "batch.clear": pair("取消选择", "Clear selection"),
  "batch.star": pair("收藏", "Star"),
  "batch.unstar": pair("取消收藏", "Remove star"),
  "batch.edit": pair("编辑信息", "Edit details"),
  "batch.tags": pair("标签", "Tags"),
  "batch.collections": pair("专题", "Collections"),
  "batch.read": pair("标为已读", "Mark as read"),
  "batch.unread": pair("标为未读", "Mark as unread"),
  "batch.trash": pair("删除", "Delete"),
  "batch.restore": pair("恢复", "Restore"),
  "batch.delete": pair("彻底删除", "Delete for ever"),
  "batch.trashed": pair<{ count: number }>(
    ({ count }) => `已把${count.toLocaleString("zh-CN")}篇移到回收站。`,
    ({ count }) => `${articlesNamed(count)} moved to the trash.`,
  ),
  "batch.restored": pair<{ count: number }>(
    ({ count }) => `已恢复${count.toLocaleString("zh-CN")}篇。`,
    ({ count }) => `${articlesNamed(count)} restored.`,
  ),
  "batch.deleted": pair<{ count: number }>(
    ({ count }) => `已彻底删除${count.toLocaleString("zh-CN")}篇。`,
    ({ count }) => `${articlesNamed(count)} deleted for ever.`,
  ),
  "batch.delete-title": pair("彻底删除", "Delete for ever"),
  "batch.delete-sentence": pair<{ count: number }>(
    ({ count }) => `将彻底删除${count.toLocaleString("zh-CN")}篇文章，不能恢复。`,
    ({ count }) => `${articlesNamed(count)} will be deleted for ever. This cannot be undone.`,
  ),
  "trash.empty": pair("清空回收站…", "Empty the trash…"),

  "edit.title-one": pair("编辑信息", "Edit details"),
  "edit.title-many": pair<{ count: number }>(
    ({ count }) => `编辑${count.toLocaleString("zh-CN")}篇文章的信息`,
    ({ count }) => `Edit details of ${articlesNamed(count)}`,
  ),
  "edit.many-note": pair(
    "只有改动过的项目会写入所选的每一篇。",
    "Only what you change is written, to every article selected.",
  ),
  "edit.different": pair("（各不相同，保持不变）", "(different, left as they are)"),
  "edit.cleared": pair("（将清空）", "(will be emptied)"),
  "edit.clear": pair("各不相同的项目，可以整项清空：", "Fields that differ can be emptied for all:"),
  "edit.kicker": pair("肩题", "Kicker"),
  "edit.article-title": pair("标题", "Title"),
  "edit.subtitle": pair("副题", "Subtitle"),
  "edit.byline": pair("署名", "Byline"),
  "edit.publication": pair("来源", "Source"),
  "edit.date": pair("日期", "Date"),
  "edit.date-note": pair(
    "年-月-日，如2021-02-05；不知道就留空。",
    "Year-month-day, such as 2021-02-05; empty if not known.",
  ),
  "edit.date-wrong": pair(
    "日期应写成2021-02-05这样，并且是真实存在的一天。",
    "Write the date like 2021-02-05, and a day that exists.",
  ),
  "edit.page": pair("版次", "Page"),
  "edit.page-name": pair("版名", "Page name"),
  "edit.credits": pair("图片署名", "Picture credits"),
  "edit.tags": pair("标签", "Tags"),
  "edit.new-tag": pair("添加标签", "Add a tag"),
  "edit.no-tags": pair("还没有标签。", "No tags yet."),
  "edit.saved": pair("已保存。", "Saved."),
  "edit.saved-count": pair<{ count: number }>(
    ({ count }) => (count === 1 ? "已保存。" : `已改动${grouped(count)}篇。`),
    ({ count }) => (count === 1 ? "Saved." : `${articlesNamed(count)} changed.`),
  ),
  "edit.undone": pair<{ count: number }>(
    ({ count }) => (count === 1 ? "已恢复原来的信息。" : `已恢复${grouped(count)}篇原来的信息。`),
    ({ count }) => (count === 1 ? "Its details are as before." : `${articlesNamed(count)} are as before.`),
  ),
  "edit.not-undone": pair(
    "此后又改动过别的信息，没有撤销。",
    "Other details were changed since, so this was not undone.",
  ),

  "collections.title": pair("放入专题", "Collections"),
  "collections.none": pair("还没有专题。在下面新建一个。", "No collections yet. Create one below."),
  "collections.new": pair("新建专题", "New collection"),
  "collections.new-below": pair("新建下级专题", "New collection below"),
  "collections.new-title": pair("专题名称", "Name of the collection"),
  "collections.rename": pair("重命名专题", "Rename collection"),
  "collections.delete": pair("删除专题", "Delete collection"),
  "collections.delete-sentence": pair<{ title: string; below: number }>(
    ({ title, below }) =>
      below === 0
        ? `将删除专题“${title}”。其中的文章仍留在资料库里。`
        : `将删除专题“${title}”和它下面的${grouped(below)}个专题。其中的文章仍留在资料库里。`,
    ({ title, below }) =>
      below === 0
        ? `The collection “${title}” will be deleted. Its articles stay in the library.`
        : `“${title}” and ${counted(below, "collection")} below it will be deleted. Their articles stay in the library.`,
  ),
  "collections.tree": pair("专题", "Collections"),
  "collections.empty": pair(
    "还没有专题。导入文件夹会带来专题，也可以",
    "No collections yet. Importing a folder brings some, or",
  ),
  "collections.empty-action": pair("新建专题", "make one"),
  "collections.choose": pair("选择一个专题，看其中的文章。", "Choose a collection to see its articles."),
  "collections.move": pair("移动专题", "Move collection"),
  "collections.move-to": pair("移到哪里", "Move to"),
  "collections.move-action": pair("移动", "Move"),
  "collections.top": pair("最上层", "Top level"),
  "collections.drop-top": pair("拖到这里，移到最上层", "Drop here to move to the top level"),
  "collections.moved": pair<{ title: string }>(
    ({ title }) => `已移到“${title}”。`,
    ({ title }) => `Moved to “${title}”.`,
  ),
  "collections.moved-top": pair("已移到最上层。", "Moved to the top level."),
  "collections.count": pair<{ count: number }>(
    ({ count }) => `${grouped(count)}篇`,
    ({ count }) => counted(count, "article"),
  ),

  "column.views": pair("查看方式", "View"),
  "column.list": pair("文章", "List"),
  "column.newspapers": pair("报纸", "Papers"),
  "column.collections": pair("专题", "Collections"),

  "papers.all": pair("全部报纸", "All newspapers"),
  "papers.empty": pair(
    "还没有资料。导入后按报纸和日期在这里翻看。",
    "Nothing yet. What is imported can be leafed through here.",
  ),
  "papers.calendar": pair<{ month: string }>(
    ({ month }) => `${month}的出版日历`,
    ({ month }) => `Issues of ${month}`,
  ),
  "papers.year": pair("年份", "Year"),
  "papers.month": pair("月份", "Month"),
  "papers.month-name": pair<{ month: number }>(
    ({ month }) => `${month}月`,
    ({ month }) =>
      new Date(Date.UTC(2021, month - 1, 1)).toLocaleDateString("en", { month: "long", timeZone: "UTC" }),
  ),
  "papers.issues": pair<{ count: number }>(
    ({ count }) => `${grouped(count)}期`,
    ({ count }) => counted(count, "issue"),
  ),
  "papers.previous-month": pair("上一个有报的月", "Previous month with issues"),
  "papers.next-month": pair("下一个有报的月", "Next month with issues"),
  "papers.day": pair<{ year: number; month: number; day: number; weekday: number }>(
    ({ year, month, day, weekday }) =>
      `${year}年${month}月${day}日 星期${"日一二三四五六".charAt(weekday % 7)}`,
    ({ year, month, day }) =>
      new Date(Date.UTC(year, month - 1, day)).toLocaleDateString("en", {
        ...{ year: "numeric", month: "short", day: "numeric", weekday: "short", timeZone: "UTC" },
      }),
  ),
  "papers.weekday": pair<{ weekday: number }>(
    ({ weekday }) => "日一二三四五六".charAt(weekday % 7),
    ({ weekday }) => ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"].at(weekday % 7) ?? "",
  ),
  "papers.day-issue": pair<{ day: string; count: number }>(
    ({ day, count }) => `${day}，${grouped(count)}篇`,
    ({ day, count }) => `${day}, ${counted(count, "article")}`,
  ),
  "papers.day-none": pair<{ day: string }>(
    ({ day }) => `${day}，没有报`,
    ({ day }) => `${day}, no issue`,
  ),
  "papers.undated": pair("日期未注明", "Date not known"),
  "papers.no-dates": pair("这些文章都没有注明日期。", "None of these articles has a date."),
  "papers.whole-issue": pair("全部版次", "All pages"),
  "papers.pages": pair("版次", "Pages"),
  "papers.page-count": pair<{ pages: number; articles: number }>(
    ({ pages, articles }) => `${grouped(pages)}版${grouped(articles)}篇`,
    ({ pages, articles }) => `${counted(pages, "page")}, ${counted(articles, "article")}`,
  ),
  "papers.page": pair<{ page: string }>(
    ({ page }) => `第${page}版`,
    ({ page }) => `Page ${page}`,
  ),
  "papers.page-not-known": pair("版次未注明", "Page not known"),
  "papers.back-to-calendar": pair("返回日历", "Back to the calendar"),
  "papers.choose-day": pair("选择一天，看当天的版次。", "Choose a day to see its pages."),

  "shortcuts.title": pair("快捷键", "Keyboard shortcuts"),
  "shortcuts.library": pair("资料库", "Library"),
  "shortcuts.reading": pair("阅读", "Reading"),
  "shortcuts.bookmarks": pair("标注", "Bookmarks"),
  "shortcuts.print": pair("打印", "Printing"),
  "shortcuts.window": pair("窗口", "Window"),
  "shortcuts.in-list": pair("文章列表中", "In the article list"),
  "shortcuts.in-calendar": pair("报纸日历中", "In a newspaper’s calendar"),
  "shortcuts.month": pair("上一月、下一月", "Previous, next month"),
  "shortcuts.year": pair("上一年、下一年", "Previous, next year"),
  "shortcuts.far-issue": pair("最早、最近一期", "First, last issue"),
  "shortcuts.level-up": pair("返回上一级", "One level up"),
  "shortcuts.in-desk": pair("校对的各段中", "Among the paragraphs of the correcting desk"),
  "shortcuts.split": pair("改字时在光标处拆成两段", "While editing, split at the cursor"),
  "shortcuts.heading": pair("改为各级标题", "Make it a heading"),
  "shortcuts.move": pair("上移、下移", "Move up, down"),
  "shortcuts.in-tree": pair("专题中", "In the collections"),
  "shortcuts.fold": pair("收起、展开", "Fold, unfold"),
  "shortcuts.open": pair("打开文章", "Open the article"),
  "shortcuts.extend": pair("选中多篇", "Select several"),
  "shortcuts.all": pair("全选", "Select all"),
  "shortcuts.toggle": pair("选中或取消一篇", "Select or deselect one"),
  "shortcuts.delete": pair("删除", "Delete"),
  "shortcuts.menu": pair("打开右键菜单", "Open the right-click menu"),
} as const;
