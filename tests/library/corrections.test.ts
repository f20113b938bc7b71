import type { Database } from "better-sqlite3";
import { expect, test } from "vitest";
import { addBookmark, bookmarksOf } from "../../main/library/bookmarks.ts";
import { readText } from "../../main/library/contents.ts";
import { correctArticles } from "../../main/library/correct-articles.ts";
import { correctionDesk } from "../../main/library/correction-desk.ts";
import { correct, retrace, settle } from "../../main/library/corrections.ts";
import { editDetails } from "../../main/library/edit-details.ts";
import { listArticles } from "../../main/library/listing.ts";
import { overview } from "../../main/library/overview.ts";
import { readArticle } from "../../main/library/read-article.ts";
import type { ArticleFields, ImportedArticle } from "../../preload/model/article.ts";
import { emptyOfficialDocument, plain } from "../../preload/model/article.ts";
import type { ArticleStep, CorrectedField, CorrectionStep } from "../../preload/model/correction.ts";
import {
  article,
  countOf,
  failureOf,
  fileOf,
  NOW,
  picture,
  store,
  temporaryLibrary,
} from "./temporary-library.ts";

const paragraphs = [
  "全县春耕生产现场会在城关镇召开，部署今年的粮食生产工作。",
  "会议要求，各乡镇要抢抓农时，确保完成播种面积三十万亩的任务。",
  "农业农村局介绍了去年秋粮收购、农机检修和化肥储备的情况。",
  "会后，与会人员到河东镇参观了高标准农田建设工地。",
];

const meeting = (lines: readonly string[] = paragraphs): ImportedArticle =>
  article(
    { title: "春耕现场会", publication: "示例日报", issuedOn: "2021-02-05", page: "1", byline: "本报讯" },
    ...lines,
  );
const other = article(
  { title: "秋粮入库", publication: "示例日报", issuedOn: "2021-02-05", page: "1" },
  "秋粮收购进度快于往年。",
);

function importPage(db: Database, articles: readonly ImportedArticle[]): ReturnType<typeof store> {
  return store(db, fileOf("/版面.txt", JSON.stringify(articles), articles));
}

function library(...articles: ImportedArticle[]): { db: Database; ids: readonly number[] } {
  const { db } = temporaryLibrary();
  return { db, ids: importPage(db, articles).imported.map(({ id }) => id) };
}

const revisionOf = (db: Database, id: number) => readArticle(db, id).article.revision;
const linesOf = (db: Database, id: number) => readText(db, id).split("\n");
const at = (index: number, part: "lead" | "body" = "body") => ({ part, index });
const standing = (db: Database) =>
  listArticles(db, {
    ...{ shelf: { kind: "all" }, publication: null, issued: null },
    ...{ sort: "title", offset: 0, limit: 10 },
  }).rows.map(({ title }) => title);

function take(db: Database, id: number, step: CorrectionStep): void {
  correct(db, { id, revision: revisionOf(db, id), step }, NOW);
}

function takeAcross(db: Database, id: number, step: ArticleStep): void {
  correctArticles(db, { id, revision: revisionOf(db, id), step }, NOW);
}

function mark(db: Database, id: number, quote: string): number {
  const start = readText(db, id).indexOf(quote);
  const place = { article: id, revision: revisionOf(db, id), start, end: start + quote.length, quote };
  return addBookmark(db, { ...place, color: "yellow", note: "", tags: [] }, NOW).id;
}

const marksOf = (db: Database, id: number) =>
  bookmarksOf(db, id).map(({ quote, state }) => [quote, state] as const);

