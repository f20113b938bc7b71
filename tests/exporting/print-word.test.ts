import { describe, expect, it } from "vitest";
import { paragraphAt, placesOf } from "../../main/exporting/print-places.ts";
import type { WordPicture } from "../../main/exporting/print-runs.ts";
import { printedWord } from "../../main/exporting/print-word.ts";
import type { Block, ImportedArticle } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";
import type { Span } from "../../preload/model/article-text.ts";
import { articleText } from "../../preload/model/article-text.ts";
import type { Bookmark } from "../../preload/model/bookmark.ts";
import { packBlocks } from "../../preload/model/packed-article.ts";
import type {
  PrintDocument,
  PrintedArticle,
  PrintOptions,
  PrintTemplate,
} from "../../preload/model/print.ts";
import { defaultPrintOptions } from "../../preload/model/print.ts";
import { sections } from "../../preload/model/sections.ts";
import { unzipped } from "./unzipped.ts";

const heading = (text: string, level: number): Block => ({ type: "heading", level, content: plain(text) });
const paragraph = (text: string): Block => ({ type: "paragraph", content: plain(text) });
const cell = (text: string, columns = 1, rows = 1, header = false) => ({
  ...{ columns, rows, header },
  blocks: text === "" ? [] : [paragraph(text)],
});

const HASH = "a".repeat(64);

const notice: ImportedArticle = {
  ...emptyArticle(),
  ...{
    title: "关于做好春耕工作的通知",
    kicker: "示例县人民政府",
    publication: "示例日报",
    issuedOn: "2026-02-05",
  },
  lead: [paragraph("各乡镇人民政府,县直各单位:")],
  body: [
    heading("一、总体要求", 2),
    {
      type: "paragraph",
      content: [
        { type: "text", text: "抢抓农时" },
        { type: "text", text: "不误春耕", marks: ["strong"] },
        { type: "footnote-mark", id: "n1" },
        { type: "text", text: "(见附表)。" },
      ],
    },
    heading("（一）任务", 3),
    {
      type: "list",
      ordered: true,
      start: 3,
      items: [[paragraph("落实面积。")], [paragraph("备足农资。"), paragraph("种子先行。")]],
    },
    {
      type: "table",
      rows: [
        [cell("乡镇", 1, 2, true), cell("面积", 2, 1, true)],
        [cell("水田", 1, 1, true), cell("旱地", 1, 1, true)],
        [cell("城关"), cell("12"), cell("")],
      ],
    },
    { type: "figure", image: HASH, caption: plain("图为春耕现场"), alt: "春耕" },
    heading("二、保障措施", 2),
    { type: "quote", blocks: [paragraph("一年之计在于春。")] },
    { type: "footnote", id: "n1", blocks: [paragraph("附表由农业农村局另发。")] },
  ],
};

const text = articleText(notice);

function spanOf(number: string): Span {
  const found = sections(notice, text).find((each) => each.number === number);
  if (!found) throw new Error(`no section ${number}`);
  return { start: found.start, end: found.end };
}

function printedArticle(
  spans: readonly (Span | null)[],
  bookmarks: readonly Bookmark[] = [],
): PrintedArticle {
  const { lead, body, ...fields } = notice;
  const article = {
    ...{ ...fields, id: 1, uuid: "u", tags: [], collections: [], starred: false, sample: false, revision: 1 },
    source: { sha256: "", path: "", part: "", importerVersion: 1 },
    blocks: packBlocks({ lead, body }),
  };
  return { article, spans, citation: "《示例日报》2026年2月5日《通知》", bookmarks };
}

const picture: WordPicture = {
  mediaType: "image/png",
  bytes: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
  width: 4000,
  height: 1000,
};

async function wordOf(
  template: PrintTemplate,
  articles: readonly PrintedArticle[],
  options: Partial<PrintOptions> = {},
  shown: WordPicture = picture,
): Promise<{ part: (name: string) => string; paragraphs: readonly string[]; xml: string }> {
  const document: PrintDocument = {
    ...{
      title: notice.title,
      language: "zh-CN",
      template,
      printedOn: "2026-11-24",
      fullWidthPunctuation: true,
    },
    options: { ...defaultPrintOptions[template], ...options },
    articles,
  };
  const bytes = await printedWord(document, (hash) => (hash === HASH ? shown : null));
  const xml = unzipped(bytes, "word/document.xml");
  return { part: (name) => unzipped(bytes, name), xml, paragraphs: paragraphsOf(xml) };
}

/** The text of each paragraph, with its style. */
function paragraphsOf(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([each]) => {
    const styled = /<w:pStyle w:val="(\w+)"/.exec(each)?.[1];
    const said = [...each.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, run]) => run).join("");
    return styled === undefined || styled === "ListParagraph" ? said : `${styled}: ${said}`;
  });
}

function bookmarkOf(quote: string, note: string): Bookmark {
  const start = text.text.indexOf(quote);
  const anchor = { revision: 1, start, end: start + quote.length, quote, prefix: "", suffix: "" };
  return {
    ...{
      id: 1,
      uuid: "u",
      article: 1,
      anchor,
      quote,
      markedStart: start,
      state: "kept",
      color: "blue",
      note,
    },
    ...{ tags: [], createdAt: "", changedAt: "" },
  };
}

