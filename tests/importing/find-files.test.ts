import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findFiles } from "../../main/importing/find-files.ts";
import { sayCode } from "../../preload/model/messages.ts";
import { encode } from "./encode-text.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const running = new AbortController().signal;

async function found(folder: string, ...paths: readonly string[]) {
  const { files, failed } = await findFiles(
    paths.map((path) => join(folder, path)),
    running,
  );
  const short = (path: string) => path.slice(folder.length + 1);
  return {
    files: files.map(({ shown }) => short(shown)),
    failed: failed.map(({ failure: { file, code } }) => `${short(file)} ${code}`),
  };
}

test("walks folders in the order a person counts, and takes each file once", async () => {
  const folder = temporaryFolder({
    "报/第10版.txt": "",
    "报/第2版.txt": "",
    "报/附/1.txt": "",
    "单.txt": "",
  });
  expect(await found(folder, "单.txt", "报", "报/第2版.txt")).toEqual({
    files: ["单.txt", "报/第2版.txt", "报/第10版.txt", "报/附/1.txt"],
    failed: [],
  });
});

test("passes over the library that lies in the folder, but not over files named likewise", async () => {
  const folder = temporaryFolder({
    "库/library.db": "",
    "库/library.db-wal": "",
    "库/library.lock": "",
    "库/library.txt": "",
  });
  expect(await found(folder, "库")).toEqual({ files: ["库/library.txt"], failed: [] });
});

test("passes over hidden and system files, but takes one that is named", async () => {
  const folder = temporaryFolder({
    "报/.隐藏.txt": "",
    "报/.git/a.txt": "",
    "报/~$报告.txt": "",
    "报/Thumbs.db": "",
    "报/desktop.ini": "",
    "报/正文.txt": "",
  });
  expect((await found(folder, "报", "报/.隐藏.txt")).files).toEqual(["报/正文.txt", "报/.隐藏.txt"]);
});

test("takes a page's pictures for its companions, and other pictures for files of their own", async () => {
  const folder = temporaryFolder({
    "网/公告.html": "",
    "网/公告_files/a.html": "",
    "网/公告_files/a.png": "",
    "网/图/一.PNG": "",
    "网/样式.css": "",
    "网/表.xls": "",
    "扫描/第1版.jpg": "",
  });
  expect(await found(folder, "网", "扫描")).toEqual({
    files: ["网/公告.html", "网/表.xls", "扫描/第1版.jpg"],
    failed: [],
  });
});

test("says of a folder without files that it is empty, of what is not there that it was not found", async () => {
  const folder = temporaryFolder({ "空/.隐藏": "" });
  expect(await found(folder, "空", "没有", "没有/更没有.txt")).toEqual({
    files: [],
    failed: ["空 empty", "没有 not-found", "没有/更没有.txt not-found"],
  });
});

test("ends at links that lead back, follows the others, and names those that lead nowhere", async () => {
  const folder = temporaryFolder({ "报/甲/1.txt": "", "外/2.txt": "" });
  symlinkSync(join(folder, "报"), join(folder, "报/甲/回"));
  symlinkSync(join(folder, "外"), join(folder, "报/乙"));
  symlinkSync(join(folder, "无"), join(folder, "报/断"));
  const { files, failed } = await found(folder, "报");
  expect([...files].sort()).toEqual(["报/乙/2.txt", "报/甲/1.txt"]);
  expect(failed).toEqual(["报/断 not-found"]);
});

test("says in which folders a file was found, and nothing of one that was given itself", async () => {
  const folder = temporaryFolder({ "资料/通知/春耕.txt": "", "资料/总.txt": "", "单.txt": "" });
  const { files } = await findFiles([join(folder, "单.txt"), join(folder, "资料")], running);
  expect(files.map(({ shown, folders }) => [shown.slice(folder.length + 1), folders])).toEqual([
    ["单.txt", undefined],
    ["资料/总.txt", ["资料"]],
    ["资料/通知/春耕.txt", ["资料", "通知"]],
  ]);
});

test("takes a list for what the files beside it are, the nearest one first, and warns of names that are not there", async () => {
  const folder = temporaryFolder({
    "报/清单.csv": "file,title,date\n1.txt,总一,2021-02-05\n附/2.txt,总二,\n没有.txt,无,",
    "报/1.txt": "",
    "报/附/manifest.csv": "文件,标题\n2.TXT,近二",
    "报/附/2.txt": "",
    "报/附/表.csv": "姓名,年龄\n张三,30",
  });
  const { files, manifests } = await findFiles([join(folder, "报")], running);
  expect(files.map(({ shown, row }) => [shown.slice(folder.length + 1), row?.title])).toEqual([
    ["报/1.txt", "总一"],
    ["报/附/2.txt", "近二"],
    ["报/附/表.csv", undefined],
  ]);
  expect(manifests.flatMap(({ warnings }) => warnings)).toMatchObject([
    { file: join(folder, "报/清单.csv"), parameters: { name: "没有.txt", count: 1 } },
  ]);
});

