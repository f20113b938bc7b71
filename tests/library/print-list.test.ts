import type { Database } from "better-sqlite3";
import { expect, test } from "vitest";
import { moveToTrash, restoreFromTrash } from "../../main/library/articles.ts";
import { addBookmark } from "../../main/library/bookmarks.ts";
import { readText } from "../../main/library/contents.ts";
import { deleteForever } from "../../main/library/delete-articles.ts";
import { editDetails } from "../../main/library/edit-details.ts";
import { openLibrary } from "../../main/library/open.ts";
import {
  deleteList,
  movePieces,
  openList,
  readPrintList,
  removePieces,
  restorePieces,
  saveList,
} from "../../main/library/print-list.ts";
import { addBookmarksToPrintList, addToPrintList } from "../../main/library/print-pieces.ts";
import { printedArticles } from "../../main/library/printed-articles.ts";
import { readImported } from "../../main/library/read-article.ts";
import type { Block, ImportedArticle } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";
import type { ChosenPiece, PrintListPiece } from "../../preload/model/print.ts";
import { LONGEST_PRINT_LIST } from "../../preload/model/print.ts";
import { sections } from "../../preload/model/sections.ts";
import {
  article,
  failureOf,
  fileOf,
  NOW,
  store,
  storeEach,
  temporaryDirectory,
  temporaryLibrary,
} from "./temporary-library.ts";

const heading = (text: string, level = 1): Block => ({ type: "heading", level, content: plain(text) });
const paragraph = (text: string): Block => ({ type: "paragraph", content: plain(text) });

const report: ImportedArticle = {
  ...emptyArticle(),
  title: "政府工作报告",
  publication: "示例日报",
  issuedOn: "2026-02-05",
  page: "3",
  lead: [paragraph("报告回顾了过去一年的工作，提出了今年的目标和任务。")],
  body: [
    heading("一、去年工作回顾"),
    paragraph("全县地区生产总值增长百分之六，粮食总产量再创新高。"),
    heading("（一）农业", 2),
    paragraph("新建高标准农田三万亩，改造老旧灌区两处。"),
    heading("（二）工业", 2),
    paragraph("规模以上工业企业净增十二家，技改投资增长两成。"),
    heading("二、今年工作安排"),
    paragraph("抓好春耕生产，确保粮食播种面积稳定在六十万亩。"),
    heading("小结"),
    paragraph("去年的成绩来之不易，应当倍加珍惜。"),
    heading("小结"),
    paragraph("今年的任务十分繁重，还须加倍努力。"),
  ],
};

function libraryWith(imported: ImportedArticle): { db: Database; id: number } {
  const { db } = temporaryLibrary();
  const [row] = store(db, fileOf("/报告.txt", "first", [imported])).imported;
  return { db, id: row?.id ?? 0 };
}

function importAgain(db: Database, imported: ImportedArticle): void {
  store(db, fileOf("/报告.txt", JSON.stringify(imported), [imported]));
}

function section(db: Database, article: number, number: string): ChosenPiece {
  const found = sections(readImported(db, article)).find((each) => each.number === number);
  if (!found) throw new Error(`no section ${number}`);
  return { article, revision: revisionOf(db, article), span: spanOf(found), kind: "section" };
}

function passage(db: Database, article: number, quote: string): ChosenPiece {
  const start = readText(db, article).indexOf(quote);
  if (start === -1) throw new Error(`no passage ${quote}`);
  const span = { start, end: start + quote.length };
  return { article, revision: revisionOf(db, article), span, kind: "passage" };
}

function wholeArticle(db: Database, article: number): ChosenPiece {
  return { article, revision: revisionOf(db, article), span: null, kind: "article" };
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}

function revisionOf(db: Database, article: number): number {
  return db.prepare<[number], number>("SELECT revision FROM articles WHERE id = ?").pluck().get(article) ?? 0;
}

function pieces(db: Database): readonly PrintListPiece[] {
  return readPrintList(db).pieces;
}

function textOf(db: Database, { article, span }: PrintListPiece): string {
  const text = readText(db, article ?? 0);
  return span === null ? text : text.slice(span.start, span.end);
}

function ids(db: Database): readonly number[] {
  return pieces(db).map(({ id }) => id);
}

test("a piece shows its article, its source, the headings it stands under and its first characters", () => {
  const { db, id } = libraryWith(report);
  const chosen = [section(db, id, "2.1"), passage(db, id, "技改投资增长两成"), wholeArticle(db, id)];
  expect(addToPrintList(db, chosen)).toBe(3);
  const [one, two, three] = pieces(db);
  expect(one).toMatchObject({
    ...{ article: id, revision: 1, kind: "section", title: "政府工作报告", state: "kept" },
    source: "《示例日报》2026年2月5日第3版《政府工作报告》",
    path: ["一、去年工作回顾", "（一）农业"],
    excerpt: "（一）农业 新建高标准农田三万亩，改造老旧灌区两处。",
    characters: 25,
  });
  expect(two).toMatchObject({ kind: "passage", path: ["一、去年工作回顾", "（二）工业"] });
  expect(three).toMatchObject({ kind: "article", span: null, path: [], state: "kept" });
  expect(three?.characters).toBe(readText(db, id).replaceAll(/\s/g, "").length);
});

