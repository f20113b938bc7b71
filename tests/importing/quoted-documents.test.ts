/** Texts that hold an official document, or speak of one: they are not that document, and keep their own title and order. */
import { describe, expect, it, test } from "vitest";
import { recogniseOfficialDocument } from "../../main/importing/official/official-document.ts";
import { isNewsLine, isPageLine } from "../../main/importing/official/page-lines.ts";
import { textReader } from "../../main/importing/text-reader.ts";
import type { Block, ImportedArticle } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";

const running =
  "各单位要切实提高思想认识，加强组织领导，明确工作责任，细化工作措施，确保各项任务落到实处，有关情况及时报告。";
const told =
  "为切实做好今年的春耕生产工作，县政府近日下发通知，对有关工作作出全面部署，要求各地抓紧落实，不误农时。";

const notice = [
  "示例县人民政府关于做好春耕生产工作的通知",
  "示政发〔2021〕3号",
  "各乡镇人民政府，县直各部门：",
  running,
  "示例县人民政府",
  "2021年3月1日",
];
const redHead = [
  "示例县人民政府文件",
  "示政发〔2021〕3号",
  notice[0] ?? "",
  ...notice.slice(2),
  "抄送：县委各部门。",
  "示例县人民政府办公室　　　2021年3月2日印发",
];

function recognised(title: string, lines: readonly string[]): ImportedArticle {
  const body: readonly Block[] = lines.map((line) => ({ type: "paragraph", content: plain(line) }));
  return recogniseOfficialDocument({ ...emptyArticle(), title, body }, "文件").article;
}

const texts: readonly (readonly [string, readonly string[]])[] = [
  ["a report that prints a notice in full", ["县政府部署春耕生产", told, "通知全文如下：", ...notice]],
  ["a report that prints its head, too", ["县政府部署春耕生产", told, "通知全文如下：", ...redHead]],
  ["a report whose headline tells of it", ["示例县人民政府印发关于做好春耕生产工作的通知", told, ...notice]],
  ["a report with the number on a line", ["国务院印发关于春耕工作的通知", told, "国发〔2020〕5号", running]],
  [
    "a newspaper's print of it",
    [
      "示例县人民政府关于做好春耕生产工作的通知",
      "本报讯（记者李明）近日，县政府下发通知，对今年的春耕工作作出部署，要求各地抓紧落实，全文如下：",
      ...notice,
    ],
  ],
  ["a commentary", ["春耕通知评析", told, "示政发〔2021〕3号", running, "示例县委党校", "2021年3月5日"]],
  [
    "what explains it",
    ["《关于做好春耕生产工作的通知》政策解读", "文号：示政发〔2021〕3号", "一、起草背景", running],
  ],
  ["a sample in a handbook", ["公文写作范例", "例一　通知", ...redHead, "【简析】标题完整，层次清楚。"]],
  ["a sample straight below its heading", ["通知的写法范例", ...notice, "评析：结构完整，语言简明。"]],
  ["a handbook's chapter", ["第三章　通知的写法", "通知是使用最广泛的一种公文。", "例文：", ...redHead]],
  [
    "a collection of documents",
    ["春耕生产政策文件汇编", ...notice, "示财发〔2021〕8号", "各财政所：", running],
  ],
  [
    "a list of documents",
    [
      "春耕生产有关文件目录",
      `1.${notice[0]}`,
      "示政发〔2021〕3号",
      "2.关于拨付资金的通知",
      "示财发〔2021〕8号",
    ],
  ],
  ["a note with a copy of it", ["春耕备忘", "转：", ...notice]],
  ["an essay that goes on behind it", ["春耕生产怎么抓", "县里的文件是这样说的", ...notice, told]],
  ["a question about it", ["求助：这份文件怎么理解", ...notice, "请问大家，第二条怎么理解？"]],
  [
    "a story in which one is pasted up",
    ["第五章　布告", "墙上贴着一张布告。", "示例县人民政府布告", "第3号", running],
  ],
];

describe("No official document is", () => {
  it.each(texts)("%s, its first line known for its title or not", (_what, lines) => {
    const [title = "", ...others] = lines;
    for (const article of [recognised(title, others), recognised("文件", lines)]) {
      expect(article.official).toBeNull();
      expect(article.kicker + article.subtitle).toBe("");
    }
    expect(articleText(recognised(title, others)).text).toBe(lines.join("\n"));
  });

  it.each(texts)("%s, as a text file", async (_what, lines) => {
    const text = lines.map((line) => (line.length > 40 ? `　　${line}` : line)).join("\n");
    const beside = () => ({ refused: "missing" }) as const;
    const { articles } = await textReader.read({ name: "文件.txt", bytes: Buffer.from(text), beside });
    for (const { article } of articles) {
      expect(recogniseOfficialDocument(article, "文件").article.official).toBeNull();
    }
  });
});

describe("An official document is one all the same", () => {
  it.each<[string, readonly string[]]>([
    ["a path", ["首页 > 政务公开 > 政府文件"]],
    ["a section's name", ["县政府文件"]],
    ["when it was put there", ["发布时间：2021-03-02　来源：县政府办", "【字体：大 中 小】"]],
    ["what it is attached to", ["附件1"]],
    ["the paper it is written on", ["示例县人民政府发文稿纸"]],
  ])("below %s", (_what, above) => {
    expect(recognised("文件", [...above, ...notice]).official).toMatchObject({
      documentNumber: "示政发〔2021〕3号",
      signature: "示例县人民政府",
    });
  });

  it("below its letter paper's head, which is no part of the title", () => {
    const lines = ["示例县人民政府", "示例县人民政府关于商请支持的函", "县公安局：", ...notice.slice(3)];
    const article = recognised("文件", lines);
    expect(article).toMatchObject({ title: "示例县人民政府关于商请支持的函", kicker: "示例县人民政府" });
    expect(article.official?.addressees).toBe("县公安局");
  });

  it("where its title is in marks of another kind than that of the page", () => {
    const lines = ["关于印发《贯彻<工作时间规定>的实施办法》的通知", "示人发〔1995〕32号", "各局：", running];
    const article = recognised("贯彻《工作时间规定》的实施办法", lines);
    expect(article.official).toMatchObject({ documentNumber: "示人发〔1995〕32号", addressees: "各局" });
  });
});

test.each(["新华社北京3月1日电", "本报讯（记者李明）昨日", "（记者 李明）昨日", "据新华社报道，昨日"])(
  "%s begins what a newspaper tells",
  (line) => expect(isNewsLine(line)).toBe(true),
);

test.each(["求助：这份文件怎么理解", "公文写作范例", "春耕生产政策文件汇编", "第三章　通知的写法", "例文："])(
  "%s leads to a document in another text",
  (line) => expect(isPageLine(line)).toBe(false),
);
