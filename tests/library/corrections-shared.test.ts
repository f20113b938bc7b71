/** Steps that several articles had part in are undone in all of them or in none, whatever was forgotten meanwhile. */
import type { Database } from "better-sqlite3";
import { expect, test } from "vitest";
import { readText } from "../../main/library/contents.ts";
import { correctArticles } from "../../main/library/correct-articles.ts";
import { correctionDesk } from "../../main/library/correction-desk.ts";
import { correct, retrace } from "../../main/library/corrections.ts";
import { deleteForever } from "../../main/library/delete-articles.ts";
import { readArticle } from "../../main/library/read-article.ts";
import type { ArticleStep, CorrectionStep } from "../../preload/model/correction.ts";
import { article, failureOf, fileOf, NOW, store, temporaryLibrary } from "./temporary-library.ts";

const [one, two] = [1, 2];
const at = (index: number) => ({ part: "body", index }) as const;
const texts = (db: Database) => [readText(db, one), readText(db, two)];

function pair(): Database {
  const { db } = temporaryLibrary();
  store(db, fileOf("/1.txt", "1", [article({ title: "一" }, "甲", "乙", "丙", "丁")]));
  store(db, fileOf("/2.txt", "2", [article({ title: "二" }, "戊", "己", "庚", "辛")]));
  return db;
}

function take(db: Database, id: number, step: CorrectionStep): void {
  correct(db, { id, revision: readArticle(db, id).article.revision, step }, NOW);
}

function takeAcross(db: Database, id: number, step: ArticleStep): void {
  correctArticles(db, { id, revision: readArticle(db, id).article.revision, step }, NOW);
}

const counts = (db: Database, id: number) => {
  const { undoable, redoable } = correctionDesk(db, id);
  return [undoable, redoable];
};

test("a step forgotten since its article took too many takes along what its other article did before it", () => {
  const db = pair();
  take(db, two, { kind: "delete", at: at(3) });
  takeAcross(db, one, { kind: "give", at: at(0), other: two });
  take(db, two, { kind: "delete", at: at(0) });
  for (let step = 0; step < 500; step++) take(db, one, { kind: "move", at: at(0), before: at(3) });
  expect(counts(db, one)).toEqual([500, 0]);
  expect(counts(db, two)).toEqual([1, 0]);
  retrace(db, two, "undo", NOW);
  expect(readText(db, two)).toBe("二\n戊\n己\n庚\n甲");
  expect(failureOf(() => retrace(db, two, "undo", NOW))?.code).toBe("cannot-correct");
});

test("a changed file leaves every step to be undone, in its own article and in the other", () => {
  const db = pair();
  const before = texts(db)[1];
  take(db, two, { kind: "delete", at: at(3) });
  takeAcross(db, one, { kind: "give", at: at(0), other: two });
  take(db, two, { kind: "delete", at: at(0) });
  store(db, fileOf("/1.txt", "1+", [article({ title: "一" }, "甲", "乙", "丙", "丁", "新")]));
  expect([counts(db, one), counts(db, two)]).toEqual([
    [1, 0],
    [3, 0],
  ]);
  expect(texts(db)).toEqual(["一\n乙\n丙\n丁\n新", "二\n己\n庚\n甲"]);
  for (let step = 0; step < 3; step++) retrace(db, two, "undo", NOW);
  expect(texts(db)).toEqual(["一\n甲\n乙\n丙\n丁\n新", before]);
});

test("a step that can be done again no more takes along what was undone after it in its other article", () => {
  const db = pair();
  takeAcross(db, one, { kind: "give", at: at(0), other: two });
  take(db, two, { kind: "move", at: at(4), before: at(0) });
  for (const id of [two, one]) retrace(db, id, "undo", NOW);
  const before = texts(db)[1];
  expect([counts(db, one), counts(db, two)]).toEqual([
    [0, 1],
    [0, 2],
  ]);
  take(db, one, { kind: "delete", at: at(3) });
  expect([counts(db, one), counts(db, two)]).toEqual([
    [1, 0],
    [0, 0],
  ]);
  expect(failureOf(() => retrace(db, two, "redo", NOW))?.code).toBe("cannot-correct");
  expect(readText(db, two)).toBe(before);
});

test("once an article is deleted for good, what it gave another stays there", () => {
  const db = pair();
  takeAcross(db, one, { kind: "give", at: at(0), other: two });
  deleteForever(db, [one]);
  expect(counts(db, two)).toEqual([0, 0]);
  expect(failureOf(() => retrace(db, two, "undo", NOW))?.code).toBe("cannot-correct");
  expect(readText(db, two)).toBe("二\n戊\n己\n庚\n辛\n甲");
});
