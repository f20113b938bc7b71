/** Articles laid out as a page would lay them out, and dumped: cut by columns, pictures and title blocks. */
import { type MadeArticle, makeArticle, makeHabits } from "./compose.ts";
import { type Random, randomFrom } from "./random.ts";
import * as stock from "./sentences.ts";

export interface Expected {
  readonly credits: string;
  readonly articles: readonly {
    readonly kicker: string;
    readonly title: string;
    readonly subtitle: string;
    readonly byline: string;
    readonly lead: readonly string[];
    readonly body: readonly ({ readonly heading: string } | { readonly paragraph: string })[];
    readonly captions: readonly string[];
  }[];
}

export interface MadePage {
  readonly text: string;
  readonly expected: Expected;
}

/** A line of the dump and what stands before it. */
interface Line {
  readonly text: string;
  readonly before: "block" | "picture";
  readonly indent: boolean;
}

interface PageHabits {
  readonly paragraphGap: number;
  readonly lineEnd: string;
  readonly indent: string;
  readonly halfWidth: boolean;
  readonly trailing: string;
  readonly wrap: number | null;
  readonly columnCuts: number;
  readonly pictureCuts: number;
  readonly picturesWithoutCaption: number;
}

/** The page of that seed, with what it must become. */
export function makePage(seed: number): MadePage {
  const random = randomFrom(seed);
  const page = makePageHabits(random);
  const habits = makeHabits(random);
  const count = random.pick([1, 1, 2, 2, 2, 3, 4]);
  const leads = random.chance(0.6);
  const bylines = random.chance(0.8);
  const lines: Line[] = [];
  const articles: MadeArticle[] = [];
  for (let index = 0; index < count; index += 1) {
    const byline = bylines && random.chance(0.9);
    // Without byline and kicker a later title is a heading by its form, and no reader could tell.
    const kicker = random.chance(0.75) || (!byline && index > 0);
    const article = widthOf(
      page,
      makeArticle(random, habits, { lead: leads && random.chance(0.85), byline, kicker }),
    );
    articles.push(article);
    lines.push(...layArticle(random, page, article, index));
  }
  const credits = random.chance(0.6) ? dressWidth(page, makeCredits(random)) : "";
  const furniture = makeFurniture(random);
  const framed = frame(random, lines, credits, furniture);
  return { text: dump(random, page, framed), expected: { credits, articles: articles.map(expectedOf) } };
}

function makePageHabits(random: Random): PageHabits {
  const wrap = random.chance(0.12) ? random.between(14, 30) : null;
  return {
    paragraphGap: wrap === null ? random.pick([1, 1, 1, 1, 1, 0, 2]) : random.pick([0, 1]),
    lineEnd: random.pick(["\n", "\n", "\r\n"]),
    indent: wrap === null ? random.pick(["", "", "", "　　", "    "]) : "　　",
    halfWidth: random.chance(0.4),
    trailing: random.pick(["", "", " ", "　"]),
    wrap,
    columnCuts: random.pick([0, 0.05, 0.15]),
    pictureCuts: random.pick([0, 0.4, 0.8]),
    picturesWithoutCaption: random.pick([0, 0, 0.15]),
  };
}

function layArticle(random: Random, page: PageHabits, article: MadeArticle, index: number): readonly Line[] {
  const title = titleLines(article);
  const paragraphs: Line[][] = article.body.map((item) => [
    { text: item.text, before: "block", indent: item.kind === "paragraph" },
  ]);
  for (const caption of article.captions) placeCaption(random, page, article, paragraphs, caption);
  for (let at = 0; at < paragraphs.length; at += 1) {
    if (random.chance(page.columnCuts)) cutAt(random, page, paragraphs[at] ?? [], []);
    if (random.chance(page.picturesWithoutCaption * 0.3))
      cutAt(random, page, paragraphs[at] ?? [], [], "picture");
  }
  const lead = layLead(random, article);
  const place = titlePlace(random, article, index);
  if (place === "below lead") return [...lead, ...title, ...paragraphs.flat()];
  if (place === "inside" && cutAt(random, page, longest(paragraphs), title))
    return [...lead, ...paragraphs.flat()];
  if (place === "among" && paragraphs.length > 1) {
    paragraphs.splice(random.between(1, paragraphs.length - 1), 0, [...title]);
    return [...lead, ...paragraphs.flat()];
  }
  if (place === "last") return [...lead, ...paragraphs.flat(), ...title];
  return [...title, ...lead, ...paragraphs.flat()];
}

