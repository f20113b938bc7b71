/** The search: its field, results, facets, sentences, the advanced form, and the hits in an open article. */
import { counted, grouped, pair } from "./pair.ts";

export const search = {
  "frame.search": pair("搜索", "Search"),

  "search.name": pair("搜索", "Search"),
  "search.field": pair("搜索资料库", "Search the library"),
  "search.results": pair("搜索结果", "Results"),
  "search.back": pair("返回搜索结果", "Back to the results"),
  "search.advanced": pair("高级搜索", "Advanced search"),
  "search.keep": pair("存为常用搜索", "Keep this search"),
  "search.running": pair("正在搜索…", "Searching…"),

  "search.total": pair<{ count: number }>(
    ({ count }) => `共${grouped(count)}篇`,
    ({ count }) => counted(count, "article"),
  ),
  "search.count": pair<{ count: number }>(
    ({ count }) => `共${grouped(count)}处`,
    ({ count }) => counted(count, "hit"),
  ),
  "search.count-besides": pair<{ count: number; besides: number }>(
    ({ count, besides }) =>
      count === besides
        ? `文章信息中${grouped(besides)}处`
        : `文中${grouped(count - besides)}处，文章信息中${grouped(besides)}处`,
    ({ count, besides }) =>
      count === besides
        ? `${counted(besides, "hit")} in the details`
        : `${counted(count - besides, "hit")} in the text, ${grouped(besides)} in the details`,
  ),
  "search.indexing": pair<{ percent: number }>(
    ({ percent }) => `正在建立索引（${percent}%），结果只计已完成的部分。`,
    ({ percent }) => `The index is being built (${percent}%). Results count what is done so far.`,
  ),

  "search.sort": pair("排序", "Sort"),
  "search.sort-relevance": pair("按相关", "By relevance"),
  "search.sort-newest": pair("最新在前", "Newest first"),
  "search.sort-oldest": pair("最早在前", "Oldest first"),
  "search.view": pair("结果排列", "Arrangement"),
  "search.by-article": pair("按文章", "By article"),
  "search.by-sentence": pair("按句", "By sentence"),

  "search.hint-operator": pair<{ piece: string }>(
    ({ piece }) => `“${piece}”前后没有词，已忽略。`,
    ({ piece }) => `“${piece}” stands beside no word and was ignored.`,
  ),
  "search.hint-quote": pair<{ piece: string }>(
    ({ piece }) => `引号“${piece}”没有成对，已忽略。`,
    ({ piece }) => `The quotation mark ${piece} has no partner and was ignored.`,
  ),
  "search.hint-brackets": pair<{ piece: string }>(
    ({ piece }) => `“${piece}”的括号不起作用，已忽略。OR只连接它前后的两个词。`,
    ({ piece }) => `The brackets of “${piece}” were ignored. OR joins only the two words beside it.`,
  ),
  "search.hint-and": pair<{ piece: string }>(
    ({ piece }) => `“${piece}”当作普通文字来查。两个词都要有，中间空一格就行。`,
    ({ piece }) => `“${piece}” was taken as a plain word. For both words, leave a space between them.`,
  ),
  "search.hint-not": pair<{ piece: string }>(
    ({ piece }) => `“${piece}”当作普通文字来查。不要含有某个词，在它前面加减号。`,
    ({ piece }) => `“${piece}” was taken as a plain word. To leave out a word, write - before it.`,
  ),
  "search.hint-date": pair<{ piece: string }>(
    ({ piece }) => `“${piece}”不是日期条件，已当作普通文字。日期可写成2021、2021-06或2020..2021。`,
    ({ piece }) =>
      `“${piece}” names no date and was taken as plain words. Write 2021, 2021-06 or 2020..2021.`,
  ),
  "search.hint-value": pair<{ piece: string }>(
    ({ piece }) => `“${piece}”不成条件，已当作普通文字。`,
    ({ piece }) => `“${piece}” is no condition and was taken as plain words.`,
  ),
  "search.hint-punctuation": pair<{ piece: string }>(
    ({ piece }) => `只有标点“${piece}”，没有可查的词，已忽略。`,
    ({ piece }) => `“${piece}” is punctuation alone and was ignored.`,
  ),
  "search.hint-too-many-terms": pair<{ piece: string }>(
    ({ piece }) => `词太多，从“${piece}”起没有查。`,
    ({ piece }) => `Too many words: from “${piece}” on they were ignored.`,
  ),

  "search.short-names": pair<{ names: string }>(
    ({ names }) => `同时搜索${names}`,
    ({ names }) => `Also search for ${names}`,
  ),
  "search.short-name": pair<{ name: string }>(
    ({ name }) => `“${name}”`,
    ({ name }) => `“${name}”`,
  ),
  "search.short-names-joined": pair("、", ", "),
  "search.by-short-name": pair("简称对照", "By another name"),

  "search.filters": pair("筛选", "Filters"),
  "search.source": pair("来源", "Source"),
  "search.collection": pair("专题", "Collection"),
  "search.tag": pair("标签", "Tag"),
  "search.any-source": pair("全部来源", "Any source"),
  "search.any-collection": pair("全部专题", "Any collection"),
  "search.any-tag": pair("全部标签", "Any tag"),
  "search.with-pictures": pair("有图", "With pictures"),
  "search.with-bookmarks": pair("有标注", "With bookmarks"),
  "search.clear-filters": pair("清除筛选", "Clear filters"),
  "search.remove-filter": pair<{ name: string }>(
    ({ name }) => `取消筛选：${name}`,
    ({ name }) => `Remove filter: ${name}`,
  ),
  "search.date-range": pair<{ from: string; to: string }>(
    ({ from, to }) => (from === to ? from : `${from}至${to}`),
    ({ from, to }) => (from === to ? from : `${from} to ${to}`),
  ),
  "search.date-from": pair<{ from: string }>(
    ({ from }) => `${from}以后`,
    ({ from }) => `since ${from}`,
  ),
  "search.date-to": pair<{ to: string }>(
    ({ to }) => `${to}以前`,
    ({ to }) => `until ${to}`,
  ),

  "search.chart": pair("时间分布", "Over time"),
  "search.chart-keys": pair(
    "左右键移动，按住Shift选一段，回车筛选。",
    "Arrow keys move, Shift selects a range, Enter filters.",
  ),
  "search.chart-bar": pair<{ time: string; count: number }>(
    ({ time, count }) => `${time}：${grouped(count)}篇`,
    ({ time, count }) => `${time}: ${counted(count, "article")}`,
  ),
  "search.chart-all": pair("全部年份", "All years"),
  "search.chart-month": pair<{ month: number }>(
    ({ month }) => `${month}月`,
    ({ month }) => String(month),
  ),

  "search.expand": pair<{ count: number }>(
    ({ count }) => `展开全部${grouped(count)}处`,
    ({ count }) => `Show all ${counted(count, "hit")}`,
  ),
  "search.fold": pair("收起", "Show fewer"),
  "search.more-snippets": pair<{ count: number }>(
    ({ count }) => `再显示${grouped(count)}处`,
    ({ count }) => `Show ${grouped(count)} more`,
  ),
  "search.untitled": pair("（无标题）", "(untitled)"),

  "search.none": pair<{ query: string }>(
    ({ query }) => `没有找到“${query}”。可减少字数`,
    ({ query }) => `“${query}” was not found. Try fewer words`,
  ),
  "search.none-or": pair("，或", ", or "),
  "search.none-end": pair("。", "."),
  "search.see-near": pair("查看相近结果", "see near results"),
  "search.near": pair("相近结果", "Near results"),
  "search.near-note": pair("没有完全一致的内容，以下只是相近。", "Nothing matches exactly; these come near."),
  "search.near-number": pair("数额相同，万、亿写法不同", "The same amount, written otherwise"),
  "search.near-punctuation": pair("标点或空格不同", "Other punctuation or spaces"),
  "search.near-words": pair("词语都有，但不连在一起", "All the words, apart from one another"),
  "search.notes": pair("标注", "Bookmarks"),

  "search.choose": pair("点一条结果，文章就在这里打开。", "Choose a result and its article opens here."),
  "search.tips": pair("怎样查得准", "How to find exactly"),
  "search.tip-and": pair("同时含有两个词，中间空一格", "Both words: a space between them"),
  "search.tip-and-example": pair("乡村 振兴", "village revival"),
  "search.tip-phrase": pair("一字不差的一句话，加引号", "An exact phrase: in quotes"),
  "search.tip-phrase-example": pair("“应检尽检 愿检尽检”", "“as it stands”"),
  "search.tip-or": pair("两个词有一个就行", "Either word"),
  "search.tip-or-example": pair("学校 OR 幼儿园", "school OR college"),
  "search.tip-not": pair("不要含有某个词", "Without a word"),
  "search.tip-not-example": pair("疫情 -接种", "epidemic -vaccine"),
  "search.tip-field": pair("只查标题、来源或日期", "Only title, source or date"),
  "search.tip-field-example": pair("标题：防汛 日期：2020..2021", "title:flood date:2020..2021"),

  "search.history": pair("搜索记录", "Search history"),
  "search.saved": pair("常用搜索", "Saved searches"),
  "search.no-history": pair(
    "还没有搜索记录。输入词语后按回车，就会记在这里。",
    "No searches yet. Type words and press Enter; they are kept here.",
  ),
  "search.forget": pair<{ name: string }>(
    ({ name }) => `删除“${name}”`,
    ({ name }) => `Delete “${name}”`,
  ),
  "search.clear-history": pair("清空记录", "Clear history"),
  "search.saved-name": pair("名称", "Name"),
  "search.kept": pair("已存入常用搜索。", "Kept among the saved searches."),

  "search.advanced-all": pair("全部包含", "All of these"),
  "search.advanced-any": pair("任一", "Any of these"),
  "search.advanced-none": pair("不含", "None of these"),
  "search.advanced-words": pair(
    "词与词之间空一格；一字不差的一句话加引号。",
    "Words parted by spaces; an exact phrase in quotes.",
  ),
  "search.advanced-from": pair("日期从", "Date from"),
  "search.advanced-to": pair("到", "to"),
  "search.advanced-date": pair("如2021、2021-06或2021-06-05", "2021, 2021-06, 2021-06-05"),
  "search.advanced-date-wrong": pair(
    "请写成2021、2021-06或2021-06-05。",
    "Write 2021, 2021-06 or 2021-06-05.",
  ),
  "search.advanced-source": pair("来源", "Source"),
  "search.advanced-writes": pair("相当于输入", "The same as typing"),
  "search.advanced-search": pair("搜索", "Search"),
  "search.advanced-clear": pair("清空", "Clear"),

  "search.sentence-order": pair("日期顺序", "Order"),
  "search.sentences": pair("句子", "Sentences"),
  "search.sentences-total": pair<{ count: number }>(
    ({ count }) => `共${grouped(count)}句`,
    ({ count }) => counted(count, "sentence"),
  ),
  "search.sentences-so-far": pair<{ count: number }>(
    ({ count }) => `已列出${grouped(count)}句`,
    ({ count }) => `${counted(count, "sentence")} so far`,
  ),
  "search.copy-table": pair("复制为表格", "Copy as a table"),
  "search.copied-table": pair<{ count: number }>(
    ({ count }) => `已复制${grouped(count)}句，可粘贴到表格或文档里。`,
    ({ count }) => `${counted(count, "sentence")} copied, to be pasted as a table.`,
  ),
  "search.save-table": pair("存为Excel表格", "Save as a spreadsheet"),
  "search.saved-table": pair<{ path: string }>(
    ({ path }) => `已保存到“${path}”。`,
    ({ path }) => `Saved to “${path}”.`,
  ),
  "search.column-date": pair("日期", "Date"),
  "search.column-source": pair("来源", "Source"),
  "search.column-title": pair("标题", "Title"),
  "search.column-sentence": pair("句子", "Sentence"),
  "search.column-numbers": pair("数字", "Numbers"),

  "hits.bar": pair("命中处", "Hits"),
  "hits.place": pair<{ at: number; total: number }>(
    ({ at, total }) => `第${grouped(at)}处，共${grouped(total)}处`,
    ({ at, total }) => `${grouped(at)} of ${grouped(total)}`,
  ),
  "hits.total": pair<{ total: number }>(
    ({ total }) => `共${grouped(total)}处`,
    ({ total }) => counted(total, "hit"),
  ),
  "hits.none": pair("正文中没有这些词", "None of the words stand in the text"),
  "hits.next": pair("下一处", "Next hit"),
  "hits.previous": pair("上一处", "Previous hit"),
  "hits.show": pair("标出命中处", "Mark the hits"),

  "short-names.title": pair("简称对照", "Short names"),
  "short-names.note": pair(
    "每行是同一个单位或事物的几种叫法，用顿号隔开。搜其中一个时，可以勾选同时搜索其余的。",
    "Each line holds the names of one thing, parted by commas. A search for one offers the others.",
  ),
  "short-names.group": pair<{ number: number }>(
    ({ number }) => `第${number}组`,
    ({ number }) => `Group ${number}`,
  ),
  "short-names.add": pair("添加一组", "Add a group"),
  "short-names.example": pair("如：卫健委、卫生健康委员会", "Such as: WHO, World Health Organization"),
  "short-names.remove": pair<{ names: string }>(
    ({ names }) => `删除“${names}”`,
    ({ names }) => `Delete “${names}”`,
  ),
  "short-names.wrong": pair("至少写两种叫法，用顿号隔开。", "Write two names at least, parted by commas."),
  "short-names.restore": pair("恢复默认对照", "Restore the usual names"),
} as const;