test("steps are taken, undone and done again, in the text, the lists and the bookmarks", () => {
  const { db, ids } = library(meeting());
  const [id = 0] = ids;
  const before = linesOf(db, id);
  mark(db, id, "高标准农田");
  take(db, id, { kind: "join", at: at(3) });
  take(db, id, { kind: "role", at: at(0), role: "byline" });
  expect(readArticle(db, id).article.byline).toBe(`本报讯 ${paragraphs[0]}`);
  expect(marksOf(db, id)).toEqual([["高标准农田", "moved"]]);
  expect(correctionDesk(db, id)).toMatchObject({ undoable: 2, redoable: 0 });
  retrace(db, id, "undo", NOW);
  expect(readArticle(db, id).article.byline).toBe("本报讯");
  retrace(db, id, "undo", NOW);
  expect(linesOf(db, id)).toEqual(before);
  expect(marksOf(db, id)).toEqual([["高标准农田", "kept"]]);
  expect(failureOf(() => retrace(db, id, "undo", NOW))?.code).toBe("cannot-correct");
  retrace(db, id, "redo", NOW);
  expect(linesOf(db, id).at(-1)).toBe(`${paragraphs[2]}${paragraphs[3]}`);
  take(db, id, { kind: "delete", at: at(0) });
  expect(correctionDesk(db, id)).toMatchObject({ undoable: 2, redoable: 0 });
});

test("a step on a text that has become another is refused, and one that makes no sense changes nothing", () => {
  const { db, ids } = library(meeting());
  const [id = 0] = ids;
  const stale = () => correct(db, { id, revision: 9, step: { kind: "delete", at: at(0) } }, NOW);
  expect(failureOf(stale)?.code).toBe("stale-selection");
  expect(failureOf(() => take(db, id, { kind: "join", at: at(0) }))?.code).toBe("cannot-correct");
  expect(linesOf(db, id).slice(2)).toEqual(paragraphs);
  expect(correctionDesk(db, id).undoable).toBe(0);
});

test("the same file imported again leaves corrections, undoing and corrected fields as they were", () => {
  const { db, ids } = library(meeting());
  const [id = 0] = ids;
  take(db, id, { kind: "delete", at: at(1) });
  take(db, id, { kind: "role", at: at(2), role: "credits" });
  const corrected = linesOf(db, id);
  store(db, fileOf("/版面.txt", "同样的文章", [meeting()]));
  expect(linesOf(db, id)).toEqual(corrected);
  expect(readArticle(db, id).article.credits).toBe(paragraphs[3]);
  expect(correctionDesk(db, id).undoable).toBe(2);
});

test("a changed file: what it alone changed is taken, what was corrected alone stays, of both the correction stands until settled", () => {
  const { db, ids } = library(meeting());
  const [id = 0] = ids;
  const [first = "", second = "", third = "", fourth = ""] = paragraphs;
  mark(db, id, "化肥储备");
  const titleAndByline = 2;
  const start = readText(db, id).indexOf("三十万亩");
  take(db, id, { kind: "replace", start, end: start + 4, text: "三十一万亩" });
  take(db, id, { kind: "role", at: at(0), role: "heading", level: 2 });
  importPage(db, [meeting([first, second.replace("三十万亩", "四十万亩"), third, `${fourth}天气晴好。`])]);
  const mine = second.replace("三十万亩", "三十一万亩");
  expect(linesOf(db, id).slice(titleAndByline)).toEqual([first, mine, third, `${fourth}天气晴好。`]);
  const desk = correctionDesk(db, id);
  expect(desk.conflicts).toMatchObject([{ index: 0 }]);
  expect(JSON.stringify(desk.conflicts[0]?.imported)).toContain("四十万亩");
  expect(desk.imported).toContain("四十万亩");
  expect(readArticle(db, id).article.body[0]?.type).toBe("heading");
  expect(marksOf(db, id)).toEqual([["化肥储备", "moved"]]);
  settle(db, { id, index: 0, field: null, take: "imported" }, NOW);
  expect(linesOf(db, id)[3]).toBe(second.replace("三十万亩", "四十万亩"));
  expect(correctionDesk(db, id).conflicts).toEqual([]);
  retrace(db, id, "undo", NOW);
  expect(correctionDesk(db, id).conflicts).toHaveLength(1);
  settle(db, { id, index: null, field: null, take: "mine" }, NOW);
  expect(linesOf(db, id)[3]).toBe(mine);
  expect(failureOf(() => settle(db, { id, index: 0, field: null, take: "mine" }, NOW))?.code).toBe(
    "cannot-correct",
  );
});

