import { describe, expect, test } from "vitest";
import type { Block } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";
import {
  contentDoubts,
  doubtKey,
  fieldDoubts,
  inOrderOfWeight,
  warningDoubt,
} from "../../preload/model/doubts.ts";

const paragraph = (text: string): Block => ({ type: "paragraph", content: plain(text) });
const figure = (image: string | null, caption = ""): Block => ({
  ...{ type: "figure", image, alt: "" },
  caption: plain(caption),
});
const sound = "各村已经备足种子和化肥，农技人员下到田间地头，手把手教农民科学施肥、合理密植。";
const cut = "各村已经备足种子和化肥，农技人员下到田间地头，手把手教农民科学施肥、合理";
const HASH = "a".repeat(64);

function doubtsOf(body: readonly Block[], title = "题"): readonly string[] {
  return contentDoubts({ ...emptyArticle(), title, body }).map(({ code, parameters }) =>
    [code, ...Object.values(parameters)].join(" "),
  );
}

describe("a paragraph without an end", () => {
  test("is named by its end, with how many there are", () => {
    expect(doubtsOf([paragraph(sound), paragraph(cut), paragraph(cut)])).toEqual([
      "paragraph-without-end 科学施肥、合理 2".replace("科学施肥、合理", cut.slice(-12)),
    ]);
  });

  test.each(["。", "！", "？", "……", "：", "。”", "）", "》", ".", "；"])(
    "is none that ends in %s",
    (end) => {
      expect(doubtsOf([paragraph(cut + end)])).toEqual([]);
    },
  );

  test("is none that a list or table goes on", () => {
    const list: Block = { type: "list", ordered: false, start: 1, items: [[paragraph("一项。")]] };
    expect(doubtsOf([paragraph(cut), list])).toEqual([]);
  });

  test("is no signature, date or short line", () => {
    expect(
      doubtsOf([paragraph(sound), paragraph("宁郭市人民政府办公室"), paragraph("2021年2月5日")]),
    ).toEqual([]);
  });

  test("is not told twice where the reader has named it", () => {
    const named = warningDoubt({ code: "warning.paragraph-without-end", parameters: { text: "合理" } });
    const own = contentDoubts({ ...emptyArticle(), title: "题", body: [paragraph(cut)] });
    expect(inOrderOfWeight([...own, ...(named === null ? [] : [named])])).toEqual([named]);
  });
});

describe("a caption without a place", () => {
  test.each(["图为春耕现场。", "▲村民在田间施肥。", "村民在田间施肥。（张三 摄）", "上图：新修的水渠。"])(
    "is “%s” with no picture beside it",
    (text) => {
      expect(doubtsOf([paragraph(sound), paragraph(text)])).toEqual([
        `caption-without-place ${text.slice(0, 12)} 1`,
      ]);
      expect(doubtsOf([figure(HASH), paragraph(text)])).toEqual([]);
      expect(doubtsOf([paragraph(text), figure(HASH), paragraph(sound)])).toEqual([]);
    },
  );

  test("is no sentence that speaks of pictures or of taking them", () => {
    expect(
      doubtsOf([paragraph("本次摄影展展出图片三百幅，记录了全县五年来的变化。"), paragraph(sound)]),
    ).toEqual([]);
  });
});

test("missing pictures are counted wherever they stand; a figure with its picture is none", () => {
  const cell = { header: false, columns: 1, rows: 1, blocks: [figure(null)] };
  const body = [
    figure(null, "缺的"),
    figure(HASH),
    { type: "table", rows: [[cell]] } as const,
    paragraph(sound),
  ];
  expect(doubtsOf(body)).toEqual(["missing-picture 2"]);
});

test("pictures without a word are a scan; damaged characters and a missing title are told", () => {
  expect(doubtsOf([figure(HASH), figure(HASH)])).toEqual(["no-text"]);
  expect(doubtsOf([figure(HASH, "图片说明")])).toEqual([]);
  expect(doubtsOf([paragraph("坏\uFFFD了两\uFFFD处。")])).toEqual(["damaged 2"]);
  expect(doubtsOf([paragraph(sound)], " ")).toEqual(["no-title"]);
});

test("an official document's own body and date count as source and date", () => {
  const none = { publication: "", issuedOn: null, issuingBody: "", signedOn: null };
  expect(fieldDoubts(none).map(({ code }) => code)).toEqual(["no-source", "no-date"]);
  expect(fieldDoubts({ ...none, issuingBody: "宁郭市人民政府", signedOn: "2021-02-05" })).toEqual([]);
  expect(fieldDoubts({ ...none, publication: "宁郭日报", issuedOn: "2021-02-05" })).toEqual([]);
});

test("warnings become doubts, but those whose matter the contents tell", () => {
  const encoding = { code: "warning.encoding-unsure", parameters: { encoding: "gbk" } };
  expect(warningDoubt(encoding)).toEqual({ code: "encoding", parameters: { encoding: "gbk" } });
  expect(warningDoubt({ code: "warning.missing-picture", parameters: { name: "a", count: 1 } })).toBeNull();
  expect(warningDoubt({ code: "warning.text-only", parameters: {} })).toEqual({
    code: "warning",
    parameters: { warning: "warning.text-only" },
  });
});

test("the weightiest stand first, each once, and a key tells the same doubt whatever the order of its parameters", () => {
  const fields = fieldDoubts({ publication: "", issuedOn: null, issuingBody: "", signedOn: null });
  const contents = contentDoubts({ ...emptyArticle(), body: [paragraph("坏\uFFFD。")] });
  expect(inOrderOfWeight([...fields, ...contents, ...fields]).map(({ code }) => code)).toEqual([
    "damaged",
    "no-title",
    "no-source",
    "no-date",
  ]);
  expect(doubtKey({ code: "damaged", parameters: { a: 1, b: 2 } })).toBe(
    doubtKey({ code: "damaged", parameters: { b: 2, a: 1 } }),
  );
});
