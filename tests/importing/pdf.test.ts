/** Documents in PDF, each made for what it shows: where everything stands is written in the test. */
import { describe, expect, test } from "vitest";
import { recogniseFormat } from "../../main/importing/formats.ts";
import { pdfReader } from "../../main/importing/pdf/pdf-reader.ts";
import type { Block, ImportedArticle } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import type { PdfContents, PdfPage, PdfText } from "./make-pdf.ts";
import { makePdf, setColumn } from "./make-pdf.ts";
import { outline } from "./outline.ts";

async function readPdf(contents: PdfContents, name = "文件.pdf") {
  return pdfReader.read({ name, bytes: makePdf(contents), beside: () => ({ refused: "missing" }) });
}

async function onlyArticle(contents: PdfContents): Promise<ImportedArticle> {
  const { articles } = await readPdf(contents);
  expect(articles).toHaveLength(1);
  const [first] = articles;
  if (first === undefined) throw new Error("no article");
  return first.article;
}

/** Blocks as lines: `#` for headings, `[3]` for the mark of page 3. */
function linesOf({ body }: Pick<ImportedArticle, "body">): readonly string[] {
  return body.map(lineOf);
}

function lineOf(block: Block): string {
  if (block.type === "table") {
    return block.rows
      .map((row) => row.map(({ blocks }) => blocks.map(lineOf).join("/")).join("|"))
      .join("\n");
  }
  if (block.type !== "paragraph" && block.type !== "heading") return block.type;
  const text = block.content
    .map((inline) =>
      inline.type === "page-mark" ? `[${inline.page}]` : inline.type === "text" ? inline.text : inline.type,
    )
    .join("");
  return block.type === "heading" ? `${"#".repeat(block.level)} ${text}` : text;
}

const sentence = (count: number, start = "各") =>
  `${start}村要把春耕备耕抓紧抓实，落实到户、到田、到人，`.repeat(count).replace(/，$/, "。");

const body = { x: 72, characters: 28, size: 16, leading: 28 } as const;

describe("a document of an office", () => {
  const first = sentence(12);
  const pages: readonly PdfPage[] = [
    {
      texts: [
        { x: 197, y: 100, size: 22, text: "关于抓好春耕的通知", font: "hei" },
        { x: 72, y: 160, size: 16, text: "各村民委员会：" },
        ...setColumn([sentence(2)], { ...body, y: 188 }),
        { x: 104, y: 272, size: 16, text: "一、总体要求", font: "hei" },
        ...setColumn([first], { ...body, y: 300 }).slice(0, 10),
        { x: 290, y: 800, size: 14, text: "— 1 —" },
      ],
    },
    {
      texts: [
        ...setColumn([first], { ...body, y: 100 - 10 * 28 }).slice(10),
        { x: 104, y: 300, size: 16, text: "（一）落实面积", font: "hei" },
        ...setColumn([sentence(1), sentence(3, "全")], { ...body, y: 328 }),
        { x: 290, y: 800, size: 14, text: "— 2 —" },
      ],
    },
  ];

  test("has its title, headings by their numbers, whole paragraphs and a mark for each page", async () => {
    const article = await onlyArticle({ pages });
    expect(article.title).toBe("关于抓好春耕的通知");
    const [mark, rest] = [first.slice(0, 278), first.slice(278)];
    expect(linesOf(article)).toEqual([
      "[1]各村民委员会：",
      sentence(2),
      "# 一、总体要求",
      `${mark}[2]${rest}`,
      "## （一）落实面积",
      sentence(1),
      sentence(3, "全"),
    ]);
  });

  test("keeps every character of its text, and no page number", async () => {
    const text = articleText(await onlyArticle({ pages })).text.replace(/\s/g, "");
    const drawn = pages.flatMap(({ texts = [] }) => texts.map((line) => line.text)).join("");
    expect(text).toBe(drawn.replace(/\s|—\s?\d\s?—/g, ""));
  });

  test("has headings in faces that are bold by name, as 黑体 is, without numbers", async () => {
    const texts = [
      { x: 104, y: 130, size: 16, text: "工作要求", font: "hei" as const },
      ...setColumn([sentence(3)], { ...body, y: 160 }),
    ];
    expect(linesOf(await onlyArticle({ pages: [{ texts }, { texts }] }))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^# .*工作要求$/)]),
    );
  });

  test("takes title, author, date and outline from its properties where they are told", async () => {
    const texts = setColumn([sentence(3), sentence(2)], { ...body, y: 200 });
    const article = await onlyArticle({
      pages: [{ texts: [{ x: 72, y: 150, size: 16, text: "办法" }, ...texts] }],
      info: { Title: "春耕办法", Author: "县农业农村局办公室", CreationDate: "D:20210205093000+08'00'" },
      outline: [{ title: "总则", items: [{ title: "办 法" }] }],
    });
    expect(article).toMatchObject({
      title: "春耕办法",
      byline: "县农业农村局办公室",
      issuedOn: "2021-02-05",
    });
    expect(linesOf(article)[0]).toBe("## 办法");
  });

  test("is of the day it bears, not of the day on which its file was made", async () => {
    const signed = [
      { x: 340, y: 520, size: 16, text: "县农业农村局" },
      { x: 330, y: 550, size: 16, text: "二〇二〇年十二月三十日" },
    ];
    const texts = [...setColumn([sentence(3), sentence(2)], { ...body, y: 200 }), ...signed];
    const article = await onlyArticle({ pages: [{ texts }], info: { CreationDate: "D:20210205093000" } });
    expect(linesOf(article).slice(-2)).toEqual(signed.map(({ text }) => text));
    expect(article.issuedOn).toBe(null);
  });

  test.each(["通知.docx", "Microsoft Word - 文档1", "°ú DOCX ⁄c", "无标题"])(
    "does not call an article %j, which programs write",
    async (title) => {
      const texts = setColumn([sentence(3)], { ...body, y: 200 });
      expect(
        await onlyArticle({ pages: [{ texts }], info: { Title: title, Author: "Administrator" } }),
      ).toMatchObject({ title: "文件", byline: "" });
    },
  );
});

