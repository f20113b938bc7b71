import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findFiles } from "../../main/importing/find-files.ts";
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
    failed: failed.map(({ file, code }) => `${short(file)} ${code}`),
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

test("takes no more of a list's cell than the library does: a quote that is never closed makes one of all that follows", async () => {
  const rest = "长".repeat(5000);
  const folder = temporaryFolder({ "报/清单.csv": `file,title\n1.txt,"${rest}`, "报/1.txt": "" });
  const { files } = await findFiles([join(folder, "报")], running);
  expect(files.map(({ row }) => row?.title.length)).toEqual([1000]);
});
