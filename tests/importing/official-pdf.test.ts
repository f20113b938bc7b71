/** Joint official documents as PDF pages set them: bodies one above the other at the head, and signatures at the foot. */
import { describe, expect, it } from "vitest";
import { recogniseOfficialDocument } from "../../main/importing/official/official-document.ts";
import { pdfReader } from "../../main/importing/pdf/pdf-reader.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { emptyArticle } from "../../preload/model/article.ts";
import { inlineText } from "../../preload/model/article-text.ts";
import { makePdf, type PdfText, setColumn } from "./make-pdf.ts";

const WIDTH = 595;
const BODY = { x: 80, y: 330, characters: 27, size: 16, leading: 28 } as const;
const running =
  "各单位要切实提高思想认识，加强组织领导，明确工作责任，细化工作措施，确保各项任务落到实处，有关情况及时报告。";

const centred = (text: string, size: number, y: number): PdfText => ({
  ...{ x: (WIDTH - text.length * size) / 2, y, size, text },
});
/** Against the right edge of the text. */
const flush = (text: string, y: number): PdfText => ({
  ...{ x: BODY.x + (BODY.characters - text.length) * BODY.size, y, size: BODY.size, text },
});

const document: readonly PdfText[] = [
  centred("示教发〔2021〕5号", 16, 200),
  centred("关于做好招生工作的通知", 22, 260),
  { x: BODY.x, y: 300, size: 16, text: "各学校、各财政所：" },
  ...setColumn([running.repeat(2), running], BODY),
];

async function read(texts: readonly PdfText[]): Promise<ImportedArticle> {
  const beside = () => ({ refused: "missing" }) as const;
  const bytes = makePdf({ pages: [{ texts }] });
  const { articles } = await pdfReader.read({ name: "文件.pdf", bytes, beside });
  return recogniseOfficialDocument(articles[0]?.article ?? emptyArticle(), "文件").article;
}

describe("Two bodies at the head, one above the other,", () => {
  it.each<[string, readonly PdfText[]]>([
    ["with 文件 behind the second", [centred("示例县教育局", 36, 110), centred("示例县财政局文件", 36, 160)]],
    [
      "with 文件 at their side",
      [
        { x: 100, y: 110, size: 36, text: "示例县教育局" },
        { x: 430, y: 135, size: 36, text: "文件" },
        { x: 100, y: 160, size: 36, text: "示例县财政局" },
      ],
    ],
  ])("%s both issue the document", async (_what, head) => {
    const article = await read([...head, ...document]);
    expect(article.title).toBe("关于做好招生工作的通知");
    expect(article.official).toMatchObject({
      issuingBody: "示例县教育局 示例县财政局",
      documentNumber: "示教发〔2021〕5号",
      addressees: "各学校、各财政所",
    });
  });
});

describe("A signature against the right edge", () => {
  const signed = (...lines: readonly string[]) =>
    read([...document, ...lines.map((text, index) => flush(text, 560 + index * 28))]);

  it("is of two bodies on two lines", async () => {
    const { official } = await signed("中共示例县委", "示例县人民政府", "2021年3月1日");
    expect(official).toMatchObject({
      signature: "中共示例县委 示例县人民政府",
      signedOn: "2021-03-01",
    });
  });

  it("is of one whose name goes on in the second", async () => {
    const { body } = await signed("示例县人民代表大会", "常务委员会", "2021年3月1日");
    const lines = body.map((block) => ("content" in block ? inlineText(block.content) : ""));
    expect(lines).toContain("示例县人民代表大会常务委员会");
  });
});
