import { randomUUID } from "node:crypto";
import { chmodSync, mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Database } from "../main/database.ts";
import { openDatabase } from "../main/database.ts";
import type { ImportRequest } from "../main/import-job.ts";
import { runImport } from "../main/import-job.ts";
import { givenEntry } from "../main/import-list.ts";
import { forkedReader } from "../main/importing/forked-reader.ts";
import { noDetails } from "../main/importing/guess-details.ts";
import type { JobProgress } from "../main/jobs.ts";
import { undoImport } from "../main/undo-job.ts";
import type { ImportReport } from "../preload/model/import-report.ts";
import { encode } from "./importing/encode-text.ts";
import { makePdf } from "./importing/make-pdf.ts";
import { makeZip } from "./importing/make-zip.ts";
import { png } from "./importing/sample-pictures.ts";
import { temporaryFolder } from "./importing/temporary-folder.ts";

// Each test starts a database thread and reader processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const main = join(import.meta.dirname, "../main");
const reader = forkedReader(join(main, "importing/reader-process.ts"));
const trialReader = forkedReader(join(import.meta.dirname, "importing/trial-reader-process.ts"));

let database: Database;

let directory: string;

beforeEach(async () => {
  directory = temporaryFolder();
  database = await opened();
});

async function opened(): Promise<Database> {
  const open = await openDatabase({ directory, thread: join(main, "database-thread.ts") });
  onTestFinished(() => open.close());
  return open;
}

/** As the next start of the program finds the library. */
async function openedAgain(): Promise<Database> {
  await database.close();
  database = await opened();
  return database;
}

async function importing(paths: readonly string[], more: Partial<ImportRequest> = {}): Promise<ImportReport> {
  const { job = randomUUID() } = more;
  await runImport({
    ...{ database, paths, startReader: reader, detailsOf: () => noDetails, job },
    ...{ onProgress: () => {}, signal: new AbortController().signal, now: "2026-11-23T08:00:00.000Z" },
    ...more,
  });
  return database.call("readImport", { job });
}

/** What a report came to, in short. */
function shortened({ imported, updated, unchanged, failed }: ImportReport, folder: string) {
  const titles = (rows: ImportReport["imported"]) => rows.map(({ title }) => title);
  return {
    ...{ imported: titles(imported), updated: titles(updated), unchanged: titles(unchanged) },
    failed: failed.map(({ file, code }) => `${file.slice(folder.length + 1)} ${code}`),
  };
}

const nothing = { imported: [], updated: [], unchanged: [], failed: [] };

async function bodyOf(id: number): Promise<string> {
  const { article } = await database.call("readArticle", { id });
  return JSON.stringify(article.body);
}

test("folders and archives become collections, with a list's fields, and what failed in an archive is named", async () => {
  const archive = makeZip({ "内/三.md": "# 三\n\n正文三。", "坏.exe": "MZ\0\0\0" });
  const folder = temporaryFolder({
    "资料/清单.csv": "file,publication,date\n一.md,示例日报,2021-02-05\n没有.md,无,",
    "资料/一.md": "# 一\n\n正文一。",
    "资料/通知/二.md": "# 二\n\n正文二。",
    "资料/包.zip": archive,
  });
  const report = await importing([join(folder, "资料")]);
  expect(report.imported.map(({ title, collection }) => [title, collection])).toEqual([
    ["一", "资料"],
    ["三", "资料/包/内"],
    ["二", "资料/通知"],
  ]);
  expect(shortened(report, folder).failed).toEqual(["资料/包.zip/坏.exe unsupported-format"]);
  expect(report.warnings).toMatchObject([
    { file: join(folder, "资料/清单.csv"), code: "warning.manifest-unknown-file" },
  ]);
  const first = report.imported.find(({ title }) => title === "一");
  const { article } = await database.call("readArticle", { id: first?.id ?? 0 });
  expect(article).toMatchObject({ publication: "示例日报", issuedOn: "2021-02-05" });
});

