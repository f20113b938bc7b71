import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { usualZipLimits, ZipArchive } from "../../main/importing/zip.ts";
import { failureOf } from "../library/temporary-library.ts";

const text = (archive: ZipArchive, name: string) => new TextDecoder().decode(archive.read(name)?.bytes);

function archiveOf(files: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)]))),
  );
}

test("every entry is read by its name, in any script", () => {
  const archive = new ZipArchive(archiveOf({ "甲/乙.txt": "文字".repeat(100), "c.txt": "" }));
  expect(archive.entries.map(({ name }) => name)).toEqual(["甲/乙.txt", "c.txt"]);
  expect(text(archive, "甲/乙.txt")).toBe("文字".repeat(100));
  expect(archive.read("c.txt")).toEqual({ bytes: Buffer.alloc(0), whole: true });
  expect(archive.read("missing")).toBeNull();
});

test("a name in GBK without a flag is the name that was meant", () => {
  const bytes = archiveOf({ "xx.txt": "a" });
  const gbk = Buffer.from([0xd6, 0xd0]);
  for (let at = bytes.indexOf("xx.txt"); at !== -1; at = bytes.indexOf("xx.txt")) gbk.copy(bytes, at);
  expect(new ZipArchive(bytes).entries.map(({ name }) => name)).toEqual(["中.txt"]);
});

test("names that lead out of the archive are no part of it", () => {
  const archive = new ZipArchive(
    archiveOf({ "../a": "a", "b/../../c": "c", "/d": "d", "C:/e": "e", "..\\f": "f", "g..h": "g" }),
  );
  expect(archive.entries.map(({ name }) => name)).toEqual(["g..h"]);
});

test("inflating stops at the limits, whatever size is declared", () => {
  const bytes = archiveOf({ a: "0".repeat(3_000_000), b: "1".repeat(900_000) });
  // The sizes in the directory lie.
  const directory = bytes.indexOf("PK\x01\x02");
  bytes.writeUInt32LE(10, directory + 24);
  const archive = new ZipArchive(bytes, { ...usualZipLimits, entry: 1_000_000, total: 1_500_000 });
  expect(failureOf(() => archive.read("a"))?.code).toBe("too-large");
  expect(archive.read("b")?.bytes.length).toBe(900_000);
  expect(failureOf(() => archive.read("b"))?.code).toBe("too-large");
  expect(failureOf(() => new ZipArchive(bytes, { ...usualZipLimits, entries: 1 }))?.code).toBe(
    "too-many-files",
  );
});

test("an entry locked by a password says so", () => {
  const bytes = archiveOf({ a: "secret" });
  const flags = bytes.indexOf("PK\x01\x02") + 8;
  bytes.writeUInt16LE(bytes.readUInt16LE(flags) | 1, flags);
  expect(failureOf(() => new ZipArchive(bytes).read("a"))?.code).toBe("encrypted");
});

test("without its directory an archive yields what lies in it whole, and the beginning of what is cut off", () => {
  const second = Array.from({ length: 2000 }, (_, index) => `${index * 7919} `).join("");
  const bytes = archiveOf({ a: "first ".repeat(50), b: second });
  const cut = bytes.subarray(0, bytes.lastIndexOf("PK\x01\x02") - 2000);
  const archive = new ZipArchive(cut);
  expect(archive.damaged).toBe(true);
  expect(text(archive, "a")).toBe("first ".repeat(50));
  expect(archive.read("a")?.whole).toBe(true);
  const rest = archive.read("b");
  expect(rest?.whole).toBe(false);
  expect(rest?.bytes.length).toBeGreaterThan(1000);
  expect(second.startsWith(text(archive, "b"))).toBe(true);
});

test("a changed byte is noticed", () => {
  const bytes = archiveOf({ a: "0123456789" });
  const stored = new ZipArchive(bytes).read("a");
  expect(stored?.whole).toBe(true);
  bytes.writeUInt32LE(0x12345678, bytes.indexOf("PK\x01\x02") + 16);
  expect(new ZipArchive(bytes).read("a")?.whole).toBe(false);
});

test("bytes without an entry are unreadable", () => {
  expect(failureOf(() => new ZipArchive(Buffer.from("PK\x03\x04")))?.code).toBe("unreadable");
});
