/** Announcements that have a number of their own, below who announces and the word 公告. */
import { describe, expect, it, test } from "vitest";
import { recognised, recognisedText } from "./recognise-lines.ts";

const running =
  "为进一步支持企业发展，现将有关政策延续执行，具体事项由各地主管机关按照规定办理，执行中的问题请及时反映。";
const signed = [running, "示例部", "2021年3月15日"];

const asText = (lines: readonly string[]) => recognisedText(lines, running);

const NUMBER = "示例部 示例税务局公告2021年第8号";

describe("An announcement with a title", () => {
  it.each<[string, readonly string[], string]>([
    ["with 公告 behind two bodies", ["示例部 示例税务局公告", "2021年第8号"], NUMBER],
    ["with 公告 below two bodies", ["示例部　示例税务局", "公告", "2021年第8号"], NUMBER],
    [
      "with 公告 below two bodies that are no space apart",
      ["示例部 示例税务局", "公　告", "2021年第8号"],
      NUMBER,
    ],
    ["with bodies one above the other", ["示例部", "示例税务局", "公 告", "2021年第8号"], NUMBER],
    ["with one body", ["示例部", "通告", "第8号"], "示例部通告第8号"],
  ])("%s is numbered, and issued by whom its head names", async (_what, head, documentNumber) => {
    const lines = [...head, "关于延续部分优惠政策的公告", ...signed];
    for (const article of [recognised(lines), recognised(lines.slice(1), head[0]), await asText(lines)]) {
      expect(article.title).toBe("关于延续部分优惠政策的公告");
      expect(article.official).toMatchObject({ documentNumber, signedOn: "2021-03-15" });
      expect(article.official?.issuingBody).toBe(documentNumber.split(/[公通]告/u)[0]);
    }
  });
});

test.each<[string, readonly string[]]>([
  ["on one line", ["示例部公告", "第12号"]],
  ["on two lines", ["示例部", "公告", "第12号"]],
])("an announcement without a title, its name %s, is called by that", async (_what, head) => {
  const lines = [...head, ...signed];
  for (const article of [recognised(lines), await asText(lines)]) {
    expect(article).toMatchObject({ title: "示例部公告", subtitle: "第12号" });
    expect(article.official).toMatchObject({ documentNumber: "示例部公告第12号", issuingBody: "示例部" });
  }
});

describe("Without 关于 in its title", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "an announcement by who signed it",
      "示例县教育局2023年公开招聘教师公告",
      ["示例县教育局", "2023年5月1日"],
    ],
    ["one that says so", "2023年公开招聘教师公告", ["特此公告。", "示例县教育局", "2023年5月1日"]],
  ])("is %s", async (_what, title, foot) => {
    for (const article of [recognised([title, running, ...foot]), await asText([title, running, ...foot])]) {
      expect(article.title).toBe(title);
      expect(article.official).toMatchObject({ signature: "示例县教育局", signedOn: "2023-05-01" });
    }
  });

  it.each(["2023年3月20日", "（2023年3月20日）"])("is a communique with %s below its title", async (date) => {
    const lines = [
      "示例县2022年国民经济和社会发展统计公报",
      "示例县统计局",
      date,
      running,
      "一、综合",
      running,
    ];
    for (const article of [recognised(lines), await asText(lines)]) {
      expect(article.title).toBe(lines[0]);
      expect(article.official).toMatchObject({ issuingBody: "示例县统计局", signedOn: "2023-03-20" });
    }
  });

  it.each<[string, readonly string[]]>([
    ["示例公司发布停产公告", [running, "示例县融媒体中心", "2023年5月1日"]],
    ["墙上的招聘公告", [running, "示例县作协", "2023年5月1日"]],
    ["示例县2022年统计公报解读", ["示例县统计局", "2023年3月20日", running]],
    ["2023年公开招聘教师公告", [running]],
  ])("is none of the kind: %s", (title, lines) => {
    expect(recognised(lines, title).official).toBeNull();
    expect(recognised([title, ...lines]).official).toBeNull();
  });
});

describe("What a meeting adopted", () => {
  const meeting = "示例县第十届人民代表大会第二次会议";
  const below = `（2022年1月12日${meeting}通过）`;

  it.each(["关于政府工作报告的决议", "公报"])("is of its day, called %s", async (kind) => {
    const lines = [meeting + kind, below, running];
    for (const article of [recognised(lines), await asText(lines)]) {
      expect(article).toMatchObject({ title: lines[0], subtitle: below });
      expect(article.official).toMatchObject({ issuingBody: meeting, signedOn: "2022-01-12" });
    }
  });

  it.each(["示例县河道管理条例", "示例县河道管理办法"])(
    "is no official document where it is a rule: %s",
    (rule) => {
      expect(recognised([rule, below, running]).official).toBeNull();
    },
  );

  it("is none in a text that speaks of it", () => {
    const lines = [`${meeting}关于政府工作报告的决议`, below, running];
    expect(recognised(lines, "一份决议的由来").official).toBeNull();
  });
});

test("a story in which an announcement is pasted up is none", () => {
  const lines = ["墙上贴着一张纸。", "示例县人民政府公告", "第3号", running];
  expect(recognised(lines, "第五章　公告").official).toBeNull();
  expect(recognised(["第五章　公告", ...lines]).official).toBeNull();
  expect(recognised(lines.slice(1), "墙上的字").official).toBeNull();
});