test("a folder becomes articles, in order, and importing it again doubles nothing", async () => {
  const folder = temporaryFolder({
    "2.md": "# 二\n\n正文二。",
    "10.html": "<title>十</title><p>正文十。</p>",
    "1.txt": "一\n\n　　正文一，全文到此为止。\n",
  });
  expect(shortened(await importing([folder]), folder)).toEqual({ ...nothing, imported: ["一", "二", "十"] });
  expect(shortened(await importing([folder]), folder)).toEqual({ ...nothing, unchanged: ["一", "二", "十"] });
});

test("pictures beside pages come in by themselves where no page shows them, and wait at the desk; a page's own do not", async () => {
  const folder = temporaryFolder({
    "通知.html": '<title>通知</title><p>请按时参加会议。</p><img src="会场.png">',
    "会场.png": png(300, 200),
    "现场.JPG": png(301, 200),
    "按钮.gif": png(302, 200),
    "网站/图/标志.png": png(303, 200),
    "网站/图/背景.png": png(304, 200),
    "网站/首页.md": "# 首页\n\n![](图/标志.png)",
    "扫描/第1页.png": png(305, 200),
    "读不了/坏.html": "",
    "读不了/也许是它的.png": png(306, 200),
  });
  const report = await importing([folder]);
  expect(shortened(report, folder)).toEqual({
    ...nothing,
    imported: ["首页", "通知", "现场", "第1页"],
    failed: ["读不了/坏.html empty"],
  });
  const deskOf = (title: string) => {
    const { id = 0 } = report.imported.find((row) => row.title === title) ?? {};
    return database.call("correctionDesk", { id });
  };
  expect((await deskOf("通知")).spare.map(({ width }) => width)).toEqual([301]);
  expect((await deskOf("首页")).spare).toEqual([]);
  expect(shortened(await importing([folder]), folder)).toMatchObject({
    imported: [],
    unchanged: ["首页", "通知", "现场", "第1页"],
  });
  // A page that comes to show one leaves it where it is, as a scan.
  writeFileSync(join(folder, "通知.html"), "<title>通知</title><p>请准时参加。</p><img src=现场.JPG>");
  const again = shortened(await importing([folder]), folder);
  expect(again.updated).toEqual(["通知"]);
  expect((await deskOf("通知")).spare.map(({ width }) => width)).not.toContain(301);
});

test("same bytes elsewhere are unchanged, the same path with other bytes is an update, equal titles are nothing to it", async () => {
  const folder = temporaryFolder({
    "甲.md": "# 通知\n\n第一版。",
    "乙.md": "# 通知\n\n另一份。",
    "丙/甲.md": "# 通知\n\n第一版。",
  });
  const [first] = (await importing([join(folder, "甲.md")])).imported;
  expect(shortened(await importing([folder]), folder)).toMatchObject({
    imported: ["通知"],
    unchanged: ["通知", "通知"],
  });
  writeFileSync(join(folder, "甲.md"), "# 通知\n\n第二版。");
  const report = await importing([join(folder, "甲.md")]);
  expect(report.updated).toEqual([{ id: first?.id, title: "通知", file: join(folder, "甲.md") }]);
  expect(await bodyOf(first?.id ?? 0)).toContain("第二版。");
});

test("a copy whose first place is changed in the same import becomes an article of its own", async () => {
  const folder = temporaryFolder({ "1.md": "# 通知\n\n第一版。", "2.md": "# 通知\n\n第一版。" });
  expect(shortened(await importing([folder]), folder)).toMatchObject({
    imported: ["通知"],
    unchanged: ["通知"],
  });
  writeFileSync(join(folder, "1.md"), "# 通知\n\n第二版。");
  const report = await importing([join(folder, "1.md"), join(folder, "2.md")]);
  expect(shortened(report, folder)).toEqual({ ...nothing, updated: ["通知"], imported: ["通知"] });
  expect(await bodyOf(report.imported[0]?.id ?? 0)).toContain("第一版。");
});

test("the batch's details fill what the files leave open", async () => {
  const folder = temporaryFolder({
    "1.md": "---\ntitle: 自知\npublication: 示例晚报\ndate: 2020-01-02\n---\n\n正文。",
    "2.md": "# 不知\n\n正文。",
  });
  const details = { publication: "示例日报", issuedOn: "2021-02-05", page: "A03", pageName: "要闻" };
  const { imported } = await importing([folder], { detailsOf: () => details });
  const articles = await Promise.all(imported.map(({ id }) => database.call("readArticle", { id })));
  expect(articles.map(({ article }) => article)).toEqual([
    expect.objectContaining({ ...details, publication: "示例晚报", issuedOn: "2020-01-02" }),
    expect.objectContaining(details),
  ]);
});