test("an article is parted in two; its bookmarks go with their text, and come back when it is undone", () => {
  const { db, ids } = library(meeting());
  const [id = 0] = ids;
  mark(db, id, "部署今年的粮食生产工作");
  mark(db, id, "到河东镇参观了高标准农田");
  takeAcross(db, id, { kind: "split-article", at: at(2), title: "又一篇" });
  expect(standing(db)).toEqual(["春耕现场会", "又一篇"]);
  const cut = id + 1;
  expect(linesOf(db, cut)).toEqual(["又一篇", paragraphs[2], paragraphs[3]]);
  expect(readArticle(db, cut).article).toMatchObject({ publication: "示例日报", page: "1", byline: "" });
  expect(marksOf(db, id)).toEqual([["部署今年的粮食生产工作", "kept"]]);
  expect(marksOf(db, cut).map(([quote]) => quote)).toEqual(["到河东镇参观了高标准农田"]);
  retrace(db, cut, "undo", NOW);
  expect(standing(db)).toEqual(["春耕现场会"]);
  expect(marksOf(db, id)).toEqual([
    ["部署今年的粮食生产工作", "kept"],
    ["到河东镇参观了高标准农田", "kept"],
  ]);
  retrace(db, id, "redo", NOW);
  expect(standing(db)).toHaveLength(2);
  expect(marksOf(db, cut)).toHaveLength(1);
});

test("what was cut off by hand stays what it is when the file is imported again, known or changed", () => {
  const { db, ids } = library(meeting(), other);
  const [id = 0] = ids;
  takeAcross(db, id, { kind: "split-article", at: at(2), title: "又一篇" });
  expect(importPage(db, [meeting(), other]).unchanged).toHaveLength(2);
  importPage(db, [meeting([...paragraphs, "新的一段。"]), other]);
  expect(standing(db)).toHaveLength(3);
  expect(linesOf(db, id).slice(2)).toEqual([paragraphs[0], paragraphs[1]]);
});

test("two articles are made one: all text is there, the other stands no more, not in the trash, not after another import", () => {
  const { db, ids } = library(meeting(), other);
  const [id = 0, second = 0] = ids;
  mark(db, second, "进度快于往年");
  takeAcross(db, id, { kind: "join-article", other: second });
  expect(linesOf(db, id).slice(-2)).toEqual(["秋粮入库", "秋粮收购进度快于往年。"]);
  expect(readArticle(db, id).article.body.at(-2)).toMatchObject({ type: "heading", level: 2 });
  expect(standing(db)).toEqual(["春耕现场会"]);
  expect(overview(db).trashed).toBe(0);
  expect(marksOf(db, id)).toEqual([["进度快于往年", "moved"]]);
  const again = importPage(db, [meeting(), other]);
  expect([again.imported, again.unchanged.length]).toEqual([[], 2]);
  expect(standing(db)).toEqual(["春耕现场会"]);
  retrace(db, id, "undo", NOW);
  expect(standing(db)).toHaveLength(2);
  expect(marksOf(db, second)).toEqual([["进度快于往年", "kept"]]);
  expect(marksOf(db, id)).toEqual([]);
});

test("the two halves of an article cut over pages are offered, and join without the lines that point across", () => {
  const { db } = temporaryLibrary();
  const piece = (title: string, page: string, ...lines: string[]) =>
    article({ title, publication: "示例日报", issuedOn: "2021-02-05", page }, ...lines);
  const [first, , wanted] = [
    piece("把春耕抓在手上", "1", "各地抢抓农时，确保三十万", "（下转第四版）"),
    piece("秋粮入库", "4", "（上接第二版）别的文章。"),
    piece("把春耕抓在手上", "4", "（上接第1版）", "亩播种任务完成。", "会议强调安全。"),
    piece("无关", "4", "（上接第1版）无关的文章。"),
  ].map((each, index) => store(db, fileOf(`/${index}.txt`, `${index}`, [each])).imported[0]?.id ?? 0);
  expect(correctionDesk(db, first ?? 0).continuations.map(({ id }) => id)[0]).toBe(wanted);
  expect(correctionDesk(db, first ?? 0).continuations).toHaveLength(2);
  takeAcross(db, first ?? 0, { kind: "join-article", other: wanted ?? 0 });
  expect(linesOf(db, first ?? 0).slice(1)).toEqual([
    "各地抢抓农时，确保三十万亩播种任务完成。",
    "会议强调安全。",
  ]);
});

