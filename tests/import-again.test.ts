import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { Database } from "../main/database.ts";
import { openDatabase } from "../main/database.ts";
import { importAgain, previewEncodings } from "../main/import-again.ts";
import type { ImportRequest } from "../main/import-job.ts";
import { runImport } from "../main/import-job.ts";
import { forkedReader } from "../main/importing/forked-reader.ts";
import { importerVersion } from "../main/importing/format.ts";
import { noDetails } from "../main/importing/guess-details.ts";
import { articleText } from "../preload/model/article-text.ts";
import type { ImportReport } from "../preload/model/import-report.ts";
import { encode } from "./importing/encode-text.ts";
import { png } from "./importing/sample-pictures.ts";
import { temporaryFolder } from "./importing/temporary-folder.ts";

// Each test starts a database thread and reader processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const main = join(import.meta.dirname, "../main");
const startReader = forkedReader(join(main, "importing/reader-process.ts"));
const now = "2026-11-23T08:00:00.000Z";

const text =
  "春耕备耕早安排\n\n全县春耕备耕工作正在有序进行。Plan 2021 stands.\n小麦长势良好，各乡镇组织人员下田指导。\n";

let database: Database;

beforeEach(async () => {
  const opened = await openDatabase({
    directory: temporaryFolder(),
    thread: join(main, "database-thread.ts"),
  });
  database = opened;
  onTestFinished(() => opened.close());
});

async function importing(paths: readonly string[], more: Partial<ImportRequest> = {}): Promise<ImportReport> {
  const job = randomUUID();
  await runImport({
    ...{ database, paths, startReader, detailsOf: () => noDetails, job, now },
    ...{ onProgress: () => {}, signal: new AbortController().signal },
    ...more,
  });
  return database.call("readImport", { job });
}

async function again(id: number, encoding: string): Promise<ImportReport> {
  const job = randomUUID();
  await importAgain({ database, startReader, id, encoding, job, now });
  return database.call("readImport", { job });
}

async function textOf(id: number): Promise<string> {
  const { article } = await database.call("readArticle", { id });
  return articleText(article).text;
}

function file(content: Uint8Array, name = "通知.txt"): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

const readRight =
  "春耕备耕早安排\n全县春耕备耕工作正在有序进行。Plan 2021 stands.\n小麦长势良好，各乡镇组织人员下田指导。";

test("an encoding chosen for an import is used, and chosen again for the same file it reads that anew", async () => {
  const path = file(encode(text, "gbk"));
  const { imported } = await importing([path], { encoding: "big5" });
  expect(imported).toHaveLength(1);
  expect(await textOf(1)).not.toContain("春耕");
  expect((await importing([path])).unchanged).toHaveLength(1);
  expect((await importing([path], { encoding: "big5" })).unchanged).toHaveLength(1);
  const { updated } = await importing([path], { encoding: "gb18030" });
  expect(updated).toMatchObject([{ id: 1, title: "春耕备耕早安排" }]);
  expect(await textOf(1)).toBe(readRight);
});

test("an article is imported again from its original: who it is stays, and its bookmarks follow", async () => {
  const path = file(encode(text, "gbk"));
  await importing([path], { encoding: "big5", detailsOf: () => ({ ...noDetails, publication: "宁郭日报" }) });
  const { text: garbled, revision } = await database.call("readArticleText", { id: 1 });
  const start = garbled.indexOf("Plan 2021 stands");
  const quote = "Plan 2021 stands";
  await database.call("addBookmark", {
    ...{ article: 1, revision, start, end: start + quote.length, quote },
    ...{ note: "", tags: [], color: "yellow" },
  });
  await database.call("star", { ids: [1], starred: true });
  const { article: before } = await database.call("readArticle", { id: 1 });
  rmSync(path);

  const report = await again(1, "gb18030");
  expect(report.updated).toMatchObject([{ id: 1, title: "春耕备耕早安排", bookmarks: { lost: 0 } }]);
  const { article } = await database.call("readArticle", { id: 1 });
  expect(article).toMatchObject({ uuid: before.uuid, starred: true, publication: "宁郭日报" });
  expect(await textOf(1)).toBe(readRight);
  const [bookmark] = await database.call("bookmarksOf", { article: 1 });
  const { start: from = 0, end = 0 } = bookmark?.anchor ?? {};
  expect(readRight.slice(from, end)).toBe(quote);
});

test("pictures that lay beside a page stay, although their folder is gone when it is read again", async () => {
  const path = file(
    encode(
      "<h1>春耕</h1><p>全县春耕。</p><img src='page/1.png'><img src='page/2.png'><p>小麦长势良好。</p>",
      "gbk",
    ),
    "公告.html",
  );
  mkdirSync(join(path, "../page"));
  writeFileSync(join(path, "../page/1.png"), png(300, 200));
  await importing([path], { encoding: "big5" });
  const picturesShown = async () => {
    const { article } = await database.call("readArticle", { id: 1 });
    return article.body.flatMap((block) => (block.type === "figure" ? [block.image] : []));
  };
  const [shown] = await picturesShown();
  expect(shown).toMatch(/^[0-9a-f]{64}$/);
  rmSync(join(path, ".."), { recursive: true });

  const { warnings } = await again(1, "gb18030");
  expect(await textOf(1)).toContain("全县春耕。");
  expect(await picturesShown()).toEqual([shown, null]);
  expect(warnings.map(({ code, parameters }) => [code, parameters["count"]])).toEqual([
    ["warning.missing-picture", 1],
  ]);
});

