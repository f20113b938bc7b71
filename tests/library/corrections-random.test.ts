/** Whatever a person does at the desk, in whatever order: nothing is lost, and everything can be taken back. */
import type { Database } from "better-sqlite3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addBookmark } from "../../main/library/bookmarks.ts";
import { readText } from "../../main/library/contents.ts";
import { correctArticles } from "../../main/library/correct-articles.ts";
import { correctionDesk } from "../../main/library/correction-desk.ts";
import { correct, retrace } from "../../main/library/corrections.ts";
import { finishImport } from "../../main/library/imports.ts";
import { openLibrary } from "../../main/library/open.ts";
import { readArticle } from "../../main/library/read-article.ts";
import type { FileToStore } from "../../main/library/store-file.ts";
import { storeFiles } from "../../main/library/store-files.ts";
import { undoNext } from "../../main/library/undo-import.ts";
import type { ArticleStep, CorrectionStep } from "../../preload/model/correction.ts";
import { articleStepSchema } from "../../preload/model/correction.ts";
import { FailureError } from "../../preload/model/result.ts";
import {
  article,
  countOf,
  fileOf,
  NOW,
  read,
  startImport,
  store,
  temporaryDirectory,
} from "./temporary-library.ts";

const pages = [
  ["全县春耕现场会召开，部署生产。", "会议要求抢抓农时。", "与会人员参观了建设工地。"],
  ["秋粮收购进度快于往年。", "化肥储备充足。"],
  ["防汛演练在河东镇举行。", "县里要求确保安全。", "各村应急队伍参加。", "演练历时两小时。"],
];

/**
 * The same acts at every run. No line stands in two of the articles: put together and parted again, a passage may be left on
 * the twin of its line.
 */
const SEED = 20_261_124;

type Act =
  | { readonly kind: "step"; readonly article: number; readonly step: CorrectionStep | ArticleStep }
  | { readonly kind: "undo" | "redo"; readonly article: number }
  | { readonly kind: "again"; readonly article: number; readonly drop: number; readonly add: boolean };

const index = fc.nat(4);
const place = index.map((at) => ({ part: "body" as const, index: at }));
const anyArticle = fc.nat(4);
const otherArticle = fc.integer({ min: 1, max: 4 });

/** Steps that only put text elsewhere. */
const keepingSteps: fc.Arbitrary<CorrectionStep | ArticleStep> = fc.oneof(
  fc.record({
    kind: fc.constant("role" as const),
    at: place,
    role: fc.constantFrom("heading" as const, "lead" as const, "byline" as const, "credits" as const),
  }),
  fc.record({ kind: fc.constant("join" as const), at: place }),
  fc.record({ kind: fc.constant("split" as const), offset: fc.nat(60) }),
  fc.record({ kind: fc.constant("move" as const), at: place, before: place }),
  fc.record({ kind: fc.constant("split-article" as const), at: place, title: fc.constant("x") }),
  fc.record({ kind: fc.constant("join-article" as const), other: otherArticle }),
  fc.record({ kind: fc.constant("give" as const), at: place, other: otherArticle }),
);

const changingSteps: fc.Arbitrary<CorrectionStep> = fc.oneof(
  fc.record({ kind: fc.constant("delete" as const), at: place }),
  fc
    .record({ start: fc.nat(40), length: fc.nat(3), text: fc.constantFrom("", "改", "更正") })
    .map(({ start, length, text }) => ({ kind: "replace" as const, start, end: start + length, text })),
);

const steps = (from: fc.Arbitrary<CorrectionStep | ArticleStep>): fc.Arbitrary<Act> =>
  fc.record({ kind: fc.constant("step" as const), article: anyArticle, step: from });
const retraced: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom("undo" as const, "redo" as const),
  article: anyArticle,
});
const again: fc.Arbitrary<Act> = fc.record({
  kind: fc.constant("again" as const),
  article: fc.nat(2),
  drop: fc.nat(5),
  add: fc.boolean(),
});
const acts = (...kinds: { readonly weight: number; readonly arbitrary: fc.Arbitrary<Act> }[]) =>
  fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 14 });

