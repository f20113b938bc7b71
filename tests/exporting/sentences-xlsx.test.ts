import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { expect, onTestFinished, test, vi } from "vitest";
import { openDatabase } from "../../main/database.ts";
import { sentencesFileName, writeSentences } from "../../main/exporting/sentences-xlsx.ts";
import { SpreadsheetFile } from "../../main/exporting/xlsx.ts";
import type { FoundSentence } from "../../preload/model/search.ts";
import { noFilters } from "../../preload/model/search.ts";
import { article, failureOf, fileOf, NOW, read, temporaryDirectory } from "../library/temporary-library.ts";

// One of them starts the database thread from the source, which takes seconds where other tests run beside it.
vi.setConfig({ testTimeout: 60_000 });

const found: FoundSentence = {
  id: 1,
  revision: 1,
  title: "一季度工作情况",
  publication: "某市日报",
  issuedOn: "2021-02-05",
  text: "完成投资1.67亿元。",
  ranges: [[0, 4]],
  numbers: [[4, 9]],
  start: 0,
};

/** Each sheet's rows, each cell as its style and what it says; its bold pieces in ** as in Markdown. */
function readSheets(path: string): readonly (readonly string[])[][] {
  const parts = unzipSync(readFileSync(path));
  const text = (name: string) => new TextDecoder().decode(parts[name]);
  const names = [...text("[Content_Types].xml").matchAll(/PartName="\/(xl\/worksheets\/[^"]+)"/g)];
  return names.map(([, name = ""]) =>
    [...text(name).matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = ""]) =>
      [...row.matchAll(/<c\/>|<c[^>]*?s="(\d)">(.*?)<\/c>/gs)].map(([, style = "", cell = ""]) =>
        `${style}:${cell
          .replaceAll(/<r><rPr><b\/><\/rPr><t[^>]*>(.*?)<\/t><\/r>/gs, "**$1**")
          .replaceAll(/<[^>]+>/g, "")}`.replace(/^:/, ""),
      ),
    ),
  );
}

function written(...sentences: FoundSentence[]): readonly (readonly string[])[] {
  const path = join(temporaryDirectory(), "句子.xlsx");
  const slices = writeSentences(path, "zh-CN", function* (take) {
    for (const sentence of sentences) {
      yield;
      take(sentence);
    }
  });
  while (!slices.next().done);
  return readSheets(path)[0] ?? [];
}

test("Sentences are saved with a true date, their numbers bold and once more in a column of their own", () => {
  expect(written(found)).toEqual([
    ["1:日期", "1:来源", "1:标题", "1:句子", "1:数字"],
    ["2:44232", "0:某市日报", "0:一季度工作情况", "0:完成投资**1.67亿**元。", "0:1.67亿"],
  ]);
});

test("What is not known stays empty, and a day before the calendar of spreadsheets begins is text", () => {
  const [, unknown, old] = written(
    { ...found, issuedOn: null, publication: "", numbers: [] },
    { ...found, issuedOn: "1899-12-31" },
  );
  expect(unknown).toEqual(["", "", "0:一季度工作情况", "0:完成投资1.67亿元。", ""]);
  expect(old?.[0]).toBe("0:1899-12-31");
});

test("Text that looks like a formula is text, and stays it when somebody edits the cell", () => {
  const texts = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("file:///c:/x","点击")'];
  const rows = written(...texts.map((text) => ({ ...found, text, title: text, numbers: [] })));
  for (const [index, text] of texts.entries()) {
    const escaped = text.replaceAll('"', "&quot;");
    expect(rows[index + 1]?.slice(2, 4)).toEqual([`3:${escaped}`, `3:${escaped}`]);
  }
});

test("Markup, control characters and halves of characters do no harm", () => {
  const [, row] = written({ ...found, text: "<甲>&乙\u0000\u0007\uD800𠮷\uFFFF。", numbers: [] });
  expect(row?.[3]).toBe("0:&lt;甲&gt;&amp;乙\uFFFD𠮷。");
});

test("A sentence longer than a cell is cut, and more rows than a sheet holds go on in another", () => {
  expect(written({ ...found, text: "长".repeat(40_000), numbers: [] })[1]?.[3]).toHaveLength(32_769);

  const path = join(temporaryDirectory(), "多表.xlsx");
  const file = openSync(path, "w");
  const spreadsheet = new SpreadsheetFile(file, [{ heading: "甲", width: 8 }], 3);
  for (const text of ["一", "二", "三"]) spreadsheet.row([{ kind: "text", text, bold: [] }]);
  spreadsheet.end();
  closeSync(file);
  expect(readSheets(path)).toEqual([
    [["1:甲"], ["0:一"], ["0:二"]],
    [["1:甲"], ["0:三"]],
  ]);
});

test("A file that cannot be finished leaves the older one of its name, and nothing else", () => {
  const directory = temporaryDirectory();
  const path = join(directory, "句子.xlsx");
  writeFileSync(path, "older");
  const slices = writeSentences(path, "zh-CN", function* () {
    yield;
    throw new Error("stopped");
  });
  expect(() => {
    while (!slices.next().done);
  }).toThrow("stopped");
  expect(readdirSync(directory)).toEqual(["句子.xlsx"]);
  expect(readFileSync(path, "utf8")).toBe("older");

  const nowhere = join(directory, "无此文件夹", "句子.xlsx");
  expect(failureOf(() => writeSentences(nowhere, "zh-CN", function* () {}).next())).toEqual({
    code: "not-writable",
    parameters: { path: nowhere },
  });
});

test("The file is named by the query, without what file names cannot hold", () => {
  expect(sentencesFileName('标题:"投资" OR 1/2', "zh-CN")).toBe("标题 投资 OR 1 2.xlsx");
  expect(sentencesFileName("..", "zh-CN")).toBe("句子.xlsx");
  expect(sentencesFileName("𠮷".repeat(100), "zh-CN")).toBe(`${"𠮷".repeat(40)}.xlsx`);
});

test("All sentences of a search are saved, in the order asked for, more than any page holds", async () => {
  const directory = temporaryDirectory();
  const thread = join(import.meta.dirname, "../../main/database-thread.ts");
  const database = await openDatabase({ directory: join(directory, "资料库"), thread });
  onTestFinished(() => database.close());
  const job = "0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a";
  await database.call("beginImport", { job, now: NOW });
  const days = Array.from({ length: 150 }, (_, day) =>
    new Date(Date.UTC(2021, 0, 1 + day)).toISOString().slice(0, 10),
  );
  const articles = days.map((issuedOn, day) =>
    article({ title: `第${day}日`, issuedOn }, `投资${day}亿元。别的话。又投资${day + 1}亿元！`),
  );
  await database.call("storeFiles", { job, files: [read(fileOf("/all.txt", "all", articles))] });

  const subject = { query: "投资", shortNames: false, filters: noFilters };
  const path = join(directory, "句子.xlsx");
  await database.call("saveSentences", { path, subject, order: "newest" });
  const rows = readSheets(path)[0] ?? [];
  expect(rows).toHaveLength(301);
  expect(rows[1]?.slice(2)).toEqual(["0:第149日", "0:投资**149亿**元。", "0:149亿"]);
  expect(rows[300]?.slice(2)).toEqual(["0:第0日", "0:又投资**1亿**元！", "0:1亿"]);
  expect(existsSync(`${path}.part`)).toBe(false);
});
