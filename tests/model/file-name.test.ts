import fc from "fast-check";
import { expect, test } from "vitest";
import { printFileName } from "../../main/print-job.ts";
import { fileNameOf } from "../../preload/model/file-name.ts";

/** On Windows these name devices, whatever ending they bear. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const bytes = (text: string) => Buffer.byteLength(text);

test("what no file name may hold becomes a space, and the rest stays", () => {
  expect(fileNameOf("关于“防汛”的通知（2026年）")).toBe("关于“防汛”的通知（2026年）");
  expect(fileNameOf('一/二\\三:四*五?六"七<八>九|十')).toBe("一 二 三 四 五 六 七 八 九 十");
  expect(fileNameOf("第一行\n第二行\t\u0000\u202e完")).toBe("第一行 第二行 完");
});

test("a name neither begins nor ends with a dot or a space", () => {
  expect(fileNameOf("  ..隐藏的文件…. . ")).toBe("隐藏的文件…");
  expect(fileNameOf("../../etc/passwd")).toBe("etc passwd");
  for (const nothing of ["", " ", "...", "/:*", "\n"]) expect(fileNameOf(nothing)).toBe("");
});

test("a long title is cut between characters, so that the file can be written everywhere", () => {
  const long = fileNameOf("防汛".repeat(500));
  expect(long).toMatch(/^(?:防汛)+防?$/);
  expect(bytes(long)).toBeLessThanOrEqual(200);
  const families = fileNameOf("👨‍👩‍👧‍👦".repeat(40));
  expect(families).not.toContain("\ufffd");
  expect(fileNameOf(`${"长".repeat(66)}é`)).not.toMatch(/\u0301$/);
});

test("a print is named after title and day, or as one without a title", () => {
  const named = (title: string, extension = "pdf") =>
    printFileName({ title, language: "zh-CN", printedOn: "2026-11-24" }, extension);
  expect(named("春耕简报")).toBe("春耕简报_2026-11-24.pdf");
  expect(named("春耕简报", "docx")).toBe("春耕简报_2026-11-24.docx");
  expect(named(" / ")).toMatch(/^.+_2026-11-24\.pdf$/);
  for (const device of ["CON", "nul", "COM1", "lpt9"]) expect(named(device)).not.toMatch(devices);
});

test("whatever the title, the name can be written beside a file of the same name that is half finished", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (title) => {
      const name = printFileName({ title, language: "en", printedOn: "2026-11-24" }, "docx");
      expect(bytes(`${name}.part`)).toBeLessThanOrEqual(255);
      expect(name).not.toMatch(/[\p{Cc}\\/:*?"<>|]|^[\s.]|[\s.]$/u);
      expect(name.isWellFormed()).toBe(true);
      expect(name).not.toMatch(devices);
    }),
  );
});
