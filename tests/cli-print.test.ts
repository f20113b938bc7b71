import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { parseCommandLine } from "../main/cli/arguments.ts";
import { temporaryFolder } from "./importing/temporary-folder.ts";

// Each command is a real process with a thread of its own.
vi.setConfig({ testTimeout: 120_000 });

const entry = join(import.meta.dirname, "../main/cli.ts");

function antou(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args, "--language", "zh-CN"], {
    encoding: "utf8",
    timeout: 60_000,
  });
  return { code: status, output: stdout, errors: stderr.trim() };
}

function asked(...args: readonly string[]) {
  return parseCommandLine(["print", ...args], {}).asked;
}

test("print is told the article, its sections, the template and where the PDF goes", () => {
  expect(asked("7", "--pdf", "甲.pdf", "--library", "库")).toEqual({
    ...{ command: "print", library: "库", id: 7, sections: null, template: "standard" },
    ...{ pictures: true, path: "甲.pdf" },
  });
  const more = ["--sections", "2,4-5", "--template", "gongwen", "--no-images"];
  expect(asked("7", ...more, "--pdf", "甲.pdf", "--library", "库")).toMatchObject({
    ...{ sections: "2,4-5", template: "gongwen", pictures: false },
  });
});

test("what is wrong with what was typed is said", () => {
  const library = ["--library", "库"];
  expect(asked("--pdf", "甲.pdf", ...library)).toMatchObject({ code: "usage.no-article" });
  expect(asked("第一篇", "--pdf", "甲.pdf", ...library)).toMatchObject({ code: "usage.bad-article" });
  expect(asked("1", "2", "--pdf", "甲.pdf", ...library)).toMatchObject({ code: "usage.too-many" });
  expect(asked("1", ...library)).toMatchObject({ code: "usage.no-pdf" });
  expect(asked("1", "--sections", " ", "--pdf", "甲.pdf", ...library)).toMatchObject({
    code: "usage.bad-sections",
  });
  expect(asked("1", "--template", "花样", "--pdf", "甲.pdf", ...library)).toMatchObject({
    ...{ code: "usage.bad-template", parameters: { given: "花样", about: "" } },
  });
  expect(asked("1", "--limit", "3", "--pdf", "甲.pdf", ...library)).toMatchObject({
    code: "usage.option-elsewhere",
  });
  const others = parseCommandLine(["list", "--pdf", "甲.pdf", ...library], {}).asked;
  expect(others).toMatchObject({
    code: "usage.option-elsewhere",
    parameters: { given: "--pdf", about: "print" },
  });
  const sections = parseCommandLine(["list", "--sections", ...library], {}).asked;
  expect(sections).toMatchObject({
    code: "usage.option-elsewhere",
    parameters: { given: "--sections", about: "show, print" },
  });
});

test("under plain Node an unknown section is named, and a known one needs the application itself", () => {
  const folder = temporaryFolder({ "甲.md": "# 春耕\n\n## 一、部署\n\n早安排。\n" });
  const library = join(folder, "库");
  const pdf = join(folder, "甲.pdf");
  expect(antou("import", join(folder, "甲.md"), "--library", library).code).toBe(0);
  expect(antou("print", "1", "--sections", "1,8", "--pdf", pdf, "--library", library)).toMatchObject({
    ...{ code: 1, output: "" },
    errors: "第1号文章没有“8”这一节。请用 show 1 --sections 查看各节的编号。",
  });
  expect(antou("print", "9", "--pdf", pdf, "--library", library)).toMatchObject({
    ...{ code: 1, errors: "没有编号为9的文章。它可能已被删除。" },
  });
  const refused = antou("print", "1", "--sections", "1", "--pdf", pdf, "--library", library);
  expect(refused.code).toBe(1);
  expect(refused.errors).toContain("打印要由案头程序本身完成");
  expect(existsSync(pdf)).toBe(false);
});
