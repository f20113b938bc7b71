import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { recogniseOfficialDocument } from "../../main/importing/official/official-document.ts";
import { textReader } from "../../main/importing/text-reader.ts";
import type { Block, ImportedArticle } from "../../preload/model/article.ts";
import { emptyArticle, emptyOfficialDocument, plain } from "../../preload/model/article.ts";
import { articleText, inlineText } from "../../preload/model/article-text.ts";

const running =
  "各单位要高度重视，明确专人负责，抓紧抓实抓好各项工作，确保按时保质保量完成任务，有关情况及时报告。";

function paragraphs(...lines: readonly string[]): readonly Block[] {
  return lines.map((line) => ({ type: "paragraph", content: plain(line) }));
}

/** What a reader that knows no title makes of the lines. */
function recognised(...lines: readonly string[]): ImportedArticle {
  return recogniseOfficialDocument({ ...emptyArticle(), title: "文件", body: paragraphs(...lines) }, "文件")
    .article;
}

function bodyOf({ body }: ImportedArticle): readonly string[] {
  return body.map((block) => {
    if (block.type === "heading") return `${"#".repeat(block.level)} ${inlineText(block.content)}`;
    return block.type === "paragraph" ? inlineText(block.content) : block.type;
  });
}

const whole = [
  "000001",
  "特急",
  "示例县人民政府文件",
  "示政发〔2021〕3号　　　　　　　签发人：张三",
  "示例县人民政府关于",
  "做好2021年春耕生产工作的通知",
  "各乡镇人民政府，县政府各部门、各直属单位：",
  running,
  "附件：1.春耕生产任务分解表",
  "2.农资供应点名单",
  "示例县人民政府",
  "2021年3月1日",
  "（此件公开发布）",
  "抄送：县委各部门，县人大常委会办公室，",
  "县法院，县检察院。",
  "示例县人民政府办公室　　　　2021年3月2日印发",
];

describe("A whole official document", () => {
  const article = recognised(...whole);

  it("states in its fields what its head and foot say", () => {
    expect(article.official).toEqual({
      copyNumber: "000001",
      classification: "",
      urgency: "特急",
      issuingBody: "示例县人民政府",
      documentNumber: "示政发〔2021〕3号",
      signer: "张三",
      addressees: "各乡镇人民政府，县政府各部门、各直属单位",
      attachments: ["春耕生产任务分解表", "农资供应点名单"],
      signature: "示例县人民政府",
      signedOn: "2021-03-01",
      copiedTo: "县委各部门，县人大常委会办公室，县法院，县检察院",
      printedBy: "示例县人民政府办公室",
      printedOn: "2021-03-02",
    });
    expect(article.issuedOn).toBe("2021-03-01");
  });

  it("has its title whole, its head above it, and everything else where it stood", () => {
    expect(article.title).toBe("示例县人民政府关于做好2021年春耕生产工作的通知");
    expect(article.kicker).toBe("000001　特急　示例县人民政府文件　示政发〔2021〕3号　签发人：张三");
    expect(bodyOf(article)).toEqual(whole.slice(6));
  });

  it("keeps every character of its text, in order", () => {
    const bare = (text: string) => text.replace(/\s/g, "");
    expect(bare(articleText(article).text)).toBe(bare(whole.join("")));
  });

  it("is seen in what the reader of plain text yields, wherever that found the title", async () => {
    const beside = () => ({ refused: "missing" }) as const;
    const bytes = Buffer.from(whole.map((line, index) => (index > 6 ? `　　${line}` : line)).join("\n"));
    const reading = await textReader.read({ name: "通知.txt", bytes, beside });
    const read = reading.articles[0]?.article ?? emptyArticle();
    expect(recogniseOfficialDocument(read, "通知").article).toMatchObject({
      title: article.title,
      kicker: article.kicker,
      official: article.official,
    });
  });

  it("is seen where the reader took its title from below its head", () => {
    const body = paragraphs(...whole.slice(0, 4), ...whole.slice(6));
    const read = { ...emptyArticle(), title: "示例县人民政府关于做好2021年春耕生产工作的通知", body };
    const { kicker, title, official } = recogniseOfficialDocument(read, "文件").article;
    expect({ kicker, title, official }).toEqual({
      kicker: article.kicker,
      title: article.title,
      official: article.official,
    });
  });
});