describe("what stands on every page for the pages' sake", () => {
  const page = (number: number, head: string): PdfPage => ({
    texts: [
      { x: 72, y: 40, size: 9, text: head },
      ...setColumn([sentence(3, "甲乙丙丁戊"[number] ?? "己")], { ...body, y: 100 }),
      { x: 290, y: 810, size: 9, text: `第${number + 11}页 共20页` },
    ],
  });

  test.each(["机密★1年", "年报 内部资料"])("goes, but is told, since %s may stand there", async (mark) => {
    const { articles } = await readPdf({ pages: [0, 1, 2].map((number) => page(number, mark)) });
    expect(articles[0]?.headLines).toContain(mark);
    expect(articles.flatMap(({ article }) => linesOf(article)).join("")).not.toContain(mark);
  });

  test("goes, and the numbers printed become the pages' marks", async () => {
    const article = await onlyArticle({ pages: [0, 1, 2, 3].map((number) => page(number, "春耕简报")) });
    expect(linesOf(article)).toEqual([
      `[11]${sentence(3, "甲")}`,
      `[12]${sentence(3, "乙")}`,
      `[13]${sentence(3, "丙")}`,
      `[14]${sentence(3, "丁")}`,
    ]);
  });

  test("stays where the pages have nothing else, or hold a sentence about a page", async () => {
    const texts = (text: string) => ({ texts: [{ x: 72, y: 40, size: 12, text }] });
    const few = await onlyArticle({ pages: [texts("Page 1"), texts("Page 2")] });
    expect(linesOf(few)).toEqual(["[1]Page 1", "[2]Page 2"]);
    const told = await onlyArticle({ pages: [1, 2, 3].map((page) => texts(`第${page}页写的是春耕。`)) });
    expect(linesOf(told).join("")).toContain("第2页写的是春耕。");
  });

  test("is the outermost line only, where the pages are copies of one form", async () => {
    const form: PdfPage = {
      texts: [
        { x: 72, y: 40, size: 9, text: "春耕简报" },
        { x: 72, y: 70, size: 12, text: "农户登记表" },
        ...["姓名", "面积", "作物", "联系人"].map((text, row) => ({
          x: 72,
          y: 200 + row * 100,
          size: 12,
          text,
        })),
      ],
    };
    const text = linesOf(await onlyArticle({ pages: [form, form] })).join("");
    expect(text.match(/农户登记表/g)).toHaveLength(2);
    expect(text).not.toContain("春耕简报");
  });

  test("is not taken for what names a part of the text, different on each page", async () => {
    const article = await onlyArticle({
      pages: ["第一章", "第二章", "第三章"].map((head, number) => page(number, head)),
    });
    expect(linesOf(article).filter((line) => /第.章/.test(line))).toHaveLength(3);
  });
});