test("the lead, a parent and an opening sentence are sections like others", () => {
  const opening = { ...report, body: [paragraph("抓好春耕。各乡镇要尽早备足种子和化肥。"), ...report.body] };
  const { db, id } = libraryWith(opening);
  addToPrintList(db, [section(db, id, "1"), section(db, id, "2"), section(db, id, "3")]);
  expect(pieces(db).map(({ path }) => path)).toEqual([["核心提示"], ["开头"], ["一、去年工作回顾"]]);
  const third = pieces(db)[2];
  if (!third) throw new Error("no third piece");
  expect(textOf(db, third)).toContain("（二）工业");
});

test("what stands on the list is not added again; a span of another revision or outside the text is refused", () => {
  const { db, id } = libraryWith(report);
  expect(addToPrintList(db, [section(db, id, "2"), section(db, id, "2")])).toBe(1);
  expect(addToPrintList(db, [section(db, id, "2"), wholeArticle(db, id)])).toBe(1);
  const stale = { ...section(db, id, "3"), revision: 7 };
  const outside = { ...section(db, id, "3"), span: { start: 0, end: 99_999 } };
  const empty = { ...section(db, id, "3"), span: { start: 5, end: 5 } };
  for (const wrong of [stale, outside, empty]) {
    expect(failureOf(() => addToPrintList(db, [section(db, id, "3"), wrong]))?.code).toBe("stale-selection");
  }
  expect(failureOf(() => addToPrintList(db, [{ ...stale, article: 99 }]))?.code).toBe("no-such-article");
  expect(pieces(db)).toHaveLength(2);
});

test("the list is there after the library was closed and opened again", () => {
  const directory = temporaryDirectory();
  const first = openLibrary(directory);
  const [id = 0] = storeEach(first.db, [report]);
  addToPrintList(first.db, [section(first.db, id, "3"), section(first.db, id, "1")]);
  const before = pieces(first.db);
  first.close();
  const second = openLibrary(directory);
  expect(pieces(second.db)).toEqual(before);
  second.close();
});

test("pieces are moved before another or to the end, in the order named, and come back where they stood when removed", () => {
  const { db, id } = libraryWith(report);
  addToPrintList(
    db,
    ["1", "2.1", "2.2", "3", "4"].map((number) => section(db, id, number)),
  );
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = ids(db);
  movePieces(db, [d, b], a);
  expect(ids(db)).toEqual([d, b, a, c, e]);
  movePieces(db, [d], null);
  expect(ids(db)).toEqual([b, a, c, e, d]);
  movePieces(db, [a, c], c);
  expect(ids(db)).toEqual([b, a, c, e, d]);
  movePieces(db, [999, e], b);
  expect(ids(db)).toEqual([e, b, a, c, d]);

  removePieces(db, [b, c]);
  expect(ids(db)).toEqual([e, a, d]);
  addToPrintList(db, [section(db, id, "5")]);
  const f = ids(db).at(-1) ?? 0;
  expect(restorePieces(db)).toBe(2);
  expect(ids(db)).toEqual([e, b, a, c, d, f]);
  expect(restorePieces(db)).toBe(0);
  removePieces(db, [a]);
  removePieces(db, [b]);
  expect(restorePieces(db)).toBe(1);
  expect(ids(db)).toEqual([e, b, c, d, f]);
});

test("a list is saved by name, replaced under the same name, opened in place of the one at hand, and deleted", () => {
  const { db, id } = libraryWith(report);
  addToPrintList(db, [section(db, id, "1"), section(db, id, "3")]);
  const first = pieces(db);
  saveList(db, "例会");
  removePieces(db, ids(db));
  addToPrintList(db, [section(db, id, "4")]);
  saveList(db, "备用");
  expect(readPrintList(db).saved.map(({ name, pieces }) => [name, pieces])).toEqual([
    ["例会", 2],
    ["备用", 1],
  ]);
  const saved = readPrintList(db).saved.find(({ name }) => name === "例会")?.id ?? 0;
  openList(db, saved);
  const withoutId = ({ id: _, ...piece }: PrintListPiece) => piece;
  expect(pieces(db).map(withoutId)).toEqual(first.map(withoutId));
  expect(restorePieces(db)).toBe(0);

  movePieces(db, [ids(db)[1] ?? 0], ids(db)[0] ?? 0);
  saveList(db, "例会");
  expect(readPrintList(db).saved).toHaveLength(2);
  openList(db, saved);
  expect(pieces(db).map(({ path }) => path.at(-1))).toEqual(["二、今年工作安排", "核心提示"]);
  deleteList(db, saved);
  expect(readPrintList(db).saved.map(({ name }) => name)).toEqual(["备用"]);
  for (const gone of [saved, 1]) expect(failureOf(() => openList(db, gone))?.code).toBe("no-such-print-list");
  expect(failureOf(() => deleteList(db, 1))?.code).toBe("no-such-print-list");
  expect(pieces(db)).toHaveLength(2);
});

