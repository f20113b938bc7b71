import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { forkedReader } from "../../main/importing/forked-reader.ts";
import type { Fingerprint, ReaderLimits, ReadOutcome } from "../../main/importing/reader-client.ts";
import { ReaderClient } from "../../main/importing/reader-client.ts";
import { diedOfMemory } from "../../main/importing/reader-death.ts";
import { utilityReader } from "../../main/shell/start-reader.ts";
import { temporaryFolder } from "./temporary-folder.ts";

// Each test starts a process, some of them several, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const trial = join(import.meta.dirname, "trial-reader-process.ts");
/** The clock is only for files that hang: short for those, out of the way for all others. */
const patient: ReaderLimits = { seconds: 60, megabytes: 300 };
const impatient: ReaderLimits = { ...patient, seconds: 5 };

const open: ReaderClient[] = [];
afterEach(() => {
  for (const client of open.splice(0)) client.close();
});

function clientOf(entry = trial, given = patient): ReaderClient {
  const client = new ReaderClient(forkedReader(entry), given);
  open.push(client);
  return client;
}

const always = () => Promise.resolve(true);

function shortened(outcome: ReadOutcome): string {
  if (outcome.state === "failed") return outcome.code;
  return outcome.state === "read"
    ? outcome.reading.articles.map(({ article }) => article.title).join()
    : outcome.state;
}

async function readAll(
  client: ReaderClient,
  files: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const folder = temporaryFolder(files);
  const outcomes = await Promise.all(
    Object.keys(files).map((name) => client.read(join(folder, name), always)),
  );
  return outcomes.map(shortened);
}

/** Electron's kind of process, whose channel cannot be waited for: what a process has sent when it crashes may be lost. */
vi.mock("electron", () => import("../standin/utility-process.ts"));

test.each([
  ["crash", "unreadable"],
  ["fill memory outside the heap", "out-of-memory"],
  ["hang", "timed-out"],
])(
  "in a utility process, too, what comes before a file that misbehaves is whole: %s",
  async (misbehaviour, code) => {
    const long = `# 长文\n\n${"全县春耕现场会召开。".repeat(300_000)}`;
    const files = {
      "1.md": "# 一\n\n正文。",
      "2.md": long,
      "3.txt": `misbehave: ${misbehaviour}`,
      "4.md": long,
      "5.txt": `misbehave: ${misbehaviour}`,
      "6.md": "# 六\n\n正文。",
    };
    const client = new ReaderClient(utilityReader(trial), { ...impatient, megabytes: 1024 });
    open.push(client);
    expect(await readAll(client, files)).toEqual(["一", "长文", code, "长文", code, "六"]);
  },
);

describe("a file that misbehaves costs only itself", () => {
  test.each([
    ["hang", "timed-out"],
    ["fill the heap", "out-of-memory"],
    ["fill memory outside the heap", "out-of-memory"],
    ["crash", "unreadable"],
    ["answer nonsense", "unreadable"],
    ["answer pieces that do not fit", "unreadable"],
    ["throw", "unreadable"],
  ])("%s: %s", async (misbehaviour, code) => {
    const files = {
      "1.md": "# 一\n\n正文。",
      "2.md": "# 二\n\n正文。",
      "3.txt": `misbehave: ${misbehaviour}`,
      "4.md": "# 四\n\n正文。",
      "5.md": "# 五\n\n正文。",
    };
    const client = clientOf(trial, code === "timed-out" ? impatient : patient);
    expect(await readAll(client, files)).toEqual(["一", "二", code, "四", "五"]);
  });

  test("each of several in a row, and the first of all", async () => {
    const files = {
      "1.txt": "misbehave: crash",
      "2.txt": "misbehave: hang",
      "3.txt": "misbehave: crash",
      "4.md": "# 四\n\n正文。",
    };
    expect(await readAll(clientOf(trial, impatient), files)).toEqual([
      "unreadable",
      "timed-out",
      "unreadable",
      "四",
    ]);
  });
});

test.each([
  ["hang", "timed-out"],
  ["crash", "unreadable"],
])("what comes in many parcels before a file that misbehaves is whole: %s", async (misbehaviour, code) => {
  const long = `# 长文\n\n${"全县春耕现场会召开。".repeat(300_000)}`;
  const files = { "1.md": long, "2.txt": `misbehave: ${misbehaviour}`, "3.md": "# 三\n\n正文。" };
  expect(await readAll(clientOf(trial, { ...impatient, megabytes: 1024 }), files)).toEqual([
    "长文",
    code,
    "三",
  ]);
});