describe("The number of a document", () => {
  it.each([
    ["国发〔2020〕5号", "国发〔2020〕5号"],
    ["国发[2020]5号", "国发〔2020〕5号"],
    ["国发（2020）5号", "国发〔2020〕5号"],
    ["国办函﹝2020﹞12号", "国办函〔2020〕12号"],
    ["国 发 〔 2020 〕 5 号", "国发〔2020〕5号"],
    ["国发〔２０２０〕５号", "国发〔2020〕5号"],
    ["国发〔二〇二〇〕5号", "国发〔2020〕5号"],
    ["发文字号：示政办〔2021〕16号", "示政办〔2021〕16号"],
    ["路卫发〔2011〕76号", "路卫发〔2011〕76号"],
  ])("is read from %s", (line, number) => {
    const { official } = recognised("示例县人民政府文件", line, "关于春耕工作的通知", "各乡镇：", running);
    expect(official?.documentNumber).toBe(number);
  });

  it("below a title stays below it", () => {
    const article = recognised("国务院关于春耕工作的通知", "国发〔2020〕5号", "各省人民政府：", running);
    expect(article).toMatchObject({
      title: "国务院关于春耕工作的通知",
      subtitle: "国发〔2020〕5号",
      kicker: "",
    });
    expect(bodyOf(article)).toEqual(["各省人民政府：", running]);
  });

  it("below what a web page sets above it is read, and nothing is moved", () => {
    const lines = [
      "点击查看解读：",
      "示科规字〔2023〕1号",
      "关于印发实施办法的通知",
      "区属各单位：",
      running,
    ];
    const body = paragraphs(...lines);
    const { article } = recogniseOfficialDocument({ ...emptyArticle(), title: "示例区实施办法", body }, "x");
    expect(article.official).toMatchObject({
      documentNumber: "示科规字〔2023〕1号",
      addressees: "区属各单位",
    });
    expect(article.title).toBe("示例区实施办法");
    expect(bodyOf(article)).toEqual(lines);
  });

  it("of an order stands below its name", () => {
    const article = recognised("示例市人民政府令", "第179号", "示例市老年人优待办法", running, running);
    expect(article.official).toMatchObject({
      documentNumber: "示例市人民政府令第179号",
      issuingBody: "示例市人民政府",
    });
    expect(article.title).toBe("示例市老年人优待办法");
  });
});

describe("The foot", () => {
  const foot = (...lines: readonly string[]) =>
    recognised("示政发〔2021〕3号", "关于春耕工作的通知", "各乡镇人民政府：", running, ...lines).official;

  it.each([
    ["二○二一年三月一日", "2021-03-01"],
    ["二〇二〇年十二月三十一日", "2020-12-31"],
    ["二O一九年十月二十日", "2019-10-20"],
    ["2021 年 3 月 1 日", "2021-03-01"],
    ["２０２１年３月１日", "2021-03-01"],
  ])("is dated %s", (line, date) => {
    expect(foot("示例县人民政府", line)).toMatchObject({ signature: "示例县人民政府", signedOn: date });
  });

  it("has a date that exists", () => {
    expect(foot("示例县人民政府", "2021年2月30日")).toMatchObject({ signature: "", signedOn: null });
  });

  it("may be signed by several bodies, on lines of their own or on one, and bear the word for a seal", () => {
    expect(foot("示例县财政局", "示例县农业农村局（印章）", "2021年3月1日")?.signature).toBe(
      "示例县财政局 示例县农业农村局",
    );
    expect(foot("示例县财政局　　　示例县农业农村局", "2021年3月1日")?.signature).toBe(
      "示例县财政局 示例县农业农村局",
    );
    expect(foot("示例县人民政府　　2021年3月1日")?.signature).toBe("示例县人民政府");
  });

  it("names one attachment without a number, or several, a line each or all on one", () => {
    expect(foot("附件：任务分解表")?.attachments).toEqual(["任务分解表"]);
    expect(foot("附件：1. 任务分解表", "　　2. 名单")?.attachments).toEqual(["任务分解表", "名单"]);
    expect(foot("附件：1.任务分解表 2.名单")?.attachments).toEqual(["任务分解表", "名单"]);
    expect(foot("附件1")?.attachments).toEqual([]);
  });

  it("names who printed it, on one line or two", () => {
    expect(foot("示例县人民政府办公室", "2021年3月2日印发")).toMatchObject({
      printedBy: "示例县人民政府办公室",
      printedOn: "2021-03-02",
    });
  });
});

