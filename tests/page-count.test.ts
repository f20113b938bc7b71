import { expect, test } from "vitest";
import { pageCount } from "../main/page-count.ts";

const pdf = (...objects: string[]) =>
  Buffer.from(
    `%PDF-1.4\n${objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join("")}%%EOF`,
    "latin1",
  );

test("the root of the page tree counts all pages, whatever its branches count", () => {
  const branch = "<</Type /Pages\n/Count 8\n/Kids [4 0 R]\n/Parent 3 0 R>>";
  const root = "<</Type /Pages\n/Count 520\n/Kids [1 0 R 2 0 R]>>";
  expect(pageCount(pdf(branch, branch, root))).toBe(520);
  expect(pageCount(pdf(root, branch))).toBe(520);
  expect(pageCount(pdf("<</Type /Pages\n/Count 1\n/Kids [2 0 R]>>", "<</Type /Page>>"))).toBe(1);
});

test("counts of other objects are none of pages", () => {
  const outline = "<</Type /Outlines\n/Count 900>>";
  expect(pageCount(pdf("<</Type /Pages\n/Kids [2 0 R]\n/Count 3>>", outline))).toBe(3);
  expect(pageCount(pdf("<</Type /Pages>>", outline))).toBe(0);
  expect(pageCount(pdf(outline))).toBe(0);
  expect(pageCount(new Uint8Array())).toBe(0);
});

test("a part of a longer buffer is read as that part", () => {
  const whole = Buffer.concat([pdf("<</Type /Pages\n/Count 99>>"), pdf("<</Type /Pages\n/Count 2>>")]);
  const first = pdf("<</Type /Pages\n/Count 99>>").length;
  expect(pageCount(new Uint8Array(whole.buffer, whole.byteOffset + first, whole.length - first))).toBe(2);
});
