import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { Database } from "../main/database.ts";
import { openDatabase } from "../main/database.ts";
import { forkedReader } from "../main/importing/forked-reader.ts";
import type { ClipboardContents, Pasting } from "../main/paste.ts";
import { createPasting } from "../main/paste.ts";
import { articleText } from "../preload/model/article-text.ts";
import type { PasteDetails, PastePreview } from "../preload/model/paste.ts";
import { FailureError } from "../preload/model/result.ts";
import { png } from "./importing/sample-pictures.ts";
import { temporaryFolder } from "./importing/temporary-folder.ts";

// Each test starts a database thread and reader processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const main = join(import.meta.dirname, "../main");
const startReader = forkedReader(join(main, "importing/reader-process.ts"));
const nothing: ClipboardContents = { html: "", text: "", picture: null, hasOther: false };

let database: Database;
let pasting: Pasting;

beforeEach(async () => {
  const opened = await openDatabase({
    directory: temporaryFolder(),
    thread: join(main, "database-thread.ts"),
  });
  database = opened;
  pasting = createPasting({ database, startReader });
  onTestFinished(() => opened.close());
});

function prepare(contents: Partial<ClipboardContents>): Promise<PastePreview> {
  return pasting.prepare({ ...nothing, ...contents }, "粘贴的文章");
}

function asShown({ title, publication, issuedOn }: PastePreview): PasteDetails {
  return { title, publication, issuedOn };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof FailureError) return error.failure.code;
    throw error;
  }
  return "none";
}

async function articleOf(id: number) {
  return (await database.call("readArticle", { id })).article;
}

function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, `fixtures/import/html/${name}/input.html`), "utf8");
}

test("a selection from Word is shown, then stored with what was pasted as its original, and recorded", async () => {
  const html = fixture("pasted-from-word");
  const preview = await prepare({ html, text: "河道整治工作安排" });
  expect(preview).toMatchObject({ kind: "document", articles: 1, title: "河道整治工作安排", pictures: 0 });
  expect(preview.lines[0]).toBe("全县河道整治分三步同时推进，责任到人。");
  expect(preview.warnings.map(({ code }) => code)).toEqual(["warning.pictures-not-copied"]);
  expect((await database.call("overview", null)).articles).toBe(0);

  const { id, known } = await pasting.store(preview.paste, {
    ...{ title: "河道整治安排", publication: "水利局", issuedOn: "2026-11-24" },
  });
  expect(known).toBe(false);
  const article = await articleOf(id);
  expect(article).toMatchObject({
    ...{ title: "河道整治安排", publication: "水利局", issuedOn: "2026-11-24" },
  });
  expect(JSON.stringify(article)).not.toContain("<o:p>");
  const original = await database.call("original", { id });
  expect(original.name).toBe("粘贴的文章.html");
  expect(new TextDecoder().decode(original.bytes)).toBe(html);
  const [record] = await database.call("listImports", null);
  expect(record).toMatchObject({ imported: 1, failed: 0, cancelled: false });
});

test("pictures within the markup come along", async () => {
  const preview = await prepare({ html: fixture("pasted-from-wps"), text: "春耕备耕情况" });
  expect(preview).toMatchObject({ title: "春耕备耕情况", pictures: 1, warnings: [] });
  const { id } = await pasting.store(preview.paste, asShown(preview));
  expect((await articleOf(id)).body.some((block) => block.type === "figure" && block.image !== null)).toBe(
    true,
  );
});

test("plain text is read as a text file would be, and its first line is the title", async () => {
  const text =
    "秋粮收购通告\n\n今年秋粮收购从十月一日开始，各收购点已经备好仓容。\n收购价格按县里公布的标准执行。\n";
  const preview = await prepare({ text });
  expect(preview).toMatchObject({ kind: "text", title: "秋粮收购通告" });
  const { id } = await pasting.store(preview.paste, asShown(preview));
  expect((await database.call("original", { id })).name).toBe("粘贴的文章.txt");
  expect(articleText(await articleOf(id)).text).toContain("各收购点已经备好仓容");
});