/** Three articles, a bookmark on each of their paragraphs. */
function withLibrary(test: (db: Database) => void): void {
  const { db, close } = openLibrary(temporaryDirectory());
  try {
    for (const [number, lines] of pages.entries()) {
      store(db, fileOf(`/${number}.txt`, `${number}`, [article({ title: `题${number}` }, ...lines)]));
      const text = readText(db, number + 1);
      for (const quote of lines.map((line) => line.slice(1, 6))) {
        const start = text.indexOf(quote);
        const at = { article: number + 1, revision: 1, start, end: start + quote.length, quote };
        addBookmark(db, { ...at, color: "red", note: "", tags: [] }, NOW);
      }
    }
    test(db);
  } finally {
    close();
  }
}

const idsOf = (db: Database) => db.prepare<[], number>("SELECT id FROM articles ORDER BY id").pluck().all();
const isStanding = (db: Database, id: number) =>
  db.prepare("SELECT 1 FROM articles WHERE id = ? AND trashed_at IS NULL").get(id) !== undefined;

/** An act that makes no sense there is refused, and nothing else. */
function act(db: Database, act: Act): void {
  const ids = idsOf(db).filter((id) => isStanding(db, id));
  const id = ids[act.article % ids.length] ?? 0;
  try {
    if (act.kind === "again") importAgain(db, act);
    else if (act.kind !== "step") retrace(db, id, act.kind, NOW);
    else {
      const { revision } = readArticle(db, id).article;
      const across = articleStepSchema.safeParse(act.step);
      if (!across.success) correct(db, { id, revision, step: act.step as CorrectionStep }, NOW);
      else if (!("other" in across.data) || isStanding(db, across.data.other))
        correctArticles(db, { id, revision, step: across.data }, NOW);
    }
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    expect(["cannot-correct", "corrected-since"]).toContain(error.failure.code);
  }
}

function linesAgain({ article: number, drop, add }: Act & { kind: "again" }): readonly string[] {
  return [...(pages[number] ?? []).filter((_, line) => line !== drop), ...(add ? ["新的一段。"] : [])];
}

/** What the file of the page says after all that. */
function fileText(page: number, taken: readonly Act[]): string {
  const last = taken.findLast((each) => each.kind === "again" && each.article === page);
  const lines = last?.kind === "again" ? linesAgain(last) : (pages[page] ?? []);
  return [`题${page}`, ...lines].join("\n");
}

function importAgain(db: Database, again: Act & { kind: "again" }): void {
  const { article: number, drop, add } = again;
  const lines = linesAgain(again);
  const content = `${number} ${drop} ${add}`;
  store(db, fileOf(`/${number}.txt`, content, [article({ title: `题${number}` }, ...lines)]));
}

/** All that stands where, and every bookmark. */
function stateOf(db: Database) {
  return {
    articles: idsOf(db).map((id) => isStanding(db, id) && readText(db, id)),
    bookmarks: db.prepare('SELECT id, article_id, start, "end", state FROM bookmarks ORDER BY id').all(),
  };
}

const characters = (db: Database) =>
  idsOf(db)
    .filter((id) => isStanding(db, id))
    .flatMap((id) => [...readText(db, id)].filter((character) => /[^\sx]/u.test(character)))
    .sort()
    .join("");

test("steps that only put text elsewhere lose and double no character", () => {
  fc.assert(
    fc.property(
      acts({ weight: 4, arbitrary: steps(keepingSteps) }, { weight: 1, arbitrary: retraced }),
      (taken) =>
        withLibrary((db) => {
          const before = characters(db);
          for (const each of taken) act(db, each);
          expect(characters(db)).toBe(before);
        }),
    ),
    { numRuns: 60, seed: SEED },
  );
}, 60_000);

test("all steps undone, every article and its passages are as they came", () => {
  fc.assert(
    fc.property(
      acts(
        { weight: 4, arbitrary: steps(keepingSteps) },
        { weight: 1, arbitrary: steps(changingSteps) },
        { weight: 1, arbitrary: retraced },
      ),
      (taken) =>
        withLibrary((db) => {
          const before = stateOf(db);
          const texts = before.articles;
          for (const each of taken) act(db, each);
          undoAll(db);
          const { articles, bookmarks } = stateOf(db);
          expect(bookmarks).toEqual(before.bookmarks);
          expect(articles.slice(0, texts.length)).toEqual(texts);
          expect(articles.slice(texts.length).every((text) => text === false)).toBe(true);
        }),
    ),
    { numRuns: 60, seed: SEED },
  );
}, 60_000);

