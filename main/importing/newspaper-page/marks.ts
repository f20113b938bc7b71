/**
 * The lines of a page that say by their own form what they are, whatever stands around them: the mark that opens a
 * lead, the line of authors, the credit for the pictures. Their words are the trade's own and the same in every
 * newspaper; nothing here knows a place, a person or a subject.
 */

const leadWords = [
  "核心提示",
  "内容提要",
  "内容提示",
  "内容摘要",
  "阅读提示",
  "新闻提示",
  "编者按",
  "编者的话",
  "开栏的话",
  "开栏语",
  "导读",
  "导语",
  "提要",
  "摘要",
  "引言",
];

const spacedLeadWords = leadWords.map((word) => [...word].join("\\s*")).join("|");
const leadLine = new RegExp(
  `^(?<open>[【〔\\[（(《<■□●◆▶])?\\s*(?<word>${spacedLeadWords})\\s*(?<close>[】〕\\]）)》>])?(?<delimiter>\\s*[:：]|\\s+|$)?\\s*(?<rest>.*)$`,
  "u",
);

/** The text after the mark that opens a lead (核心提示, 【导读】, 编者按：……), empty where it stands alone; null for any other line. */
export function leadAfterMark(text: string): string | null {
  const groups = leadLine.exec(text)?.groups;
  if (!groups) return null;
  const rest = groups["rest"] ?? "";
  const parted = groups["close"] !== undefined || groups["delimiter"] !== undefined;
  return rest === "" || parted ? rest : null;
}

const role =
  "(?:[\\p{Script=Han}]{0,10}(?:记者|通讯员|特派员|评论员|实习生|特约撰稿人?|撰稿人?)|作者|撰文|摄影报道|摄影|整理|供稿|口述|采写|采访|执笔|文字|图片|图文|文图|(?:文|图|摄)(?:\\s*[/／、|｜&]\\s*(?:文|图|摄影|摄|片))*)";
const person =
  "\\p{Script=Han}(?:[ \\u3000]?\\p{Script=Han}){1,3}(?:·\\p{Script=Han}{1,6})?(?:[/／](?:文|图|摄影?))?";
const people = `${person}(?:[\\s、,，/]*${person})*`;
const bullet = "[□■◎○●◆◇▲△☆★—\\-\\s]*";
const parted = new RegExp(
  `^${bullet}(?:${role}(?:\\s*[:：/／|｜]\\s*|\\s+|[（(])${people}[）)]?[\\s、,，;；|｜]*)+(?:${role})?$`,
  "u",
);

/** The commonest family names: the only way to see a name that no space parts from its role. */
const familyNames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申耿关兰焦柳裴房左季祁路喻牟靳褚苗尚柴宁祝纪舒屈项童詹卫褚戚华云鲍花柏费岑滕殷毕卞穆狄米贝臧计伏成谈茅梅盛骆凌霍虞支柯管解应宗宣郁单杭洪包诸吉翁荀惠甄曲封储富巫车全班仲伊宫甘厉符景束幸司池闻党贡姬冉宰雍桑桂濮边燕冀浦农晏瞿连茹习艾容古戈居满匡国寇欧利师巩晁敖冷辛简饶沙鞠丰巢蒯查荆游权盖";
const givenName = `[${familyNames}]\\p{Script=Han}{1,2}`;
const unparted = new RegExp(
  `^${bullet}(?:(?:本报|本台|本刊|新华社|本网)?[\\p{Script=Han}]{0,4}(?:记者|通讯员)\\s*${givenName}(?:[\\s、]+${givenName})*[\\s、]*)+(?:文[/／]图|摄影报道)?$`,
  "u",
);
const namesAlone = new RegExp(
  `^${bullet}(?:[${familyNames}][ \\u3000]?\\p{Script=Han}{1,2}[\\s、]*){1,4}$`,
  "u",
);

/** Longer lines say more than who wrote them. */
const BYLINE_AT_MOST = 70;

/** `sure`: the line names its authors by their role; `names`: names and nothing else, a byline only below a title. */
export function bylineKind(text: string): "sure" | "names" | null {
  if (text.length > BYLINE_AT_MOST || /[。！？!?；;]$/u.test(text)) return null;
  // Below an article its authors stand in brackets.
  const inside = /^[（(](?<inside>[^（()）]+)[）)]$/u.exec(text)?.groups?.["inside"] ?? text;
  if (parted.test(inside) || unparted.test(inside)) return "sure";
  return namesAlone.test(text) ? "names" : null;
}

const pictureWord = /照片|图片|摄影|供图|配图|插图|制图|图表|资料图|本版图|题图|[图摄]$/u;
const pageWord = /本版|本页|本期|本专版|本组|以上|均[由为]|除署名|署名外/u;
/** A credit is one line; a longer text about pictures is an article. */
const CREDITS_AT_MOST = 80;

/** A line that credits the page's pictures: （本版照片均由……提供）, 【……供图】, 本版图片 李明 摄. */
export function isCredits(text: string): boolean {
  if (text.length > CREDITS_AT_MOST) return false;
  const inside = /^[（(【〔[](?<inside>[^（()）【】]*(?:[（(][^（()）]*[）)][^（()）]*)?)[）)】〕\]]$/u.exec(
    text,
  )?.groups?.["inside"];
  if (inside !== undefined)
    return pictureWord.test(inside) && (pageWord.test(inside) || /提供|摄|供图|制图/u.test(inside));
  return (
    pageWord.test(text.slice(0, 6)) &&
    pictureWord.test(text) &&
    /(?:提供|摄影?|供图|制图|署名外.*)[。]?$/u.test(text)
  );
}

/** A caption signed by its photographer, or one that says of itself that it is one. */
export function isSignedCaption(text: string): boolean {
  return (
    (/(?:摄|供图|提供|资料图片?|效果图|绘|制图)[）)】]?[。]?$/u.test(text) && /\s|[（(【]|图/u.test(text)) ||
    /^(?:[▲△▼↑↓←→◀▶]|[（(]?(?:上|下|左|右|中|大|小)?图(?:为|[①-⑨\d一二三四][：:、，, ]))/u.test(text)
  );
}

/** The beginning of a news report, which names its paper, agency or day: the first paragraph of an article. */
export function isDateline(text: string): boolean {
  return /^(?:本报|本台|本刊|本网|新华社|中新社|中新网|人民网|据)[\p{Script=Han}\d、]{0,14}(?:讯|电|消息|报道)[\s（(：:，,]?/u.test(
    text,
  );
}

/** The beginning of a body after its lead: a dateline, or a day. */
export function opensBody(text: string): boolean {
  return isDateline(text) || /^(?:\d{1,2}月\d{1,2}日|近日|日前|连日来|昨[日天]|今[日天])/u.test(text);
}
