import { expect, test } from "vitest";
import { editDetails, undoEdit } from "../../main/library/edit-details.ts";
import { listArticles } from "../../main/library/listing.ts";
import { readArticle } from "../../main/library/read-article.ts";
import { sharedDetails } from "../../main/library/shared-details.ts";
import { plain } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import {
  article,
  countOf,
  failureOf,
  fileOf,
  store,
  storeEach,
  temporaryLibrary,
} from "./temporary-library.ts";

test("a field of the text rewrites the canonical text and counts the revision up", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [article({ title: "春耕", lead: [{ type: "paragraph", content: plain("提示") }] }, "正文")]);
  for (const [index, field] of (["kicker", "title", "subtitle", "byline", "credits"] as const).entries()) {
    editDetails(db, [1], { [field]: `改${field}` });
    const { article: edited } = readArticle(db, 1);
    expect(edited).toMatchObject({ [field]: `改${field}`, revision: index + 2 });
    const { text } = articleText(edited);
    expect(db.prepare("SELECT text FROM article_contents").pluck().get()).toBe(text);
    expect(db.prepare("SELECT characters FROM articles").pluck().get()).toBe(
      text.replaceAll("\n", "").length,
    );
  }
});

test("other fields leave text and revision as they are", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [article({ title: "春耕" }, "正文")]);
  const fields = { publication: "县报", issuedOn: "2026-03-01", page: "A3", pageName: "要闻" };
  editDetails(db, [1], fields);
  expect(readArticle(db, 1).article).toMatchObject({ ...fields, title: "春耕", revision: 1 });
  editDetails(db, [1], { issuedOn: null, title: "春耕" });
  expect(readArticle(db, 1).article).toMatchObject({ ...fields, issuedOn: null, revision: 1 });
});

test("what is not given, or undefined, is not changed", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [article({ title: "春耕", publication: "县报" })]);
  editDetails(db, [1], { title: undefined, page: "2" });
  expect(readArticle(db, 1).article).toMatchObject({ title: "春耕", publication: "县报", page: "2" });
  expect(db.prepare("SELECT field FROM article_edits").pluck().all()).toEqual(["page", "said.page"]);
});

test("many articles are corrected at once and stand at their new place in the list", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [
    article({ title: "甲", page: "2" }),
    article({ title: "乙", page: "10" }),
    article({ title: "丙", issuedOn: "2025-01-01" }),
  ]);
  editDetails(db, [1, 2], { issuedOn: "2026-11-23", publication: "县报" });
  const { rows } = listArticles(db, {
    shelf: { kind: "all" },
    publication: "县报",
    issued: "2026-11",
    sort: "date",
    offset: 0,
    limit: 10,
  });
  expect(rows.map(({ title }) => title)).toEqual(["甲", "乙"]);
});

test("an article that is not there is named, and then none is corrected", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [article({ title: "春耕" })]);
  expect(failureOf(() => editDetails(db, [1, 5], { title: "改" }))?.parameters).toEqual({ id: 5 });
  expect(readArticle(db, 1).article.title).toBe("春耕");
  expect(countOf(db, "article_edits")).toBe(0);
});

test("corrections survive the next import, one on top of the other, and a field set to nothing stays so", () => {
  const { db } = temporaryLibrary();
  const imported = article({ title: "春耕", credits: "摄影", issuedOn: "2026-01-01" }, "一");
  store(db, fileOf("/a.txt", "1", [imported]));
  editDetails(db, [1], { title: "春耕备耕", credits: "" });
  editDetails(db, [1], { issuedOn: null, title: "春耕时节" });
  store(db, fileOf("/a.txt", "2", [{ ...imported, kicker: "新肩题" }]));
  const { article: after } = readArticle(db, 1);
  expect(after).toMatchObject({ kicker: "新肩题", title: "春耕时节", credits: "", issuedOn: null });
  expect(db.prepare("SELECT text FROM article_contents").pluck().get()).toBe("新肩题\n春耕时节\n一");
});

test("a correction of many is taken back whole: what was corrected before stays so, the rest follows imports again", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [article({ title: "甲", page: "2" }), article({ title: "乙", issuedOn: "2026-01-02" })]);
  editDetails(db, [1], { page: "3" });
  const edit = editDetails(db, [1, 2], { page: "9", title: "同题", issuedOn: null });
  expect(undoEdit(db, edit)).toBe(2);
  expect(readArticle(db, 1).article).toMatchObject({ title: "甲", page: "3" });
  expect(readArticle(db, 2).article).toMatchObject({ title: "乙", issuedOn: "2026-01-02" });
  expect(db.prepare("SELECT article_id, field, value FROM article_edits").raw().all()).toEqual([
    [1, "page", '"3"'],
    [1, "said.page", '"2"'],
  ]);
  const { text } = articleText(readArticle(db, 1).article);
  expect(db.prepare("SELECT text FROM article_contents WHERE article_id = 1").pluck().get()).toBe(text);
  expect(undoEdit(db, edit)).toBe(0);
});

test("only the last correction can be taken back", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [article({ title: "甲" })]);
  const first = editDetails(db, [1], { page: "1" });
  editDetails(db, [1], { page: "2" });
  expect(undoEdit(db, first)).toBe(0);
  expect(readArticle(db, 1).article.page).toBe("2");
});

test("what many articles share is told field by field, and null where they differ", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [
    article({ title: "甲", publication: "县报", page: "2" }),
    article({ title: "乙", publication: "县报", issuedOn: "2026-01-02" }),
  ]);
  expect(sharedDetails(db, [1, 2])).toMatchObject({
    title: null,
    publication: "县报",
    page: null,
    issuedOn: null,
  });
  expect(sharedDetails(db, [1])).toMatchObject({ title: "甲", issuedOn: "" });
  expect(failureOf(() => sharedDetails(db, [1, 7]))).toMatchObject({ code: "no-such-article" });
});

test("a title longer than the library takes now is corrected, and comes back when that is undone", () => {
  const { db } = temporaryLibrary();
  const title = "长".repeat(1500);
  storeEach(db, [article({ title })]);
  const edit = editDetails(db, [1], { title: "短" });
  expect(readArticle(db, 1).article.title).toBe("短");
  expect(undoEdit(db, edit)).toBe(1);
  expect(readArticle(db, 1).article.title).toBe(title);
});