describe("A Word document of what is printed", () => {
  it("holds a whole article in order: title block, headings by level, lists, tables, captions, footnotes", async () => {
    const { paragraphs, xml, part } = await wordOf("standard", [printedArticle([null])]);
    expect(paragraphs.filter((each) => each !== "")).toEqual([
      "示例县人民政府",
      "Heading1: 关于做好春耕工作的通知",
      "示例日报　2026年2月5日",
      "各乡镇人民政府，县直各单位：",
      "Heading2: 一、总体要求",
      "抢抓农时不误春耕〔1〕（见附表）。",
      "Heading3: （一）任务",
      ...["落实面积。", "备足农资。", "种子先行。"],
      ...["乡镇", "面积", "水田", "旱地", "城关", "12"],
      "图为春耕现场",
      "Heading2: 二、保障措施",
      "一年之计在于春。",
      "〔1〕附表由农业农村局另发。",
    ]);
    expect(xml).toMatch(/<w:b\/>(?:(?!<\/w:r>).)*不误春耕/s);
    expect(xml).toContain('<w:gridSpan w:val="2"/>');
    expect([...xml.matchAll(/<w:vMerge w:val="(\w+)"/g)].map(([, merge]) => merge)).toEqual([
      "restart",
      "continue",
    ]);
    expect([...xml.matchAll(/<w:tblHeader\/>/g)]).toHaveLength(2);
    expect(part("word/numbering.xml")).toContain('<w:start w:val="3"/>');
    expect(part("docProps/core.xml")).toContain(notice.title);
  });

  it("holds exactly the chosen sections, with the footnotes they mark", async () => {
    const { paragraphs } = await wordOf("standard", [printedArticle([spanOf("3"), spanOf("1")])]);
    expect(paragraphs.filter((each) => each !== "").slice(3)).toEqual([
      ...["Heading2: 二、保障措施", "一年之计在于春。", "各乡镇人民政府，县直各单位："],
    ]);
    const task = await wordOf("standard", [printedArticle([spanOf("2")])]);
    const words = task.paragraphs.filter((each) => each !== "");
    expect(words[3]).toBe("Heading2: 一、总体要求");
    expect(words.slice(-2)).toEqual(["图为春耕现场", "〔1〕附表由农业农村局另发。"]);
  });

  it("scales a picture to the text, prints it smaller, or leaves it out and keeps its caption", async () => {
    const widthOf = (xml: string) => Number(/<wp:extent cx="(\d+)"/.exec(xml)?.[1] ?? 0) / 36_000;
    const whole = await wordOf("standard", [printedArticle([null])]);
    expect(widthOf(whole.xml)).toBeGreaterThan(150);
    expect(widthOf(whole.xml)).toBeLessThan(162);
    const smaller = await wordOf("standard", [printedArticle([null])], { pictures: "smaller" });
    expect(widthOf(smaller.xml)).toBeCloseTo(widthOf(whole.xml) / 2, 0);
    const none = await wordOf("standard", [printedArticle([null])], { pictures: "no" });
    expect(none.xml).not.toContain("<w:drawing>");
    expect(none.paragraphs).toContain("图为春耕现场");
  });

  it("says where a picture stood that Word cannot show, and nothing where no picture is wanted", async () => {
    const svg: WordPicture = { ...picture, mediaType: "image/svg+xml" };
    const { paragraphs, xml } = await wordOf("standard", [printedArticle([null])], {}, svg);
    expect(xml).not.toContain("<pic:pic");
    expect(paragraphs).toContain("〔此处有一张SVG图片，Word不能显示，未导出〕");
    const none = await wordOf("standard", [printedArticle([null])], { pictures: "no" }, svg);
    expect(none.xml).not.toContain("SVG");
  });

  it("sets official documents as GB/T 9704 has it", async () => {
    const { xml, part } = await wordOf("gongwen", [printedArticle([null])]);
    const millimetres = (name: string) =>
      Math.round((Number(new RegExp(`<w:pgMar[^>]*w:${name}="(\\d+)"`).exec(xml)?.[1]) / 1440) * 25.4);
    expect([millimetres("top"), millimetres("left"), millimetres("right"), millimetres("bottom")]).toEqual([
      37, 28, 26, 35,
    ]);
    const styles = part("word/styles.xml");
    const styleOf = (id: string) =>
      new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, "s").exec(styles)?.[0] ?? "";
    expect(styles).toContain('w:eastAsia="仿宋_GB2312"');
    expect(styles).toContain('<w:spacing w:line="579" w:lineRule="exact"/>');
    // 28 characters of 16 points, each nearer to the next by 5 twentieths, fill 156 mm.
    expect(styles).toContain('<w:spacing w:val="-5"/>');
    expect(xml).toMatch(/<w:docGrid w:type="lines" w:linePitch="579"\/>/);
    expect(styleOf("Heading1")).toContain("方正小标宋简体");
    expect(styleOf("Heading2")).toContain("黑体");
    expect(styleOf("Heading3")).toContain("楷体_GB2312");
    expect(styleOf("Heading4")).toMatch(/仿宋_GB2312.*<w:b\/>|<w:b\/>.*仿宋_GB2312/s);
    expect(xml).toContain('w:firstLineChars="200"');
    expect(part("word/settings.xml")).toContain("<w:mirrorMargins/>");
    const footers = ["word/footer1.xml", "word/footer2.xml"].map(part);
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1]).toSorted()).toEqual([
      "left",
      "right",
    ]);
    for (const footer of footers) expect(footer).toMatch(/— .*PAGE.* —/s);
  });

  it("turns headings of an official document by their own numbers", async () => {
    const { paragraphs } = await wordOf("gongwen", [printedArticle([spanOf("2")])]);
    expect(paragraphs).toContain("Heading2: 一、总体要求");
    expect(paragraphs).toContain("Heading3: （一）任务");
  });

  it("puts notes beside their passages as comments, or numbered at the end", async () => {
    const marks = [bookmarkOf("备足农资", "找供销社"), bookmarkOf("落实面积", "")];
    const inPlace = await wordOf("standard", [printedArticle([null], marks)], { bookmarks: "in-place" });
    expect(inPlace.part("word/comments.xml")).toContain("找供销社");
    expect(inPlace.xml).toMatch(
      /<w:commentRangeStart w:id="1"\/>.*备足农资.*<w:commentRangeEnd w:id="1"\/>/s,
    );
    expect([...inPlace.xml.matchAll(/<w:highlight w:val="cyan"\/>/g)]).toHaveLength(2);
    const atEnd = await wordOf("standard", [printedArticle([null], marks)], { bookmarks: "end-notes" });
    expect(atEnd.paragraphs).toContain("备足农资[1]。");
    expect(atEnd.paragraphs.slice(-2)).toEqual(["批注", "[1] 找供销社"]);
  });

  it("fills the fields of header and footer, and begins each article on a new page where that is wanted", async () => {
    const options = {
      header: { left: "{title}", center: "", right: "{source}" },
      footer: { left: "{printed}", center: "第{page}页", right: "共{pages}页{x}" },
      articleOnNewPage: true,
      sourceLines: true,
    };
    const { xml, part, paragraphs } = await wordOf(
      "standard",
      [printedArticle([null]), printedArticle([null])],
      options,
    );
    expect(part("word/header1.xml")).toMatch(/关于做好春耕工作的通知.*示例日报/s);
    expect(part("word/footer1.xml")).toMatch(/2026年11月24日.*第.*PAGE.*页.*共.*NUMPAGES.*页.*\{x\}/s);
    expect([...xml.matchAll(/<w:sectPr/g)]).toHaveLength(2);
    expect(xml).toContain('<w:type w:val="nextPage"/>');
    expect(paragraphs.filter((each) => each === "（《示例日报》2026年2月5日《通知》）")).toHaveLength(2);
  });

  it("prints excerpts without a title block, in landscape and columns, with a watermark", async () => {
    const { xml, paragraphs, part } = await wordOf("excerpt", [printedArticle([spanOf("3")])], {
      ...{ landscape: true, paper: "A3", columns: 2, watermark: "内部资料" },
    });
    expect(paragraphs.filter((each) => each !== "")).toEqual([
      ...["Heading2: 二、保障措施", "一年之计在于春。", "（《示例日报》2026年2月5日《通知》）"],
    ]);
    const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="landscape"/.exec(xml) ?? [];
    expect(Number(width) / Number(height)).toBeCloseTo(Math.SQRT2, 2);
    expect(xml).toMatch(/<w:cols [^>]*w:num="2"/);
    expect(part("word/header1.xml")).toContain("内部资料");
  });
});

