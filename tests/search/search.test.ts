import { describe, expect, it } from "vitest";
import { moveToTrash, restoreFromTrash } from "../../main/library/articles.ts";
import { collect, createCollection } from "../../main/library/collections.ts";
import { deleteForever } from "../../main/library/delete-articles.ts";
import { editDetails } from "../../main/library/edit-details.ts";
import { tag } from "../../main/library/tags.ts";
import { articleHits } from "../../main/search/article-hits.ts";
import { findHeadings } from "../../main/search/headings.ts";
import { indexedShare, indexing, indexRest, makeIndexAnew } from "../../main/search/index-table.ts";
import { findSentences } from "../../main/search/sentences.ts";
import { emptyOfficialDocument, plain } from "../../preload/model/article.ts";
import { noFilters } from "../../preload/model/search.ts";
import { article, NOW, whole } from "../library/temporary-library.ts";
import { ask, idsOf, searchLibrary } from "./library.ts";

describe("The index follows the library", () => {
  it("through corrections, the trash and deletion", () => {
    const db = searchLibrary(article({ title: "甲" }, "疫情防控"), article({ title: "乙" }, "疫情"));
    expect(idsOf(db, "疫情")).toHaveLength(2);
    indexing(db, () => editDetails(db, [2], { title: "防控要闻", publication: "县报" }));
    expect(idsOf(db, "防控要闻")).toEqual([2]);
    expect(idsOf(db, "乙")).toEqual([]);
    expect(idsOf(db, "县报")).toEqual([2]);
    moveToTrash(db, [1], NOW);
    expect(idsOf(db, "疫情")).toEqual([2]);
    restoreFromTrash(db, [1]);
    expect(idsOf(db, "疫情").toSorted()).toEqual([1, 2]);
    indexing(db, () => deleteForever(db, [1]));
    expect(idsOf(db, "疫情")).toEqual([2]);
    expect(db.prepare("SELECT count(*) FROM search_queue").pluck().get()).toBe(0);
  });

  it("when it is made anew, step by step, counting what is done", () => {
    const db = searchLibrary(
      ...Array.from({ length: 450 }, (_, index) => article({ title: `${index}` }, "疫情")),
    );
    makeIndexAnew(db);
    expect(indexedShare(db)).toBe(0);
    const rest = indexRest(db);
    rest.next();
    const half = ask(db, "疫情");
    expect(half.total).toBe(200);
    expect(half.indexed).toBeCloseTo(200 / 450);
    whole(rest);
    expect(ask(db, "疫情")).toMatchObject({ total: 450, indexed: 1 });
  });
});

