/** Fields corrected by hand beside what the file comes to say: settled, undone and done again, with imports in between. */
import type { Database } from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { correctionDesk } from "../../main/library/correction-desk.ts";
import { correct, retrace, settle } from "../../main/library/corrections.ts";
import { editDetails, undoEdit } from "../../main/library/edit-details.ts";
import { readArticle } from "../../main/library/read-article.ts";
import type { ArticleFields } from "../../preload/model/article.ts";
import { emptyOfficialDocument } from "../../preload/model/article.ts";
import { article, fileOf, NOW, store, temporaryLibrary } from "./temporary-library.ts";

let count = 0;

/** The same file with other bytes. */
function importWith(db: Database, fields: Partial<ArticleFields>, documentNumber = ""): number {
  const official = documentNumber === "" ? null : { ...emptyOfficialDocument, documentNumber };
  const said = { ...article({ title: "通知", publication: "县报", ...fields }, "正文。"), official };
  const stored = store(db, fileOf("/来稿.txt", `${count++}`, [said]));
  return (stored.imported[0] ?? stored.updated[0])?.id ?? 0;
}

function put(db: Database, id: number, name: "title" | "byline" | "issuedOn", value: string): void {
  const { revision } = readArticle(db, id).article;
  correct(db, { id, revision, step: { kind: "field", name, value } }, NOW);
}

function putNumber(db: Database, id: number, value: string): void {
  const { revision } = readArticle(db, id).article;
  correct(db, { id, revision, step: { kind: "official", name: "documentNumber", value } }, NOW);
}

const titleOf = (db: Database, id: number) => readArticle(db, id).article.title;
const numberOf = (db: Database, id: number) => readArticle(db, id).article.official?.documentNumber ?? "";
const asked = (db: Database, id: number) =>
  correctionDesk(db, id).fieldConflicts.map(({ mine, imported }) => `${mine} ${imported}`);
const undo = (db: Database, id: number) => retrace(db, id, "undo", NOW);
const redo = (db: Database, id: number) => retrace(db, id, "redo", NOW);
const settleAll = (db: Database, id: number, take: "mine" | "imported") =>
  settle(db, { id, index: null, field: null, take }, NOW);

describe("a correction undone after the file came to say another thing", () => {
  test("leaves what the file says now, and is done again over that", () => {
    const { db } = temporaryLibrary();
    const id = importWith(db, { title: "旧题", issuedOn: "2022-01-01" }, "一号");
    put(db, id, "title", "我的题");
    put(db, id, "issuedOn", "2022-03-03");
    putNumber(db, id, "我的号");
    importWith(db, { title: "新题", issuedOn: null }, "二号");
    undo(db, id);
    expect(numberOf(db, id)).toBe("二号");
    undo(db, id);
    expect(readArticle(db, id).article.issuedOn).toBeNull();
    undo(db, id);
    expect(titleOf(db, id)).toBe("新题");
    expect(asked(db, id)).toEqual([]);
    for (let step = 0; step < 3; step++) redo(db, id);
    expect([titleOf(db, id), numberOf(db, id)]).toEqual(["我的题", "我的号"]);
    importWith(db, { title: "最新题", issuedOn: null }, "二号");
    expect(asked(db, id)).toEqual(["我的题 最新题"]);
  });

  test("and so do details edited in the list", () => {
    const { db } = temporaryLibrary();
    const id = importWith(db, { title: "旧题", issuedOn: "2022-01-01" });
    put(db, id, "title", "我的题");
    const edit = editDetails(db, [id], { title: "再改", publication: "市报", issuedOn: null });
    importWith(db, { title: "新题", publication: "省报", issuedOn: "2022-02-02" });
    undoEdit(db, edit);
    const { title, publication, issuedOn } = readArticle(db, id).article;
    expect({ title, publication, issuedOn }).toEqual({
      title: "我的题",
      publication: "省报",
      issuedOn: "2022-02-02",
    });
    expect(asked(db, id)).toEqual(["我的题 新题"]);
  });

  test("is undone to an earlier correction as it was", () => {
    const { db } = temporaryLibrary();
    const id = importWith(db, { title: "旧题" });
    put(db, id, "title", "一改");
    put(db, id, "title", "二改");
    importWith(db, { title: "新题" });
    undo(db, id);
    expect(titleOf(db, id)).toBe("一改");
    expect(asked(db, id)).toEqual(["一改 新题"]);
  });
});