test("tags that a file states are put on its article", async () => {
  const folder = temporaryFolder({ "1.md": "---\ntitle: 题\ntags: 农业、春耕\n---\n\n正文。" });
  const [row] = (await importing([folder])).imported;
  const { article } = await database.call("readArticle", { id: row?.id ?? 0 });
  expect([...article.tags].sort()).toEqual(["农业", "春耕"].sort());
});

test("pictures are stored with their article, the original as it was, and both handed out again", async () => {
  const picture = png(600, 400);
  const html = '<title>题</title><p>正文。</p><img src="图/春耕%20现场.png">';
  const folder = temporaryFolder({ "文.html": html, "图/春耕 现场.png": picture });
  const report = await importing([folder]);
  expect(shortened(report, folder)).toEqual({ ...nothing, imported: ["题"] });
  const id = report.imported[0]?.id ?? 0;
  const { article } = await database.call("readArticle", { id });
  const figure = article.body.find((block) => block.type === "figure");
  const stored = await database.call("picture", { hash: figure?.image ?? "" });
  expect(Buffer.compare(stored?.bytes ?? Buffer.alloc(0), picture)).toBe(0);
  const original = await database.call("original", { id });
  expect(Buffer.from(original?.bytes ?? []).toString()).toBe(html);
});

describe("every failure has its code, and the file beside it is taken", () => {
  async function failureOf(folder: string, name: string, more: Partial<ImportRequest> = {}) {
    writeFileSync(join(folder, "旁边.md"), "# 旁边\n\n正文。");
    const report = await importing([join(folder, name), join(folder, "旁边.md")], more);
    expect(report.imported.map(({ title }) => title)).toEqual(["旁边"]);
    expect(report.failed).toHaveLength(1);
    expect(report.failed[0]).toMatchObject({
      file: join(folder, name),
      parameters: { path: join(folder, name) },
    });
    return report.failed[0];
  }

  test("not-found: a file that is not there", async () => {
    expect(await failureOf(temporaryFolder(), "没有.txt")).toMatchObject({ code: "not-found" });
  });

  test("empty: a file of no bytes, one of white space, a page of nothing but a script, a folder without files", async () => {
    const folder = temporaryFolder({
      "无.txt": "",
      "空白.txt": " \n　\n",
      "空.html": "<html><body><script>x()</script></body></html>",
      "空.md": "<!-- 无 -->\n",
    });
    mkdirSync(join(folder, "夹"));
    writeFileSync(join(folder, "旁边.md"), "# 旁边\n\n正文。");
    const paths = ["无.txt", "空白.txt", "空.html", "空.md", "旁边.md", "夹"].map((name) =>
      join(folder, name),
    );
    const report = shortened(await importing(paths), folder);
    expect(report.imported).toEqual(["旁边"]);
    expect(report.failed.sort()).toEqual(
      ["无.txt empty", "空.html empty", "空.md empty", "空白.txt empty", "夹 empty"].sort(),
    );
  });

  test("unsupported-format: a program, a picture and a document under the name of a text", async () => {
    const folder = temporaryFolder({
      "图.txt": png(3, 3),
      "文.txt": Buffer.from("PK\x03\x04\x14\x00\x00\x00\x08\x00\x00\x00", "latin1"),
      "程序.txt": Buffer.concat([
        Buffer.from("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", "latin1"),
        Buffer.alloc(500),
      ]),
    });
    const { failed } = await importing([folder]);
    expect(failed.map(({ code }) => code)).toEqual(Array(3).fill("unsupported-format"));
  });

  test("unreadable: bytes that are nothing known, under the name of a text", async () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3)) & 0xff);
    expect(await failureOf(temporaryFolder({ "坏.txt": noise }), "坏.txt")).toMatchObject({
      code: "unreadable",
    });
  });

  test("encrypted: a document locked by a password", async () => {
    const locked = makeZip({ "word/document.xml": "文" });
    locked.writeUInt16LE(1, 6);
    const folder = temporaryFolder({ "密.docx": locked });
    expect(await failureOf(folder, "密.docx")).toMatchObject({ code: "encrypted" });
  });

  test("too-large: 300 MB, refused unread", async () => {
    const folder = temporaryFolder({ "大.txt": "" });
    truncateSync(join(folder, "大.txt"), 300 * 1024 * 1024);
    expect(await failureOf(folder, "大.txt")).toMatchObject({
      code: "too-large",
      parameters: { limit: 200 },
    });
  });

  const isRoot = process.getuid?.() === 0;
  test.skipIf(isRoot || process.platform === "win32")(
    "permission-denied: a file that may not be read (root may read all, Windows has no chmod)",
    async () => {
      const folder = temporaryFolder({ "禁.txt": "正文" });
      chmodSync(join(folder, "禁.txt"), 0);
      expect(await failureOf(folder, "禁.txt")).toMatchObject({ code: "permission-denied" });
    },
  );

  test("timed-out: a reader that hangs, named with its limit", async () => {
    const folder = temporaryFolder({ "挂.txt": "misbehave: hang" });
    const limits = { seconds: 3, megabytes: 300 };
    expect(await failureOf(folder, "挂.txt", { startReader: trialReader, limits })).toMatchObject({
      code: "timed-out",
      parameters: { seconds: 3 },
    });
  });

  test("out-of-memory: a reader that takes without end", async () => {
    const folder = temporaryFolder({ "胀.txt": "misbehave: fill memory outside the heap" });
    const limits = { seconds: 60, megabytes: 300 };
    expect(await failureOf(folder, "胀.txt", { startReader: trialReader, limits })).toMatchObject({
      code: "out-of-memory",
    });
  });
});