describe("the order of reading", () => {
  const left = { x: 50, y: 200, characters: 20, size: 10, leading: 16 };
  const right = { ...left, x: 305 };

  test("goes down one column and then down the next, under what stands over both", async () => {
    const [one, two, three] = [sentence(8, "甲"), sentence(9, "乙"), sentence(4, "丙")];
    const article = await onlyArticle({
      pages: [
        {
          texts: [
            { x: 200, y: 100, size: 18, text: "两栏排的文章题目" },
            ...setColumn([one], left).flatMap((line, index) => {
              const beside = setColumn([two], right)[index];
              return beside === undefined ? [line] : [line, beside];
            }),
            ...setColumn([two], right).slice(setColumn([one], left).length),
            ...setColumn([three], { ...left, characters: 45, y: 500 }),
          ],
        },
      ],
    });
    expect(article.title).toBe("两栏排的文章题目");
    expect(linesOf(article)).toEqual([one, two, three]);
  });

  test("does not depend on the order in which the file draws, nor on pieces it draws a line in", async () => {
    const lines = setColumn([sentence(4), sentence(2, "全")], { ...body, y: 200 });
    const pieces = lines.flatMap(({ text, x, ...line }) =>
      [...text].map((character, index) => ({ ...line, text: character, x: x + index * line.size })),
    );
    const shuffled = pieces.map((piece, index) => [(index * 7919) % pieces.length, piece] as const);
    const texts = shuffled.sort(([one], [other]) => one - other).map(([, piece]) => piece);
    expect(linesOf(await onlyArticle({ pages: [{ texts }] }))).toEqual([sentence(4), sentence(2, "全")]);
  });

  test("follows columns that run from the top down, from the right to the left", async () => {
    const column = (x: number, text: string): PdfText => ({ x, y: 60, size: 16, text, font: "column" });
    const article = await onlyArticle({
      pages: [
        {
          width: 400,
          texts: [
            column(200, "一二三四五六七八九十，甲乙丙"),
            column(340, "天地玄黄，宇宙洪荒。"),
            column(270, "日月盈昃，辰宿列张。"),
          ],
        },
      ],
    });
    expect(articleText(article).text.replace(/\s/g, "")).toContain(
      "天地玄黄，宇宙洪荒。日月盈昃，辰宿列张。一二三",
    );
  });

  test("turns pages that were laid on their side", async () => {
    const lines = setColumn([sentence(4)], { ...body, y: 200 });
    expect(
      linesOf(await onlyArticle({ pages: [{ texts: lines, rotate: 90, width: 842, height: 842 }] })),
    ).toEqual([sentence(4)]);
    const sideways = lines.map((line) => ({ ...line, x: 842 - line.y, y: line.x, turned: 90 }));
    expect(linesOf(await onlyArticle({ pages: [{ texts: sideways, width: 842, height: 842 }] }))).toEqual([
      sentence(4),
    ]);
  });
});

