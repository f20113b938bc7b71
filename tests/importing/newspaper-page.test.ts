import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  looksLikeNewspaperPage,
  readNewspaperPage,
} from "../../main/importing/newspaper-page/newspaper-page.ts";
import type { Block } from "../../preload/model/article.ts";
import { articleText, inlineText } from "../../preload/model/article-text.ts";
import { type Expected, makePage } from "./newspaper-stock/lay-out.ts";

const folder = join(import.meta.dirname, "../fixtures/import/newspaper");

/** What a page became, in the shape of the expectations; captions apart, since their place among paragraphs is free. */
function pageRead(text: string): Expected {
  const { articles } = readNewspaperPage(text);
  return {
    credits: articles[0]?.credits ?? "",
    articles: articles.map(({ kicker, title, subtitle, byline, lead, body }) => ({
      kicker,
      title,
      subtitle,
      byline,
      lead: lead.map(textOf),
      body: body
        .filter((block) => block.type !== "figure")
        .map((block) =>
          block.type === "heading" ? { heading: textOf(block) } : { paragraph: textOf(block) },
        ),
      captions: body.filter((block) => block.type === "figure").map(textOf),
    })),
  };
}

function textOf(block: Block): string {
  if (block.type === "figure") return inlineText(block.caption);
  return "content" in block ? inlineText(block.content) : "";
}

describe("a newspaper page becomes its articles", () => {
  for (const name of readdirSync(folder)) {
    it(name, () => {
      const { source, ...expected } = JSON.parse(readFileSync(join(folder, name, "expected.json"), "utf8"));
      const text = readFileSync(join(folder, name, source), "utf8");
      expect(withSortedCaptions(pageRead(text))).toEqual(withSortedCaptions(expected));
      expect(looksLikeNewspaperPage(text)).toBe(true);
    });
  }
});

function withSortedCaptions(page: Expected): Expected {
  return {
    ...page,
    articles: page.articles.map((article) => ({ ...article, captions: article.captions.toSorted() })),
  };
}

describe("of pages made by the hundred, with other words and cuts each", () => {
  const pages = Array.from({ length: 300 }, (_, seed) => makePage(seed));
  const shares = measure(pages);

  it.each(["paragraph", "heading", "caption"] as const)("at least 95 in 100 come out right: %ss", (kind) => {
    const { right, all } = shares[kind];
    console.info(`${kind}: ${right} of ${all} right, ${((100 * right) / all).toFixed(1)} %`);
    expect(all).toBeGreaterThan(1000);
    expect(right / all).toBeGreaterThanOrEqual(0.95);
  });

  it("nearly all are known for pages", () => {
    const known = pages.filter(({ text }) => looksLikeNewspaperPage(text)).length;
    expect(known / pages.length).toBeGreaterThanOrEqual(0.97);
  });
});

type Kind = "paragraph" | "heading" | "caption";

/** Right is what stands in the right article, letter for letter. */
function measure(pages: readonly { text: string; expected: Expected }[]) {
  const shares = {
    paragraph: { right: 0, all: 0 },
    heading: { right: 0, all: 0 },
    caption: { right: 0, all: 0 },
  };
  for (const { text, expected } of pages) {
    const read = new Set(partsOf(pageRead(text)).map((part) => part.join("\n")));
    for (const part of partsOf(expected)) {
      shares[part[0]].all += 1;
      if (read.has(part.join("\n"))) shares[part[0]].right += 1;
    }
  }
  return shares;
}

function partsOf(page: Expected): readonly (readonly [kind: Kind, article: number, text: string])[] {
  return page.articles.flatMap(({ lead, body, captions }, article) => [
    ...lead.map((text) => ["paragraph", article, text] as const),
    ...body.map((item) =>
      "heading" in item
        ? (["heading", article, item.heading] as const)
        : (["paragraph", article, item.paragraph] as const),
    ),
    ...captions.map((text) => ["caption", article, text] as const),
  ]);
}