test("invalid UTF-8 in the middle is a warning, and the rest is kept", async () => {
  const damaged = Buffer.concat([
    Buffer.from("# 题\n\n前文全部保留，"),
    Buffer.from([0xff, 0xfe]),
    Buffer.from("后文也全部保留。"),
  ]);
  const folder = temporaryFolder({ "坏.md": damaged });
  const report = await importing([folder]);
  expect(report.failed).toEqual([]);
  expect(report.warnings).toEqual([
    {
      file: join(folder, "坏.md"),
      code: "warning.damaged-text",
      parameters: { count: 2, encoding: "UTF-8" },
    },
  ]);
  expect(await bodyOf(report.imported[0]?.id ?? 0)).toMatch(/前文全部保留，.+后文也全部保留。/);
});

test("cancelling stops between files, keeps what is done and records it as cancelled", async () => {
  const names = Array.from({ length: 2000 }, (_, index) => `${index + 1}.md`);
  const folder = temporaryFolder(
    Object.fromEntries(names.map((name) => [name, `# ${name}\n\n正文${name}。`])),
  );
  const abort = new AbortController();
  const job = randomUUID();
  const report = await importing([folder], {
    job,
    signal: abort.signal,
    onProgress: ({ done }) => {
      if (done > 0) abort.abort();
    },
  });
  expect(report.imported.length).toBeGreaterThan(0);
  expect(report.imported.length).toBeLessThan(names.length);
  expect(report.failed).toEqual([]);
  const { total } = await database.call("listArticles", {
    ...{
      shelf: { kind: "all" },
      publication: null,
      issued: null,
      phrase: "",
      sort: "date",
      offset: 0,
      limit: 1,
    },
  });
  expect(total).toBe(report.imported.length);
  expect(await database.call("listImports", null)).toEqual([
    expect.objectContaining({ job, cancelled: true, imported: report.imported.length }),
  ]);
});

test("cancelling while the files are still being looked for stores nothing, and going on looks for all of them", async () => {
  const folder = temporaryFolder({
    "清单.csv": "file,title\n1.md,一",
    "1.md": "# 一\n\n正文。",
    "2.md": "# 二\n\n正文。",
  });
  const abort = new AbortController();
  const job = randomUUID();
  const report = await importing([join(folder, "1.md"), folder], {
    ...{ job, signal: abort.signal },
    onProgress: ({ stage }) => {
      if (stage === "looking") abort.abort();
    },
  });
  expect(report).toEqual({ imported: [], updated: [], unchanged: [], failed: [], warnings: [] });
  expect(await database.call("listImports", null)).toMatchObject([{ job, cancelled: true }]);
  const again = await database.call("waitingPlaces", { job });
  expect(again).toHaveLength(1);
  const whole = await importing([], { job, again });
  expect(shortened(whole, folder)).toEqual({ ...nothing, imported: ["一", "二"] });
  expect(await database.call("listImports", null)).toMatchObject([{ job, cancelled: false, imported: 2 }]);
  expect(await database.call("waitingPlaces", { job })).toEqual([]);
});

