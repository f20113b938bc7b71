import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  articleBlocksSchema,
  type Block,
  emptyArticle,
  type ImportedArticle,
  plain,
} from "../../preload/model/article.ts";
import { articleText, inlineText } from "../../preload/model/article-text.ts";
import { correctArticle } from "../../preload/model/correct-article.ts";
import { type CorrectionStep, correctionStepSchema } from "../../preload/model/correction.ts";
import { FailureError } from "../../preload/model/result.ts";
import { randomArticle } from "./random-articles.ts";

const paragraph = (text: string): Block => ({ type: "paragraph", content: plain(text) });
const figure = (caption: string, image: string | null = null): Block => ({
  ...{ type: "figure", image, alt: "" },
  caption: plain(caption),
});

function of(body: readonly Block[], lead: readonly Block[] = []): ImportedArticle {
  return { ...emptyArticle(), title: "标题", lead, body };
}

const at = (index: number, part: "lead" | "body" = "body") => ({ part, index });
const linesOf = (article: ImportedArticle) => articleText(article).text.split("\n");

describe("roles", () => {
  test("a paragraph becomes a heading of a level, and a paragraph again", () => {
    const headed = correctArticle(of([paragraph("一、总体要求")]), {
      ...{ kind: "role", at: at(0), role: "heading", level: 3 },
    });
    expect(headed.body).toEqual([{ type: "heading", level: 3, content: plain("一、总体要求") }]);
    expect(correctArticle(headed, { kind: "role", at: at(0), role: "paragraph" }).body).toEqual([
      paragraph("一、总体要求"),
    ]);
  });

  test("a paragraph becomes the caption of the picture beside it, else of one that is missing", () => {
    const image = "a".repeat(64);
    const asCaption = (body: readonly Block[], index: number) =>
      correctArticle(of(body), { kind: "role", at: at(index), role: "caption" }).body;
    expect(asCaption([figure("", image), paragraph("插秧")], 1)).toEqual([figure("插秧", image)]);
    expect(asCaption([paragraph("插秧"), figure("", image)], 0)).toEqual([figure("插秧", image)]);
    expect(asCaption([figure("旧", image), paragraph("插秧")], 1)).toEqual([
      figure("旧", image),
      figure("插秧"),
    ]);
  });

  test("a caption becomes text below its picture; that of a missing picture takes its place", () => {
    const image = "a".repeat(64);
    const asText = (block: Block) =>
      correctArticle(of([block]), { kind: "role", at: at(0), role: "paragraph" }).body;
    expect(asText(figure("插秧", image))).toEqual([figure("", image), paragraph("插秧")]);
    expect(asText(figure("插秧"))).toEqual([paragraph("插秧")]);
  });

  test("text goes into the lead and comes back to the body's beginning", () => {
    const led = correctArticle(of([paragraph("核心"), paragraph("正文")]), {
      ...{ kind: "role", at: at(0), role: "lead" },
    });
    expect([led.lead, led.body]).toEqual([[paragraph("核心")], [paragraph("正文")]]);
    const back = correctArticle(led, { kind: "role", at: at(0, "lead"), role: "paragraph" });
    expect([back.lead, back.body]).toEqual([[], [paragraph("核心"), paragraph("正文")]]);
  });

  test.each(["kicker", "subtitle", "byline", "credits"] as const)(
    "text goes into the field %s, behind what it holds",
    (role) => {
      const article = { ...of([paragraph("本报记者 李某"), paragraph("正文")]), [role]: "已有" };
      const corrected = correctArticle(article, { kind: "role", at: at(0), role });
      expect(corrected[role]).toBe("已有 本报记者 李某");
      expect(corrected.body).toEqual([paragraph("正文")]);
    },
  );
});

describe("joining, parting, moving", () => {
  test("Han text joins without a space, words with one, past the picture that parted them", () => {
    const join = (above: string, below: string) =>
      correctArticle(of([paragraph(above), figure("图"), paragraph(below)]), { kind: "join", at: at(2) })
        .body;
    expect(join("各地抓紧", "春耕。")).toEqual([paragraph("各地抓紧春耕。"), figure("图")]);
    expect(join("on the", "way")).toEqual([paragraph("on the way"), figure("图")]);
  });

  test("a paragraph is parted at a character; marks, links and readings stay on both sides", () => {
    const content = [
      { type: "text", text: "甲乙丙", marks: ["strong"] },
      { type: "link", href: "https://example.invalid/", content: plain("丁戊") },
    ] as const;
    const article = of([{ type: "paragraph", content }]);
    const first = articleText(article).text.indexOf("乙");
    expect(correctArticle(article, { kind: "split", offset: first }).body).toEqual([
      { type: "paragraph", content: [{ type: "text", text: "甲", marks: ["strong"] }] },
      { type: "paragraph", content: [{ type: "text", text: "乙丙", marks: ["strong"] }, content[1]] },
    ]);
  });

  test("what is behind a parting of a heading is text", () => {
    const article = of([{ type: "heading", level: 2, content: plain("一碗热饭街道辖区") }]);
    const parted = correctArticle(article, {
      kind: "split",
      offset: articleText(article).text.indexOf("街道"),
    });
    expect(parted.body.map(({ type }) => type)).toEqual(["heading", "paragraph"]);
  });

  test("a block is moved before another, to the end, and into the lead", () => {
    const article = of([paragraph("甲"), paragraph("乙"), paragraph("丙")]);
    const moved = (from: number, before: ReturnType<typeof at>) =>
      linesOf(correctArticle(article, { kind: "move", at: at(from), before })).slice(1);
    expect(moved(2, at(0))).toEqual(["丙", "甲", "乙"]);
    expect(moved(0, at(2))).toEqual(["乙", "甲", "丙"]);
    expect(moved(0, at(3))).toEqual(["乙", "丙", "甲"]);
    expect(correctArticle(article, { kind: "move", at: at(1), before: at(0, "lead") }).lead).toEqual([
      paragraph("乙"),
    ]);
  });
});

