import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { parseCommandLine } from "../main/cli/arguments.ts";
import { openDatabase } from "../main/database.ts";
import { INDEX } from "../main/search/index-table.ts";
import { say } from "../preload/model/messages.ts";
import { encode } from "./importing/encode-text.ts";
import { temporaryFolder } from "./importing/temporary-folder.ts";

// Each command is a real process with a thread and a reader process of its own.
vi.setConfig({ testTimeout: 120_000 });

const main = join(import.meta.dirname, "../main");

/** One that never ends is ended, and no test waits for it. */
const LONGEST_COMMAND_MILLISECONDS = 60_000;

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

function antou(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const { LC_ALL: _all, LC_MESSAGES: _messages, LANG: _lang, ...rest } = process.env;
  const child = spawn(process.execPath, [join(main, "cli.ts"), ...args], {
    env: { ...rest, ...environment },
    timeout: LONGEST_COMMAND_MILLISECONDS,
    killSignal: "SIGKILL",
  });
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

const page = `# 春耕现场会召开

> 引文。

全县春耕现场会在城关镇召开。

## 一、部署

早动手，早安排。
`;

test("imports, lists and shows, one JSON value each, from a data directory it makes itself", async () => {
  const folder = temporaryFolder({ "报/第1版.md": page, "报/坏.pdf": "%PDF-1.7\n" });
  const library = join(folder, "新的", "资料库");
  const imported = await antou([
    ...["import", join(folder, "报"), "--library", library, "--json"],
    ...["--publication", "示例日报", "--date", "2021-02-05", "--page", "A03", "--page-name", "要闻"],
  ]);
  const pdf = join(folder, "报/坏.pdf");
  expect(imported.code).toBe(1);
  expect(JSON.parse(imported.output)).toEqual({
    batch: expect.any(String),
    imported: [{ id: 1, title: "春耕现场会召开", file: join(folder, "报/第1版.md"), collection: "报" }],
    updated: [],
    unchanged: [],
    failed: [
      {
        file: pdf,
        code: "unreadable",
        message: `“${pdf}”已损坏，无法读取。请向提供者重新索取一份。`,
      },
    ],
    warnings: [],
  });

  const listed = await antou(["list", "--library", library, "--json"]);
  expect(listed).toMatchObject({ code: 0, errors: "" });
  expect(JSON.parse(listed.output)).toEqual([
    {
      ...{ id: 1, title: "春耕现场会召开", kicker: "", publication: "示例日报", issuedOn: "2021-02-05" },
      ...{ page: "A03", characters: expect.any(Number), images: 0 },
    },
  ]);

  const shown = await antou(["show", "1", "--json", "--library", library]);
  expect(JSON.parse(shown.output)).toMatchObject({
    ...{ id: 1, title: "春耕现场会召开", kicker: "", subtitle: "", byline: "", credits: "", lead: [] },
    ...{ publication: "示例日报", issuedOn: "2021-02-05", page: "A03", pageName: "要闻" },
    body: [
      { type: "quote", blocks: [{ type: "paragraph", content: [{ type: "text", text: "引文。" }] }] },
      { type: "paragraph", content: [{ type: "text", text: "全县春耕现场会在城关镇召开。" }] },
      { type: "heading", level: 2, content: [{ type: "text", text: "一、部署" }] },
      { type: "paragraph", content: [{ type: "text", text: "早动手，早安排。" }] },
    ],
  });

  const text = await antou(["show", "1", "--text", "--library", library]);
  const canonical = "春耕现场会召开\n引文。\n全县春耕现场会在城关镇召开。\n一、部署\n早动手，早安排。";
  expect(text.output).toBe(`${canonical}\n`);

  const sections = JSON.parse(
    (await antou(["show", "1", "--sections", "--json", "--library", library])).output,
  );
  const lastHeading = sections.find(({ title }: { title: string }) => title === "一、部署");
  expect(lastHeading).toMatchObject({ number: "2", level: expect.any(Number), kind: expect.any(String) });
  expect(canonical.slice(lastHeading.start, lastHeading.end)).toBe("一、部署\n早动手，早安排。");
});

test("searches: exact totals, counts and marked snippets page by page, and what comes near", async () => {
  const pages = Object.fromEntries(
    Array.from({ length: 3 }, (_, index) => [
      `${index}.md`,
      `# 第${index}篇\n\n## 部署\n\n疫情防控，疫情。\n`,
    ]),
  );
  const folder = temporaryFolder({ ...pages, "near.md": "# 别的\n\n投资16700万元。\n" });
  const library = join(folder, "library");
  await antou(["import", folder, "--library", library]);
  const search = async (...args: string[]) =>
    JSON.parse((await antou(["search", ...args, "--library", library, "--json"])).output);
  const first = await search("疫情", "--limit", "2");
  expect(first).toEqual({
    total: 3,
    took_ms: expect.any(Number),
    hits: [1, 2].map((id) => ({
      id,
      title: `第${id - 1}篇`,
      count: 2,
      snippets: [
        {
          text: "疫情防控，疫情。",
          ranges: [
            [0, 2],
            [5, 7],
          ],
          heading: "部署",
        },
      ],
    })),
    near: [],
  });
  expect((await search("疫情", "--offset", "2")).hits).toMatchObject([{ id: 3 }]);
  expect((await search("疫情", "--limit", "500")).hits).toHaveLength(3);
  expect((await search("疫情", "-防控", "--limit", "5")).total).toBe(0);
  expect((await search("-疫情")).hits).toMatchObject([{ id: 4 }]);
  expect((await antou(["list", "-疫情", "--library", library])).output).toBe("");
  expect(await search("投资1.67亿")).toMatchObject({ total: 0, hits: [], near: [{ id: 4, near: "number" }] });
  const plain = await antou(["search", "OR", "疫情", "--library", library]);
  expect(plain).toMatchObject({ code: 0, output: "1\t2\t第0篇\n2\t2\t第1篇\n3\t2\t第2篇\n" });
  expect(plain.errors).toContain("共3篇。");
  expect(plain.errors).toContain("“OR”");
  const nothing = await antou(["search", "--library", library, "--json"]);
  expect(nothing.code).toBe(2);
});

test("an index whose postings a disk has made into others is found out and made anew before it answers", async () => {
  const folder = temporaryFolder({ "1.md": "# 一\n\n疫情防控。\n", "2.md": "# 二\n\n防控得力。\n" });
  const library = join(folder, "library");
  await antou(["import", folder, "--library", library]);
  const total = async () =>
    JSON.parse((await antou(["search", "防控", "--library", library, "--json"])).output).total;
  expect(await total()).toBe(2);
  spoilPostings(join(library, "library.db"), "防控", "防空");
  expect(await total()).toBe(2);
});

/** Writes one token over another of the same length. */
function spoilPostings(path: string, token: string, other: string): void {
  const db = new Sqlite(path);
  db.unsafeMode(true);
  const pages = db.prepare<[], { id: number; block: Buffer }>(`SELECT id, block FROM ${INDEX}_data`).all();
  const page = pages.find(({ block }) => block.includes(token));
  if (page === undefined) throw new Error("the index does not hold the token");
  page.block.write(other, page.block.indexOf(token));
  db.prepare(`UPDATE ${INDEX}_data SET block = ? WHERE id = ?`).run(page.block, page.id);
  db.close();
}

test("an article that is not there is a sentence and exit code 1, in the language asked for", async () => {
  const library = temporaryFolder();
  const chinese = await antou(["show", "7", "--library", library]);
  expect(chinese).toEqual({ code: 1, output: "", errors: "没有编号为7的文章。它可能已被删除。\n" });
  const english = await antou(["show", "7", "--json", "--library", library], { LANG: "en_US.UTF-8" });
  const message = "There is no article 7. It may have been deleted.";
  expect(english.code).toBe(1);
  expect(JSON.parse(english.output)).toEqual({ error: { code: "no-such-article", message } });
  expect(english.errors).toBe(`${message}\n`);
});

test("wrong usage is a sentence and exit code 2, and makes no library", async () => {
  const folder = temporaryFolder();
  const library = join(folder, "没有");
  const ended = await antou(["show", "甲", "--library", library]);
  expect(ended).toMatchObject({ code: 2, output: "" });
  expect(ended.errors).toContain("“甲”不是文章编号");
  const nameless = await antou(["import", "", "--library", library]);
  expect(nameless).toMatchObject({ code: 2, output: "" });
  expect(nameless.errors).toContain("请写明要导入的文件或文件夹");
  expect(existsSync(library)).toBe(false);
});

test("a library that is open elsewhere is in use", async () => {
  const library = temporaryFolder();
  const database = await openDatabase({ directory: library, thread: join(main, "database-thread.ts") });
  const ended = await antou(["list", "--library", library, "--json"]);
  await database.close();
  expect(ended.code).toBe(1);
  expect(JSON.parse(ended.output)).toMatchObject({ error: { code: "in-use" } });
  expect((await antou(["list", "--library", library, "--json"])).output).toBe("[]\n");
});

test("an encoding is chosen by any of its names, and the report says what stopped at a classification", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "便条.txt"), encode("文字編碼", "big5"));
  writeFileSync(join(folder, "密.txt"), "机密★1年\n\n关于春耕工作的通知\n");
  const library = join(folder, "资料库");
  const imported = await antou(["import", folder, "--library", library, "--encoding", "BIG5", "--json"]);
  expect(imported.code).toBe(1);
  // Read as Big5 the mark would be another word, and the document be kept.
  expect(JSON.parse(imported.output)).toMatchObject({
    imported: [{ id: 1, title: "便条" }],
    failed: [{ code: "classified" }],
  });
  expect((await antou(["show", "1", "--library", library, "--text"])).output).toContain("文字編碼");
  const again = await antou(["import", join(folder, "密.txt"), "--library", library, "--json"]);
  expect(JSON.parse(again.output)).toMatchObject({
    failed: [{ code: "classified", message: expect.stringContaining("疑似涉密文件，已停止导入") }],
  });
});