test("an import that ended while its files were being recorded is gone on with by looking for all of them", async () => {
  const folder = temporaryFolder({ "1.md": "# 一\n\n正文。", "2.md": "# 二\n\n正文。" });
  const job = randomUUID();
  const given = givenEntry([folder]);
  await database.call("beginImport", { job, now: "2026-11-23T08:00:00.000Z", given });
  const one = { path: join(folder, "1.md"), file: join(folder, "1.md"), found: null };
  await database.call("expectFiles", { job, place: 0, files: [one] });
  await openedAgain();
  const again = await database.call("waitingPlaces", { job });
  const report = await importing([], { job, again });
  expect(shortened(report, folder)).toEqual({ ...nothing, imported: ["一", "二"] });
});

test("a folder that failed is looked through when it is tried again, and its files come in as its own, each once", async () => {
  const folder = temporaryFolder({ "来件/一.md": "# 一\n\n正文。" });
  const [missing, empty, partly] = ["没有", "空", "来件"].map((name) => join(folder, name));
  mkdirSync(empty ?? "");
  const job = randomUUID();
  const first = await importing([missing ?? "", empty ?? "", partly ?? ""], { job });
  expect(shortened(first, folder)).toEqual({
    ...{ ...nothing, imported: ["一"] },
    failed: ["没有 not-found", "空 empty"],
  });
  const failedPlaces = async () => {
    const asked = { job, state: "failed", offset: 0, limit: 10 } as const;
    return (await database.call("listImportFiles", asked)).rows.map(({ place }) => place);
  };
  const still = await importing([], { job, again: await failedPlaces() });
  expect(shortened(still, folder)).toMatchObject({ failed: ["没有 not-found", "空 empty"] });
  mkdirSync(missing ?? "");
  writeFileSync(join(missing ?? "", "清单.csv"), "file,title\n二.md,改二\n");
  writeFileSync(join(missing ?? "", "二.md"), "# 二\n\n正文。");
  writeFileSync(join(empty ?? "", "三.md"), "# 三\n\n正文。");
  const report = await importing([], { job, again: await failedPlaces() });
  expect(new Set(report.imported.map(({ title, collection }) => `${collection}/${title}`))).toEqual(
    new Set(["来件/一", "没有/改二", "空/三"]),
  );
  // The window counts rows by them.
  const { rows } = await database.call("listImportFiles", { job, state: null, offset: 0, limit: 10 });
  expect(rows.map(({ place }) => place)).toEqual([...rows.keys()]);
  expect(report.failed).toEqual([]);
  expect(await database.call("listImports", null)).toMatchObject([{ imported: 3, failed: 0 }]);
});

test.skipIf(process.platform !== "linux")(
  "files whose names are GBK are imported under the names that they were given, and each is updated for itself",
  async () => {
    const folder = temporaryFolder({});
    const named = (name: string) => Buffer.concat([Buffer.from(`${folder}/`), encode(name, "gbk")]);
    const put = (name: string, text: string) => writeFileSync(named(name), text);
    put("春耕安排.txt", "一、早动手，早安排，抓好春耕生产。");
    put("春耕方案.txt", "二、分片包干，责任到人，抓好落实。");
    put("通知.html", '<p>请各乡镇按时参加会议。</p><img src="pictures/1.png">');
    mkdirSync(join(folder, "pictures"));
    writeFileSync(join(folder, "pictures/1.png"), png(300, 200));
    const first = await importing([folder]);
    expect(first.failed).toEqual([]);
    expect(first.warnings).toEqual([]);
    expect(first.imported.map(({ title, file }) => [title, file.slice(folder.length + 1)])).toEqual([
      ["通知", "通知.html"],
      ["春耕安排", "春耕安排.txt"],
      ["春耕方案", "春耕方案.txt"],
    ]);
    put("春耕方案.txt", "二、分片包干，责任到人，抓好落实，按时上报。");
    const { updated, unchanged } = await importing([folder]);
    expect(updated.map(({ title }) => title)).toEqual(["春耕方案"]);
    expect(unchanged.map(({ title }) => title)).toEqual(["通知", "春耕安排"]);
  },
);