test("a short first line becomes the title where the markup states none, and stays a title when read again", async () => {
  const html = "<p>防汛值班安排</p><p>一号至十号由水利站值班。</p>";
  const preview = await prepare({ html, text: "防汛值班安排" });
  expect(preview).toMatchObject({ title: "防汛值班安排", lines: ["一号至十号由水利站值班。"] });
  const { id } = await pasting.store(preview.paste, asShown(preview));
  const article = await articleOf(id);
  expect(articleText(article).text).toBe("防汛值班安排\n一号至十号由水利站值班。");
  const sentence = await prepare({ html: "<p>这是一句话。</p><p>又一句。</p>", text: "这是一句话。" });
  expect(sentence.title).toBe("粘贴的文章");
  expect(sentence.lines).toEqual(["这是一句话。", "又一句。"]);
});

test("the head that Windows sets before copied markup is no text of it", async () => {
  const head = ["Version:1.0", "StartHTML:0000000105", "EndHTML:0000000200", "StartFragment:0000000141"];
  const rest = ["EndFragment:0000000164", "SourceURL:file:///C:/文稿/通知.docx"];
  const html = `${[...head, ...rest].join("\r\n")}\r\n<html><body><!--StartFragment--><p>带头的内容。</p></body></html>`;
  const preview = await prepare({ html, text: "带头的内容。" });
  expect(preview.lines).toEqual(["带头的内容。"]);
});

test("a picture without words is kept as a scan; beside words it is only their likeness", async () => {
  const picture = png(60, 40);
  const preview = await prepare({ picture, html: '<img src="https://example.org/a.png">' });
  expect(preview).toMatchObject({ kind: "picture", pictures: 1 });
  const { id } = await pasting.store(preview.paste, asShown(preview));
  expect((await database.call("original", { id })).name).toBe("粘贴的文章.png");
  expect((await prepare({ picture, text: "表格里的字" })).kind).toBe("text");
});

test("the same pasted again is not stored twice, nor changed by what is typed", async () => {
  const contents = { html: "<h1>通知</h1><p>明天开会。</p>", text: "通知" };
  const first = await prepare(contents);
  const stored = await pasting.store(first.paste, asShown(first));
  const again = await prepare(contents);
  const same = await pasting.store(again.paste, { ...asShown(again), title: "另一个标题" });
  expect(same).toEqual({ id: stored.id, known: true });
  expect((await articleOf(stored.id)).title).toBe("通知");
  const other = await prepare({ html: "<h1>通知</h1><p>后天开会。</p>", text: "通知" });
  expect((await pasting.store(other.paste, asShown(other))).known).toBe(false);
  expect((await database.call("overview", null)).articles).toBe(2);
});

test("an empty clipboard, a document that is classified, and a paste that is gone are told by their codes", async () => {
  expect(await codeOf(prepare({}))).toBe("clipboard-empty");
  expect(await codeOf(prepare({ text: " \n\t" }))).toBe("clipboard-empty");
  expect(await codeOf(prepare({ hasOther: true }))).toBe("clipboard-unreadable");
  expect(await codeOf(prepare({ html: "<p>&nbsp;</p>", text: "" }))).toBe("clipboard-empty");
  const secret = "机密★10年\n\n某县人民政府文件\n\n关于防汛工作的通知\n\n各乡镇：\n现将有关事项通知如下。\n";
  expect(await codeOf(prepare({ text: secret }))).toBe("classified");
  const preview = await prepare({ text: "一段普通的文字，没有什么特别。" });
  pasting.forget();
  expect(await codeOf(pasting.store(preview.paste, asShown(preview)))).toBe("paste-gone");
  expect(await database.call("listImports", null)).toEqual([]);
});