test("importing the unchanged file later does not undo the choice, not even with a newer importer", async () => {
  const path = file(encode("文", "big5"));
  await importing([path]);
  await again(1, "big5");
  expect(await textOf(1)).toContain("文");
  expect((await importing([path])).unchanged).toHaveLength(1);
  expect(await textOf(1)).toContain("文");
  // As a newer version of the importer would find it: read by another.
  const [answer] = await database.call("areKnown", [
    { sha256: (await database.call("original", { id: 1 })).sha256, importerVersion: 999 },
  ]);
  expect(answer).toEqual({ encoding: "big5" });
});

test("a wrong choice is put right by the next, and a page that comes out of garbled text takes its place", async () => {
  const page = join(import.meta.dirname, "fixtures/import/newspaper/two-articles-evening-paper/input.txt");
  const path = file(encode(readFileSync(page, "utf8"), "utf-16le"), "第3版.txt");
  await importing([path], { encoding: "gb18030" });
  const garbled = await database.call("listArticleIds", everything);
  expect(garbled).toHaveLength(1);
  await again(1, "utf-16le");
  const read = await database.call("listArticleIds", everything);
  expect(read.length).toBeGreaterThan(1);
  expect(read).toContain(1);
  await again(1, "gb18030");
  expect(await database.call("listArticleIds", everything)).toEqual([1]);
});

const everything = {
  ...({ shelf: { kind: "all" }, publication: null, issued: null, sort: "date" } as const),
};

test("what reading it again fails with changes nothing", async () => {
  const path = file(Buffer.from("# 一\n\n正文。"), "一.md");
  await importing([path]);
  await expect(again(99, "gb18030")).rejects.toMatchObject({ failure: { code: "no-such-article" } });
  const imports = await database.call("listImports", null);
  expect(imports).toHaveLength(1);
});

test("the preview shows what each encoding makes of the first telling lines, and nothing of what is no text", async () => {
  const path = file(encode(`plain\n${text}`, "gbk"));
  await importing([path]);
  const preview = await previewEncodings(database, 1);
  expect(preview).toMatchObject({ name: "通知.txt", chosen: null, detected: "gb18030" });
  expect(preview?.samples.find(({ encoding }) => encoding === "gb18030")).toEqual({
    encoding: "gb18030",
    lines: [
      "春耕备耕早安排",
      "全县春耕备耕工作正在有序进行。Plan 2021 stands.",
      "小麦长势良好，各乡镇组织人员下田指导。",
    ],
    damaged: 0,
  });
  expect(preview?.samples.find(({ encoding }) => encoding === "utf-8")?.damaged).toBeGreaterThan(10);
  await again(1, "big5");
  expect(await previewEncodings(database, 1)).toMatchObject({ chosen: "big5", detected: "gb18030" });
});

test("a guess is told in the report, as something to be checked", async () => {
  const { warnings } = await importing([file(encode("文", "big5"))]);
  expect(warnings).toMatchObject([{ code: "warning.encoding-unsure" }]);
});

const classified = "机密★1年\n\n关于春耕工作的通知\n\n各乡镇：\n春耕工作要抓紧抓实抓好。\n";

test.each([
  ["text", "通知.txt", Buffer.from(classified)],
  ["Markdown", "通知.md", Buffer.from(classified)],
  ["a web page", "通知.html", Buffer.from(`<p>${classified.trim().split(/\n+/).join("</p><p>")}</p>`)],
  [
    "an archive, whatever else it holds",
    "资料.zip",
    Buffer.from(zipSync({ "一.md": Buffer.from("# 一\n\n正文。"), "通知.txt": Buffer.from(classified) })),
  ],
])("a classified document stops in %s, and nothing of its file is kept", async (_what, name, bytes) => {
  const path = file(bytes, name);
  const beside = join(path, "../好.md");
  writeFileSync(beside, "# 好\n\n正文。");
  const report = await importing([path, beside]);
  expect(report.failed).toEqual([{ file: path, code: "classified", parameters: { path } }]);
  expect(report.imported.map(({ title }) => title)).toEqual(["好"]);
  expect(await database.call("listArticleIds", everything)).toHaveLength(1);
  const sha256 = (await database.call("original", { id: 1 })).sha256;
  expect(await database.call("areKnown", [{ sha256, importerVersion }])).toEqual([true]);

  const allowed = await importing([path], { allowClassified: true });
  expect(allowed.failed).toEqual([]);
  expect(allowed.imported.length).toBeGreaterThan(0);
});