test("of a second half whose title points back, the lead and who signed it are kept", () => {
  const { db } = temporaryLibrary();
  const first = article({ title: "把春耕抓在手上", byline: "甲" }, "各地抢抓农时。", "（下转第4版）");
  const half = article(
    { title: "（上接第1版）把春耕抓在手上", byline: "乙", credits: "丙 摄" },
    "会议强调安全。",
  );
  const second = { ...half, lead: [{ type: "paragraph" as const, content: plain("提要一句。") }] };
  store(db, fileOf("/1.txt", "1", [first]));
  store(db, fileOf("/4.txt", "4", [second]));
  takeAcross(db, 1, { kind: "join-article", other: 2 });
  expect(linesOf(db, 1).slice(-5)).toEqual(["各地抢抓农时。", "提要一句。", "会议强调安全。", "乙", "丙 摄"]);
});

test("of a second half's own headline what the first does not say is kept; who signed both is read once", () => {
  const { db } = temporaryLibrary();
  const joinedLines = (cut: string, fields: Partial<ArticleFields>, ...lines: string[]) => {
    const whole = { title: "全县春耕现场会召开", byline: "本报记者 张三" };
    const first = store(db, fileOf(`/${cut}1.txt`, `${cut}1`, [article(whole, cut, "（下转第4版）")]));
    const second = store(
      db,
      fileOf(`/${cut}4.txt`, `${cut}4`, [article({ title: "", ...fields }, ...lines)]),
    );
    const [id = 0, other = 0] = [first, second].map(({ imported }) => imported[0]?.id);
    takeAcross(db, id, { kind: "join-article", other });
    return linesOf(db, id).slice(2);
  };
  const kicker = "（上接第1版）";
  expect(
    joinedLines(
      "各地抢抓农时。",
      { kicker, title: "把种子送到田头", subtitle: "记在春耕之际" },
      "会议强调安全。",
    ),
  ).toEqual(["各地抢抓农时。", "把种子送到田头", "记在春耕之际", "会议强调安全。"]);
  expect(
    joinedLines("确保三十万", { title: "（上接第1版）抓好当前农事" }, "亩播种任务。", "会议强调安全。"),
  ).toEqual(["确保三十万亩播种任务。", "抓好当前农事", "会议强调安全。"]);
  const same = { kicker, title: "春耕现场会", byline: "本报记者　张三", credits: "李四" };
  expect(joinedLines("各地抓农时。", same, "会议强调安全。（李四）")).toEqual([
    "各地抓农时。",
    "会议强调安全。（李四）",
  ]);
});

test("a block is given to another article with its bookmarks; undoing waits for what was corrected there since", () => {
  const { db, ids } = library(meeting(), other);
  const [id = 0, second = 0] = ids;
  mark(db, id, "秋粮收购、农机检修和化肥储备");
  takeAcross(db, id, { kind: "give", at: at(2), other: second });
  expect(linesOf(db, second).at(-1)).toBe(paragraphs[2]);
  expect(marksOf(db, id)).toEqual([]);
  expect(marksOf(db, second)).toHaveLength(1);
  take(db, second, { kind: "delete", at: at(0) });
  expect(failureOf(() => retrace(db, id, "undo", NOW))).toMatchObject({
    code: "corrected-since",
    parameters: { title: "秋粮入库" },
  });
  retrace(db, second, "undo", NOW);
  retrace(db, second, "undo", NOW);
  expect(linesOf(db, id).slice(2)).toEqual(paragraphs);
  expect(marksOf(db, id)).toEqual([["秋粮收购、农机检修和化肥储备", "kept"]]);
});

