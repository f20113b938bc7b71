import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { parseCommandLine } from "../main/cli/arguments.ts";
import { temporaryFolder } from "./importing/temporary-folder.ts";

// Each command is a real process with a thread and a reader process of its own.
vi.setConfig({ testTimeout: 120_000 });

async function antou(library: string, ...args: readonly string[]) {
  const main = join(import.meta.dirname, "../main/cli.ts");
  const child = spawn(process.execPath, [
    main,
    ...args,
    "--library",
    library,
    "--json",
    "--language",
    "zh-CN",
  ]);
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, errors: errors.trim(), value: JSON.parse(output) };
}

test("the last import is undone, or the one that is named, once, and says what became of its articles", async () => {
  const folder = temporaryFolder({ "一.md": "# 一\n\n旧的正文。" });
  const library = join(folder, "资料库");
  expect(await antou(library, "undo-import")).toEqual({
    ...{ code: 1, errors: "没有可撤销的内容。" },
    value: { batch: null, state: "nothing", created: 0, changed: 0 },
  });
  const file = join(folder, "一.md");
  const first = (await antou(library, "import", file)).value.batch;
  writeFileSync(file, "# 一\n\n新的正文。");
  writeFileSync(join(folder, "二.md"), "# 二\n\n正文。");
  const second = (await antou(library, "import", file, join(folder, "二.md"))).value.batch;
  const undone = await antou(library, "undo-import");
  expect(undone).toEqual({
    ...{ code: 0, errors: "" },
    value: { batch: second, state: "done", created: 1, changed: 1 },
  });
  const listed = (await antou(library, "list")).value as readonly { readonly title: string }[];
  expect(listed.map(({ title }) => title)).toEqual(["一"]);
  const shown = await antou(library, "show", "1");
  expect(JSON.stringify(shown.value)).toContain("旧的正文。");
  expect(await antou(library, "undo-import")).toMatchObject({
    code: 1,
    value: { state: "done", created: 0 },
  });
  expect((await antou(library, "undo-import", "--batch", first)).value).toMatchObject({
    ...{ batch: first, created: 1, state: "done" },
  });
  expect((await antou(library, "list")).value).toEqual([]);
  const unknown = await antou(library, "undo-import", "--batch", randomUUID());
  expect([unknown.code, unknown.value.error.code]).toEqual([1, "no-such-import"]);
  expect(unknown.errors).toContain("没有编号为");
});

test("what is wrong with the command is said", () => {
  const asked = (...args: string[]) => parseCommandLine([...args, "--library", "d"], {}).asked;
  expect(asked("undo-import")).toMatchObject({ command: "undo-import", batch: null });
  expect(asked("undo-import", "1")).toMatchObject({ code: "usage.too-many" });
  expect(asked("undo-import", "--batch", "nope")).toMatchObject({ code: "usage.bad-batch" });
  expect(asked("list", "--batch", "x")).toMatchObject({
    ...{ code: "usage.option-elsewhere", parameters: { given: "--batch", about: "undo-import" } },
  });
});