describe("the text itself", () => {
  const at = (y: number, text: string, font: PdfText["font"] = "song"): PdfText => ({
    x: 72,
    y,
    size: 12,
    text,
    font,
  });

  test("has radicals and ligatures as the characters they are", async () => {
    const article = await onlyArticle({
      pages: [{ texts: [at(100, "⼈⺠⽂件，⻓期⻅效ﬁ豈。", "radical")] }],
    });
    expect(linesOf(article)).toEqual(["人民文件，长期见效fi豈。"]);
  });

  test("has words whole that a line broke, and no space in Chinese", async () => {
    const article = await onlyArticle({
      pages: [
        {
          texts: [
            at(100, "The committee has decided to increase the fund-", "latin"),
            at(116, "ing of all townships that take part in these pro-", "latin"),
            at(132, "grammes of the year and to publish the results.", "latin"),
            ...setColumn([`${"粮食播种面积稳定在".repeat(8)}32万亩。`], {
              ...body,
              characters: 22,
              size: 12,
              leading: 16,
              y: 200,
            }),
          ],
        },
      ],
    });
    expect(linesOf(article)).toEqual([
      "The committee has decided to increase the funding of all townships that take part in these programmes of the year and to publish the results.",
      `${"粮食播种面积稳定在".repeat(8)}32万亩。`,
    ]);
  });

  test("joins words broken at a hyphen that the font calls a soft one", async () => {
    const texts: readonly PdfText[] = [
      { text: "The court that sits in the inter", x: 72, y: 100, size: 10, font: "latin" },
      { text: "\u00ad", x: 201, y: 100, size: 10, font: "radical" },
      { text: "national zone is closed today.", x: 72, y: 114, size: 10, font: "latin" },
    ];
    expect(linesOf(await onlyArticle({ pages: [{ texts }] }))).toEqual([
      "The court that sits in the international zone is closed today.",
    ]);
  });

  test("has no space where the file takes back the room it gave", async () => {
    // Helvetica's space is 278 thousandths of an em.
    const operators = "BT /latin 10 Tf 1 0 0 1 72 700 Tm [(The of)( )278(fice is closed.)] TJ ET";
    expect(linesOf(await onlyArticle({ pages: [{ operators }] }))).toEqual(["The office is closed."]);
  });

  test("has marks that stand closer than their own width, and dashes drawn as one", async () => {
    const texts = [
      { x: 72, y: 100, size: 10, text: "路修到了家门口。" },
      // The second of two marks is set half an em back.
      { x: 72 + 8 * 10 - 5, y: 100, size: 10, text: "”李明说，" },
      { x: 72 + 13 * 10 - 5, y: 100, size: 10, text: "好⸺真好。", font: "radical" as const },
    ];
    expect(linesOf(await onlyArticle({ pages: [{ texts }] }))).toEqual([
      "路修到了家门口。”李明说，好——真好。",
    ]);
  });

  test("is read in columns where each letter is put below the last in a font that writes across", async () => {
    const [first, second] = [
      "孙国栋告诉记者，他们把任务分解到人，落实到岗，今年",
      "月前全部完工，惠及群众三万多人，没有一户落下。",
    ];
    const column = (text: string, x: number) =>
      [...text].map((letter, index): PdfText => ({ text: letter, x, y: 100 + index * 14, size: 14 }));
    const digits: PdfText = {
      text: "12",
      x: 503,
      y: 89 + first.length * 14,
      size: 14,
      font: "latin",
      turned: 90,
    };
    const body = await onlyArticle({
      pages: [{ texts: [...column(first, 500), digits, ...column(second, 476)] }],
    });
    expect(linesOf(body)).toEqual([`${first}12${second}`]);
  });

  test("has a note's number at the beginning of a line with the sentence before it", async () => {
    const texts = [
      "　　全镇水库已经完成除险加固渠道也全部疏",
      "通没有一处漏水的地方各村都已经验收合格。",
      "镇里还在逐户走访把情况一一记下来不漏一",
      "户。",
    ].map((text, row) => ({ text, x: row === 2 ? 79 : 72, y: 100 + row * 20, size: 12 }));
    const number = { x: 72, y: 135, size: 7, text: "②" };
    expect(linesOf(await onlyArticle({ pages: [{ texts: [...texts, number] }] }))).toEqual([
      "全镇水库已经完成除险加固渠道也全部疏通没有一处漏水的地方各村都已经验收合格。②镇里还在逐户走访把情况一一记下来不漏一户。",
    ]);
  });

  test("has each letter once that is printed twice for boldness", async () => {
    const texts = setColumn([sentence(2)], { ...body, y: 200 });
    const twice = texts.flatMap((line) => [line, { ...line, x: line.x + 0.4 }]);
    expect(linesOf(await onlyArticle({ pages: [{ texts: twice }] }))).toEqual([sentence(2)]);
  });

  test("has neither watermarks nor hidden layers nor what lies off the page", async () => {
    const texts = [
      ...setColumn([sentence(2)], { ...body, y: 200 }),
      { x: 100, y: 600, size: 60, text: "内部资料", turned: -45 },
      { x: 700, y: 300, size: 16, text: "页外" },
    ];
    const operators = "/OC /Hidden BDC BT /song 16 Tf 1 0 0 1 72 90 Tm <9690> Tj ET EMC";
    const article = await onlyArticle({ pages: [{ texts, operators }] });
    expect(linesOf(article)[0]).toBe(sentence(2));
    expect(articleText(article).text).not.toMatch(/内部|页外/);
  });

  test("is kept where all of it leans, as no watermark does", async () => {
    const lines = [
      "春季农业生产要抓紧抓实，落实到",
      "户到田到人，确保粮食播种面积稳",
      "定在三十二万亩，不误农时，不荒",
      "一亩，各村每周报送一次进度，并",
      "于三月底以前全部完成备耕工作。",
    ];
    const texts = lines.map((text, row) => ({
      ...at(0, text),
      x: 100 - row * 9,
      y: 200 + row * 18,
      turned: 27,
    }));
    expect(articleText(await onlyArticle({ pages: [{ texts }] })).text.replace(/\s/g, "")).toContain(
      lines.join(""),
    );
  });

  test("has the signs that a font of signs shows for letters", async () => {
    const texts = [
      at(100, "已办结 "),
      { ...at(100, "4", "dingbats"), x: 120 },
      ...setColumn([sentence(2)], { ...body, y: 200 }),
    ];
    expect(linesOf(await onlyArticle({ pages: [{ texts }] }))[0]).toBe("已办结 ✔");
  });

  test("has Latin letters that Founder's typesetting calls by rare characters, and those characters elsewhere", async () => {
    const standard = [
      { ...at(100, "犌犅／犜３３１９０—２０１６"), font: "hei" as const },
      at(130, "电子文件存储与交换格式"),
    ];
    expect(linesOf(await onlyArticle({ pages: [{ texts: standard }] }))[0]).toMatch(/^GB／T３３１９０/);
    expect(linesOf(await onlyArticle({ pages: [{ texts: [at(100, "原狀不變，三牛為犇。")] }] }))).toEqual([
      "原狀不變，三牛為犇。",
    ]);
  });

  test("has notes' numbers raised that the file draws apart from their lines, as browsers do", async () => {
    const texts = [
      at(100, "增产一成"),
      { x: 134, y: 100, size: 12, text: "以上，各村踊跃。" },
      { x: 120.5, y: 95, size: 7, text: "[3]" },
    ];
    const article = await onlyArticle({ pages: [{ texts }] });
    expect(article.body[0]).toMatchObject({
      content: [{ text: "增产一成" }, { text: "[3]", marks: ["sup"] }, {}],
    });
  });

  test("has items of a list whole, set in as blocks or hung on their bullets", async () => {
    const item = "化肥三百吨，其中尿素一百五十吨、复合肥一百五十吨，由县供销社统一配送到村到户，不得截留";
    const lines = [item.slice(0, 20), item.slice(20, 40), `${item.slice(40)}。`];
    const block = lines.map((text, row) => ({ ...at(400 + row * 16, text), x: 156 }));
    const hung = lines.map((text, row) => ({
      ...at(500 + row * 16, row === 0 ? `•${text}` : text),
      x: row === 0 ? 144 : 156,
    }));
    const text = setColumn([sentence(3)], { ...body, characters: 28, size: 12, leading: 16, y: 200 });
    const whole = linesOf(await onlyArticle({ pages: [{ texts: [...text, ...block, ...hung] }] }));
    expect(whole.slice(1)).toEqual([`${item}。`, `•${item}。`]);
  });

  test("has entries of references, and what stands before a paper's text, each for itself", async () => {
    const lines = [
      "[1]李明，王芳．山区水库除险加固的做法和经验",
      "[J]．水利，2020（3）：3-12．",
      "[2]王芳．渠道清淤办法[J]．水利，2021（1）。",
    ];
    const hung = lines.map((text, row) => ({ text, x: row === 1 ? 96 : 72, y: 300 + row * 16, size: 12 }));
    const texts = [
      { x: 72, y: 100, size: 12, text: "摘要：本文说明山区水库除险加固的做法和经验。" },
      { x: 72, y: 116, size: 12, text: "关键词：水库；加固" },
      ...hung,
    ];
    expect(linesOf(await onlyArticle({ pages: [{ texts }] }))).toEqual([
      "摘要：本文说明山区水库除险加固的做法和经验。",
      "关键词：水库；加固",
      `${lines[0]}${lines[1]}`,
      lines[2],
    ]);
  });

  test("has what stands below a signature's date for itself", async () => {
    const texts = [
      ...setColumn([sentence(3)], { ...body, y: 200 }),
      { x: 408, y: 400, size: 16, text: "2024年3月5日" },
      { x: 104, y: 428, size: 16, text: "（此件公开发布）" },
    ];
    expect(linesOf(await onlyArticle({ pages: [{ texts }] })).slice(1)).toEqual([
      "2024年3月5日",
      "（此件公开发布）",
    ]);
  });

  test("has each entry of a list of contents for itself", async () => {
    const entries = ["第一章 总则", "第二章 春耕备耕的组织与领导", "附则"].map(
      (title, index) => `${title}${"…".repeat(26 - title.length)}${index + 1}`,
    );
    const texts = entries.map((text, row) => at(100 + row * 18, text));
    expect(linesOf(await onlyArticle({ pages: [{ texts }] }))).toEqual(entries);
  });

  test("has notes' numbers raised", async () => {
    const texts = [
      at(100, "增产一成"),
      { x: 120, y: 95, size: 6, text: "3" },
      { x: 124, y: 100, size: 12, text: "以上，各村踊跃。" },
    ];
    const article = await onlyArticle({ pages: [{ texts }] });
    expect(article.body[0]).toMatchObject({
      content: [{ text: "增产一成" }, { text: "3", marks: ["sup"] }, {}],
    });
  });
});

