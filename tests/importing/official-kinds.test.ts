/** Official documents of every kind, written as offices write them: what their fields and headings must be. */
import { describe, expect, it, test } from "vitest";
import { recogniseOfficialDocument } from "../../main/importing/official/official-document.ts";
import { textReader } from "../../main/importing/text-reader.ts";
import type { Block, ImportedArticle, OfficialDocument } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";
import { articleText, inlineText } from "../../preload/model/article-text.ts";

const running =
  "各单位要切实提高思想认识，加强组织领导，明确工作责任，细化工作措施，确保各项任务落到实处，有关情况及时报告。";

function paragraphs(lines: readonly string[]): readonly Block[] {
  return lines.map((line) => ({ type: "paragraph", content: plain(line) }));
}

function recognised(lines: readonly string[], title = "文件"): ImportedArticle {
  return recogniseOfficialDocument({ ...emptyArticle(), title, body: paragraphs(lines) }, "文件").article;
}

function headingsOf({ body }: ImportedArticle): readonly string[] {
  return body.flatMap((block) =>
    block.type === "heading" ? [`${"#".repeat(block.level)} ${inlineText(block.content)}`] : [],
  );
}

interface Kind {
  readonly kind: string;
  readonly lines: readonly string[];
  readonly title: string;
  readonly official: Partial<OfficialDocument>;
}

const kinds: readonly Kind[] = [
  {
    kind: "a reply whose title begins with the body on a line of its own",
    lines: [
      "示例县人民政府",
      "关于同意设立工业园区的批复",
      "示政复〔2021〕33号",
      "青溪镇人民政府：",
      running,
      "此复。",
      "示例县人民政府",
      "二〇二一年九月八日",
    ],
    title: "示例县人民政府关于同意设立工业园区的批复",
    official: {
      issuingBody: "示例县人民政府",
      documentNumber: "示政复〔2021〕33号",
      addressees: "青溪镇人民政府",
      signedOn: "2021-09-08",
    },
  },
  {
    kind: "a letter with urgency and number on one line",
    lines: [
      "示例县教育局",
      "特急　　　　　　　　　　　示教函〔2020〕45号",
      "示例县教育局关于商请支持校园周边",
      "交通秩序整治的函",
      "县公安局：",
      running,
      "示例县教育局",
      "2020年8月28日",
    ],
    title: "示例县教育局关于商请支持校园周边交通秩序整治的函",
    official: { urgency: "特急", documentNumber: "示教函〔2020〕45号", addressees: "县公安局" },
  },
  {
    kind: "minutes, which have no code in their number and nobody they are addressed to",
    lines: [
      "示例县人民政府常务会议纪要",
      "〔2023〕6号",
      "示例县人民政府办公室　　　　2023年4月12日",
      running,
      "分送：县委常委，县人大常委会主任，县政协主席。",
      "示例县人民政府办公室　　　　2023年4月13日印发　共印30份",
    ],
    title: "示例县人民政府常务会议纪要",
    official: {
      documentNumber: "〔2023〕6号",
      copiedTo: "县委常委，县人大常委会主任，县政协主席",
      printedBy: "示例县人民政府办公室",
      printedOn: "2023-04-13",
    },
  },
  {
    kind: "an order that brings rules into force and has no other title",
    lines: [
      "示例省人民政府令",
      "第215号",
      running,
      "省长　林大为",
      "2021年4月2日",
      "示例省河道采砂管理办法",
      running,
    ],
    title: "示例省人民政府令",
    official: {
      documentNumber: "示例省人民政府令第215号",
      signature: "省长林大为",
      signedOn: "2021-04-02",
    },
  },
  {
    kind: "a public notice, addressed to nobody and without a number",
    lines: ["示例县公安局", "关于春节期间禁止燃放烟花爆竹的通告", running, "示例县公安局", "2023年1月10日"],
    title: "示例县公安局关于春节期间禁止燃放烟花爆竹的通告",
    official: { issuingBody: "示例县公安局", signature: "示例县公安局", addressees: "" },
  },
  {
    kind: "an announcement numbered by its year",
    lines: [
      "示例省税务局公告",
      "2021年第10号",
      "关于优化办税流程的公告",
      running,
      "示例省税务局",
      "2021年4月2日",
    ],
    title: "关于优化办税流程的公告",
    official: { documentNumber: "示例省税务局公告2021年第10号", issuingBody: "示例省税务局" },
  },
  {
    kind: "a report of two bodies with a signer each, the second below the first",
    lines: [
      "示例县水利局文件",
      "签发人：张　伟",
      "示水〔2023〕15号　　　　　　李　娜",
      "关于流域治理情况的报告",
      "市水利局：",
      running,
      "示例县水利局　示例县财政局",
      "2023年12月1日",
    ],
    title: "关于流域治理情况的报告",
    official: {
      signer: "张伟 李娜",
      documentNumber: "示水〔2023〕15号",
      signature: "示例县水利局 示例县财政局",
    },
  },
  {
    kind: "a circular with addressees on two lines",
    lines: [
      "示例市人民政府办公室关于2022年第三季度",
      "政府网站检查情况的通报",
      "各县（市、区）人民政府，市政府各部门，各直属机构，",
      "中央、省驻市有关单位：",
      running,
      "示例市人民政府办公室",
      "2022年10月20日",
    ],
    title: "示例市人民政府办公室关于2022年第三季度政府网站检查情况的通报",
    official: {
      addressees: "各县（市、区）人民政府，市政府各部门，各直属机构，中央、省驻市有关单位",
      signature: "示例市人民政府办公室",
    },
  },
  {
    kind: "a bill signed by who submits it",
    lines: [
      "示例县人民政府关于提请审议",
      "《2023年财政预算调整方案》的议案",
      "县人大常委会：",
      running,
      "县长：陈志明",
      "2023年8月20日",
    ],
    title: "示例县人民政府关于提请审议《2023年财政预算调整方案》的议案",
    official: { addressees: "县人大常委会", signature: "县长陈志明" },
  },
  {
    kind: "an answer to a proposal, below the mark of its class",
    lines: [
      "类别：A",
      "示教提字〔2022〕12号",
      "对县政协第十届委员会第一次会议",
      "第36号提案的答复",
      "王丽委员：",
      running,
      "示例县教育局",
      "2022年6月15日",
      "抄送：县政协提案委员会，县政府督查室。",
    ],
    title: "对县政协第十届委员会第一次会议第36号提案的答复",
    official: { documentNumber: "示教提字〔2022〕12号", addressees: "王丽委员" },
  },
];