test("undoing a field takes back the correction, not what was edited of other fields since", () => {
  const { db, ids } = library(meeting());
  const [id = 0] = ids;
  take(db, id, { kind: "role", at: at(0), role: "subtitle" });
  editDetails(db, [id], { publication: "另一家报纸" });
  retrace(db, id, "undo", NOW);
  expect(readArticle(db, id).article).toMatchObject({ subtitle: "", publication: "另一家报纸" });
  importPage(db, [{ ...meeting([...paragraphs, "新的一段。"]), subtitle: "新副题" }]);
  expect(readArticle(db, id).article).toMatchObject({ subtitle: "新副题", publication: "另一家报纸" });
});

test("what an official document states is corrected field by field, undone and kept over an import", () => {
  const { db, ids } = library(meeting());
  const [id = 0] = ids;
  const stated = () => readArticle(db, id).article.official;
  const number = { kind: "official", name: "documentNumber", value: "宁政发〔2021〕3号" } as const;
  take(db, id, number);
  take(db, id, { kind: "official", name: "attachments", value: "名单\n计划表" });
  expect(stated()).toMatchObject({ documentNumber: number.value, attachments: ["名单", "计划表"] });
  retrace(db, id, "undo", NOW);
  expect(stated()).toMatchObject({ documentNumber: number.value, attachments: [] });
  retrace(db, id, "undo", NOW);
  expect(stated()).toBe(null);
  retrace(db, id, "redo", NOW);

  const official = { ...emptyOfficialDocument, documentNumber: "宁政发〔2021〕8号", signer: "王某" };
  importPage(db, [{ ...meeting(), official }]);
  expect(stated()).toEqual({ ...official, documentNumber: number.value });
  retrace(db, id, "undo", NOW);
  importPage(db, [{ ...meeting([...paragraphs, "新的一段。"]), official }]);
  expect(stated()).toEqual(official);
  expect(() => take(db, id, { kind: "official", name: "signedOn", value: "昨天" })).toThrow("cannot-correct");
});

test("where file and correction both changed a field, the correction stands until one of them is chosen", () => {
  const { db, ids } = library(meeting());
  const [id = 0] = ids;
  const says = (fields: Partial<ImportedArticle>, last: string) =>
    importPage(db, [{ ...meeting([...paragraphs, last]), ...fields }]);
  const differing = () => correctionDesk(db, id).fieldConflicts;
  const standing = () => readArticle(db, id).article;
  take(db, id, { kind: "field", name: "byline", value: "本报记者 周小满" });
  editDetails(db, [id], { publication: "湖西日报" });
  take(db, id, { kind: "official", name: "signer", value: "王某" });

  says({}, "文件只改了正文。");
  expect(differing()).toEqual([]);
  const official = { ...emptyOfficialDocument, signer: "李某" };
  says({ byline: "记者 周小曼", publication: "湖西晚报", official }, "这次也改了别的。");
  expect(standing()).toMatchObject({ byline: "本报记者 周小满", publication: "湖西日报" });
  expect(differing()).toEqual([
    { name: "byline", mine: "本报记者 周小满", imported: "记者 周小曼" },
    { name: "publication", mine: "湖西日报", imported: "湖西晚报" },
    { name: "official.signer", mine: "王某", imported: "李某" },
  ]);

  const settleField = (field: CorrectedField, chosen: "mine" | "imported") =>
    settle(db, { id, index: null, field, take: chosen }, NOW);
  settleField("byline", "mine");
  settleField("publication", "imported");
  settleField("official.signer", "imported");
  expect(differing()).toEqual([]);
  expect(standing()).toMatchObject({ byline: "本报记者 周小满", publication: "湖西晚报", official });
  expect(failureOf(() => settleField("byline", "mine"))?.code).toBe("cannot-correct");
  retrace(db, id, "undo", NOW);
  expect(standing().official?.signer).toBe("王某");
  retrace(db, id, "redo", NOW);

  // What was settled is not asked again, and what is no longer corrected follows the file.
  says({ byline: "记者 周小曼", publication: "湖西早报", official }, "又一次。");
  expect(differing()).toEqual([]);
  expect(standing()).toMatchObject({ byline: "本报记者 周小满", publication: "湖西早报", official });
});