describe("characters", () => {
  test("are put right in a title, a paragraph, a caption, a cell and an item, with the marks of what they replace", () => {
    const cell = (text: string) => ({ header: false, columns: 1, rows: 1, blocks: [paragraph(text)] });
    const article = of([
      {
        type: "paragraph",
        content: [
          { type: "text", text: "甲" },
          { type: "text", text: "己", marks: ["strong"] },
        ],
      },
      figure("图己"),
      { type: "table", rows: [[cell("表己"), cell("别")]] },
      { type: "list", ordered: false, start: 1, items: [[paragraph("项己")]] },
    ]);
    const { text } = articleText(article);
    let corrected = { ...article };
    for (let place = text.indexOf("己"); place !== -1; place = text.indexOf("己", place + 1))
      corrected = correctArticle(corrected, {
        kind: "replace",
        start: place,
        end: place + 1,
        text: "已",
      }) as typeof corrected;
    expect(linesOf(corrected)).toEqual(["标题", "甲已", "图已", "表已\t别", "项已"]);
    expect(corrected.body[0]).toEqual({
      type: "paragraph",
      content: [
        { type: "text", text: "甲" },
        { type: "text", text: "已", marks: ["strong"] },
      ],
    });
    expect(correctArticle(article, { kind: "replace", start: 0, end: 1, text: "题" }).title).toBe("题题");
  });

  test("a span over two pieces, past the end, or a title left empty is refused", () => {
    const article = of([paragraph("甲乙"), paragraph("丙丁")]);
    const replace = (start: number, end: number) => () =>
      correctArticle(article, { kind: "replace", start, end, text: "" });
    for (const refused of [replace(4, 7), replace(7, 99), replace(0, 2)])
      expect(refused).toThrow("cannot-correct");
  });
});

test("a field is put right; a date that is none is refused, an empty one is not known", () => {
  const article = of([paragraph("甲")]);
  const field = (name: "publication" | "issuedOn", value: string) =>
    correctArticle(article, { kind: "field", name, value });
  expect(field("publication", "示例日报").publication).toBe("示例日报");
  expect(field("issuedOn", "2021-02-05").issuedOn).toBe("2021-02-05");
  expect(field("issuedOn", "").issuedOn).toBeNull();
  expect(() => field("issuedOn", "昨天")).toThrow("cannot-correct");
});

test("a picture is given to a figure that lacks one, or put before a block", () => {
  const image = "c".repeat(64);
  const article = of([paragraph("甲"), figure("图")]);
  expect(correctArticle(article, { kind: "picture", at: at(1), image, into: "figure" }).body[1]).toEqual(
    figure("图", image),
  );
  expect(correctArticle(article, { kind: "picture", at: at(0), image, into: "before" }).body[0]).toEqual(
    figure("", image),
  );
  expect(() => correctArticle(article, { kind: "picture", at: at(0), image, into: "figure" })).toThrow(
    "cannot-correct",
  );
});

const place = fc.record({ part: fc.constantFrom("lead", "body"), index: fc.nat(6) });
const step: fc.Arbitrary<CorrectionStep> = fc
  .oneof(
    fc.record({
      kind: fc.constant("role"),
      at: place,
      role: fc.constantFrom("paragraph", "heading", "caption", "lead", "kicker", "byline"),
    }),
    fc.record({ kind: fc.constant("join"), at: place }),
    fc.record({ kind: fc.constant("split"), offset: fc.nat(60) }),
    fc.record({ kind: fc.constant("move"), at: place, before: place }),
  )
  .map((value) => correctionStepSchema.parse(value));

const sorted = (text: string) => [...text.replaceAll(/\s/gu, "")].sort().join("");

test("no step loses or doubles a character, and what it yields is an article", () => {
  fc.assert(
    fc.property(randomArticle, step, (article, taken) => {
      let corrected: ImportedArticle;
      try {
        corrected = correctArticle(article, taken);
      } catch (error) {
        expect(error).toBeInstanceOf(FailureError);
        return;
      }
      expect(sorted(articleText(corrected).text)).toBe(sorted(articleText(article).text));
      articleBlocksSchema.parse({ lead: corrected.lead, body: corrected.body });
    }),
    { numRuns: 2000 },
  );
});

test("a paragraph parted anywhere and joined again reads as before", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."一二三，。"), minLength: 2, maxLength: 9 }),
      fc.nat(),
      (text, seed) => {
        const article = of([paragraph(text)]);
        const offset = 3 + 1 + (seed % (text.length - 1));
        const parted = correctArticle(article, { kind: "split", offset });
        expect(
          parted.body.map((block) => (block.type === "paragraph" ? inlineText(block.content) : "")),
        ).toEqual([text.slice(0, offset - 3), text.slice(offset - 3)]);
        expect(correctArticle(parted, { kind: "join", at: at(1) })).toEqual(article);
      },
    ),
  );
});
