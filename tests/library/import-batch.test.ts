import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { moveToTrash } from "../../main/library/articles.ts";
import { addBookmark, deleteBookmarks } from "../../main/library/bookmarks.ts";
import { readText } from "../../main/library/contents.ts";
import { correct, settle } from "../../main/library/corrections.ts";
import { reopenDoubts, settleDoubts } from "../../main/library/doubts.ts";
import { editDetails } from "../../main/library/edit-details.ts";
import { importBatch } from "../../main/library/import-batch.ts";
import { awaitFiles, expectFiles, listFiles, waitingPlaces } from "../../main/library/import-files.ts";
import { finishImport, listImports, readImport, resumeImport } from "../../main/library/imports.ts";
import { migrate, migrations } from "../../main/library/migrations.ts";
import type { Library } from "../../main/library/open.ts";
import type { FileOutcome } from "../../main/library/store-files.ts";
import { storeFiles } from "../../main/library/store-files.ts";
import { doubtKey } from "../../preload/model/doubts.ts";
import type { ImportBatch } from "../../preload/model/import-batch.ts";
import {
  article,
  fileOf,
  NOW,
  packed,
  read,
  startImport,
  temporaryLibrary,
  whole,
} from "./temporary-library.ts";

type Db = Library["db"];

const sound = { publication: "宁郭日报", issuedOn: "2021-02-05" };
const cut = "各村已经备足种子和化肥，农技人员下到田间地头，手把手教农民科学施肥、合理";

const locked: FileOutcome = {
  state: "failed",
  failure: { file: "锁.pdf", code: "encrypted", parameters: { path: "锁.pdf" } },
};

function batchOf(db: Db, job: string): ImportBatch {
  return whole(importBatch(db, job));
}

function shortened({ articles }: ImportBatch) {
  return articles.map(({ title, doubts, checked }) =>
    [title, ...doubts.map(({ code }) => code), ...(checked ? ["checked"] : [])].join(" "),
  );
}

test("doubtful articles stand first, the weightiest before the others, and corrections make them sound", () => {
  const { db } = temporaryLibrary();
  const job = startImport(db);
  storeFiles(db, job, [
    read(fileOf("/1.md", "1", [article({ title: "好", ...sound }, "正文。")])),
    read(fileOf("/2.md", "2", [article({ title: "无源" }, "正文。")])),
    read(fileOf("/3.md", "3", [article({ title: "断", ...sound }, cut)])),
  ]);
  expect(shortened(batchOf(db, job))).toEqual(["断 paragraph-without-end", "无源 no-source no-date", "好"]);
  editDetails(db, [2], sound);
  expect(shortened(batchOf(db, job))).toEqual(["断 paragraph-without-end", "好", "无源"]);
  moveToTrash(db, [3], NOW);
  expect(shortened(batchOf(db, job))).toEqual(["好", "无源"]);
});

test("where file and corrections differ is the weightiest doubt, until it is settled", () => {
  const { db } = temporaryLibrary();
  const of = (title: string, text: string) => [article({ title, ...sound }, "第一段。", text)];
  storeFiles(db, startImport(db), [read(fileOf("/1.md", "v1", of("题", "第二段。")))]);
  correct(db, { id: 1, revision: 1, step: { kind: "field", name: "title", value: "我的题" } }, NOW);
  const at = { part: "body", index: 1 } as const;
  correct(db, { id: 1, revision: 2, step: { kind: "delete", at } }, NOW);
  const job = startImport(db);
  storeFiles(db, job, [read(fileOf("/1.md", "v2", of("新题", "第二段改了。")))]);
  expect(batchOf(db, job).articles[0]).toMatchObject({
    title: "我的题",
    doubts: [{ code: "conflicts", parameters: { count: 2 } }],
  });
  settle(db, { id: 1, index: null, field: null, take: "imported" }, NOW);
  expect(batchOf(db, job).articles[0]).toMatchObject({ title: "新题", doubts: [] });
});

test("an updated article says what became of its bookmarks, as they now stand; one without any says nothing", () => {
  const { db } = temporaryLibrary();
  const job = startImport(db);
  const of = (...texts: string[]) => [
    article({ title: "甲", ...sound }, ...texts),
    article({ title: "乙", ...sound }, ...texts),
  ];
  storeFiles(db, job, [read(fileOf("/1.md", "v1", of("早稻种子已经全部备足。", "化肥也备足了。")))]);
  const text = readText(db, 1);
  for (const quote of ["早稻种子已经全部备足", "化肥也备足了"]) {
    const start = text.indexOf(quote);
    const place = { article: 1, revision: 1, start, end: start + quote.length, quote };
    addBookmark(db, { ...place, color: "yellow", note: "", tags: [] }, NOW);
  }
  const next = startImport(db);
  storeFiles(db, next, [read(fileOf("/1.md", "v2", of("早稻种子已经全部备足。", "农机检修完毕。")))]);
  const bookmarksOfBatch = () => batchOf(db, next).articles.map(({ title, bookmarks }) => [title, bookmarks]);
  expect(bookmarksOfBatch()).toEqual([
    ["甲", { kept: 1, moved: 0, changed: 0, lost: 1 }],
    ["乙", undefined],
  ]);
  deleteBookmarks(db, [2]);
  expect(bookmarksOfBatch()[0]).toEqual(["甲", { kept: 1, moved: 0, changed: 0, lost: 0 }]);
});