test("another import moves, changes and loses passages; a section of the same headings is printed with what it now holds", () => {
  const { db, id } = libraryWith(report);
  addToPrintList(db, [
    section(db, id, "2.1"),
    section(db, id, "3"),
    passage(db, id, "规模以上工业企业净增十二家"),
    passage(db, id, "粮食总产量再创新高"),
    passage(db, id, "确保粮食播种面积稳定在六十万亩"),
    wholeArticle(db, id),
  ]);
  saveList(db, "存档");
  const changed = {
    ...report,
    body: report.body.flatMap((block) => {
      if (block.type !== "paragraph") return [block];
      const [text] = block.content;
      const words = text?.type === "text" ? text.text : "";
      if (words.includes("高标准农田")) return [block, paragraph("农村公路通达所有自然村。")];
      if (words.includes("粮食总产量")) return [paragraph("财政收入实现平稳增长，民生支出占比八成。")];
      return [paragraph(words.replace("六十万亩", "六十二万亩"))];
    }),
  };
  importAgain(db, changed);
  const after = () =>
    pieces(db).map((piece) => [piece.state, piece.state === "lost" ? "" : textOf(db, piece)]);
  const expected = [
    ["changed", "（一）农业\n新建高标准农田三万亩，改造老旧灌区两处。\n农村公路通达所有自然村。"],
    ["changed", "二、今年工作安排\n抓好春耕生产，确保粮食播种面积稳定在六十二万亩。"],
    ["moved", "规模以上工业企业净增十二家"],
    ["lost", ""],
    ["changed", "确保粮食播种面积稳定在六十二万亩"],
    ["changed", readText(db, id)],
  ];
  expect(after()).toEqual(expected);
  expect(pieces(db)[0]?.excerpt).toContain("农村公路");
  // A saved list follows as well.
  openList(db, readPrintList(db).saved[0]?.id ?? 0);
  expect(after()).toEqual(expected);

  importAgain(db, report);
  expect(pieces(db).map(({ state }) => state)).toEqual(["kept", "kept", "kept", "kept", "kept", "changed"]);
});

test("of sections that bear the same heading the one whose text is found again is meant, and none is guessed", () => {
  const { db, id } = libraryWith(report);
  addToPrintList(db, [section(db, id, "4"), section(db, id, "5")]);
  const body = [heading("新增的一节"), paragraph("这一节是新的。"), ...report.body];
  importAgain(db, { ...report, body });
  expect(pieces(db).map((piece) => [piece.state, textOf(db, piece)])).toEqual([
    ["moved", "小结\n去年的成绩来之不易，应当倍加珍惜。"],
    ["moved", "小结\n今年的任务十分繁重，还须加倍努力。"],
  ]);
  const other = [...report.body.slice(0, -4), heading("小结"), heading("小结"), paragraph("完全不同的话。")];
  importAgain(db, { ...report, body: other });
  for (const piece of pieces(db)) {
    if (piece.state !== "lost") expect(textOf(db, piece)).toMatch(/^小结/);
  }
});

test("a section whose heading was renumbered is found by its text, whole", () => {
  const { db, id } = libraryWith(report);
  addToPrintList(db, [section(db, id, "3")]);
  const body = report.body.map((block) =>
    block.type === "heading" && block.content.some((each) => "text" in each && each.text.startsWith("二、"))
      ? heading("三、今年工作安排")
      : block,
  );
  importAgain(db, { ...report, body });
  const [piece] = pieces(db);
  expect(piece).toMatchObject({ state: "changed", path: ["三、今年工作安排"] });
  expect(piece && textOf(db, piece)).toBe("三、今年工作安排\n抓好春耕生产，确保粮食播种面积稳定在六十万亩。");
});

test("a correction of the title moves every piece and is shown at once", () => {
  const { db, id } = libraryWith(report);
  addToPrintList(db, [section(db, id, "3"), passage(db, id, "技改投资增长两成")]);
  editDetails(db, [id], { title: "示例县政府工作报告（更正）", publication: "示例晚报" });
  for (const piece of pieces(db)) {
    expect(piece).toMatchObject({ state: "moved", title: "示例县政府工作报告（更正）", revision: 2 });
    expect(piece.source).toContain("《示例晚报》");
  }
  expect(pieces(db).map((piece) => textOf(db, piece))[1]).toBe("技改投资增长两成");
});

