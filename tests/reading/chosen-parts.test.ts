/** Choosing what of an article is printed: ticks of sections and of paragraphs are ticks of the same parts. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { defaultPrintOptions } from "../../preload/model/print.ts";
import { sections as sectionsOf } from "../../preload/model/sections.ts";
import {
  type Chosen,
  choosableOf,
  countChosen,
  howChosen,
  nothingChosen,
  partAt,
  piecesOf,
  rangeOfPart,
  toggled,
} from "../../renderer/reading/choosing/chosen-parts.ts";
import { estimatedPages } from "../../renderer/reading/choosing/estimated-pages.ts";

const heading = (level: number, words: string): Block =>
  ({ type: "heading", level, content: plain(words) }) as Block;
const paragraph = (words: string): Block => ({ type: "paragraph", content: plain(words) });
const list: Block = { type: "list", ordered: false, start: 1, items: [[paragraph("甲")], [paragraph("乙")]] };

const lead = [paragraph("提示两句话。")];
const body = [
  paragraph("开头一段文字"),
  heading(2, "一、总体"),
  paragraph("总体的第一段"),
  heading(3, "（一）目标"),
  paragraph("目标一"),
  paragraph("目标二"),
  heading(3, "（二）原则"),
  paragraph("坚持为民。原则的一段"),
  heading(2, "二、保障"),
  list,
  paragraph("保障的末段"),
];
const article = {
  ...emptyArticle(),
  id: 7,
  revision: 3,
  title: "题目",
  lead,
  body,
  credits: "本版图片由本报记者摄",
};
const text = articleText(article);
const sections = sectionsOf(article, text);
const choosable = choosableOf(article, text, sections);

/** Ticks the section of a title, or the part of some words. */
function ticked(chosen: Chosen, words: string): Chosen {
  const section = choosable.sections.find((each) => each.section.title === words);
  const at = text.text.indexOf(words);
  const part = partAt(choosable, at);
  if (section !== undefined) return toggled(choosable, chosen, section);
  return part === null ? chosen : toggled(choosable, chosen, rangeOfPart(choosable, part));
}

function textsOf(chosen: Chosen): readonly string[] {
  return piecesOf(choosable, chosen, article).map(({ span }) =>
    span === null ? "全文" : text.text.slice(span.start, span.end),
  );
}

function stateOf(chosen: Chosen, title: string) {
  const section = choosable.sections.find((each) => each.section.title === title);
  return section === undefined ? null : howChosen(chosen, section);
}

test("a parent's tick ticks its children, and is one piece with all that stands under it", () => {
  const chosen = ticked(nothingChosen, "一、总体");
  expect(stateOf(chosen, "（一）目标")).toBe("all");
  expect(stateOf(chosen, "坚持为民。")).toBe("all");
  expect(textsOf(chosen)).toEqual([
    "一、总体\n总体的第一段\n（一）目标\n目标一\n目标二\n（二）原则\n坚持为民。原则的一段",
  ]);
  expect(countChosen(choosable, chosen)).toMatchObject({ sections: 1, paragraphs: 0 });
});

test("a child's tick leaves its parent half ticked", () => {
  const chosen = ticked(nothingChosen, "（一）目标");
  expect(stateOf(chosen, "一、总体")).toBe("some");
  expect(textsOf(chosen)).toEqual(["（一）目标\n目标一\n目标二"]);
});

test("a parent whose child is unticked keeps its heading with what is left", () => {
  const chosen = ticked(ticked(nothingChosen, "一、总体"), "（一）目标");
  expect(stateOf(chosen, "一、总体")).toBe("some");
  expect(textsOf(chosen)).toEqual(["一、总体\n总体的第一段", "（二）原则\n坚持为民。原则的一段"]);
});

test("a heading goes with the last of what stands under it, and comes with all of it", () => {
  const parts = ["目标一", "目标二"];
  const all = parts.reduce(ticked, nothingChosen);
  expect(textsOf(all)).toEqual(["（一）目标\n目标一\n目标二"]);
  expect(parts.reduce(ticked, all).size).toBe(0);
});

test("lead, opening and an opening sentence's paragraph are sections; a plain paragraph is a passage", () => {
  const chosen = ["核心提示", "开头", "坚持为民。", "总体的第一段"].reduce(ticked, nothingChosen);
  expect(piecesOf(choosable, chosen, article).map(({ kind }) => kind)).toEqual([
    "section",
    "section",
    "passage",
    "section",
  ]);
  expect(countChosen(choosable, chosen)).toMatchObject({ sections: 3, paragraphs: 1 });
});