describe("nothing is lost", () => {
  const lettersOf = (text: string) => [...text.replace(/[\s\u200b\ufeff]/gu, "")].toSorted().join("");
  const everythingOf = (text: string) =>
    readNewspaperPage(text)
      .articles.map((article, index) => articleText(index === 0 ? article : { ...article, credits: "" }).text)
      .join("");

  it("of made pages: every letter comes out once, but for the lines that open leads and the page's furniture", () => {
    for (let seed = 400; seed < 460; seed += 1) {
      const { text } = makePage(seed);
      const kept = text
        .split(/\r?\n/u)
        .map((line) => line.replace(/^[\ufeff\s]*(?:【?(?:核心提示|内容提要|导读|编者按)】?：?)/u, ""))
        .filter((line) => !/第\d+版|\d+版 |责任编辑|责编|^\ufeff?A0\d/u.test(line))
        .join("\n");
      expect(lettersOf(everythingOf(text)), `seed ${seed}`).toBe(lettersOf(kept));
    }
  });

  it("of any lines whatever", () => {
    const line = fc.string({
      unit: fc.constantFrom(..."一二三四甲乙丙，。：“”（）《》 　a1."),
      maxLength: 40,
    });
    const page = fc.array(fc.tuple(line, fc.integer({ min: 1, max: 4 })), { maxLength: 25 });
    fc.assert(
      fc.property(page, (lines) => {
        const text = lines.map(([content, gap]) => content + "\n".repeat(gap)).join("");
        expect(lettersOf(everythingOf(text))).toBe(lettersOf(text));
      }),
      { numRuns: 300 },
    );
  });
});

const body = "县里把这件事列入重点工作，定期调度进展情况，确保年底前全部完成任务，让更多群众受益。";