test("a piece whose article is in the trash or deleted says so, and the rest of the list is printed", () => {
  const { db, id } = libraryWith(report);
  const [other = 0] = storeEach(db, [article({ title: "通知" }, "明天上午开会。")]);
  addToPrintList(db, [section(db, id, "3"), wholeArticle(db, other)]);
  const asked = { pieces: null, withBookmarks: false, citationFormat: "office" } as const;
  moveToTrash(db, [id], NOW);
  expect(pieces(db).map(({ state }) => state)).toEqual(["gone", "kept"]);
  expect(printedArticles(db, asked)).toMatchObject({ leftOut: 1, articles: [{ article: { id: other } }] });
  restoreFromTrash(db, [id]);
  expect(pieces(db).map(({ state }) => state)).toEqual(["kept", "kept"]);

  deleteForever(db, [id]);
  expect(pieces(db)[0]).toMatchObject({
    ...{ article: null, state: "gone", title: "政府工作报告", path: ["二、今年工作安排"] },
    source: "《示例日报》2026年2月5日第3版《政府工作报告》",
  });
  expect(printedArticles(db, asked).articles).toHaveLength(1);
  deleteForever(db, [other]);
  expect(failureOf(() => printedArticles(db, asked))?.code).toBe("nothing-to-print");
  expect(pieces(db)).toHaveLength(2);
});

test("bookmarks are added by their passages in the order named, those that are lost left out", () => {
  const { db, id } = libraryWith(report);
  const mark = (quote: string) => {
    const { span, revision } = passage(db, id, quote);
    const place = { article: id, revision, start: span?.start ?? 0, end: span?.end ?? 0, quote };
    return addBookmark(db, { ...place, color: "red", note: "要点", tags: [] }, NOW).id;
  };
  const marks = [mark("新建高标准农田三万亩"), mark("抓好春耕生产"), mark("粮食总产量再创新高")];
  importAgain(db, { ...report, body: report.body.filter((_, index) => index !== 1) });
  expect(addBookmarksToPrintList(db, [marks[1] ?? 0, marks[2] ?? 0, marks[0] ?? 0])).toEqual({
    added: 2,
    lost: 1,
  });
  expect(pieces(db).map((piece) => textOf(db, piece))).toEqual(["抓好春耕生产", "新建高标准农田三万亩"]);
  const { articles } = printedArticles(db, {
    ...{ pieces: null, citationFormat: "office" },
    withBookmarks: true,
  });
  expect(articles).toHaveLength(1);
  expect(articles[0]?.bookmarks.map(({ quote }) => quote)).toEqual(["新建高标准农田三万亩", "抓好春耕生产"]);
});

test("pieces that follow one another and are of one article stand together, others apart", () => {
  const { db, id } = libraryWith(report);
  const [other = 0] = storeEach(db, [article({ title: "通知" }, "明天上午开会。")]);
  const chosen = [section(db, id, "3"), section(db, id, "1"), wholeArticle(db, other), section(db, id, "2")];
  const { articles } = printedArticles(db, {
    pieces: chosen,
    withBookmarks: false,
    citationFormat: "office",
  });
  expect(articles.map(({ article, spans }) => [article.id, spans.length])).toEqual([
    [id, 2],
    [other, 1],
    [id, 1],
  ]);
  expect(articles[0]?.spans[0]).toEqual(chosen[0]?.span);
  const stale = [{ ...section(db, id, "3"), revision: 2 }];
  const asked = { pieces: stale, withBookmarks: false, citationFormat: "office" } as const;
  expect(failureOf(() => printedArticles(db, asked))?.code).toBe("stale-selection");
});

test("a list holds ten thousand pieces and no more, and nothing is added of what does not fit", () => {
  const { db } = temporaryLibrary();
  const text = "字".repeat(LONGEST_PRINT_LIST + 1);
  const [id = 0] = storeEach(db, [article({ title: "长文" }, text)]);
  const at = readText(db, id).indexOf("字");
  const characters = (count: number): readonly ChosenPiece[] =>
    Array.from({ length: count }, (_, index) => ({
      ...{ article: id, revision: 1, kind: "passage" },
      span: { start: at + index, end: at + index + 1 },
    }));
  expect(addToPrintList(db, characters(LONGEST_PRINT_LIST - 1))).toBe(LONGEST_PRINT_LIST - 1);
  expect(failureOf(() => addToPrintList(db, characters(LONGEST_PRINT_LIST + 1)))?.code).toBe(
    "print-list-full",
  );
  expect(pieces(db)).toHaveLength(LONGEST_PRINT_LIST - 1);
  expect(addToPrintList(db, characters(LONGEST_PRINT_LIST))).toBe(1);
});