test("progress counts up to the total, and the report is kept under the job", async () => {
  const folder = temporaryFolder({ "1.md": "# 一\n\n正文。", "2.md": "# 二\n\n正文。", "3.bin": "\0\0\0" });
  const told: JobProgress[] = [];
  const job = randomUUID();
  const report = await importing([folder], { job, onProgress: (progress) => told.push(progress) });
  expect(told[0]).toMatchObject({ stage: "looking", done: 0 });
  expect(told.at(-1)).toMatchObject({ stage: "reading", done: 3, total: 3 });
  expect(shortened(report, folder)).toMatchObject({
    imported: ["一", "二"],
    failed: ["3.bin unsupported-format"],
  });
  expect(await database.call("listImports", null)).toEqual([
    expect.objectContaining({ job, cancelled: false, imported: 2, failed: 1 }),
  ]);
});

test("a locked file is tried again with its password as part of its import, with its folder and the batch's details", async () => {
  const texts = [{ x: 72, y: 100, size: 12, text: "For the villages only.", font: "latin" } as const];
  const folder = temporaryFolder({
    "来件/锁.pdf": makePdf({ pages: [{ texts }], password: "abc" }),
    "来件/一.md": "# 一\n\n正文。",
  });
  const job = randomUUID();
  const details = { ...noDetails, publication: "示例日报" };
  const detailsOf = () => details;
  const first = await importing([join(folder, "来件")], { job, details, detailsOf });
  expect(shortened(first, folder)).toMatchObject({ imported: ["一"], failed: ["来件/锁.pdf encrypted"] });
  expect(await database.call("importDetails", { job })).toEqual(details);
  const { rows } = await database.call("listImportFiles", { job, state: "failed", offset: 0, limit: 10 });
  const again = rows.map(({ place }) => place);
  const wrong = await importing([], { job, again, detailsOf, password: "abd" });
  expect(wrong.failed).toMatchObject([{ code: "encrypted" }]);
  const report = await importing([], { job, again, detailsOf, password: "abc" });
  expect(report.failed).toEqual([]);
  expect(report.imported).toHaveLength(2);
  expect(report.imported.map(({ collection }) => collection)).toEqual(["来件", "来件"]);
  expect(await database.call("listImports", null)).toMatchObject([{ imported: 2, failed: 0 }]);
});

test("an import that was cancelled is gone on with where it stopped, and taken back as one", async () => {
  // So many that the first news of them comes before the last is read, however fast the machine.
  const count = 900;
  const names = Array.from({ length: count }, (_, place) => `${place}`.padStart(3, "0"));
  const folder = temporaryFolder(
    Object.fromEntries(names.map((name) => [`${name}.md`, `# ${name}\n\n正文${name}。`])),
  );
  const job = randomUUID();
  const abort = new AbortController();
  await importing([folder], {
    ...{ job, signal: abort.signal },
    onProgress: ({ done }) => {
      if (done > 0) abort.abort();
    },
  });
  const again = await database.call("waitingPlaces", { job });
  expect(again.length).toBeGreaterThan(0);
  const report = await importing([], { job, again });
  expect(report.imported.map(({ title }) => title)).toEqual(names);
  expect(await database.call("listImports", null)).toMatchObject([{ imported: count, cancelled: false }]);
  const steps: JobProgress[] = [];
  await undoImport(database, job, new AbortController().signal, (step) => steps.push(step));
  expect(steps.at(-1)).toMatchObject({ stage: "undoing", done: count, total: count });
  expect((await database.call("overview", null)).articles).toBe(0);
  expect((await database.call("undoForecast", { job })).state).toBe("done");
  const last = await importing([folder]);
  expect(last.imported).toHaveLength(count);
  expect((await database.call("overview", null)).articles).toBe(count);
});