describe("a settled field", () => {
  test.each(["mine", "imported"] as const)("is asked for again once settling by %s is undone", (side) => {
    const { db } = temporaryLibrary();
    const id = importWith(db, { title: "旧题" }, "一号");
    put(db, id, "title", "我的题");
    putNumber(db, id, "我的号");
    importWith(db, { title: "新题" }, "二号");
    const before = asked(db, id);
    expect(before).toEqual(["我的题 新题", "我的号 二号"]);
    const { undoable } = correctionDesk(db, id);
    settleAll(db, id, side);
    const settled = [titleOf(db, id), numberOf(db, id)];
    expect(settled).toEqual(side === "mine" ? ["我的题", "我的号"] : ["新题", "二号"]);
    expect(asked(db, id)).toEqual([]);
    expect(correctionDesk(db, id).undoable).toBe(undoable + 1);
    undo(db, id);
    expect(asked(db, id)).toEqual(before);
    expect([titleOf(db, id), numberOf(db, id)]).toEqual(["我的题", "我的号"]);
    redo(db, id);
    expect(asked(db, id)).toEqual([]);
    expect([titleOf(db, id), numberOf(db, id)]).toEqual(settled);
    importWith(db, { title: "新题" }, "二号");
    expect(asked(db, id)).toEqual([]);
    expect([titleOf(db, id), numberOf(db, id)]).toEqual(settled);
  });

  test("taken from the file is no correction any more, however often that is undone and done again", () => {
    const { db } = temporaryLibrary();
    const id = importWith(db, { title: "旧题" });
    put(db, id, "title", "我的题");
    importWith(db, { title: "新题" });
    settleAll(db, id, "imported");
    undo(db, id);
    redo(db, id);
    importWith(db, { title: "最新题" });
    expect(titleOf(db, id)).toBe("最新题");
    expect(asked(db, id)).toEqual([]);
  });

  test("undone after yet another import is asked for with what that says", () => {
    const { db } = temporaryLibrary();
    const id = importWith(db, { title: "旧题" });
    put(db, id, "title", "我的题");
    importWith(db, { title: "新题" });
    settleAll(db, id, "mine");
    importWith(db, { title: "最新题" });
    expect(asked(db, id)).toEqual(["我的题 最新题"]);
    undo(db, id);
    expect(asked(db, id)).toEqual(["我的题 最新题"]);
  });
});

test("a file that comes to say what was corrected asks nothing", () => {
  const { db } = temporaryLibrary();
  const id = importWith(db, { title: "旧题", issuedOn: "2022-01-01" });
  put(db, id, "title", "改正的题");
  put(db, id, "issuedOn", "");
  importWith(db, { title: "改正的题", issuedOn: null });
  expect(asked(db, id)).toEqual([]);
  put(db, id, "title", "再改");
  expect(asked(db, id)).toEqual(["再改 改正的题"]);
  undo(db, id);
  undo(db, id);
  undo(db, id);
  expect(titleOf(db, id)).toBe("改正的题");
});

test("a step undone leaves what was corrected elsewhere since", () => {
  const { db } = temporaryLibrary();
  const id = importWith(db, { title: "旧题" });
  put(db, id, "title", "我的题");
  editDetails(db, [id], { title: "后来改的" });
  undo(db, id);
  expect(titleOf(db, id)).toBe("后来改的");
});