function layLead(random: Random, article: MadeArticle): readonly Line[] {
  const [first, ...more] = article.lead;
  if (first === undefined) return [];
  const mark = random.pick([
    "核心提示",
    "核心提示",
    "核心提示",
    "【核心提示】",
    "核心提示：",
    "内容提要",
    "导读",
    "编者按",
  ]);
  const rest: Line[] = more.map((text) => ({ text, before: "block", indent: true }));
  if (random.chance(0.2)) {
    const parted = mark.startsWith("【") || mark.endsWith("：") ? mark : `${mark}：`;
    return [{ text: parted + first, before: "block", indent: false }, ...rest];
  }
  return [
    { text: mark, before: "block", indent: false },
    { text: first, before: "block", indent: true },
    ...rest,
  ];
}

type TitlePlace = "first" | "below lead" | "among" | "inside" | "last";

/**
 * Only an article that opens with a lead, or the first of a page, can have its title later: else nothing shows where
 * it begins. And where the body follows the lead with nothing between, no form shows where the one ends.
 */
function titlePlace(random: Random, article: MadeArticle, index: number): TitlePlace {
  const hasLead = article.lead.length > 0;
  const marked = article.byline !== "" || article.kicker !== "";
  if (hasLead && (!marked || article.body[0]?.kind === "paragraph")) return "below lead";
  if (hasLead) return random.pick(["first", "below lead", "among", "inside", "last"] as const);
  return index === 0 && marked ? random.pick(["first", "first", "among", "inside"] as const) : "first";
}

function longest(paragraphs: readonly Line[][]): Line[] {
  const sized = [...paragraphs].sort((a, b) => (b[0]?.text.length ?? 0) - (a[0]?.text.length ?? 0));
  return sized.find((lines) => lines[0]?.indent) ?? [];
}

function titleLines(article: MadeArticle): readonly Line[] {
  const [first = "", ...more] = article.titleLines;
  const texts = article.kickerOnTitleLine ? [`${article.kicker} ${first}`] : [article.kicker, first, ...more];
  return [...texts, article.subtitle, article.byline]
    .filter((text) => text !== "")
    .map((text) => ({ text, before: "block", indent: false }));
}

function placeCaption(
  random: Random,
  page: PageHabits,
  article: MadeArticle,
  paragraphs: Line[][],
  caption: string,
): void {
  const line: Line = { text: caption, before: "picture", indent: false };
  const at = random.between(0, paragraphs.length - 1);
  const target = paragraphs[at] ?? [];
  const isParagraph = article.body.some((item) => item.kind === "paragraph" && item.text === target[0]?.text);
  if (isParagraph && random.chance(page.pictureCuts) && cutAt(random, page, target, [line])) return;
  target.push(line);
}

/** A column is no narrower than this, less its indent. */
const SHORTEST_LINE = 8;
const PAUSE = /[。！？!?…：；:;”’）》)]$/u;

/** Cuts the last text of a paragraph mid-sentence and puts something between; false where it is too short to be cut. */
function cutAt(
  random: Random,
  _page: PageHabits,
  lines: Line[],
  between: readonly Line[],
  before: Line["before"] = "block",
): boolean {
  const index = lines.findLastIndex((line) => line.indent);
  const line = lines[index];
  if (!line || line.text.length < 24) return false;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const at = random.between(SHORTEST_LINE, line.text.length - 3);
    const left = line.text.slice(0, at);
    if (PAUSE.test(left) || /\s/u.test(line.text.slice(at - 1, at + 1))) continue;
    const rest: Line = { text: line.text.slice(at), before, indent: false };
    lines.splice(index, 1, { ...line, text: left }, ...between, rest);
    return true;
  }
  return false;
}