describe("The answer", () => {
  it("puts the article first whose title is the query, then weighs the title above the text", () => {
    const db = searchLibrary(
      article({ title: "别的" }, "乡村振兴 ".repeat(5)),
      article({ title: "乡村振兴开新局" }, "各地。"),
      article({ title: "乡村振兴" }, "一段很长的、与题目无关的文字。".repeat(40)),
    );
    expect(idsOf(db, "乡村振兴")).toEqual([3, 2, 1]);
  });

  it("prefers the newer of two that are alike, and sorts by date when asked, unknown dates last", () => {
    const old = article({ title: "一", issuedOn: "2011-02-05" }, "疫情防控");
    const db = searchLibrary(old, { ...old, issuedOn: "2021-02-05" }, { ...old, issuedOn: null });
    expect(idsOf(db, "防控")).toEqual([2, 1, 3]);
    expect(idsOf(db, "防控", { sort: "oldest" })).toEqual([1, 2, 3]);
    expect(idsOf(db, "防控", { sort: "newest" })).toEqual([2, 1, 3]);
  });

  it("tells the hits beside the text from those in it, which the open article can show", () => {
    const db = searchLibrary(
      article({ title: "县报改版", publication: "县报" }, "县报今起改版。"),
      article({ title: "别的", publication: "县报" }, "无。"),
      article({ title: "别的" }, "县报。"),
    );
    const counts = new Map(ask(db, "县报").hits.map(({ id, count, besides }) => [id, [count, besides]]));
    expect(counts).toEqual(
      new Map([
        [1, [3, 1]],
        [2, [1, 1]],
        [3, [1, 0]],
      ]),
    );
  });

  it("shows the best two places with the headings above them, and marks the title", () => {
    const db = searchLibrary(
      article({
        title: "防控要闻",
        body: [
          { type: "heading", level: 2, content: plain("一、部署") },
          { type: "heading", level: 3, content: plain("（一）县里") },
          { type: "paragraph", content: plain("会议研究了经济。会上说，疫情防控要抓紧。") },
          { type: "heading", level: 2, content: plain("二、落实") },
          { type: "paragraph", content: plain("疫情之后，疫情防控经常化。") },
          { type: "paragraph", content: plain("防控。") },
        ],
      }),
    );
    const [hit] = ask(db, "疫情 防控").hits;
    expect(hit?.title).toEqual({ text: "防控要闻", ranges: [[0, 2]] });
    expect(hit?.count).toBe(7);
    expect(hit?.snippets.map(({ heading, text, ranges }) => [heading, text, ranges.length])).toEqual([
      ["一、部署 › （一）县里", "会上说，疫情防控要抓紧。", 2],
      ["二、落实", "疫情之后，疫情防控经常化。", 3],
    ]);
    const [snippet] = hit?.snippets ?? [];
    const [start = 0, end = 0] = snippet?.ranges[0] ?? [];
    expect(snippet?.text.slice(start, end)).toBe("疫情");
    const every = articleHits(
      db,
      { id: 1, subject: { query: "防控", shortNames: false, filters: noFilters } },
      [],
    );
    expect(every).toMatchObject({ count: 4, snippets: [{ start: 30 }, {}, {}] });
  });

  it("counts its facets, each with its own filter set aside", () => {
    const db = searchLibrary(
      article({ title: "1", publication: "县报", issuedOn: "2021-02-05" }, "疫情"),
      article({ title: "2", publication: "县报", issuedOn: "2021-03-05" }, "疫情"),
      article({ title: "3", publication: "", issuedOn: null }, "疫情"),
    );
    tag(db, { ids: [1, 3], add: ["要闻"], remove: [] });
    const { id } = createCollection(db, "专题");
    collect(db, { ids: [2], add: [id], remove: [] });
    const { facets, total } = ask(db, "疫情", { filters: { ...noFilters, publication: "县报" } });
    expect(total).toBe(2);
    expect(facets).toEqual({
      publications: [
        { name: "县报", articles: 2 },
        { name: "", articles: 1 },
      ],
      months: [
        { month: "2021-02", articles: 1 },
        { month: "2021-03", articles: 1 },
      ],
      collections: [{ id, title: "专题", articles: 1 }],
      tags: [{ name: "要闻", articles: 1 }],
      withPictures: 0,
      withBookmarks: 0,
    });
    expect(
      ask(db, "疫情", { filters: { ...noFilters, from: "2021-02-01", to: "2021-02-28" } }).hits,
    ).toHaveLength(1);
    expect(idsOf(db, "疫情", { filters: { ...noFilters, collection: id } })).toEqual([2]);
    expect(idsOf(db, "疫情", { filters: { ...noFilters, tag: "要闻" } }).toSorted()).toEqual([1, 3]);
  });

  it("obeys the fields in the query", () => {
    const db = searchLibrary(
      article(
        { title: "1", publication: "示例日报", issuedOn: "2021-02-05", page: "A03", pageName: "要闻" },
        "疫情",
      ),
      article({ title: "2", publication: "晚报", issuedOn: "2020-02-05", page: "3" }, "疫情"),
      article({
        title: "3",
        official: { ...emptyOfficialDocument, documentNumber: "国发〔2020〕5号" },
      }),
    );
    expect(idsOf(db, "来源:日报")).toEqual([1]);
    expect(idsOf(db, "疫情 -来源:日报")).toEqual([2]);
    expect(idsOf(db, "日期:2020..2021-01")).toEqual([2]);
    expect(idsOf(db, "版:3")).toEqual([2]);
    expect(idsOf(db, "版:a03")).toEqual([1]);
    expect(idsOf(db, "字号:〔2020〕5号")).toEqual([3]);
    expect(idsOf(db, "国发〔2020〕5号")).toEqual([3]);
    expect(idsOf(db, "-疫情")).toEqual([3]);
    expect(idsOf(db, "有:标注")).toEqual([]);
  });

  it("comes page by page", () => {
    const db = searchLibrary(
      ...Array.from({ length: 45 }, (_, index) => article({ title: `${index}` }, "疫情")),
    );
    const pages = [0, 20, 40].map((offset) => idsOf(db, "疫情", { offset, limit: 20 }));
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 5]);
    expect(new Set(pages.flat()).size).toBe(45);
  });
});

describe("Short names", () => {
  it("are offered, and searched only when asked for; what they add is labelled", () => {
    const db = searchLibrary(
      article({ title: "1" }, "市卫健委通知"),
      article({ title: "2" }, "市卫生健康委员会通知"),
      article({ title: "3" }, "省卫生健康委员会"),
    );
    const plainly = ask(db, "市卫健委");
    expect(plainly.hits.map(({ id }) => id)).toEqual([1]);
    expect(plainly.shortNames).toEqual([{ name: "卫健委", others: ["卫生健康委员会", "卫生健康委"] }]);
    const both = ask(db, "市卫健委", { shortNames: true });
    expect(both.hits.map(({ id, byShortName }) => [id, byShortName]).toSorted()).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(ask(db, "卫生健康委员会").shortNames).toEqual([
      { name: "卫生健康委员会", others: ["卫健委", "卫生健康委"] },
    ]);
    expect(ask(db, "通知").shortNames).toEqual([]);
  });
});