describe("Numbered lines", () => {
  const numbered = (...lines: readonly string[]) =>
    bodyOf(recognised("示政发〔2021〕3号", "关于春耕工作的通知", "各乡镇：", ...lines)).slice(1);

  it("are headings of four levels where they stand as such", () => {
    expect(
      numbered(
        "一、总体要求",
        "（一）组织领导",
        "1.备足农资",
        "（1）化肥储备",
        running,
        "二、工作安排",
        running,
      ),
    ).toEqual([
      "# 一、总体要求",
      "## （一）组织领导",
      "### 1.备足农资",
      "#### （1）化肥储备",
      running,
      "# 二、工作安排",
      running,
    ]);
  });

  it("are paragraphs where they run on into a sentence", () => {
    const lines = ["一、加强领导。各乡镇要成立专班。", running, "（一）要加强调度，确保进度；", running];
    expect(numbered(...lines)).toEqual(lines);
  });

  it("are a list where one follows on the other, to the last", () => {
    const lines = ["需要提交的材料：", "1.身份证复印件", "2.户口本复印件", "3.申请表", running];
    expect(numbered(...lines)).toEqual(lines);
  });

  it("are headings where the program counted them as lists of one item", () => {
    const counted = (start: number, text: string): Block => ({
      type: "list",
      ordered: true,
      start,
      items: [[{ type: "paragraph", content: [{ type: "text", text }] }]],
    });
    const body = [
      ...paragraphs("示政发〔2021〕3号", "关于春耕工作的通知", "各乡镇：", "一、总体要求", running),
      ...[counted(1, "备足农资"), ...paragraphs(running), counted(2, "管好用水"), ...paragraphs(running)],
    ];
    const { article } = recogniseOfficialDocument({ ...emptyArticle(), title: "文件", body }, "文件");
    expect(bodyOf(article).slice(1)).toEqual([
      "# 一、总体要求",
      running,
      "### 1.备足农资",
      running,
      "### 2.管好用水",
      running,
    ]);
  });

  it("are no headings where they are cut within a title", () => {
    const lines = ["一、原则同意《示例市总体规划（2021—", "2035年）》。", "二、严格执行《规划》。"];
    expect(numbered(...lines)).toEqual(lines);
  });

  it("are attachments behind that word", () => {
    const lines = [running, "附件：1.任务分解表", "2.名单", "示例县人民政府", "2021年3月1日"];
    expect(numbered(...lines)).toEqual(lines);
  });

  it("stay as the reader left them in any other text", () => {
    expect(bodyOf(recognised("一、总体要求", running))).toEqual(["一、总体要求", running]);
  });
});

describe("What is no official document", () => {
  it.each<[string, readonly string[]]>([
    ["a news item about one", ["国务院印发关于春耕工作的通知", `国发〔2020〕5号文件指出，${running}`]],
    ["a title of that kind alone", ["关于春耕工作的思考与报告", running, running]],
    ["a letter that is only dated", ["李明同志：", running, "张三", "2021年3月1日"]],
    ["a number in a sentence", ["春耕工作", `根据国发〔2020〕5号要求，${running}`]],
  ])("%s", (_what, lines) => {
    expect(recognised(...lines).official).toBeNull();
  });

  it("a newspaper's article, though it prints one", () => {
    const read = { ...emptyArticle(), title: "文件", body: paragraphs(...whole) };
    for (const sign of [{ page: "3" }, { credits: "责任编辑 李明" }, { byline: "本报记者 李明" }]) {
      expect(recogniseOfficialDocument({ ...read, ...sign }, "文件").article.official).toBeNull();
    }
  });
});

