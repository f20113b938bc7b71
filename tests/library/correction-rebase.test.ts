/** Steps and questions over a file that is imported again and again. */
import type { Database } from "better-sqlite3";
import { expect, test } from "vitest";
import { readText } from "../../main/library/contents.ts";
import { readBase } from "../../main/library/corrected-articles.ts";
import { correctionDesk } from "../../main/library/correction-desk.ts";
import { correct, retrace, settle } from "../../main/library/corrections.ts";
import { readArticle } from "../../main/library/read-article.ts";
import type { CorrectionStep } from "../../preload/model/correction.ts";
import { article, countOf, fileOf, NOW, picture, store, temporaryLibrary } from "./temporary-library.ts";

const at = (index: number) => ({ part: "body", index }) as const;

function says(db: Database, ...lines: readonly string[]): void {
  store(db, fileOf("/1.txt", lines.join(), [article({ title: "一" }, ...lines)]));
}

function take(db: Database, step: CorrectionStep): void {
  correct(db, { id: 1, revision: readArticle(db, 1).article.revision, step }, NOW);
}

/** Puts `text` over the whole line, the title's being 0. */
function rewrite(db: Database, line: number, text: string): void {
  const lines = readText(db, 1).split("\n");
  const start = lines.slice(0, line).join("\n").length + 1;
  take(db, { kind: "replace", start, end: start + (lines[line]?.length ?? 0), text });
}

const lines = (db: Database) => readText(db, 1).split("\n").slice(1);
const questions = (db: Database) =>
  readBase(db, 1)?.conflicts.map(({ index, mine, imported }) => [
    index,
    ...[mine, imported].map((blocks) => blocks.map((block) => "content" in block && block.content[0])),
  ]);
const plainly = (text: string) => ({ type: "text", text });

test("steps are undone one by one to what the file says now, and done again", () => {
  const { db } = temporaryLibrary();
  says(db, "甲", "乙", "丙");
  rewrite(db, 1, "甲改");
  take(db, { kind: "delete", at: at(1) });
  retrace(db, 1, "undo", NOW);
  says(db, "首", "甲", "乙", "丙", "尾");
  expect(lines(db)).toEqual(["首", "甲改", "乙", "丙", "尾"]);
  retrace(db, 1, "redo", NOW);
  expect(lines(db)).toEqual(["首", "甲改", "丙", "尾"]);
  for (let step = 0; step < 2; step++) retrace(db, 1, "undo", NOW);
  expect(lines(db)).toEqual(["首", "甲", "乙", "丙", "尾"]);
  expect(correctionDesk(db, 1)).toMatchObject({ undoable: 0, redoable: 2 });
});

test("undoing the correction that a file contradicts takes its question with it, and doing it again asks again", () => {
  const { db } = temporaryLibrary();
  says(db, "甲", "乙", "丙");
  rewrite(db, 2, "我乙");
  says(db, "甲", "文乙", "丙");
  const asked = [[1, [plainly("我乙")], [plainly("文乙")]]];
  expect(questions(db)).toEqual(asked);
  retrace(db, 1, "undo", NOW);
  expect([lines(db), questions(db)]).toEqual([["甲", "文乙", "丙"], []]);
  retrace(db, 1, "redo", NOW);
  expect([lines(db), questions(db)]).toEqual([["甲", "我乙", "丙"], asked]);
});

test("what was asked stays asked while a file changes elsewhere, and is settled once it says what was corrected", () => {
  const { db } = temporaryLibrary();
  says(db, "甲", "乙", "丙");
  rewrite(db, 2, "我乙");
  says(db, "甲", "文乙", "丙");
  says(db, "新", "甲", "文乙", "丙改");
  expect(lines(db)).toEqual(["新", "甲", "我乙", "丙改"]);
  expect(questions(db)).toEqual([[2, [plainly("我乙")], [plainly("文乙")]]]);
  says(db, "新", "甲", "又乙", "丙改");
  expect(questions(db)).toEqual([[2, [plainly("我乙")], [plainly("又乙")]]]);
  says(db, "新", "甲", "我乙", "丙改");
  expect([lines(db), questions(db)]).toEqual([["新", "甲", "我乙", "丙改"], []]);
});

test("a paragraph taken out that the file has changed stays asked at its place, above which others came", () => {
  const { db } = temporaryLibrary();
  says(db, "甲", "乙", "丙");
  take(db, { kind: "delete", at: at(1) });
  says(db, "甲", "文乙", "丙");
  says(db, "新", "甲", "文乙", "丙", "尾");
  expect(questions(db)).toEqual([[2, [], [plainly("文乙")]]]);
  settle(db, { id: 1, index: 0, field: null, take: "imported" }, NOW);
  expect(lines(db)).toEqual(["新", "甲", "文乙", "丙", "尾"]);
});

test("a step that the file has made itself is none to undo any more", () => {
  const { db } = temporaryLibrary();
  says(db, "甲", "乙", "错字", "丙");
  rewrite(db, 3, "对字");
  take(db, { kind: "delete", at: at(0) });
  says(db, "甲", "乙", "对字", "丙");
  expect(correctionDesk(db, 1)).toMatchObject({ undoable: 1, conflicts: [] });
  retrace(db, 1, "undo", NOW);
  expect(lines(db)).toEqual(["甲", "乙", "对字", "丙"]);
});

test("a picture that only a step of before remembers is kept for it", () => {
  const { db } = temporaryLibrary();
  const shown = picture("一幅照片");
  const withFigure = (content: string, image: string | null) => {
    const figure = { type: "figure", image: image as never, caption: [], alt: "" } as const;
    const whole = article({ title: "一" }, "甲");
    const body = image === null ? whole.body : [...whole.body, figure];
    store(db, fileOf("/1.txt", content, [{ ...whole, body }], { pictures: image === null ? [] : [shown] }));
  };
  withFigure("有图", shown.sha256);
  take(db, { kind: "move", at: at(1), before: at(0) });
  take(db, { kind: "role", at: at(1), role: "heading" });
  take(db, { kind: "delete", at: at(0) });
  withFigure("无图", null);
  expect(countOf(db, "pictures")).toBe(1);
  retrace(db, 1, "undo", NOW);
  expect(readArticle(db, 1).article.body[0]).toMatchObject({ type: "figure", image: shown.sha256 });
});
