import type { Database } from "better-sqlite3";
import { expect, test } from "vitest";
import { readText } from "../../main/library/contents.ts";
import { correctionDesk } from "../../main/library/correction-desk.ts";
import {
  forgetRescued,
  forgetTaken,
  keepDraft,
  rescuedTexts,
  takeDrafts,
} from "../../main/library/correction-drafts.ts";
import { requireState } from "../../main/library/correction-state.ts";
import { correct, retrace } from "../../main/library/corrections.ts";
import type { CorrectionDraft } from "../../preload/model/correct-draft.ts";
import { article, failureOf, fileOf, NOW, picture, store, temporaryLibrary } from "./temporary-library.ts";

const lines = ["去年秋粮收购进度较快。", "化肥储备充足。"];

function library(): Database {
  const { db } = temporaryLibrary();
  store(db, fileOf("/a.txt", "1", [article({ title: "题" }, ...lines)]));
  return db;
}

/** As the desk keeps it while 去年 is being made into something else. */
function draftOf(db: Database, typed: string): CorrectionDraft {
  const { revision } = correctionDesk(db, 1).article;
  return { step: { revision, step: { kind: "replace", start: 2, end: 4, text: typed } }, typed };
}

const told = (db: Database) => rescuedTexts(db, 1).map(({ typed, isTaken }) => [typed, isTaken]);

test("what was being typed at a kill is one step, which is told and can be undone", () => {
  const db = library();
  keepDraft(db, 1, draftOf(db, "前"));
  keepDraft(db, 1, draftOf(db, "前年"));
  takeDrafts(db, NOW);
  expect(readText(db, 1)).toContain("前年秋粮收购进度较快。");
  expect(correctionDesk(db, 1)).toMatchObject({ undoable: 1, rescued: [{ typed: "前年", isTaken: true }] });
  takeDrafts(db, NOW);
  expect(correctionDesk(db, 1).undoable).toBe(1);
  retrace(db, 1, "undo", NOW);
  expect(readText(db, 1)).toContain(lines[0]);
  forgetTaken(db, 1, false);
  expect(told(db)).toEqual([]);
});

test("what was given up, or taken as a step, is not taken again", () => {
  const db = library();
  keepDraft(db, 1, draftOf(db, "前年"));
  keepDraft(db, 1, null);
  takeDrafts(db, NOW);
  expect(correctionDesk(db, 1).undoable).toBe(0);
  const draft = draftOf(db, "前年");
  keepDraft(db, 1, draft);
  if (draft.step) correct(db, { id: 1, ...draft.step }, NOW);
  // A kill between the step and its forgetting, which are one transaction in the application.
  takeDrafts(db, NOW);
  expect(correctionDesk(db, 1).undoable).toBe(1);
  expect(told(db)).toEqual([]);
});

test("what has no place in the text any more waits to be copied, until it is let go", () => {
  const db = library();
  keepDraft(db, 1, draftOf(db, "前年秋粮"));
  store(db, fileOf("/a.txt", "2", [article({ title: "题" }, "换了一段。", ...lines)]));
  takeDrafts(db, NOW);
  expect(told(db)).toEqual([["前年秋粮", false]]);
  keepDraft(db, 1, { step: null, typed: "另一段" });
  expect(told(db)).toEqual([
    ["前年秋粮", false],
    ["另一段", false],
  ]);
  forgetTaken(db, 1, true);
  forgetRescued(db, rescuedTexts(db, 1)[0]?.id ?? "");
  expect(told(db)).toEqual([["另一段", false]]);
});

test("a desk is another one once a picture came in, though its text is the same", () => {
  const db = library();
  const { state } = correctionDesk(db, 1);
  requireState(db, 1, state);
  const { sha256: hash } = picture("图");
  const withPicture = article({ title: "题" }, ...lines);
  store(db, {
    ...fileOf("/a.txt", "2", [
      { ...withPicture, body: [{ type: "figure", image: hash, caption: [], alt: "" }, ...withPicture.body] },
    ]),
    pictures: [picture("图")],
  });
  expect(correctionDesk(db, 1).article.revision).toBe(1);
  expect(failureOf(() => requireState(db, 1, state))).toMatchObject({ code: "desk-changed" });
});