function makeCredits(random: Random): string {
  const name = random.pick(stock.people).replace("　", "");
  const inside = random.pick([
    `本版照片均由${random.pick(stock.places)}宣传办提供`,
    `本版图片由本报记者 ${name} 摄`,
    `本版图片除署名外均由受访单位提供`,
  ]);
  const [open, close] = random.pick([
    ["（", "）"],
    ["(", ")"],
    ["【", "】"],
  ] as const);
  return random.chance(0.1) ? `本版图片 ${name} 摄` : open + inside + close;
}

function makeFurniture(random: Random): string {
  if (random.chance(0.6)) return "";
  const date = `${random.between(2015, 2024)}年${random.between(1, 12)}月${random.between(1, 28)}日`;
  const paper = random.pick(stock.newspapers);
  const page = random.between(1, 16);
  const name = random.pick(stock.pageNames);
  const [editor = "", checker = ""] = random.some(stock.people, 2).map((person) => person.replace("　", ""));
  return random.pick([
    `${paper} ${date} 星期${random.pick(["一", "三", "五", "日"])} 第${page}版 责任编辑：${editor}`,
    `${date} 星期二 ${paper} ${page}版 ${name}`,
    `责任编辑：${editor} 校对：${checker}`,
    `责编 ${editor} 美编 ${checker} 电话：0391—8797000`,
    `A0${random.between(2, 8)} ${name} ${date}`,
  ]);
}

function frame(random: Random, lines: readonly Line[], credits: string, furniture: string): readonly Line[] {
  const framed = [...lines];
  const line = (text: string): Line => ({ text, before: "block", indent: false });
  if (credits !== "") {
    if (random.chance(0.85)) framed.push(line(credits));
    else framed.splice(random.between(0, framed.length), 0, line(credits));
  }
  if (furniture !== "") {
    if (random.chance(0.7)) framed.unshift(line(furniture));
    else framed.push(line(furniture));
  }
  return framed;
}

function dump(random: Random, page: PageHabits, lines: readonly Line[]): string {
  let text = random.chance(0.3) ? page.lineEnd.repeat(random.between(1, 3)) : "";
  for (const [index, line] of lines.entries()) {
    const gap =
      line.before === "picture"
        ? Math.max(3, page.paragraphGap + 2) + random.pick([0, 0, 0, 1, 2])
        : page.paragraphGap;
    if (index > 0) text += page.lineEnd.repeat(gap + 1);
    const whole = (line.indent ? page.indent : "") + line.text;
    text += wrapped(page, whole) + page.trailing;
  }
  if (random.chance(0.5)) text += page.lineEnd;
  return random.chance(0.1) ? `\ufeff${text}` : text;
}

function wrapped(page: PageHabits, text: string): string {
  if (page.wrap === null) return text;
  const rows: string[] = [];
  for (let rest = text; rest !== ""; ) {
    let end = page.wrap;
    // No line begins with a closing mark: it hangs on the line before.
    while (end < rest.length && /[，。、；：！？”’）》,.;:!?)%]/u.test(rest[end] ?? "")) end += 1;
    rows.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rows.join(page.lineEnd);
}

function widthOf(page: PageHabits, article: MadeArticle): MadeArticle {
  return {
    ...article,
    byline: article.byline,
    lead: article.lead.map((text) => dressWidth(page, text)),
    body: article.body.map((item) => ({ ...item, text: dressWidth(page, item.text) })),
    captions: article.captions.map((text) => dressWidth(page, text)),
  };
}

const halfWidth: Readonly<Record<string, string>> = { "，": ",", "；": ";", "：": ":", "（": "(", "）": ")" };

function dressWidth(page: PageHabits, text: string): string {
  return page.halfWidth ? text.replace(/[，；：（）]/gu, (mark) => halfWidth[mark] ?? mark) : text;
}

function expectedOf(article: MadeArticle): Expected["articles"][number] {
  return {
    kicker: article.kicker,
    title: article.titleLines.join(" "),
    subtitle: article.subtitle,
    byline: article.byline,
    lead: article.lead,
    body: article.body.map((item) =>
      item.kind === "heading" ? { heading: item.text } : { paragraph: item.text },
    ),
    captions: article.captions,
  };
}