test.each(kinds)("$kind states its fields", ({ lines, title, official }) => {
  const article = recognised(lines);
  expect(article.title).toBe(title);
  expect(article.official).toMatchObject(official);
  const bare = (text: string) => [...text.replace(/\s/g, "")].toSorted().join("");
  expect(bare(articleText(article).text)).toBe(bare(lines.join("")));
});

test.each(kinds)("$kind does so as well as a text file", async ({ lines, title, official }) => {
  const text = lines.map((line) => (line === running ? `　　${line}` : line)).join("\n");
  const beside = () => ({ refused: "missing" }) as const;
  const reading = await textReader.read({ name: "文件.txt", bytes: Buffer.from(text), beside });
  const { article } = recogniseOfficialDocument(reading.articles[0]?.article ?? emptyArticle(), "文件");
  expect(article.title).toBe(title);
  expect(article.official).toMatchObject(official);
});

describe("A page's own title", () => {
  const document = [
    "示例县教育局关于做好",
    "招生工作的通知",
    "各学校：",
    running,
    "示例县教育局",
    "2020年4月8日",
  ];

  it("has its site's name behind that of the document, and both stand once", () => {
    const article = recognised(
      ["首页　政务公开", ...document],
      "示例县教育局关于做好招生工作的通知_示例县人民政府",
    );
    expect(article).toMatchObject({ title: "示例县教育局关于做好招生工作的通知", kicker: "" });
    expect(article.official).toMatchObject({ addressees: "各学校", signature: "示例县教育局" });
    expect(articleText(article).text.match(/招生工作的通知/g)).toHaveLength(1);
  });

  it("is no hindrance where the text says it again", () => {
    const article = recognised(document, "示例县教育局关于做好招生工作的通知");
    expect(article.official?.addressees).toBe("各学校");
  });
});

it("addresses nobody in a rule that has a number and articles with conditions", () => {
  const rule = [
    "法释〔2022〕9号",
    "第一条　为了规范。",
    "第二条　有下列情形之一的，各级人民法院应当受理：",
    running,
  ];
  const article = recognised(["（2022年3月16日公布）", ...rule], "示例解释");
  expect(article.official?.addressees ?? "").toBe("");
});