describe("tables", () => {
  test("whose last row goes on on the next page keep its cells apart", async () => {
    const texts = [
      { x: 80, y: 115, size: 10, text: "任务" },
      { x: 180, y: 115, size: 10, text: "单位" },
      { x: 80, y: 135, size: 10, text: "疏通全镇的" },
      { x: 180, y: 135, size: 10, text: "水利站和" },
    ];
    const sides = [72, 172, 272].map((x): [number, number, number, number] => [x, 100, x, 145]);
    const page = { texts, lines: [[72, 100, 272, 100], [72, 120, 272, 120], ...sides] as const };
    expect(linesOf(await onlyArticle({ pages: [page] }))).toEqual(["任务|单位\n疏通全镇的|水利站和"]);
  });

  const cell = (column: number, row: number, text: string): PdfText => ({
    x: 110 + column * 120,
    y: 218 + row * 30,
    size: 12,
    text,
  });

  test("keep rows, columns and cells that span several, by their lines", async () => {
    const lines = [
      ...[200, 230, 260, 290].map((y) => [100, y, 460, y] as const),
      ...[100, 460].map((x) => [x, 200, x, 290] as const),
      [220, 230, 220, 290] as const,
      [340, 200, 340, 290] as const,
    ];
    const texts = [
      cell(0, 0, "乡镇与村"),
      cell(2, 0, "亩数"),
      cell(0, 1, "东乡"),
      cell(1, 1, "前村"),
      cell(2, 1, "320"),
      cell(0, 2, "西乡"),
      cell(2, 2, "180"),
    ];
    const { body: blocks } = await onlyArticle({ pages: [{ texts, lines }] });
    expect(blocks).toHaveLength(1);
    expect(blocks.map(lineOf)).toEqual(["乡镇与村|亩数\n东乡|前村|320\n西乡||180"]);
    expect(blocks[0]).toMatchObject({ rows: [[{ columns: 2, rows: 1 }, { columns: 1 }], {}, {}] });
  });

  test("keep a cell over several columns whose edge is drawn column by column, as browsers do", async () => {
    const [xs, ys] = [
      [72, 172, 272],
      [100, 130, 160],
    ] as const;
    const across = ys.flatMap((y) => [[xs[0], y, xs[1], y] as const, [xs[1], y, xs[2], y] as const]);
    const down = [
      [72, 100, 72, 160],
      [272, 100, 272, 160],
      [172, 130, 172, 160],
    ] as const;
    const texts = [
      { x: 145, y: 120, size: 12, text: "面积（亩）" },
      { x: 90, y: 150, size: 12, text: "水稻" },
      { x: 190, y: 150, size: 12, text: "玉米" },
    ];
    const article = await onlyArticle({ pages: [{ texts, lines: [...across, ...down] }] });
    expect(linesOf(article)).toEqual(["面积（亩）\n水稻|玉米"]);
  });

  test("are seen where only the lines between rows are drawn, cell by cell", async () => {
    const lines = [200, 230, 260].flatMap((y) =>
      [0, 1, 2].map((column) => [100 + column * 120, y, 220 + column * 120, y] as const),
    );
    const texts = [0, 1].flatMap((row) => [
      cell(0, row, `村${row}`),
      cell(1, row, "已完成"),
      cell(2, row, `${row}亩`),
    ]);
    expect(linesOf(await onlyArticle({ pages: [{ texts, lines }] }))).toEqual([
      "村0|已完成|0亩\n村1|已完成|1亩",
    ]);
  });

  test("are seen without lines where short pieces stand in columns", async () => {
    const texts = [0, 1, 2, 3].flatMap((row) => [
      cell(0, row, `村${row}`),
      cell(1, row, `${row}00`),
      cell(2, row, `${row}亩`),
    ]);
    expect(linesOf(await onlyArticle({ pages: [{ texts }] }))).toEqual([
      "村0|000|0亩\n村1|100|1亩\n村2|200|2亩\n村3|300|3亩",
    ]);
  });

  test("are not seen in a frame around a text", async () => {
    const lines = [
      [60, 180, 560, 180],
      [60, 300, 560, 300],
      [60, 180, 60, 300],
      [560, 180, 560, 300],
    ] as const;
    const texts = setColumn([sentence(3)], { ...body, y: 210 });
    expect(linesOf(await onlyArticle({ pages: [{ texts, lines }] }))).toEqual([sentence(3)]);
  });
});

