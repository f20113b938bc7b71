/** Announcements that have a number of their own, below who announces and the word 公告. */
import { describe, expect, it, test } from "vitest";
import { recogniseOfficialDocument } from "../../main/importing/official/official-document.ts";
import { textReader } from "../../main/importing/text-reader.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";

const running =
  "为进一步支持企业发展，现将有关政策延续执行，具体事项由各地主管机关按照规定办理，执行中的问题请及时反映。";
const signed = [running, "示例部", "2021年3月15日"];

function recognised(lines: readonly string[], title = "文件"): ImportedArticle {
  const body = lines.map((line) => ({ type: "paragraph", content: plain(line) }) as const);
  return recogniseOfficialDocument({ ...emptyArticle(), title, body }, "文件").article;
}

async function asText(lines: readonly string[]): Promise<ImportedArticle> {
  const text = lines.map((line) => (line === running ? `　　${line}` : line)).join("\n");
  const beside = () => ({ refused: "missing" }) as const;
  const { articles } = await textReader.read({ name: "文件.txt", bytes: Buffer.from(text), beside });
  return recogniseOfficialDocument(articles[0]?.article ?? emptyArticle(), "文件").article;
}

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

test("a story in which an announcement is pasted up is none", () => {
  const lines = ["墙上贴着一张纸。", "示例县人民政府公告", "第3号", running];
  expect(recognised(lines, "第五章　公告").official).toBeNull();
  expect(recognised(["第五章　公告", ...lines]).official).toBeNull();
  expect(recognised(lines.slice(1), "墙上的字").official).toBeNull();
});