test("a list may name files by whole paths, of this computer or of the one it was written on", async () => {
  const folder = temporaryFolder({
    "来件/1.txt": "",
    "来件/附/2.txt": "",
    "来件/3.txt": "",
    "来件/附/3.txt": "",
  });
  const rows = [
    [join(folder, "来件/1.txt"), "一"],
    ["D:\\工作\\来件\\附\\2.txt", "二"],
    ["\\\\server\\共享\\来件\\3.txt", "三"],
    ["D:\\别处\\1.txt", "别处"],
  ];
  writeFileSync(join(folder, "来件/清单.csv"), `文件,标题\n${rows.map((row) => row.join()).join("\n")}`);
  const { files, manifests } = await findFiles([join(folder, "来件")], running);
  expect(files.map(({ shown, row }) => [shown.slice(folder.length + 1), row?.title])).toEqual([
    ["来件/1.txt", "一"],
    ["来件/3.txt", "三"],
    ["来件/附/2.txt", "二"],
    ["来件/附/3.txt", undefined],
  ]);
  expect(manifests.flatMap(({ warnings }) => warnings)).toMatchObject([
    { parameters: { name: "D:\\别处\\1.txt", count: 1 } },
  ]);
});

test("names in a warning the beginning of what a quote never closed makes the rest of the list, its characters whole", async () => {
  const folder = temporaryFolder({ "报/清单.csv": `file,title\n"a${"𠮷".repeat(5000)}`, "报/1.txt": "" });
  const { manifests } = await findFiles([join(folder, "报")], running);
  expect(manifests.flatMap(({ warnings }) => warnings)).toMatchObject([
    { parameters: { name: `a${"𠮷".repeat(99)}`, count: 1 } },
  ]);
});

test("takes no more of a list's cell than the library does: a quote that is never closed makes one of all that follows", async () => {
  const rest = "长".repeat(5000);
  const folder = temporaryFolder({ "报/清单.csv": `file,title\n1.txt,"${rest}`, "报/1.txt": "" });
  const { files } = await findFiles([join(folder, "报")], running);
  expect(files.map(({ row }) => row?.title.length)).toEqual([1000]);
});

test("a file that is given beside its folder comes in as the folder's, wherever it stands among what is given", async () => {
  const folder = temporaryFolder({ "资料/通知/春耕.txt": "", "资料/总.txt": "" });
  const given = [join(folder, "资料/通知/春耕.txt"), join(folder, "资料"), join(folder, "资料/总.txt")];
  const { files } = await findFiles(given, running);
  expect(files.map(({ path, folders }) => [path.slice(folder.length + 1), folders])).toEqual([
    ["资料/通知/春耕.txt", ["资料", "通知"]],
    ["资料/总.txt", ["资料"]],
  ]);
});

/** Names of bytes as Linux alone has them. */
const onLinux = test.skipIf(process.platform !== "linux");

function bytePath(folder: string, ...names: readonly string[]): Buffer {
  return Buffer.concat([
    Buffer.from(folder),
    ...names.flatMap((name) => [Buffer.from("/"), encode(name, "gbk")]),
  ]);
}

onLinux("finds files whose names are GBK, shows them as they read, and knows them apart", async () => {
  const folder = temporaryFolder({ "来件/甲.txt": "甲" });
  mkdirSync(bytePath(`${folder}/来件`, "附件"));
  writeFileSync(bytePath(`${folder}/来件`, "附件", "春耕安排.txt"), "一");
  writeFileSync(bytePath(`${folder}/来件`, "附件", "春耕方案.txt"), "二");
  // Its bytes are UTF-8 by chance.
  writeFileSync(bytePath(`${folder}/来件`, "附件", "通知.txt"), "三");
  writeFileSync(bytePath(`${folder}/来件`, "附件", "清单.csv"), "file,title\n春耕安排.txt,安排一则\n");
  const { files, failed, manifests } = await findFiles([join(folder, "来件")], running);
  expect(failed).toEqual([]);
  expect(manifests.flatMap(({ warnings }) => warnings)).toEqual([]);
  expect(
    files.map(({ shown, folders, row }) => [shown.slice(folder.length + 1), folders, row?.title]),
  ).toEqual([
    ["来件/甲.txt", ["来件"], undefined],
    ["来件/附件/通知.txt", ["来件", "附件"], undefined],
    ["来件/附件/春耕安排.txt", ["来件", "附件"], "安排一则"],
    ["来件/附件/春耕方案.txt", ["来件", "附件"], undefined],
  ]);
  expect(new Set(files.map(({ path }) => path)).size).toBe(4);
});

onLinux(
  "a path that came through a program that cannot say its name is the one file that it can mean",
  async () => {
    const folder = temporaryFolder({});
    const path = bytePath(folder, "春耕安排.txt");
    writeFileSync(path, "一");
    const given = path.toString();
    expect(given).toContain("\uFFFD");
    const { files } = await findFiles([given], running);
    expect(files.map(({ shown }) => shown)).toEqual([join(folder, "春耕安排.txt")]);
    // Another name that the program would say in the same way.
    expect(bytePath(folder, "春耕方案.txt").toString()).toBe(given);
    writeFileSync(bytePath(folder, "春耕方案.txt"), "二");
    const { files: none, failed } = await findFiles([given], running);
    expect(none).toEqual([]);
    expect(failed.map(({ failure: { code, parameters } }) => sayCode("zh-CN", code, parameters))).toEqual([
      expect.stringContaining("的名称不是UTF-8编码"),
    ]);
  },
);