describe("recognising", () => {
  const pdf = makePdf({ pages: [{}] });
  const named = (bytes: Uint8Array, name: string) => {
    const found = recogniseFormat(bytes, name);
    return typeof found === "string" ? found : found.name;
  };

  test("goes by the header, wherever near the beginning and under whatever name", () => {
    expect(named(pdf, "通知.txt")).toBe("pdf");
    expect(named(Buffer.concat([Buffer.from("\x01junk\r\n"), pdf]), "通知.pdf")).toBe("pdf");
    expect(named(Buffer.from("一个PDF文件以%PDF-1.7开头。"), "说明.txt")).toBe("text");
  });

  test("finds nothing to import in empty pages, and says what is damaged", async () => {
    await expect(readPdf({ pages: [{}] })).rejects.toMatchObject({ failure: { code: "empty" } });
    const cut = pdf.subarray(0, 40);
    const reading = async () =>
      pdfReader.read({ name: "a.pdf", bytes: cut, beside: () => ({ refused: "missing" }) });
    await expect(reading()).rejects.toMatchObject({ failure: { code: "unreadable" } });
  });

  test("leaves out text in fonts that do not say what their letters are, and says so", async () => {
    const hidden: PdfPage = {
      texts: [{ x: 72, y: 100, size: 12, text: "\u0101\u0102\u0103".repeat(5), font: "hidden" }],
    };
    await expect(readPdf({ pages: [hidden] })).rejects.toMatchObject({ failure: { code: "no-text" } });
    const reading = await readPdf({
      pages: [hidden, { texts: setColumn([sentence(3)], { ...body, y: 100 }) }],
    });
    expect(outline(reading)).toContain(`warning.pages-without-text {"count":1}`);
    expect(outline(reading)).not.toMatch(/\p{Co}/u);
  });

  test.each([
    ["signs and letters as wide as Chinese", "!\"#$%&'()*+,-./abcdefghij¡¢£¤¥", "disguised"],
    ["a font's own numbers", "ӒḂ㐁㐵㑆㑇㑳㒐㓅㔾丂乑", "radical"],
    ["control characters", "\x01\x02\x03\x04\x05\x06\x07\x0e\x0f\x10\x11\x12\x13\x14", "radical"],
  ] as const)("knows %s for a text that its font hides", async (_, text, font) => {
    const page: PdfPage = {
      texts: [100, 120, 140].map((y) => ({ x: 72, y, size: 12, text, font })),
    };
    await expect(readPdf({ pages: [page] })).rejects.toMatchObject({ failure: { code: "no-text" } });
  });
});