describe("A document", () => {
  it("keeps pictures and notes of its head in the text, and says in its fields what stands beside them", () => {
    const seal: Block = {
      type: "paragraph",
      content: [...plain("示政发〔2021〕3号"), { type: "image", image: null, alt: "章" }],
    };
    const body = [seal, ...paragraphs("关于春耕工作的通知", "各乡镇：", running)];
    const { article } = recogniseOfficialDocument({ ...emptyArticle(), title: "文件", body }, "文件");
    expect(article.official?.documentNumber).toBe("示政发〔2021〕3号");
    expect(article.body[0]).toBe(seal);
  });

  it("keeps the marks of the original's pages", () => {
    const first: Block = {
      type: "paragraph",
      content: [{ type: "page-mark", page: "1" }, ...plain("示政发〔2021〕3号")],
    };
    const body = [first, ...paragraphs("关于春耕工作的通知", "各乡镇：", running)];
    const { article } = recogniseOfficialDocument({ ...emptyArticle(), title: "文件", body }, "文件");
    expect(article.body[0]).toEqual({
      type: "paragraph",
      content: [{ type: "page-mark", page: "1" }, ...plain("各乡镇：")],
    });
  });

  it("without a title of its own keeps the line its reader took for one", () => {
    const read = {
      ...emptyArticle(),
      title: "示例县人民政府文件",
      body: paragraphs("示政发〔2021〕3号", running),
    };
    const { article } = recogniseOfficialDocument(read, "别的名字");
    expect(article).toMatchObject({ title: "示例县人民政府文件", kicker: "" });
    expect(bodyOf(article)).toEqual(["示政发〔2021〕3号", running]);
  });

  it("is believed in what its reader already knew of it", () => {
    const official = { ...emptyOfficialDocument, issuingBody: "示例省人民政府", documentNumber: "" };
    const read = { ...emptyArticle(), official, issuedOn: "2020-01-01", body: paragraphs(...whole) };
    const { article } = recogniseOfficialDocument(read, "文件");
    expect(article.official).toMatchObject({
      issuingBody: "示例省人民政府",
      documentNumber: "示政发〔2021〕3号",
    });
    expect(article.issuedOn).toBe("2020-01-01");
  });
});

test("of any lines, whatever is recognised, no character is lost and none doubled", () => {
  const line = fc.oneof(
    fc.constantFrom(...whole, "机密★1年", "内部资料 注意保存", "文件", "第5号", "示例县人民政府令", running),
    fc.string({ unit: "grapheme", maxLength: 40 }),
  );
  const bare = (text: string) => [...text.replace(/\s/g, "")].toSorted().join("");
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 20 }),
      fc.constantFrom("", "标题", "示例县人民政府文件"),
      (lines, title) => {
        const read = { ...emptyArticle(), title, body: paragraphs(...lines) };
        const { article } = recogniseOfficialDocument(read, "别的名字");
        expect(bare(articleText(article).text)).toBe(bare(articleText(read).text));
      },
    ),
    { numRuns: 500 },
  );
});

describe("A document to everyone", () => {
  const announcement = ["示例县水务局关于夏季限时供水的通告", "为保证用水，现将有关事项通告如下：", running];

  it("is one without addressees, where it is signed", () => {
    const { official } = recognised(...announcement, "示例县水务局", "2021年7月1日");
    expect(official).toMatchObject({ addressees: "", signature: "示例县水务局", signedOn: "2021-07-01" });
  });

  it("is not one by its title alone", () => {
    expect(recognised(...announcement).official).toBeNull();
  });
});

it("finds the addressees below a number that stands over the title once more", () => {
  const name = "示例县人民政府关于做好秋收工作的通知";
  const body = paragraphs(
    "示政发〔2021〕9号",
    name,
    "各乡镇人民政府：",
    running,
    "示例县人民政府",
    "2021年9月1日",
  );
  const { article } = recogniseOfficialDocument({ ...emptyArticle(), title: name, body }, "文件");
  expect(article.official).toMatchObject({
    documentNumber: "示政发〔2021〕9号",
    addressees: "各乡镇人民政府",
  });
});

test("a text that quotes a document in full keeps its own title and order", () => {
  const lines = [
    "防汛通知全文发布",
    "日前，县政府下发通知，全文如下：",
    "示例县人民政府关于做好防汛工作的通知",
    "示政发〔2021〕5号",
    "各乡镇人民政府，县直各部门：",
    running,
    "示例县人民政府",
    "2021年5月6日",
    "以上通知全文由本报记者整理。",
  ];
  const [title = "", ...others] = lines;
  const { article } = recogniseOfficialDocument(
    { ...emptyArticle(), title, body: paragraphs(...others) },
    "文件",
  );
  expect(articleText(article).text).toBe(lines.join("\n"));
  expect(article).toMatchObject({ title, kicker: "", subtitle: "" });
});