test("help and version need no library", async () => {
  const help = await antou(["help", "--language", "en"]);
  expect(help.code).toBe(0);
  expect(help.output).toContain("Usage: antou COMMAND");
  expect((await antou(["--version"])).output).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each([
  [["frobnicate"], "usage.unknown-command"],
  [["import", "a.txt"], "usage.no-library"],
  [["import", "--library", "d"], "usage.no-paths"],
  [["import", "a.txt", "--library", "d", "--date", "2021-02-30"], "usage.bad-date"],
  [["import", "a.txt", "--library", "d", "--date"], "usage.no-value"],
  [["import", "a.txt", "--library"], "usage.no-value"],
  [["import", "a.txt", "--library", "--json"], "usage.no-value"],
  [["import", "a.txt", "--library="], "usage.no-library"],
  [["import", "a.txt", "--library", "d", "--date", "--page", "3"], "usage.no-value"],
  [["import", "a.txt", "--library", "d", "--page", "-3"], "usage.value-like-option"],
  [["import", "a.txt", "--library", "d", "--publication", "长".repeat(201)], "usage.too-long"],
  [["import", "a.txt", "--library", "d", "--sections"], "usage.option-elsewhere"],
  [["list", "--library", "d", "--json=1"], "usage.takes-no-value"],
  [["import", "a.txt", "--library", "d", "--encoding", "no-such"], "usage.bad-encoding"],
  [["list", "--library", "d", "--encoding", "gbk"], "usage.option-elsewhere"],
  [["list", "--library", "d", "--page", "1"], "usage.option-elsewhere"],
  [["list", "--library", "d", "--bogus"], "usage.unknown-option"],
  [["list", "--library", "d", "more"], "usage.too-many"],
  [["show", "--library", "d"], "usage.no-article"],
  [["show", "0", "--library", "d"], "usage.bad-article"],
  [["show", "1", "2", "--library", "d"], "usage.too-many"],
  [["show", "1", "--library", "d", "--text", "--json"], "usage.not-together"],
  [["search", "词", "--library", "d", "--limit", "0"], "usage.bad-count"],
  [["search", "词", "--library", "d", "--offset", "多"], "usage.bad-count"],
  [["list", "--library", "d", "--language", "fr"], "usage.bad-language"],
])("%j is wrong usage: %s", (args, code) => {
  expect(parseCommandLine(args, {}).asked).toMatchObject({ code });
});

test("Chinese unless the system or the command says English", () => {
  const languageOf = (args: readonly string[], environment: Readonly<Record<string, string>>) =>
    parseCommandLine(["help", ...args], environment).language;
  expect(languageOf([], {})).toBe("zh-CN");
  expect(languageOf([], { LANG: "C.UTF-8" })).toBe("zh-CN");
  expect(languageOf([], { LANG: "en_GB.UTF-8" })).toBe("en");
  expect(languageOf([], { LANG: "en_GB.UTF-8", LC_ALL: "zh_CN.UTF-8" })).toBe("zh-CN");
  expect(languageOf(["--language", "en"], {})).toBe("en");
  expect(languageOf(["--language=zh-CN"], { LANG: "en_US" })).toBe("zh-CN");
});

test.skipIf(process.platform !== "linux")(
  "a place where no folder can be made is named at once (only Linux has a /proc)",
  async () => {
    for (const library of ["/proc/none", "/proc/none/below"]) {
      const ended = await antou(["list", "--library", library, "--json"]);
      expect(ended).toMatchObject({ code: 1 });
      expect(JSON.parse(ended.output)).toMatchObject({ error: { code: "not-writable" } });
    }
  },
);

test("a complaint names what is wrong and what to write instead, in the language asked for wherever that stands", () => {
  const complaint = (...args: readonly string[]) => {
    const { language, asked } = parseCommandLine(args, {});
    return "code" in asked ? say(language, asked.code, asked.parameters) : "";
  };
  expect(complaint("import", "a", "--library")).toBe(
    "“--library”后面没有写明内容。请这样写：--library my-library",
  );
  expect(complaint("import", "a", "--library", "--language", "en")).toBe(
    "“--library” is not followed by anything. Write it as in: --library my-library",
  );
  expect(complaint("list", "--library", "d", "--bogus", "--language=en")).toBe(
    "There is no option “--bogus”.",
  );
  expect(complaint("import", "a", "--library", "d", "--page", "页".repeat(41))).toBe(
    "--page的内容最多40个字。请缩短。",
  );
  expect(complaint("list", "--library", "d", "--limit", "3")).toContain("只能用于命令search");
});