describe("Attachments", () => {
  const named = (...lines: readonly string[]) =>
    recognised(["示政发〔2021〕3号", "关于春耕工作的通知", "各乡镇：", running, ...lines]).official
      ?.attachments;
  const signed = ["示例县人民政府", "2021年3月1日"];

  it("may have names that begin with a year, numbers of full width, or go on in the next line", () => {
    expect(named("附件：1.2019年度先进集体名单", "2.2019年度先进个人名单", ...signed)).toEqual([
      "2019年度先进集体名单",
      "2019年度先进个人名单",
    ]);
    expect(named("附件：", "１．申请表", "２．名单", ...signed)).toEqual(["申请表", "名单"]);
    expect(named("附件：示例省教育厅关于做好2020年中小学招生入学", "工作的通知", ...signed)).toEqual([
      "示例省教育厅关于做好2020年中小学招生入学工作的通知",
    ]);
    expect(named("附：参会回执", ...signed)).toEqual(["参会回执"]);
    expect(named(...signed, "附件1：名单", "附件2：回执")).toEqual(["名单", "回执"]);
  });

  it("are none where the word stands in a sentence or over a file's link", () => {
    expect(named("请填写附件：表格。", ...signed)).toEqual([]);
    expect(named(...signed, "附件1.docx")).toEqual([]);
  });
});

describe("What follows the signature", () => {
  const notice = ["示例县关于印发防汛工作方案的通知", "示政办发〔2022〕18号", "各乡镇：", running];
  const signed = ["示例县人民政府", "2022年5月16日"];

  it("has the titles that the document names as headings, and its own headings below them", () => {
    const article = recognised([
      ...[
        ...notice,
        "一、工作目标",
        running,
        "附件：1.任务表",
        ...signed,
        "防汛工作方案",
        "一、总体要求",
        running,
      ],
      ...["（一）基本原则", running, "附件1", "任务表", "一、乡镇任务", running],
    ]);
    expect(headingsOf(article)).toEqual([
      "# 一、工作目标",
      "# 防汛工作方案",
      "## 一、总体要求",
      "### （一）基本原则",
      "# 任务表",
      "## 一、乡镇任务",
    ]);
  });

  it("has a rule's chapters below its title, and a title of two lines as one heading", () => {
    const lines = ["防汛", "工作方案（试行）", "第一章　总则", running, "第二章　附则", running];
    const title = "示例县关于印发防汛工作方案（试行）的通知";
    expect(headingsOf(recognised([title, ...notice.slice(1), ...signed, ...lines]))).toEqual([
      "# 防汛\n工作方案（试行）",
      "## 第一章　总则",
      "## 第二章　附则",
    ]);
  });

  it("is text where it names nothing", () => {
    const article = recognised([...notice, ...signed, "（此件公开发布）", "示例县人民政府", running]);
    expect(headingsOf(article)).toEqual([]);
  });
});

describe("Other texts", () => {
  it("have their numbered lines as headings too, where 一、 and 二、 stand as such", () => {
    const plan = ["一、发展环境", "（一）发展基础", "1.防洪能力提升", running, "（二）面临形势", running];
    const article = recognised([...plan, "二、总体思路", running], "示例县水利发展规划");
    expect(article.official).toBeNull();
    expect(headingsOf(article)).toEqual([
      ...["# 一、发展环境", "## （一）发展基础", "### 1.防洪能力提升", "## （二）面临形势"],
      "# 二、总体思路",
    ]);
  });

  it.each<[string, readonly string[]]>([
    ["points that run on", ["一、统筹推进，抓好落实。", running, "二、压实责任，强化督导。", running]],
    ["a list", ["一、身份证", "二、户口本", "三、申请表", running]],
    ["one number alone", ["一、概况", running]],
    ["steps in digits", ["1. 打开电源", running, "2. 按下开关", running]],
  ])("keep %s as text", (_what, lines) => {
    expect(headingsOf(recognised(lines, "工作札记"))).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    ["a report on a conference", "全县防汛工作会议召开", [running, "会议要求：", running, "2022年5月18日"]],
    ["a speech", "在全县教育工作会议上的讲话", ["陈志明", "（2023年9月8日）", "同志们：", running]],
    ["a letter", "给女儿的一封信", ["亲爱的女儿：", running, "爱你的爸爸", "2020年3月5日"]],
    ["a study", "关于乡村教育的调查报告", ["李明", running, "示例大学", "2020年3月5日"]],
  ])("%s is no official document", (_what, title, lines) => {
    expect(recognised(lines, title).official).toBeNull();
  });
});