test("opening sentences beside one another and what stands between them are one passage, counted as sections", () => {
  const own = { ...emptyArticle(), id: 7, revision: 3, title: "题目" };
  const sentences = [
    heading(2, "一、做法"),
    paragraph("先说一句。再说别的。"),
    paragraph("路通了。水也通了。"),
    paragraph("没有短句的一段文字，一直写到末尾也没有停顿下来"),
    paragraph("人齐了。事好办了。"),
  ];
  const whole = { ...own, body: sentences };
  const ownText = articleText(whole);
  const parts = choosableOf(whole, ownText, sectionsOf(whole, ownText));
  const all = toggled(parts, nothingChosen, { from: 0, to: 5 });
  const chosen = toggled(parts, all, { from: 1, to: 2 });
  const texts = piecesOf(parts, chosen, whole).map(({ span, kind }) => [
    kind,
    span === null ? "" : ownText.text.slice(span.start, span.end).split("\n").length,
  ]);
  expect(texts).toEqual([
    ["section", 1],
    ["passage", 3],
  ]);
  expect(countChosen(parts, chosen)).toMatchObject({ sections: 3, paragraphs: 1 });
  const alone = toggled(parts, nothingChosen, { from: 2, to: 3 });
  expect(piecesOf(parts, alone, whole).map(({ kind }) => kind)).toEqual(["section"]);
});

test("a list is ticked as one, and paragraphs side by side are one piece", () => {
  const chosen = ["甲", "保障的末段"].reduce(ticked, nothingChosen);
  expect(textsOf(chosen)).toEqual(["二、保障\n甲\n乙\n保障的末段"]);
  expect(textsOf(ticked(nothingChosen, "乙"))).toEqual(["甲\n乙"]);
});

test("everything ticked is the article as a whole, with its title", () => {
  const all = toggled(choosable, nothingChosen, { from: 0, to: choosable.parts.length });
  expect(piecesOf(choosable, all, article)).toEqual([
    { article: 7, revision: 3, span: null, kind: "article" },
  ]);
});

test("a press on the title or on the credits is on no part, on a heading on all of its section", () => {
  expect(partAt(choosable, text.text.indexOf("题目"))).toBeNull();
  expect(partAt(choosable, text.text.indexOf("本版图片"))).toBeNull();
  expect(partAt(choosable, text.text.indexOf("目标一") + 1)).toBe(5);
  const heading = partAt(choosable, text.text.indexOf("（一）目标"));
  expect(rangeOfPart(choosable, heading ?? -1)).toMatchObject({ from: 4, to: 7 });
  expect(rangeOfPart(choosable, 5)).toEqual({ from: 5, to: 6 });
});

test("a paragraph and the section behind it stay two pieces", () => {
  const chosen = ["总体的第一段", "（一）目标"].reduce(ticked, nothingChosen);
  expect(textsOf(chosen)).toEqual(["总体的第一段", "（一）目标\n目标一\n目标二"]);
});

test("whatever is ticked, the pieces are exactly the chosen parts, in order", () => {
  const count = choosable.parts.length;
  const ranges = [
    ...choosable.sections.map(({ from, to }) => ({ from, to })),
    ...choosable.parts.map((_, part) => rangeOfPart(choosable, part)),
  ];
  fc.assert(
    fc.property(fc.array(fc.nat(ranges.length - 1), { maxLength: 12 }), (presses) => {
      const chosen = presses.reduce<Chosen>((before, at) => {
        const range = ranges[at];
        return range === undefined ? before : toggled(choosable, before, range);
      }, nothingChosen);
      const spans = piecesOf(choosable, chosen, article).map(({ span }) => span);
      if (chosen.size === count) {
        expect(spans).toEqual([null]);
        return;
      }
      const covered = choosable.parts.flatMap((part, index) =>
        spans.some((span) => span !== null && span.start <= part.start && part.end <= span.end)
          ? [index]
          : [],
      );
      expect(covered).toEqual([...chosen].sort((one, other) => one - other));
      const starts = spans.map((span) => span?.start ?? 0);
      expect(starts).toEqual([...starts].sort((one, other) => one - other));
    }),
  );
});

test("pages are guessed from the template's own type area: 616 full characters fill one of 公文版式", () => {
  const gongwen = (characters: number) => estimatedPages(characters, "gongwen", defaultPrintOptions.gongwen);
  expect(gongwen(1)).toBe(1);
  expect(gongwen(28 * 22)).toBe(2);
  expect(gongwen(480)).toBe(1);
  const a3 = { ...defaultPrintOptions.gongwen, paper: "A3" } as const;
  expect(estimatedPages(616, "gongwen", a3)).toBe(1);
  const large = defaultPrintOptions.large;
  expect(estimatedPages(5000, "large", large)).toBeGreaterThan(
    estimatedPages(5000, "standard", defaultPrintOptions.standard),
  );
});