test("a short passage goes with its line over any step, however little stands around it", () => {
  const { db, ids } = library(meeting());
  const [id = 0] = ids;
  mark(db, id, "化肥");
  take(db, id, { kind: "role", at: at(3), role: "byline" });
  take(db, id, { kind: "move", at: at(2), before: at(0) });
  expect(marksOf(db, id)).toEqual([["化肥", "moved"]]);
  expect(bookmarksOf(db, id)[0]?.anchor.start).toBe(readText(db, id).indexOf("化肥"));
});

test("passages of two paragraphs that became one line are found again when that is undone", () => {
  const { db, ids } = library(article({ title: "演练" }, "防汛演练举行。", "各村参加。", "历时两小时。"));
  const [id = 0] = ids;
  for (const quote of ["防汛演练", "各村"]) mark(db, id, quote);
  for (let step = 0; step < 2; step++) take(db, id, { kind: "role", at: at(0), role: "credits" });
  for (let step = 0; step < 2; step++) retrace(db, id, "undo", NOW);
  expect(marksOf(db, id)).toEqual([
    ["防汛演练", "kept"],
    ["各村", "kept"],
  ]);
});

test("the desk names the other articles of the page", () => {
  const { db, ids } = library(meeting(), other);
  expect(correctionDesk(db, ids[0] ?? 0).siblings).toEqual([{ id: ids[1], title: "秋粮入库", page: "1" }]);
});

test("beyond its page the desk names the articles of the issue, then those of the folder, and no others", () => {
  const { db } = temporaryLibrary();
  const put = (path: string, title: string, fields: Partial<ArticleFields>) =>
    store(db, fileOf(path, title, [{ ...article({ title }), ...fields }])).imported[0]?.id ?? 0;
  const issue = { publication: "宁郭日报", issuedOn: "2021-02-05" };
  const here = put("/来稿/一.txt", "本篇", { ...issue, page: "1" });
  put("/来稿/二.txt", "同一夹", { publication: "", issuedOn: null });
  put("/别处/三.txt", "同一期", { ...issue, page: "4" });
  put("/别处/四.txt", "同一版", { ...issue, page: "1" });
  put("/来稿/更下/五.txt", "下一层", { publication: "", issuedOn: null });
  put("/别处/六.txt", "另一期", { ...issue, issuedOn: "2021-02-06" });
  const named = correctionDesk(db, here).siblings.map(({ title }) => title);
  expect(named).toEqual(["同一版", "同一期", "同一夹"]);
});

test("a picture taken out by a correction is there to be put back, the file imported again in between", () => {
  const { db } = temporaryLibrary();
  const shown = picture("一幅照片");
  const figure = { type: "figure", image: shown.sha256, caption: [], alt: "" } as const;
  const pictured = { ...meeting(), body: [...meeting().body, figure] };
  const file = (content: string) => fileOf("/版面.txt", content, [pictured], { pictures: [shown] });
  const id = store(db, file("一")).imported[0]?.id ?? 0;
  take(db, id, { kind: "delete", at: at(4) });
  expect(correctionDesk(db, id).spare).toMatchObject([{ image: shown.sha256 }]);
  store(db, file("二"));
  expect(countOf(db, "pictures")).toBe(1);
  retrace(db, id, "undo", NOW);
  expect(readArticle(db, id).article.body[4]).toEqual(figure);
});