/** What another article stands in the way of is undone there first. */
function undoAll(db: Database): void {
  for (let isUndone = true; isUndone; ) {
    isUndone = false;
    for (const id of idsOf(db)) {
      const before = correctionDesk(db, id).undoable;
      if (before === 0) continue;
      try {
        retrace(db, id, "undo", NOW);
        isUndone = true;
      } catch (error) {
        if (!(error instanceof FailureError) || error.failure.code !== "corrected-since") throw error;
      }
    }
  }
  expect(idsOf(db).map((id) => correctionDesk(db, id).undoable)).toEqual(idsOf(db).map(() => 0));
}

test("with files imported again in between, every step is undone, to what the files say now, and done again to the letter", () => {
  fc.assert(
    fc.property(
      acts(
        { weight: 4, arbitrary: steps(keepingSteps) },
        { weight: 1, arbitrary: steps(changingSteps) },
        { weight: 1, arbitrary: retraced },
        { weight: 2, arbitrary: again },
      ),
      (taken) =>
        withLibrary((db) => {
          const marked = countOf(db, "bookmarks");
          for (const each of taken) act(db, each);
          expect(countOf(db, "bookmarks")).toBe(marked);
          redoAll(db);
          const { articles } = stateOf(db);
          undoAll(db);
          const said = pages.map((_, page) => fileText(page, taken));
          expect(stateOf(db).articles).toEqual([...said, ...articles.slice(said.length).map(() => false)]);
          expect(idsOf(db).flatMap((id) => correctionDesk(db, id).conflicts)).toEqual([]);
          expect(countOf(db, "bookmarks")).toBe(marked);
          redoAll(db);
          expect(stateOf(db).articles).toEqual(articles);
          expect(countOf(db, "bookmarks")).toBe(marked);
          expect(db.pragma("foreign_key_check")).toEqual([]);
        }),
    ),
    { numRuns: 60, seed: SEED },
  );
}, 60_000);

test("an import taken back takes all it brought in, nothing else, and brings in the same again, whatever went between", () => {
  fc.assert(
    fc.property(
      acts({ weight: 5, arbitrary: steps(keepingSteps) }, { weight: 1, arbitrary: retraced }),
      (taken) => {
        const { db, close } = openLibrary(temporaryDirectory());
        try {
          const files = pages.map((lines, number) =>
            fileOf(`/${number}.txt`, `${number}`, [article({ title: `题${number}` }, ...lines)]),
          );
          const importing = (...some: FileToStore[]) => {
            const job = startImport(db);
            storeFiles(db, job, some.map(read));
            finishImport(db, job, false);
            return job;
          };
          const others = [files[0], files[2]].filter((file) => file !== undefined);
          importing(...files.slice(1, 2));
          const kept = characters(db);
          const job = importing(...others);
          const whole = characters(db);
          for (const each of taken) act(db, each);
          while (undoNext(db, job, 1, NOW).left > 0);
          expect(characters(db)).toBe(kept);
          importing(...others);
          expect(characters(db)).toBe(whole);
          undoAll(db);
          expect(characters(db)).toBe(whole);
        } finally {
          close();
        }
      },
    ),
    { numRuns: 60, seed: SEED },
  );
}, 60_000);

/** None is refused for another reason than that its other article comes first. */
function redoAll(db: Database): void {
  for (let isDone = true; isDone; ) {
    isDone = false;
    for (const id of idsOf(db)) {
      if (correctionDesk(db, id).redoable === 0) continue;
      try {
        retrace(db, id, "redo", NOW);
        isDone = true;
      } catch (error) {
        if (!(error instanceof FailureError) || error.failure.code !== "corrected-since") throw error;
      }
    }
  }
  expect(idsOf(db).map((id) => correctionDesk(db, id).redoable)).toEqual(idsOf(db).map(() => 0));
}
