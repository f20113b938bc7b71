import fc from "fast-check";
import { expect, test } from "vitest";
import { inNaturalOrder, naturalOrder } from "../../main/importing/folder-rules.ts";
import { manifestIn, readManifest } from "../../main/importing/manifest.ts";
import type { Sliced } from "../../main/sliced.ts";

/** How often it lets other work in. */
function slicesOf(work: Sliced<unknown>): number {
  let slices = 0;
  while (work.next().done !== true) slices++;
  return slices;
}

test("numbers in names count as numbers, however many names there are", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(99_999), { maxLength: 5000, size: "max" }), (numbers) => {
      const sorted = inNaturalOrder(numbers.map((number) => ({ name: `第${number}版` })));
      const expected = [...numbers].sort((one, other) => one - other).map((number) => `第${number}版`);
      expect(sorted.map(({ name }) => name)).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

test("names by the ten thousands are sorted, and lists of them read, with others let in", () => {
  const names = Array.from({ length: 20_000 }, (_, place) => `第${place}号.txt`);
  expect(slicesOf(naturalOrder(names.map((name) => ({ name }))))).toBeGreaterThan(40);
  const list = Buffer.from(`file,title\n${names.map((name) => `${name},关于${name}的通知\n`).join("")}`);
  expect(slicesOf(manifestIn(list))).toBeGreaterThan(90);
  const manifest = readManifest(list);
  if (manifest === null) throw new Error("the list is none");
  expect(slicesOf(manifest.warnings(names))).toBeGreaterThan(90);
});