test("pictures that lie in the folder of the file wait at the desk, those of other folders do not", () => {
  const { db } = temporaryLibrary();
  const shown = picture("用上的");
  const figure = (of: typeof shown) => ({ type: "figure", image: of.sha256, caption: [], alt: "" }) as const;
  const pictured = { ...meeting(), body: [...meeting().body, figure(shown)] };
  const page = store(db, fileOf("/一版/版面.txt", "页", [pictured], { pictures: [shown] }));
  const scan = (path: string, of: typeof shown) =>
    store(db, fileOf(path, path, [{ ...article({ title: path }), body: [figure(of)] }], { pictures: [of] }));
  const [second, first, elsewhere, below] = ["二", "一", "别处", "下层"].map(picture) as [
    typeof shown,
    typeof shown,
    typeof shown,
    typeof shown,
  ];
  scan("/一版/图2.JPG", second);
  scan("/一版/图1.png", first);
  scan("/一版/用上.jpeg", shown);
  scan("/二版/图3.jpg", elsewhere);
  scan("/一版/更下/图4.jpg", below);
  const id = page.imported[0]?.id ?? 0;
  expect(correctionDesk(db, id).spare.map(({ image }) => image)).toEqual([first.sha256, second.sha256]);
  take(db, id, { kind: "picture", at: at(0), image: second.sha256, into: "before" });
  expect(correctionDesk(db, id).spare.map(({ image }) => image)).toEqual([first.sha256]);
});

test("pictures that lie beside the file in its archive wait at the desk, those elsewhere in it do not", () => {
  const { db } = temporaryLibrary();
  const [second, first, elsewhere] = ["二", "一", "别处"].map(picture) as [
    ReturnType<typeof picture>,
    ReturnType<typeof picture>,
    ReturnType<typeof picture>,
  ];
  const scan = (part: string, { sha256 }: typeof first) => ({
    part,
    article: { ...article({ title: part }), body: [{ type: "figure", image: sha256, caption: [], alt: "" }] },
  });
  const articles = [
    { part: "一版/版面.txt/1", article: meeting() },
    scan("一版/图2.JPG", second),
    scan("一版/图1.png", first),
    scan("一版/更下/图.jpg", elsewhere),
    scan("二版/图.jpg", elsewhere),
  ] as never;
  store(db, fileOf("/报.zip", "报", [], { articles, pictures: [second, first, elsewhere] }));
  expect(correctionDesk(db, 1).spare.map(({ image }) => image)).toEqual([first.sha256, second.sha256]);
  take(db, 1, { kind: "picture", at: at(0), image: second.sha256, into: "before" });
  expect(correctionDesk(db, 1).spare.map(({ image }) => image)).toEqual([first.sha256]);
});

test("a picture that only the file's side of a conflict shows is kept until that is settled, imported again in between", () => {
  const { db } = temporaryLibrary();
  const [one, two] = [picture("旧照片"), picture("新照片")];
  const pictured = (shown: typeof one): ImportedArticle => ({
    ...meeting(),
    body: [{ type: "figure", image: shown.sha256, caption: [], alt: "" }, ...meeting().body],
  });
  const importWith = (content: string, shown: typeof one) =>
    store(db, fileOf("/版面.txt", content, [pictured(shown)], { pictures: [shown] }));
  const id = importWith("一", one).imported[0]?.id ?? 0;
  take(db, id, { kind: "delete", at: at(0) });
  importWith("二", two);
  importWith("三", two);
  expect(correctionDesk(db, id).conflicts).toHaveLength(1);
  settle(db, { id, index: 0, field: null, take: "imported" }, NOW);
  expect(readArticle(db, id).article.body[0]).toMatchObject({ image: two.sha256 });
  expect(correctionDesk(db, id).spare).toEqual([]);
});

test("what a file says is the same in whatever order its reader wrote the keys", () => {
  const { db, ids } = library(meeting());
  const [id = 0] = ids;
  take(db, id, { kind: "delete", at: at(1) });
  const turned = meeting().body.map((block) => Object.fromEntries(Object.entries(block).toReversed()));
  store(
    db,
    fileOf("/版面.txt", "另一种写法", [{ ...meeting(), body: turned as unknown as ImportedArticle["body"] }]),
  );
  expect(correctionDesk(db, id)).toMatchObject({ conflicts: [], undoable: 1 });
});