describe("Near results", () => {
  it.each([
    ["投资1.67亿", "投资16700万元", "number"],
    ["16700万", "投资1.67亿元", "number"],
    ["卫生健康委", "卫生、健康委", "punctuation"],
    ["卫生，健康", "卫生健康", "punctuation"],
    ["投资1.67亿元", "投资 1.67 亿元", "punctuation"],
    ["乡村全面振兴", "振兴要全面，乡村要美", "words"],
  ])("for %s hold %s", (query, text, near) => {
    const db = searchLibrary(article({ title: "一" }, text), article({ title: "二" }, "别的"));
    const answer = ask(db, query);
    expect(answer.total).toBe(0);
    expect(answer.near.map(({ id, near }) => [id, near])).toEqual([[1, near]]);
    expect(answer.near[0]?.snippets[0]?.ranges.length).toBeGreaterThan(0);
  });

  it("are never mixed with exact ones", () => {
    const db = searchLibrary(article({ title: "一" }, "卫生健康"), article({ title: "二" }, "卫生、健康"));
    expect(ask(db, "卫生健康")).toMatchObject({ total: 1, hits: [{ id: 1 }], near: [] });
  });
});

describe("By sentence", () => {
  it("every sentence with the terms comes once, in the order of time, its numbers known", () => {
    const db = searchLibrary(
      article(
        { title: "新", issuedOn: "2021-02-05" },
        "先说别的。投资1.67亿元，又投资5000万元！没有。",
        "投资“好”。”后面",
      ),
      article({ title: "旧", issuedOn: "2019-02-05" }, "投资350万元"),
      article({ title: "不知" }, "投资"),
    );
    const page = (order: "oldest" | "newest") =>
      whole(
        findSentences(
          db,
          { subject: { query: "投资", shortNames: false, filters: noFilters }, order, after: null },
          [],
        ),
      );
    const { sentences, next, articles } = page("oldest");
    expect(sentences.map(({ text, ranges }) => [text, ranges.length])).toEqual([
      ["投资350万元", 1],
      ["投资1.67亿元，又投资5000万元！", 2],
      ["投资“好”。”", 1],
      ["投资", 1],
    ]);
    expect({ next, articles }).toEqual({ next: null, articles: 3 });
    const [, second] = sentences;
    expect(second?.numbers.map(([start, end]) => second.text.slice(start, end))).toEqual([
      "1.67亿",
      "5000万",
    ]);
    expect(page("newest").sentences.map(({ title }) => title)).toEqual(["新", "新", "旧", "不知"]);
  });
});

describe("Headings", () => {
  it("are found by a phrase, with their place", () => {
    const db = searchLibrary(
      article({
        title: "报告",
        body: [
          { type: "heading", level: 2, content: plain("抓好疫情防控") },
          { type: "paragraph", content: plain("疫情防控") },
        ],
      }),
    );
    expect(whole(findHeadings(db, { phrase: "疫情", limit: 10 }))).toEqual([
      { id: 1, title: "报告", heading: { text: "抓好疫情防控", ranges: [[2, 4]] }, start: 3 },
    ]);
    expect(whole(findHeadings(db, { phrase: "，", limit: 10 }))).toEqual([]);
  });
});

describe("Whatever is typed", () => {
  it.each([
    ["a very long phrase", "疫".repeat(10_000)],
    ["very many words", "疫 ".repeat(5000)],
    ["operators alone", "OR ".repeat(3000)],
    ["quotes alone", '"'.repeat(999)],
    ["brackets that never close", "((((《〔【"],
    ["control characters", "\u0000\u0007\u001b"],
    ["SQL", "'; DROP TABLE articles; --"],
    ["the syntax of FTS5", 'title : "疫" NEAR(a b) ^x {a b}:c'],
    ["the name of the index", "search_index_2 MATCH *"],
    ["halves of characters", "\ud800 \udfff"],
    ["hyphens alone", "-".repeat(5000)],
    ["stars within words", "疫*疫*疫"],
    ["wildcards of SQL", "%_"],
  ])("%s gets an answer", (_, query) => {
    const db = searchLibrary(article({ title: "疫" }, "疫情"));
    expect(() => ask(db, query)).not.toThrow();
    expect(idsOf(db, "疫")).toEqual([1]);
  });
});
