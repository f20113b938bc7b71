/** Articles made from the stock, each with its own habits. */
import type { Random } from "./random.ts";
import * as stock from "./sentences.ts";

export interface Paragraph {
  readonly kind: "paragraph" | "heading";
  readonly text: string;
}

export interface MadeArticle {
  readonly kicker: string;
  /** One or two lines. */
  readonly titleLines: readonly string[];
  readonly kickerOnTitleLine: boolean;
  readonly subtitle: string;
  readonly byline: string;
  readonly lead: readonly string[];
  readonly body: readonly Paragraph[];
  readonly captions: readonly string[];
}

export type CaptionHabit = "sentence" | "bare" | "signed" | "mixed";

export interface Habits {
  readonly captions: CaptionHabit;
  readonly headings: "plain" | "numbered" | "question" | "mixed" | "none";
  readonly openings: number;
  readonly sentencesAtMost: number;
  readonly lists: number;
}

export function makeHabits(random: Random): Habits {
  return {
    captions: random.pick(["sentence", "sentence", "sentence", "bare", "signed", "mixed"] as const),
    headings: random.pick(["plain", "plain", "plain", "numbered", "mixed", "question", "none"] as const),
    openings: random.pick([0, 0.2, 0.6]),
    sentencesAtMost: random.pick([2, 4, 6]),
    lists: random.pick([0, 0, 0.2]),
  };
}

export function makeArticle(
  random: Random,
  habits: Habits,
  options: { lead: boolean; byline: boolean; kicker: boolean },
): MadeArticle {
  const place = random.pick(stock.places);
  const kicker = options.kicker ? (random.chance(0.7) ? place : random.pick(stock.kickers)) : "";
  const titleLines = makeTitle(random);
  return {
    kicker,
    titleLines,
    kickerOnTitleLine: kicker === place && titleLines.length === 1 && random.chance(0.4),
    subtitle: random.chance(0.15) ? random.pick(stock.subtitles).replace("@", place) : "",
    byline: options.byline ? makeByline(random) : "",
    lead: options.lead ? makeLead(random, place) : [],
    body: makeBody(random, habits, place),
    captions: random
      .some(stock.captions, random.between(0, 5))
      .map((caption) => dressCaption(random, habits.captions, caption)),
  };
}

function makeTitle(random: Random): readonly string[] {
  if (random.chance(0.35)) return [random.pick(stock.singleTitles)];
  const [first, second] = random.pick(stock.twinTitles);
  return random.chance(0.2) ? [first, second] : [`${first} ${second}`];
}

function makeByline(random: Random): string {
  const [one = "", two = "", three = ""] = random.some(stock.people, 3);
  return random.pick([
    `本报记者 ${one}`,
    `本报记者 ${one} 本报通讯员 ${two}`,
    `本报记者 ${one} 通讯员 ${two} ${three}`,
    `本报记者${one.replace("　", "")} 通讯员${two.replace("　", "")}`,
    `记者 ${one} 通讯员 ${two} 文/图`,
    `□本报记者 ${one} ${two}`,
    `文/图 本报记者 ${one}`,
    `本报首席记者 ${one}`,
    `本报全媒体记者 ${one}、${two}`,
    `通讯员 ${one} ${two}`,
  ]);
}

function makeLead(random: Random, place: string): readonly string[] {
  return Array.from({ length: random.chance(0.7) ? 1 : 2 }, () =>
    makeParagraph(random, place, random.between(2, 3), 0),
  );
}

function makeBody(random: Random, habits: Habits, place: string): readonly Paragraph[] {
  const body: Paragraph[] = [];
  const sections = habits.headings === "none" ? 1 : random.between(1, 4);
  const opening = sections === 1 || random.chance(0.6);
  const numbered = [...stock.numberedHeadings];
  for (let section = opening ? 0 : 1; section <= sections; section += 1) {
    if (section > 0 && habits.headings !== "none") {
      body.push({ kind: "heading", text: makeHeading(random, habits, numbered) });
    }
    for (let count = random.between(1, 4); count > 0; count -= 1)
      body.push(...makeParagraphs(random, habits, place));
  }
  return body;
}

function makeHeading(random: Random, habits: Habits, numbered: string[]): string {
  const style = habits.headings === "mixed" ? random.pick(["plain", "question"] as const) : habits.headings;
  if (style === "numbered") return numbered.shift() ?? random.pick(stock.headings);
  return style === "question" ? random.pick(stock.questionHeadings) : random.pick(stock.headings);
}

function makeParagraphs(random: Random, habits: Habits, place: string): readonly Paragraph[] {
  const paragraph = (text: string): Paragraph => ({ kind: "paragraph", text });
  if (!random.chance(habits.lists)) {
    return [
      paragraph(makeParagraph(random, place, random.between(1, habits.sentencesAtMost), habits.openings)),
    ];
  }
  const items = random.some(stock.sentences, 3).map((text) => fill(random, text, place).replace(/。$/u, ""));
  return [
    paragraph("具体来说，主要抓了以下几个方面的工作："),
    ...items.map((item, index) =>
      paragraph(`${["一是", "二是", "三是"][index]}${item}${index === 2 ? "。" : "；"}`),
    ),
  ];
}

function makeParagraph(random: Random, place: string, count: number, openings: number): string {
  const opening = random.chance(openings) ? random.pick(stock.openings) : "";
  return (
    opening +
    random
      .some(stock.sentences, count)
      .map((text) => fill(random, text, place))
      .join("")
  );
}

function fill(random: Random, text: string, place: string): string {
  return text
    .replaceAll("@", place)
    .replace(/#/gu, () => String(random.pick([random.between(2, 99), random.between(100, 9999)])));
}

function dressCaption(random: Random, habit: CaptionHabit, caption: string): string {
  const style = habit === "mixed" ? random.pick(["sentence", "bare", "signed"] as const) : habit;
  const name = random.pick(stock.people).replace("　", "");
  switch (style) {
    case "sentence":
      return `${random.chance(0.2) ? "图为" : ""}${caption}。`;
    case "bare":
      return caption;
    case "signed":
      return random.pick([
        `${caption}。（记者 ${name} 摄）`,
        `${caption}。${name} 摄`,
        `${caption} 通讯员 ${name} 摄`,
      ]);
  }
}
