import fc from "fast-check";
import { expect, test } from "vitest";
import { nameOfBytes, openable, readable } from "../../main/importing/byte-names.ts";
import { encode } from "./encode-text.ts";

test("any bytes that a name can be of come back from it", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
      expect(Buffer.from(openable(nameOfBytes(bytes)))).toEqual(Buffer.from(bytes));
    }),
  );
});

test.each(["春耕安排.txt", "通知.txt", "第3版（终）.docx", "镕基.md"])(
  "%s in GBK reads as it was written",
  (name) => {
    expect(readable(nameOfBytes(encode(name, "gbk")))).toBe(name);
  },
);

test.each(["春耕安排.txt", "résumé.txt", "Отчет 2021.txt", "😀.txt", "ñ"])(
  "%s in UTF-8 stays as it is",
  (name) => {
    expect(nameOfBytes(Buffer.from(name))).toBe(name);
    expect(openable(name)).toBe(name);
    expect(readable(name)).toBe(name);
  },
);

test("bytes of no encoding are shown as unknown, each for itself", () => {
  expect(readable(nameOfBytes(Buffer.from([0x61, 0xff, 0xff, 0x2e, 0x74])))).toBe("a\uFFFD\uFFFD.t");
});
