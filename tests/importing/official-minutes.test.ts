/** Minutes whose mark, number and date stand above a title of their own. */
import { describe, expect, it, test } from "vitest";
import { articleText } from "../../preload/model/article-text.ts";
import { recognised, recognisedText } from "./recognise-lines.ts";

const running =
  "会议听取了县水利局的汇报，研究了河道治理的资金、用地和工期，明确由县水利局牵头，有关乡镇配合，年底前完工。";
const printed = ["分送：县委常委。", "示例县人民政府办公室　　　　2023年4月13日印发"];

const asText = (lines: readonly string[]) => recognisedText(lines, running);

describe.each<[string, readonly string[], string]>([
  ["a body's", ["示例县人民政府专题会议纪要", "〔2023〕12号"], "示例县人民政府"],
  ["a body's, on two lines", ["示例县人民政府", "专题会议纪要", "〔2023〕12号"], "示例县人民政府"],
  ["nobody's by name", ["专题会议纪要", "〔2023〕12号"], "示例县人民政府办公室"],
])("The mark of minutes, %s,", (_what, mark, issuingBody) => {
  const official = {
    documentNumber: "〔2023〕12号",
    issuingBody,
    signature: "示例县人民政府办公室",
    signedOn: "2023-04-12",
    printedOn: "2023-04-13",
  };
  const issued = "示例县人民政府办公室　　　　2023年4月12日";

  it.each(["关于研究河道治理工作的会议纪要", "研究河道治理工作"])("is no title above %s", async (title) => {
    const lines = [...mark, issued, title, running, ...printed];
    for (const article of [recognised(lines), recognised(lines.slice(1), lines[0]), await asText(lines)]) {
      expect(article).toMatchObject({ title, official });
      const bare = (text: string) => [...text.replace(/\s/g, "")].toSorted().join("");
      expect(bare(articleText(article).text)).toBe(bare(lines.join("")));
    }
  });

  it("stands below a title that the reader took from the text", () => {
    const title = "关于研究河道治理工作的会议纪要";
    const article = recognised([...mark, issued, running, ...printed], title);
    expect(article).toMatchObject({ title, official });
    expect(article.kicker).toContain("专题会议纪要　〔2023〕12号");
  });
});

test("minutes without a title are called by their mark", () => {
  const article = recognised(["示例县人民政府常务会议纪要", "第6期", running, ...printed]);
  expect(article).toMatchObject({ title: "示例县人民政府常务会议纪要", subtitle: "第6期" });
});

test("a text that shows minutes as a sample is none", () => {
  const minutes = ["专题会议纪要", "〔2023〕12号", "关于研究河道治理工作的会议纪要", running, ...printed];
  expect(recognised(minutes, "公文写作范例").official).toBeNull();
  expect(recognised(["公文写作范例", "例一　纪要", ...minutes]).official).toBeNull();
});