test("what was checked stays so through another import, until something else is doubtful", () => {
  const { db } = temporaryLibrary();
  const job = startImport(db);
  storeFiles(db, job, [read(fileOf("/1.md", "v1", [article({ title: "断", ...sound }, cut)]))]);
  const [row] = batchOf(db, job).articles;
  settleDoubts(db, [{ id: row?.id ?? 0, keys: (row?.doubts ?? []).map(doubtKey) }]);
  expect(shortened(batchOf(db, job))).toEqual(["断 paragraph-without-end checked"]);
  storeFiles(db, job, [read(fileOf("/1.md", "v2", [article({ title: "断", ...sound }, "新的一段。", cut)]))]);
  expect(shortened(batchOf(db, job))).toEqual(["断 paragraph-without-end checked"]);
  storeFiles(db, job, [read(fileOf("/1.md", "v3", [article({ title: "断", ...sound }, `坏\uFFFD${cut}`)]))]);
  expect(shortened(batchOf(db, job))).toEqual(["断 damaged paragraph-without-end"]);
  reopenDoubts(db, [1]);
  expect(db.prepare("SELECT checked FROM article_doubts").pluck().get()).toBe("[]");
});

test("a warning belongs to the file's only article, or to the one that holds what it quotes, else to none", () => {
  const { db } = temporaryLibrary();
  const job = startImport(db);
  const page = fileOf("/page.txt", "p", [
    article({ title: "甲", ...sound }, "种子备足了。"),
    article({ title: "乙", ...sound }, "化肥备足了。"),
  ]);
  const warnings = [
    { code: "warning.lead-end-uncertain", parameters: { text: "化肥" } },
    { code: "warning.scanned-pages", parameters: { count: 2 } },
  ];
  storeFiles(db, job, [
    { state: "read", file: packed(page), warnings },
    {
      ...{
        state: "read",
        file: packed(fileOf("/one.txt", "o", [article({ title: "丙", ...sound }, "正文。")])),
      },
      warnings: [{ code: "warning.encoding-unsure", parameters: { encoding: "gbk" } }],
    },
  ]);
  const batch = batchOf(db, job);
  expect(shortened(batch)).toEqual(["丙 encoding", "乙 warning", "甲"]);
  expect(batch.notes).toEqual([{ file: "page.txt", ...warnings[1] }]);
});

test("files are expected before they are read, recorded at their places, and may be dealt with once more", () => {
  const { db } = temporaryLibrary();
  const job = startImport(db);
  const files = ["1.md", "锁.pdf", "3.md"].map((file) => ({ file, path: `/${file}`, found: null }));
  expectFiles(db, job, 0, files);
  const states = () =>
    listFiles(db, { job, state: null, offset: 0, limit: 10 }).rows.map(({ state }) => state);
  expect(states()).toEqual(["waiting", "waiting", "waiting"]);
  storeFiles(db, job, [locked, read(fileOf("/1.md", "1", [article({ title: "一" })]))], [1, 0]);
  finishImport(db, job, true);
  expect(states()).toEqual(["imported", "failed", "waiting"]);
  expect(waitingPlaces(db, job)).toEqual([2]);
  expect(listImports(db)).toMatchObject([{ imported: 1, failed: 1, cancelled: true }]);

  resumeImport(db, job);
  expect(awaitFiles(db, job, [1, 9])).toEqual([{ place: 1, ...files[1] }]);
  expect(listImports(db)).toMatchObject([{ imported: 1, failed: 0, cancelled: false }]);
  storeFiles(db, job, [read(fileOf("/锁.pdf", "2", [article({ title: "开了" })]))], [1]);
  expect(states()).toEqual(["imported", "imported", "waiting"]);
  expect(readImport(db, job).imported.map(({ title }) => title)).toEqual(["一", "开了"]);
  const only = listFiles(db, { job, state: "waiting", offset: 0, limit: 10 });
  expect([only.total, only.rows.map(({ place }) => place)]).toEqual([1, [2]]);
});

test("reports of older versions are parted into their files", () => {
  const { db: newer } = temporaryLibrary();
  const db = new Sqlite(":memory:");
  onTestFinished(() => void db.close());
  migrate(db, migrations.slice(0, 6));
  const report = {
    imported: [
      { id: 1, title: "甲", file: "a.txt" },
      { id: 2, title: "乙", file: "b.txt" },
    ],
    updated: [],
    unchanged: [{ id: 3, title: "丙", file: "b.txt" }],
    failed: [{ file: "c.txt", code: "empty", parameters: {} }],
    warnings: [{ file: "a.txt", code: "warning.text-only", parameters: {} }],
  };
  const insert = db.prepare(
    "INSERT INTO imports (job, started_at, imported, unchanged, failed, report) VALUES (?, ?, 2, 1, 1, ?)",
  );
  insert.run("old", NOW, JSON.stringify(report));
  insert.run("cut short", NOW, null);
  db.prepare("INSERT INTO import_files (job, rows) VALUES (?, ?)").run("cut short", JSON.stringify(report));
  for (const step of migrations.slice(6)) step(db);
  for (const job of ["old", "cut short"]) {
    const read = readImport(db, job);
    expect({ ...read, imported: [...read.imported].sort((a, b) => a.id - b.id) }).toEqual(report);
    expect(listFiles(db, { job, state: null, offset: 0, limit: 10 }).states).toMatchObject({
      imported: 2,
      failed: 1,
    });
  }
  expect(db.prepare("SELECT job, finished FROM imports ORDER BY job").all()).toEqual([
    { job: "cut short", finished: 0 },
    { job: "old", finished: 1 },
  ]);
  expect(listImports(newer)).toEqual([]);
});
