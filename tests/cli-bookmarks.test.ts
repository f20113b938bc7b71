import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { parseCommandLine } from "../main/cli/arguments.ts";
import { temporaryFolder } from "./importing/temporary-folder.ts";

// Each command is a real process with a thread and a reader process of its own.
vi.setConfig({ testTimeout: 120_000 });

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

function antou(library: string, ...args: readonly string[]): Promise<Ended> {
  const { LC_ALL: _all, LC_MESSAGES: _messages, LANG: _lang, ...env } = process.env;
  const main = join(import.meta.dirname, "../main/cli.ts");
  const child = spawn(process.execPath, [main, ...args, "--library", library], { env });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output, errors })));
}

const paragraphs = [
  "# 春耕现场会",
  "全县春耕生产现场会在城关镇召开，部署今年的粮食生产工作。",
  "会议要求，各乡镇要抢抓农时，确保完成播种面积三十万亩的任务。",
  "农业农村局介绍了去年秋粮收购、农机检修和化肥储备的情况。",
  "会后，与会人员到河东镇参观了高标准农田建设工地。",
];

test("passages are marked by their quotes, followed into the changed file, exported and imported again", async () => {
  const folder = temporaryFolder({ "会议.md": paragraphs.join("\n\n") });
  const file = join(folder, "会议.md");
  const library = join(folder, "资料库");
  await antou(library, "import", file);
  const noted = ["--note", "核对", "--tag", "地名", "--tag", "会议", "--color", "red", "--json"];
  const marked = await antou(library, "bookmark", "1", "--exact", "在城关镇召开", ...noted);
  expect(marked).toMatchObject({ code: 0, errors: "" });
  expect(JSON.parse(marked.output)).toEqual({
    ...{ id: 1, article: 1, quote: "在城关镇召开", note: "核对", tags: ["会议", "地名"], color: "red" },
    ...{ state: "kept", text: "在城关镇召开" },
  });
  for (const quote of ["播种面积三十万亩的任务", "秋粮收购、农机检修", "到河东镇参观"]) {
    expect((await antou(library, "bookmark", "1", "--exact", quote)).code).toBe(0);
  }

  const [title = "", first = "", second = "", , last = ""] = paragraphs;
  const changed = [title, first, "新的一段。", second.replace("三十万亩", "三十二万亩"), last];
  writeFileSync(file, changed.join("\n\n"));
  const imported = await antou(library, "import", file, "--json");
  expect(JSON.parse(imported.output).updated).toEqual([
    { id: 1, title: "春耕现场会", file, bookmarks: { kept: 1, moved: 1, changed: 1, lost: 1 } },
  ]);
  const listed = await antou(library, "bookmarks", "--json");
  const summary = JSON.parse(listed.output).map(({ quote, state, text }: Record<string, string>) => [
    quote,
    state,
    text,
  ]);
  expect(summary).toEqual([
    ["在城关镇召开", "kept", "在城关镇召开"],
    ["播种面积三十万亩的任务", "changed", "播种面积三十二万亩的任务"],
    ["秋粮收购、农机检修", "lost", ""],
    ["到河东镇参观", "moved", "到河东镇参观"],
  ]);

  const backup = join(folder, "标注.jsonld");
  expect((await antou(library, "export-bookmarks", backup, "--format", "jsonld")).code).toBe(0);
  expect(JSON.parse(readFileSync(backup, "utf8")).items).toHaveLength(4);
  const word = join(folder, "标注.docx");
  expect((await antou(library, "export-bookmarks", word, "--format", "docx")).code).toBe(0);
  expect(readFileSync(word).subarray(0, 2).toString()).toBe("PK");

  const other = join(folder, "另一个");
  await antou(other, "import", file);
  const asked = await antou(other, "import-bookmarks", backup, "--dry-run", "--json");
  const expected = { added: 3, existing: 0, different: 0, unplaceable: 1, unreadable: 0 };
  expect(JSON.parse(asked.output)).toMatchObject({ dryRun: true, ...expected });
  expect((await antou(other, "bookmarks", "--json")).output).toBe("[]\n");
  const done = await antou(other, "import-bookmarks", backup, "--json");
  expect(JSON.parse(done.output)).toMatchObject({ dryRun: false, ...expected });
  expect(done.errors).toContain("文章里没有找到原文");
});

test("a quote that is not there or stands there more than once is a sentence, and marks nothing", async () => {
  const folder = temporaryFolder({ "会议.md": paragraphs.join("\n\n"), "坏.jsonld": "{" });
  const library = join(folder, "资料库");
  await antou(library, "import", join(folder, "会议.md"));
  const missing = await antou(library, "bookmark", "1", "--exact", "秋播", "--json");
  expect(missing.code).toBe(1);
  expect(JSON.parse(missing.output).error.code).toBe("quote-not-found");
  const repeated = await antou(library, "bookmark", "1", "--exact", "会");
  expect(repeated).toMatchObject({ code: 1, output: "" });
  expect(repeated.errors).toMatch(/^这段文字在第1号文章里有\d处，不能确定是哪一处。请多摘录几个字。\n$/);
  expect((await antou(library, "bookmarks", "--json")).output).toBe("[]\n");
  const broken = await antou(library, "import-bookmarks", join(folder, "坏.jsonld"), "--json");
  expect(broken.code).toBe(1);
  expect(JSON.parse(broken.output).error.code).toBe("not-annotations");
  const absent = await antou(library, "import-bookmarks", join(folder, "没有.jsonld"), "--json");
  expect(JSON.parse(absent.output).error.code).toBe("not-found");
});

test.each([
  [["bookmark", "--exact", "甲"], "usage.no-article"],
  [["bookmark", "1"], "usage.no-quote"],
  [["bookmark", "甲", "--exact", "乙"], "usage.bad-article"],
  [["bookmark", "1", "--exact", "甲", "--color", "pink"], "usage.bad-color"],
  [["bookmark", "1", "--exact", "甲", "--tag", " "], "usage.no-value"],
  [["bookmarks", "1"], "usage.too-many"],
  [["bookmarks", "--exact", "甲"], "usage.option-elsewhere"],
  [["export-bookmarks"], "usage.no-file"],
  [["export-bookmarks", "a.odt"], "usage.bad-format"],
  [["export-bookmarks", "a", "--format", "odt"], "usage.bad-format"],
  [["import-bookmarks"], "usage.no-file"],
])("%j is wrong usage: %s", (args, code) => {
  expect(parseCommandLine([...args, "--library", "d"], {}).asked).toMatchObject({ code });
});

test("the name of the file says the format where no option does", () => {
  expect(parseCommandLine(["export-bookmarks", "a.CSV", "--library", "d"], {}).asked).toMatchObject({
    format: "csv",
  });
});
