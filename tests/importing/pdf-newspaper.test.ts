/** Newspaper pages in PDF: columns and headlines → articles. */
import { describe, expect, test } from "vitest";
import type { Reading } from "../../main/importing/format.ts";
import { pdfReader } from "../../main/importing/pdf/pdf-reader.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { inlineText } from "../../preload/model/article-text.ts";
import type { PdfPage, PdfText } from "./make-pdf.ts";
import { jpegOf, makePdf, setColumn } from "./make-pdf.ts";

async function readPage(page: PdfPage): Promise<Reading> {
  const bytes = makePdf({ pages: [page] });
  return pdfReader.read({ name: "03版.pdf", bytes, beside: () => ({ refused: "missing" }) });
}

const words = (subject: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${subject}第${index + 1}处田块已经整好，渠水也通了，`)
    .join("")
    .replace(/，$/, "。");

const SIZE = 9;
const LEADING = 14;
const WIDE = 13;

/** Text poured into columns from the left, each so many lines high. */
function pour(
  paragraphs: readonly string[],
  columns: readonly { readonly x: number; readonly y: number; readonly lines: number }[],
): readonly PdfText[] {
  const lines = setColumn(paragraphs, { x: 0, y: 0, characters: WIDE, size: SIZE, leading: LEADING });
  let taken = 0;
  return columns.flatMap(({ x, y, lines: high }) => {
    const own = lines.slice(taken, taken + high);
    taken += high;
    return own.map(({ text }, index) => ({ text, x, y: y + index * LEADING, size: SIZE }));
  });
}

const COLUMN = 132;
const x = (column: number) => 40 + column * COLUMN;
const top = [words("东乡", 9), words("西乡", 10), words("南乡", 9)];
const left = [words("前村", 10), words("后村", 10)];
const right = [words("水库", 8)];

const page: PdfPage = {
  width: 780,
  height: 1100,
  texts: [
    { x: 40, y: 40, size: 10, text: "要闻" },
    { x: 250, y: 40, size: 10, text: "2021年2月5日 星期五 责任编辑 李明" },
    { x: 700, y: 40, size: 10, text: "3版" },
    { x: 330, y: 80, size: 14, text: "宁静镇" },
    { x: 180, y: 125, size: 36, text: "春耕备耕动手早", font: "hei" },
    { x: 300, y: 150, size: SIZE, text: "本报记者 李明 通讯员 王芳" },
    ...pour(
      top,
      [0, 1, 2, 3, 4].map((column) => ({ x: x(column), y: 180, lines: 18 })),
    ),
    { x: 60, y: 540, size: 26, text: "前村后村渠相通", font: "hei" },
    ...pour(
      left,
      [0, 1, 2].map((column) => ({ x: x(column), y: 580, lines: 14 })),
    ),
    { x: x(3), y: 540, size: 22, text: "水库除险加固完工", font: "hei" },
    ...pour(
      right,
      [3, 4].map((column) => ({ x: x(column), y: 580, lines: 8 })),
    ),
    { x: x(3), y: 835, size: 8, text: "加固后的水库大坝。" },
    { x: x(3), y: 1000, size: SIZE, text: "（本版照片均由镇宣传办提供）" },
  ],
  pictures: [{ x: x(3), y: 700, width: 240, height: 120, jpeg: jpegOf(240, 120) }],
  lines: [
    [40, 505, 740, 505],
    [x(3) - 8, 515, x(3) - 8, 1050],
  ],
};

function paragraphs(article: ImportedArticle | undefined): readonly string[] {
  return (article?.body ?? []).flatMap((block) =>
    block.type === "paragraph" ? [inlineText(block.content)] : [],
  );
}

describe("a newspaper page", () => {
  test("becomes its articles, each whole, with titles, authors and the page's details", async () => {
    const { articles } = await readPage(page);
    expect(
      articles.map(({ part, article }) => [part, article.kicker, article.title, article.byline]),
    ).toEqual([
      ["1", "宁静镇", "春耕备耕动手早", "本报记者 李明 通讯员 王芳"],
      ["2", "", "前村后村渠相通", ""],
      ["3", "", "水库除险加固完工", ""],
    ]);
    expect(articles.map(({ article }) => paragraphs(article))).toEqual([top, left, right]);
    for (const { article } of articles) {
      expect(article).toMatchObject({ issuedOn: "2021-02-05", page: "3", pageName: "要闻" });
      expect(article.credits).toBe("（本版照片均由镇宣传办提供）");
    }
  });

  test("gives a picture to the article it stands in, with its caption", async () => {
    const { articles, pictures } = await readPage(page);
    expect(articles[2]?.article.body.at(-1)).toMatchObject({
      type: "figure",
      image: pictures[0]?.sha256,
      caption: [{ text: "加固后的水库大坝。" }],
    });
  });

  test("flows into columns beside its headline, around it, and under a headline set downwards", async () => {
    const beside = [words("大桥", 19)];
    const around = [words("小学", 24)];
    const { articles } = await readPage({
      width: 780,
      height: 1100,
      texts: [
        { x: 40, y: 90, size: 30, text: "大桥通车", font: "hei" },
        ...pour(beside, [
          { x: x(0), y: 130, lines: 9 },
          { x: x(1), y: 130, lines: 9 },
          { x: x(2), y: 74, lines: 13 },
        ]),
        ...pour(around, [
          { x: x(0), y: 400, lines: 9 },
          { x: x(1), y: 456, lines: 5 },
          { x: x(2), y: 456, lines: 5 },
          { x: x(3), y: 400, lines: 20 },
        ]),
        { x: x(1) + 10, y: 430, size: 26, text: "小学迎来新生", font: "hei" },
        ...[..."丰收在望"].map((text, index) => ({ text, x: 700, y: 800 + index * 40, size: 30 })),
        ...pour(
          [words("稻田", 14)],
          [3, 4].map((column) => ({ x: x(column), y: 790, lines: 12 })),
        ),
      ],
      lines: [
        [40, 370, 740, 370],
        [40, 740, 740, 740],
      ],
    });
    expect(articles.map(({ article }) => article.title)).toEqual(["大桥通车", "小学迎来新生", "丰收在望"]);
    expect(articles.map(({ article }) => paragraphs(article))).toEqual([beside, around, [words("稻田", 14)]]);
  });

  test("has authors' names whole that stand apart, and columns whose headline stands over two of them alone", async () => {
    const upper = [words("纺织", 9), words("印染", 9)];
    const lower = [words("东渠", 12), words("西渠", 14), words("南渠", 12)];
    const { articles } = await readPage({
      width: 780,
      height: 1100,
      texts: [
        { x: 60, y: 90, size: 26, text: "老厂房换新装", font: "hei" },
        ...pour(
          upper,
          [0, 1].map((column) => ({ x: x(column), y: 130, lines: 14 })),
        ),
        { x: x(3), y: 90, size: 26, text: "新学期开学了", font: "hei" },
        ...pour(
          [words("新学期", 16)],
          [3, 4].map((column) => ({ x: x(column), y: 130, lines: 14 })),
        ),
        // Nothing parts these columns from those above but room.
        { x: 300, y: 400, size: 26, text: "清渠引水保春灌", font: "hei" },
        { x: 300, y: 420, size: SIZE, text: "本报记者" },
        { x: 300 + 5 * SIZE, y: 420, size: SIZE, text: "李　明" },
        { x: 300 + 9 * SIZE, y: 420, size: SIZE, text: "王小芳" },
        ...pour(
          lower,
          [0, 1, 2, 3, 4].map((column) => ({ x: x(column), y: 450, lines: 16 })),
        ),
      ],
      // Lines between the columns of one article.
      lines: [1, 2, 3, 4].map((column): [number, number, number, number] => {
        const between = x(column) - 7;
        return [between, 442, between, 680];
      }),
    });
    expect(articles.map(({ article }) => [article.title, article.byline])).toEqual([
      ["老厂房换新装", ""],
      ["新学期开学了", ""],
      ["清渠引水保春灌", "本报记者　李　明　王小芳"],
    ]);
    expect(articles.map(({ article }) => paragraphs(article))).toEqual([upper, [words("新学期", 16)], lower]);
  });

  test("has a front page's name and the box with its day as details, and a column that begins with a picture", async () => {
    const text = [words("大桥", 18), words("码头", 18)];
    const { articles } = await readPage({
      width: 780,
      height: 1100,
      texts: [
        { x: 40, y: 80, size: 44, text: "宁静日报", font: "hei" },
        { x: 40, y: 96, size: 8, text: "中共宁静县委主管主办" },
        { x: 300, y: 60, size: 9, text: "2021年2月" },
        { x: 310, y: 84, size: 20, text: "5" },
        { x: 300, y: 98, size: 9, text: "星期五" },
        { x: 300, y: 111, size: 8, text: "国内统一连续出版物号 CN 99-0001" },
        { x: 300, y: 123, size: 8, text: "第12345号 今日8版" },
        { x: x(1), y: 200, size: 30, text: "大桥今天通车", font: "hei" },
        ...pour(text, [
          { x: x(0), y: 240, lines: 24 },
          { x: x(1), y: 380, lines: 14 },
          { x: x(2), y: 380, lines: 14 },
          { x: x(3), y: 240, lines: 24 },
        ]),
        { x: x(1), y: 358, size: 7, text: "大桥全景。　本报记者" },
        { x: x(1) + 10 * 7, y: 358, size: 7, text: "　李明摄" },
      ],
      pictures: [{ x: x(1), y: 232, width: 250, height: 116, jpeg: jpegOf(250, 116) }],
    });
    expect(articles.map(({ article }) => article)).toMatchObject([
      { title: "大桥今天通车", publication: "宁静日报", issuedOn: "2021-02-05", page: "" },
    ]);
    expect(articles.map(({ article }) => paragraphs(article))).toEqual([text]);
    expect(articles[0]?.article.body).toContainEqual(
      expect.objectContaining({
        type: "figure",
        caption: [{ type: "text", text: "大桥全景。　本报记者　李明摄" }],
      }),
    );
  });

  test("parts articles side by side that only room parts, where headlines stand over the middle of their columns", async () => {
    const [left, right, box] = [[words("大桥", 9)], [words("码头", 26)], [words("链接", 9)]];
    const { articles } = await readPage({
      width: 780,
      height: 1100,
      texts: [
        { x: 90, y: 90, size: 20, text: "大桥通车了", font: "hei" },
        ...pour(
          left,
          [0, 1].map((column) => ({ x: x(column), y: 130, lines: 10 })),
        ),
        { x: x(2) + 90, y: 90, size: 26, text: "码头货运忙起来", font: "hei" },
        { x: x(2) + 140, y: 110, size: SIZE, text: "本报记者 李　明" },
        ...pour(
          right,
          [2, 3, 4].map((column) => ({ x: x(column), y: 140, lines: 19 })),
        ),
        // As wide as a fifth of its column.
        { x: x(0) + 46, y: 440, size: 13.5, text: "链接", font: "hei" },
        ...pour(
          box,
          [0, 1].map((column) => ({ x: x(column), y: 460, lines: 10 })),
        ),
      ],
    });
    expect(articles.map(({ article }) => [article.title, article.byline])).toEqual([
      ["大桥通车了", ""],
      ["码头货运忙起来", "本报记者 李　明"],
      ["链接", ""],
    ]);
    expect(articles.map(({ article }) => paragraphs(article))).toEqual([left, right, box]);
  });

  test("keeps a title set downwards apart from lines of text that stand as high as its letters", async () => {
    const text = [words("稻田", 28)];
    const { articles } = await readPage({
      width: 780,
      height: 1100,
      texts: [
        ...[..."丰收在望"].map((letter, index) => ({ text: letter, x: 40, y: 150 + index * 42, size: 30 })),
        ...pour(
          text,
          [0, 1, 2, 3].map((column) => ({ x: 78 + column * COLUMN, y: 136, lines: 12 })),
        ),
      ],
    });
    expect(articles.map(({ article }) => article.title)).toEqual(["丰收在望"]);
    expect(articles.map(({ article }) => paragraphs(article))).toEqual([text]);
  });

  test("is not what a document in two columns is", async () => {
    const texts = [
      { x: 200, y: 80, size: 20, text: "两栏文章" },
      ...setColumn([words("甲", 20)], { x: 50, y: 120, characters: 22, size: 10, leading: 16 }),
      ...setColumn([words("乙", 20)], { x: 300, y: 120, characters: 22, size: 10, leading: 16 }),
    ];
    const { articles } = await readPage({ texts });
    expect(articles.map(({ part }) => part)).toEqual([""]);
  });

  test("says where a paragraph stops, and which article has no title", async () => {
    const cut = words("东乡", 30).slice(0, 300);
    const { warnings } = await readPage({
      width: 780,
      height: 1100,
      texts: [
        { x: 180, y: 125, size: 36, text: "春耕备耕动手早", font: "hei" },
        ...pour(
          [cut],
          [0, 1, 2, 3].map((column) => ({ x: x(column), y: 180, lines: 6 })),
        ),
        ...pour(
          [words("无题", 9)],
          [0, 1, 2, 3].map((column) => ({ x: x(column), y: 700, lines: 4 })),
        ),
      ],
      lines: [[40, 500, 740, 500]],
    });
    expect(warnings.map(({ code }) => code).sort()).toEqual([
      "warning.article-without-title",
      "warning.paragraph-without-end",
    ]);
  });
});
