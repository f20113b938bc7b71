import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { filesBeside } from "../../main/importing/files-beside.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const bytes = (text: string) => ({ bytes: Buffer.from(text) });

test("finds files in the document's own folder and below, however the name is written", () => {
  const folder = temporaryFolder({
    "文/公告.html": "",
    "文/公告_files/图 1.png": "一",
    "文/50%25.png": "二",
    "文/Photo.JPG": "三",
    "文/a#b.png": "四",
  });
  const beside = filesBeside(join(folder, "文/公告.html"));
  expect(beside("公告_files/图 1.png")).toEqual(bytes("一"));
  expect(beside("./公告_files\\图%201.png?v=2#x")).toEqual(bytes("一"));
  expect(beside("%E5%85%AC%E5%91%8A_files/%E5%9B%BE%201.png")).toEqual(bytes("一"));
  // Bytes of GBK, as sites in that encoding write them.
  expect(beside("%B9%AB%B8%E6_files/%CD%BC%201.png")).toEqual(bytes("一"));
  expect(beside("50%25.png")).toEqual(bytes("二"));
  expect(beside("photo.jpg")).toEqual(bytes("三"));
  expect(beside("a#b.png")).toEqual(bytes("四"));
  expect(beside("a%23b.png")).toEqual(bytes("四"));
  expect(beside("没有.png")).toEqual({ refused: "missing" });
  expect(beside("公告_files")).toEqual({ refused: "missing" });
});

test("never leaves the document's own folder", () => {
  const folder = temporaryFolder({ "文/公告.html": "", "外/密.png": "密", "文外/密.png": "密" });
  symlinkSync(join(folder, "外"), join(folder, "文/链接"));
  symlinkSync(join(folder, "外/密.png"), join(folder, "文/链接.png"));
  const beside = filesBeside(join(folder, "文/公告.html"));
  for (const reference of [
    "../外/密.png",
    "..\\外\\密.png",
    "%2e%2e/外/密.png",
    "..%2f外%2f密.png",
    "a/../../外/密.png",
    "../文外/密.png",
    join(folder, "外/密.png"),
    pathToFileURL(join(folder, "外/密.png")).href,
    "\\\\server\\share\\密.png",
    "C:\\密.png",
    "链接/密.png",
    "链接.png",
    "公告.html:stream",
    "图.png%00.png",
  ]) {
    expect(beside(reference), reference).toEqual({ refused: "outside" });
  }
});

test("finds what a page names from the root of the computer that it was saved on, where it lies beside the page now", () => {
  const folder = temporaryFolder({
    "文/公告.html": "",
    "文/公告_files/图 1.png": "一",
    "文/图.png": "二",
    "外/密.png": "密",
  });
  const beside = filesBeside(join(folder, "文/公告.html"));
  expect(beside("file:///C:/Users/张三/公告_files/图%201.png")).toEqual(bytes("一"));
  expect(beside("C:\\Users\\张三\\公告_files\\图 1.png")).toEqual(bytes("一"));
  expect(beside(pathToFileURL(join(folder, "文/公告_files/图 1.png")).href)).toEqual(bytes("一"));
  expect(beside("file://localhost/home/zhang/图.png")).toEqual(bytes("二"));
  for (const reference of [
    pathToFileURL(join(folder, "外/密.png")).href,
    `file:///${folder}/文/../外/密.png`,
    "file:///C:/文/没有.png",
    "file://server/share/图.png",
    "file:///",
  ]) {
    expect(beside(reference), reference).toEqual({ refused: "outside" });
  }
});
