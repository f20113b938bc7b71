import { expect, onTestFinished, test, vi } from "vitest";
import { readImport } from "../../main/library/imports.ts";
import type { FileOutcome } from "../../main/library/store-files.ts";
import { areKnown, storeFiles } from "../../main/library/store-files.ts";
import {
  article,
  countOf,
  fileOf,
  packed,
  picture,
  read,
  sha256,
  startImport,
  store,
  temporaryLibrary,
} from "./temporary-library.ts";

function known(content: string, shownPath: string): FileOutcome {
  return { state: "known", file: { sha256: sha256(content), shownPath, importerVersion: 1 } };
}

/** What the library cannot take is told on the console, where a developer finds it; here it is expected. */
function expectComplaints() {
  const complained = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => complained.mockRestore());
  return complained;
}

const missing = article({ body: [{ type: "figure", image: sha256("nowhere"), caption: [], alt: "" }] });

test("a file that the library cannot take fails by itself and leaves nothing, the others of its group are whole", () => {
  const { db } = temporaryLibrary();
  const job = startImport(db);
  const complained = expectComplaints();
  const shown = picture("shown");
  const figure = { type: "figure", image: shown.sha256, caption: [], alt: "" } as const;
  const files = [
    read(fileOf("/1.txt", "1", [article({ title: "一" })])),
    read(fileOf("/2.txt", "2", [article({ title: "二" }), missing], { collection: "书", tags: ["农业"] })),
    read(fileOf("/3.txt", "3", [article({ title: "三", body: [figure] })], { pictures: [shown] })),
  ];
  expect(storeFiles(db, job, files)).toBe(3);
  expect(complained).toHaveBeenCalledOnce();
  expect(readImport(db, job)).toEqual({
    imported: [
      { id: 1, title: "一", file: "1.txt" },
      { id: 2, title: "三", file: "3.txt" },
    ],
    updated: [],
    unchanged: [],
    failed: [{ file: "2.txt", code: "unreadable", parameters: { path: "2.txt" } }],
    warnings: [],
  });
  expect(countOf(db, "articles")).toBe(2);
  expect(countOf(db, "originals")).toBe(2);
  expect(countOf(db, "pictures")).toBe(1);
  expect(countOf(db, "collections") + countOf(db, "article_tags")).toBe(0);
});

test("blocks that are none, from a process which a hostile file has taken over, cost that file", () => {
  const { db } = temporaryLibrary();
  const job = startImport(db);
  const complained = expectComplaints();
  const nonsense = ["{", "[]", '{"lead":[],"body":[{"type":"script","content":"alert(1)"}]}'].map(
    (blocks, at) => {
      const file = packed(fileOf(`/${at}.txt`, String(at), [article({ title: "坏" })]));
      const articles = file.articles.map((one) => ({ ...one, article: { ...one.article, blocks } }));
      return { state: "read", file: { ...file, articles }, warnings: [] } as const;
    },
  );
  const sound = read(fileOf("/好.txt", "好", [article({ title: "好" })]));
  expect(storeFiles(db, job, [...nonsense, sound])).toBe(4);
  expect(complained).toHaveBeenCalledTimes(3);
  const { imported, failed } = readImport(db, job);
  expect(failed.map(({ file, code }) => `${file} ${code}`)).toEqual([
    "0.txt unreadable",
    "1.txt unreadable",
    "2.txt unreadable",
  ]);
  expect(imported.map(({ title }) => title)).toEqual(["好"]);
  expect(countOf(db, "originals")).toBe(1);
});

test("a page that a newer importer reads where its pictures lie no more beside it keeps those the library has", () => {
  const { db } = temporaryLibrary();
  const shown = picture("shown");
  const figure = (image: string | null) => ({ type: "figure", image, caption: [], alt: "" }) as const;
  const page = (image: string | null) => [article({ title: "页", body: [figure(image)] })];
  store(db, fileOf("/页.html", "页", page(shown.sha256), { pictures: [shown] }));
  const again = packed(fileOf("/页.html", "页", page(null), { importerVersion: 2 }));
  const warnings = [{ code: "warning.missing-picture", parameters: { count: 1 } }];
  const job = startImport(db);
  storeFiles(db, job, [{ state: "read", file: again, warnings }]);
  expect(readImport(db, job)).toMatchObject({ updated: [{ title: "页" }], failed: [], warnings: [] });
  expect(countOf(db, "pictures")).toBe(1);
  expect(countOf(db, "article_pictures")).toBe(1);
});

test("what ails the library itself stores nothing of the group and is thrown", () => {
  const { db } = temporaryLibrary();
  const job = startImport(db);
  const pages = Number(db.pragma("page_count", { simple: true }));
  db.pragma(`max_page_count = ${pages + 20}`);
  const files = [
    read(fileOf("/1.txt", "1", [article({ title: "一" })])),
    read(fileOf("/2.txt", "2".repeat(1_000_000), [article({ title: "二" })])),
  ];
  expect(() => storeFiles(db, job, files)).toThrow("full");
  expect(countOf(db, "articles") + countOf(db, "import_files")).toBe(0);
});

test("a library that lacks a part is not blamed on its files", () => {
  const { db } = temporaryLibrary();
  const job = startImport(db);
  db.exec("DROP TABLE article_contents");
  const files = [read(fileOf("/1.txt", "1", [article({ title: "一" })]))];
  expect(() => storeFiles(db, job, files)).toThrow("no such table");
  expect(countOf(db, "articles") + countOf(db, "import_files")).toBe(0);
});

test("a known file that an earlier one of its group has updated is to be read first", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/1.txt", "old", [article({ title: "通知" }, "第一版。")]));
  const job = startImport(db);
  const group = [
    read(fileOf("/1.txt", "new", [article({ title: "通知" }, "第二版。")])),
    known("old", "2.txt"),
    read(fileOf("/3.txt", "3", [article({ title: "三" })])),
  ];
  expect(areKnown(db, [{ sha256: sha256("old"), importerVersion: 1 }])).toEqual([true]);
  expect(storeFiles(db, job, group)).toBe(1);
  expect(areKnown(db, [{ sha256: sha256("old"), importerVersion: 1 }])).toEqual([false]);
  const again = read(fileOf("/2.txt", "old", [article({ title: "通知" }, "第一版。")]));
  expect(storeFiles(db, job, [again, ...group.slice(2)])).toBe(2);
  const { imported, updated, unchanged } = readImport(db, job);
  expect({ imported, updated, unchanged }).toEqual({
    imported: [
      { id: 2, title: "通知", file: "2.txt" },
      { id: 3, title: "三", file: "3.txt" },
    ],
    updated: [{ id: 1, title: "通知", file: "1.txt" }],
    unchanged: [],
  });
});

test("which bytes are known is told in the order asked", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/1.txt", "1", [article({})]));
  const asked = ["2", "1", "3"].map((content) => ({ sha256: sha256(content), importerVersion: 1 }));
  expect(areKnown(db, asked)).toEqual([false, true, false]);
  expect(areKnown(db, [{ sha256: sha256("1"), importerVersion: 2 }])).toEqual([false]);
});