describe("what a page says of itself", () => {
  it("its newspaper, day, page and page's name are every article's; the line leaves the text", () => {
    const { articles } = readNewspaperPage(
      `北湾日报 2023年4月18日 星期二 第3版 要闻 责任编辑：石磊\n\n柳河镇\n\n清渠入户来\n\n本报记者 王一\n\n${body}\n\n南塘镇\n\n新路通山外\n\n本报记者 李二\n\n${body}`,
    );
    expect(articles.map(({ title, placeOnPage }) => [title, placeOnPage])).toEqual([
      ["清渠入户来", 0],
      ["新路通山外", 1],
    ]);
    for (const { publication, issuedOn, page, pageName } of articles) {
      expect({ publication, issuedOn, page, pageName }).toEqual({
        publication: "北湾日报",
        issuedOn: "2023-04-18",
        page: "3",
        pageName: "要闻",
      });
    }
    expect(articles.map((article) => articleText(article).text).join()).not.toContain("石磊");
  });

  it("a day that does not exist is not known", () => {
    const { articles } = readNewspaperPage(
      `北湾日报 2023年2月30日 第3版\n\n标题在此处\n\n本报记者 王一\n\n${body}`,
    );
    expect(articles[0]?.issuedOn).toBeNull();
    expect(articles[0]?.page).toBe("3");
  });

  it("a paragraph that stops for good is kept, with a warning that quotes its end", () => {
    const { articles, warnings } = readNewspaperPage(
      `柳河镇\n\n清渠入户来\n\n本报记者 王一\n\n${body}\n\n${body.slice(0, 30)}`,
    );
    expect(articles[0]?.body).toHaveLength(2);
    expect(warnings).toEqual([
      { code: "warning.paragraph-without-end", parameters: { text: body.slice(18, 30) } },
    ]);
  });

  it("an article without a title is kept, with a warning", () => {
    const { articles, warnings } = readNewspaperPage(`核心提示\n\n${body}`);
    expect(articles).toHaveLength(1);
    expect(warnings.map(({ code }) => code)).toContain("warning.article-without-title");
  });

  it("an empty page has no articles", () => {
    expect(readNewspaperPage("")).toEqual({ articles: [], warnings: [] });
    expect(readNewspaperPage("\ufeff\r\n　\r\n")).toEqual({ articles: [], warnings: [] });
  });

  it("authors in brackets below an article are its byline, and the next title begins another", () => {
    const { articles } = readNewspaperPage(
      `修好一条路 致富一方人\n\n${body}\n\n（本报记者 王小明）\n\n平安镇\n\n新桥通车了\n\n${body}\n\n（通讯员 李芳）`,
    );
    expect(articles.map(({ kicker, title, byline }) => [kicker, title, byline])).toEqual([
      ["", "修好一条路 致富一方人", "（本报记者 王小明）"],
      ["平安镇", "新桥通车了", "（通讯员 李芳）"],
    ]);
  });

  it("a line of authors below a lead ends the lead", () => {
    const { articles } = readNewspaperPage(
      `平安镇\n\n修好一条路\n\n核心提示\n\n${body}\n\n本报记者 王小明\n\n${body}`,
    );
    expect(articles.map(({ lead, body: rest, byline }) => [lead.length, rest.length, byline])).toEqual([
      [1, 1, "本报记者 王小明"],
    ]);
  });

  it("a kicker below a picture without caption is not its caption, inside a cut paragraph too", () => {
    const { articles } = readNewspaperPage(
      `核心提示\n\n${body}\n\n县里先行\n\n${body.slice(0, 25)}\n\n\n\n平安镇\n\n修好一条路 致富一方人\n\n本报记者 王小明\n\n${body.slice(25)}\n\n${body}`,
    );
    expect(
      articles.map(({ kicker, title, lead, body: rest }) => [kicker, title, lead.length, rest.length]),
    ).toEqual([["平安镇", "修好一条路 致富一方人", 1, 3]]);
  });

  it("figures stand between paragraphs, never inside one, and have no picture", () => {
    const { articles } = readNewspaperPage(
      `柳河镇\n\n清渠入户来\n\n本报记者 王一\n\n${body.slice(0, 25)}\n\n\n\n渠水入村。\n\n${body.slice(25)}\n\n${body}`,
    );
    expect(articles[0]?.body.map(({ type }) => type)).toEqual(["paragraph", "figure", "paragraph"]);
    expect(articles[0]?.body[1]).toEqual({
      type: "figure",
      image: null,
      caption: [{ type: "text", text: "渠水入村。" }],
      alt: "",
    });
  });

  it("line ends, a byte order mark and white space at line ends change nothing", () => {
    const { text } = makePage(7);
    const plain = text.replace(/\r\n/gu, "\n").replace(/^\ufeff/u, "");
    const dressed = `\ufeff${plain.replace(/\n/gu, " 　\r\n")}`;
    expect(readNewspaperPage(dressed)).toEqual(readNewspaperPage(plain));
  });
});

describe("an ordinary text is not taken for a page", () => {
  const prose = `${body}\n`.repeat(12);
  it.each([
    [
      "a notice",
      `关于开展安全生产检查的通知\n\n各科室：\n\n${prose}\n特此通知。\n\n\n\n县应急管理局\n2023年4月18日`,
    ],
    [
      "a report in outline",
      `2022年工作报告\n\n一、主要成绩\n\n${prose}\n二、存在问题\n\n${prose}\n三、下一步打算\n\n${prose}`,
    ],
    [
      "a paper with abstract and introduction",
      `乡村水利的几个问题\n\n作者：王一\n\n摘要：${body}\n\n引言\n\n${prose}`,
    ],
    [
      "a story in chapters",
      `老渠\n\n\n\n第一章 春水\n\n${prose}\n\n\n\n第二章 秋风\n\n${prose}\n\n\n\n尾声\n\n${prose}`,
    ],
    ["lines wrapped at forty columns", (body.repeat(20).match(/.{1,40}/gu) ?? []).join("\n")],
    ["a mail", `老李：\n\n附件收到，谢谢。\n\n\n\n${body}\n\n王一\n4月18日`],
    ["verse", "床前\n明月\n光\n\n疑是\n地上\n霜"],
    ["nothing", ""],
    ["a very long text", `核心提示\n\n本报记者 王一\n\n${body.repeat(2000)}`],
  ])("%s", (_name, text) => {
    expect(looksLikeNewspaperPage(text)).toBe(false);
  });
});
