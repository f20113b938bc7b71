import { expect, test } from "vitest";
import { htmlReader } from "../../main/importing/html/html-reader.ts";
import type { Block } from "../../preload/model/article.ts";
import { inlineText } from "../../preload/model/article-text.ts";

/** A paragraph of a list as Word writes it. */
function item(list: string, level: number, sign: string, text: string): string {
  return `<p class=MsoListParagraph style='mso-list:${list} level${level} lfo1'><![if !supportLists]><span><span
    style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}</p>\n`;
}

async function blocksOf(html: string): Promise<readonly Block[]> {
  const { articles } = await htmlReader.read({
    name: "粘贴的文章.html",
    bytes: new TextEncoder().encode(html),
    beside: () => ({ refused: "missing" }),
  });
  return articles[0]?.article.body ?? [];
}

/** `ol3[甲, 乙 ul1[丙]]` for a list, the text of anything else. */
function shape(block: Block): string {
  if (block.type === "list") {
    const items = block.items.map((blocks) => blocks.map(shape).join(" "));
    return `${block.ordered ? "ol" : "ul"}${block.start}[${items.join(", ")}]`;
  }
  return "content" in block ? inlineText(block.content) : block.type;
}

async function shapes(html: string): Promise<readonly string[]> {
  return (await blocksOf(`<p class=MsoNormal>开头。</p>${html}`)).slice(1).map(shape);
}

test("paragraphs of a list become its items, deeper ones a list within, and the numbers' own text goes", async () => {
  const html =
    item("l0", 1, "1.", "甲") +
    item("l0", 2, "·", "乙") +
    item("l0", 2, "·", "丙") +
    item("l0", 1, "2.", "丁");
  expect(await shapes(html)).toEqual(["ol1[甲 ul1[乙, 丙], 丁]"]);
});

test("another list begins anew, and so does one behind a paragraph, with the number that it has", async () => {
  expect(await shapes(item("l0", 1, "1)", "甲") + item("l1", 1, "1)", "乙"))).toEqual(["ol1[甲]", "ol1[乙]"]);
  const parted = `${item("l0", 1, "1.", "甲")}<p class=MsoNormal>其间。</p>${item("l0", 1, "2.", "乙")}`;
  expect(await shapes(parted)).toEqual(["ol1[甲]", "其间。", "ol2[乙]"]);
});

test("a number that a list cannot say stays in the text, without the run of spaces behind it", async () => {
  const html =
    item("l0", 1, "一、", "加强领导") + item("l0", 2, "（一）", "压实责任") + item("l1", 1, "第一条", "总则");
  expect(await shapes(html)).toEqual(["一、加强领导", "（一）压实责任", "第一条　总则"]);
});

test("signs of Word's own typefaces are signs, whichever letter they are stored as", async () => {
  for (const sign of ["·", "l", "n", "Ø", "ü", "o", "§", "-"])
    expect(await shapes(item("l0", 1, sign, "甲"))).toEqual(["ul1[甲]"]);
});

test("a deep first level, and a list within a table's cell, keep all their text", async () => {
  expect(await shapes(item("l0", 3, "1.", "甲") + item("l0", 1, "1.", "乙"))).toEqual(["ol1[甲]", "ol1[乙]"]);
  const [table] = await blocksOf(`<table><tr><td>${item("l0", 1, "·", "甲")}</td><td>乙</td></tr></table>`);
  expect(JSON.stringify(table)).toContain("甲");
});