test("what a list says of a file is laid over it where it is read, so that nothing long is unpacked on the way", async () => {
  const folder = temporaryFolder({ "1.md": "# 文中的题\n\n正文。" });
  const row = { title: "清单的题", publication: "示例日报", issuedOn: "2021-02-05", page: "3" };
  const outcome = await clientOf().read(join(folder, "1.md"), always, { row });
  if (outcome.state !== "read") throw new Error(JSON.stringify(outcome));
  const [only] = outcome.reading.articles;
  expect(only?.article).toMatchObject(row);
  expect(only?.article.blocks).toContain("文中的题");
});

test.skipIf(process.platform === "win32")(
  "a file that hangs while it is opened, as on a network drive that does not answer, takes no other file with it",
  async () => {
    const folder = temporaryFolder({ "1.md": "# 一\n\n正文。", "3.md": "# 三\n\n正文。" });
    // Nobody ever writes into it.
    execFileSync("mkfifo", [join(folder, "2.txt")]);
    const client = clientOf(trial, impatient);
    const outcomes = await Promise.all(
      ["1.md", "2.txt", "3.md"].map((name) => client.read(join(folder, name), always)),
    );
    expect(outcomes.map(shortened)).toEqual(["一", "timed-out", "三"]);
  },
);

test("a timed-out file is named with its limit", async () => {
  const folder = temporaryFolder({ "1.txt": "misbehave: hang" });
  expect(await clientOf(trial, { ...patient, seconds: 1 }).read(join(folder, "1.txt"), always)).toEqual({
    ...{ state: "failed", code: "timed-out", parameters: { seconds: 1 } },
  });
});

test("a file is asked about by its fingerprint, once, and not parsed where it is not needed", async () => {
  const folder = temporaryFolder({ "1.txt": "misbehave: hang" });
  const asked: Fingerprint[] = [];
  const outcome = await clientOf().read(join(folder, "1.txt"), async (fingerprint) => {
    asked.push(fingerprint);
    return false;
  });
  expect(outcome).toEqual({ state: "skipped" });
  expect(asked).toEqual([
    expect.objectContaining({
      sha256: "e0ef772030573a3874573485e92d81fda32d4c1230b1412b6e2c1714cd00f637",
      size: 15,
    }),
  ]);
});

test("the original's bytes come back whole, however long", async () => {
  const content = `# 长文\n\n${"全县春耕现场会召开。".repeat(500_000)}`;
  const folder = temporaryFolder({ "1.md": content });
  const outcome = await clientOf(trial, { ...patient, megabytes: 1024 }).read(join(folder, "1.md"), always);
  if (outcome.state !== "read") throw new Error(JSON.stringify(outcome));
  expect(Buffer.compare(outcome.original.bytes, Buffer.from(content))).toBe(0);
});

test("closing ends what is under way and answers what comes later", async () => {
  const folder = temporaryFolder({ "1.txt": "misbehave: hang" });
  const client = clientOf();
  const { promise: asked, resolve: wasAsked } = Promise.withResolvers<void>();
  const reading = client.read(join(folder, "1.txt"), () => {
    wasAsked();
    return always();
  });
  await asked;
  client.close();
  expect(await reading).toEqual({ state: "closed" });
  expect(await client.read(join(folder, "1.txt"), always)).toEqual({ state: "closed" });
});

test("a process that cannot start is our own fault, not the file's", async () => {
  const folder = temporaryFolder({ "没有程序.ts": "throw new Error('坏了');", "1.txt": "正文" });
  const client = clientOf(join(folder, "没有程序.ts"));
  await expect(client.read(join(folder, "1.txt"), always)).rejects.toThrow(/did not start.*坏了/s);
});

test("a failing question about a file is passed on, and the next file is read", async () => {
  const folder = temporaryFolder({ "1.md": "# 一\n\n正文。", "2.md": "# 二\n\n正文。" });
  const client = clientOf();
  const first = client.read(join(folder, "1.md"), () => Promise.reject(new Error("资料库已关闭")));
  const second = client.read(join(folder, "2.md"), always);
  await expect(first).rejects.toThrow("资料库已关闭");
  expect(shortened(await second)).toBe("二");
});

test("death by memory is told by V8's last words, the watch's notice, or a kill that nobody here sent", () => {
  const exit = { code: null, signal: null, errorOutput: "" };
  expect(diedOfMemory({ ...exit, errorOutput: "FATAL ERROR: … JavaScript heap out of memory" })).toBe(true);
  expect(diedOfMemory({ ...exit, errorOutput: "reader memory limit reached\n" })).toBe(true);
  expect(diedOfMemory({ ...exit, signal: "SIGKILL" })).toBe(true);
  expect(diedOfMemory({ ...exit, signal: "SIGSEGV", errorOutput: "TypeError" })).toBe(false);
});