describe("lines of an official document that have a place of their own", () => {
  const paragraphs = (...texts: string[]) => texts.map(paragraph);
  /** Alignment, indentation from the left and from the right, in characters of 三号. */
  const settingOf = (blocks: readonly Block[], index: number) => {
    const block = blocks[index];
    const found = block === undefined ? null : placesOf(blocks)(block);
    if (found === null) return null;
    const { alignment, indent } = paragraphAt(found, 1, 1);
    return [alignment, indent?.left ?? 0, indent?.right ?? 0];
  };

  it("stand where GB/T 9704 has them: addressee, attachments, signature, date", () => {
    const blocks = paragraphs(
      ...["各镇人民政府：", "特此通知。", "附件：1. 名单", "2. 清单", "示例区人民政府办公室", "2026年3月2日"],
    );
    expect(blocks.map((_, index) => settingOf(blocks, index))).toEqual([
      ["left", 0, 0],
      null,
      ["left", 5, 0],
      ["left", 5, 0],
      ["right", 0, 2],
      // 2026年3月2日 is six characters wide, the signature ten.
      ["right", 0, 4],
    ]);
  });

  it("move the signature where the date is the longer one", () => {
    const blocks = paragraphs("请示如下。", "示例局", "二〇二六年十一月二十四日");
    expect(settingOf(blocks, 1)).toEqual(["right", 0, 13]);
    expect(settingOf(blocks, 2)).toEqual(["right", 0, 2]);
  });
});
