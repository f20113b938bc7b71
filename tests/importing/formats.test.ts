import { describe, expect, test } from "vitest";
import { recogniseFormat } from "../../main/importing/formats.ts";
import { ZipArchive } from "../../main/importing/zip.ts";
import { failureOf } from "../library/temporary-library.ts";
import { makeZip } from "./make-zip.ts";
import { png, svg200x100 } from "./sample-pictures.ts";

function formatOf(content: string | Uint8Array, name: string): string {
  const found = recogniseFormat(typeof content === "string" ? Buffer.from(content) : content, name);
  return typeof found === "string" ? found : found.name;
}

describe("recogniseFormat", () => {
  test("tells text, Markdown and HTML apart", () => {
    expect(formatOf("全县春耕现场会召开。", "春耕.txt")).toBe("text");
    expect(formatOf("全县春耕现场会召开。", "没有扩展名的通知2021.3")).toBe("text");
    expect(formatOf("# 春耕", "春耕.md")).toBe("markdown");
    expect(formatOf("<p>春耕", "春耕.htm")).toBe("html");
  });

  test("goes by content before name", () => {
    expect(formatOf('<?xml version="1.0"?>\n<!-- x --><!DOCTYPE html><title>a</title>', "春耕.txt")).toBe(
      "html",
    );
    expect(formatOf(Buffer.from("\uFEFF<html><body>春耕", "utf16le"), "春耕.md")).toBe("html");
    expect(formatOf("BMW进入县城。MZ也是。", "BM.txt")).toBe("text");
    expect(formatOf(Buffer.from("春耕生产 2021年 3月", "utf16le"), "春耕.txt")).toBe("text");
  });

  test.each([
    ["PK\x03\x04\x14\x00\x00\x00\x08\x00", "zip, docx, epub, ofd"],
    ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "doc, xls"],
    ["{\\rtf1\\ansi text", "rtf"],
    ["\xdb\xa5\x2d\x00\x31\x40\x09\x08\x00\x00", "Word 2"],
    ["\xffWPC\x10\x00\x00\x00\x01\x0a", "WordPerfect"],
    ["GIF89a\x01\x00", "gif"],
  ])("refuses %j (%s) under any name", (beginning) => {
    const bytes = Buffer.from(beginning, "latin1");
    for (const name of ["a.txt", "a.html", "a.md", "a.doc", "a"]) {
      expect(formatOf(bytes, name)).toBe("unsupported-format");
    }
  });

  test("takes pictures of pages for scans, unless they bear the name of a document", () => {
    expect(formatOf(png(20, 20), "扫描件2021.3")).toBe("scan");
    for (const name of ["a.docx", "a.epub", "a.md", "a.doc"]) {
      expect(formatOf(png(20, 20), name)).toBe("unsupported-format");
    }
  });

  test("refuses pictures, also as text", () => {
    expect(formatOf(png(2, 2), "图.txt")).toBe("unsupported-format");
    expect(formatOf(svg200x100, "图.svg")).toBe("unsupported-format");
  });

  test("calls bytes that are nothing known unreadable under a name it takes, unsupported under another", () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3)) & 0xff);
    expect(formatOf(noise, "程序.txt")).toBe("unreadable");
    expect(formatOf(noise, "程序.bin")).toBe("unsupported-format");
  });

  test("names what is locked by a password", () => {
    const locked = makeZip({ "word/document.xml": "文" });
    locked.writeUInt16LE(1, 6);
    expect(formatOf(locked, "a.docx")).toBe("encrypted");
    const office = Buffer.concat([
      Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]);
    expect(formatOf(office, "a.docx")).toBe("encrypted");
  });

  test("takes noise behind the beginning of a zip for a damaged file, not for a locked one", () => {
    for (let seed = 0; seed < 200; seed++) {
      const noise = Uint8Array.from(
        { length: 400 },
        (_, index) => (index * 7919 + seed * 31 + (index >> 3)) & 0xff,
      );
      noise.set([0x50, 0x4b, 3, 4]);
      noise[6] = 1;
      expect(formatOf(noise, "a.docx")).toBe("docx");
      expect(failureOf(() => new ZipArchive(noise).read("x"))?.code).not.toBe("encrypted");
    }
  });

  test("does not read other formats of text as an article", () => {
    expect(formatOf('{"a":1}', "a.json")).toBe("unsupported-format");
    expect(formatOf("a,b\n1,2", "a.csv")).toBe("unsupported-format");
  });
});
