import { expect, test } from "vitest";
import { moveToTrash } from "../../main/library/articles.ts";
import { listArticles } from "../../main/library/listing.ts";
import { issuePages, issuesQuery, newspaperIssues } from "../../main/library/newspapers.ts";
import { article, NOW, storeEach, temporaryLibrary } from "./temporary-library.ts";

const paper = { publication: "县报", issuedOn: "2021-02-05" };

test("a newspaper's days are listed oldest first with their articles, the undated apart", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [
    article({ ...paper, title: "甲", issuedOn: "2021-02-06" }),
    article({ ...paper, title: "乙" }),
    article({ ...paper, title: "丙" }),
    article({ ...paper, title: "丁", issuedOn: null }),
    article({ title: "别报", publication: "省报", issuedOn: "2021-02-07" }),
    article({ ...paper, title: "已删", issuedOn: "2021-02-08" }),
  ]);
  moveToTrash(db, [6], NOW);
  expect(newspaperIssues(db, "县报")).toEqual({
    days: [
      { day: "2021-02-05", articles: 2 },
      { day: "2021-02-06", articles: 1 },
    ],
    undated: 1,
  });
  expect(newspaperIssues(db, "没有的报")).toEqual({ days: [], undated: 0 });
});

test("an issue's pages come as printed, 2 before 10, with their names, the unknown last as one", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [
    article({ ...paper, title: "甲", page: "10" }),
    article({ ...paper, title: "乙", page: "2", pageName: "要闻" }),
    article({ ...paper, title: "丙", page: "2" }),
    article({ ...paper, title: "丁", page: "" }),
    article({ ...paper, title: "戊", page: "" }),
    article({ ...paper, title: "别日", page: "1", issuedOn: "2021-02-06" }),
  ]);
  expect(issuePages(db, "县报", "2021-02-05")).toEqual([
    { page: "2", pageName: "要闻", articles: 2 },
    { page: "10", pageName: "", articles: 1 },
    { page: "", pageName: "", articles: 2 },
  ]);
});

test("a page's articles are listed in their order on the page, and those of no page apart", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [
    article({ ...paper, title: "下", page: "2", placeOnPage: 2 }),
    article({ ...paper, title: "上", page: "2", placeOnPage: 1 }),
    article({ ...paper, title: "别版", page: "20" }),
    article({ ...paper, title: "无版", page: "" }),
  ]);
  const page = (page: string) =>
    listArticles(db, {
      ...{ shelf: { kind: "all" }, publication: "县报", issued: "2021-02-05", page },
      ...{ sort: "date", offset: 0, limit: 10 },
    }).rows.map(({ title }) => title);
  expect(page("2")).toEqual(["上", "下"]);
  expect(page("")).toEqual(["无版"]);
});

test("finding the days of a newspaper reads its index alone", () => {
  const { db } = temporaryLibrary();
  const plan = db
    .prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${issuesQuery}`)
    .all("县报")
    .map(({ detail }) => detail);
  expect(plan[0]).toContain("USING COVERING INDEX articles_by_publication (trashed_at=? AND publication=?)");
});
