/** The command `print` of the built application, run without a window as a person would at a terminal. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { findRuntime, root } from "../../scripts/runtime.ts";

const article = `# 春耕现场会召开

开头一段说明来由。

## 一、部署

早动手，早安排。

## 二、要求

抓落实，见实效。

### （一）责任

层层落实责任。

### （二）督查

每月督查一次。

## 三、保障

资金优先安排。
`;

let folder: string;
let library: string;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "antou-打印-"));
  library = join(folder, "库");
  writeFileSync(join(folder, "甲.md"), article);
  const imported = spawnSync(process.execPath, [
    ...[join(root, "out/main/cli.js"), "import", join(folder, "甲.md"), "--library", library],
  ]);
  expect(imported.status).toBe(0);
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

function antou(...args: readonly string[]) {
  const runtime = findRuntime();
  if (runtime === null) throw new Error("Neither Electron's runtime nor a Chromium is here: see npm start.");
  const typed = [...args, "--library", library, "--language", "zh-CN"];
  const { status, stdout, stderr } = spawnSync(runtime.program, [...runtime.switches, root, ...typed], {
    ...{ cwd: folder, encoding: "utf8", timeout: 60_000 },
  });
  return { code: status, output: stdout.trim(), errors: stderr };
}

function textOf(pdf: string): string {
  return spawnSync("pdftotext", [join(folder, pdf), "-"], { encoding: "utf8" }).stdout.replaceAll(/\s+/g, "");
}

test("prints the sections named, nested ones too, to a file beside the person, and says how many pages", () => {
  const printed = antou("print", "1", "--sections", "2,3.2-4", "--pdf", "乙 页.pdf");
  expect(printed).toMatchObject({ code: 0, output: `共1页，已保存到${join(folder, "乙 页.pdf")}` });
  const text = textOf("乙 页.pdf");
  expect(text).toContain("一、部署早动手，早安排。（二）督查每月督查一次。三、保障资金优先安排。");
  expect(text).not.toContain("层层落实");
  expect(text).not.toContain("开头一段");
});

test("prints the whole article in the official layout, as one JSON value", () => {
  const printed = antou("print", "1", "--template", "gongwen", "--no-images", "--pdf", "公文.pdf", "--json");
  expect(printed.code).toBe(0);
  expect(JSON.parse(printed.output)).toMatchObject({ file: join(folder, "公文.pdf"), pages: 1, leftOut: 0 });
  expect(textOf("公文.pdf")).toMatch(/春耕现场会召开.*开头一段说明来由。.*资金优先安排。.*—1—/);
});

test("a file that cannot be written is said in a sentence, and nothing is left behind", () => {
  mkdirSync(join(folder, "占用"), { recursive: true });
  const printed = antou("print", "1", "--pdf", "占用");
  expect(printed).toMatchObject({ code: 1, output: "" });
  expect(printed.errors).toContain(`无法写入“${join(folder, "占用")}”。请换一个文件夹，或检查权限。`);
  expect(antou("print", "1", "--pdf", "没有/这里.pdf").code).toBe(1);
  expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});
