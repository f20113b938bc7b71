import fc from "fast-check";
import { expect, test } from "vitest";
import { carrier } from "../../preload/model/text-edit.ts";

/** A character that is followed through a step. */
interface Tracked {
  readonly character: string;
  readonly id: number;
}

const textOf = (characters: readonly Tracked[]) => characters.map(({ character }) => character).join("");

function tracked(text: string): readonly Tracked[] {
  return Array.from(text, (character, id) => ({ character, id }));
}

function written(text: string): readonly Tracked[] {
  return Array.from(text, (character) => ({ character, id: -1 }));
}

/** Where lines begin, and the end of the text. */
function linesOf(characters: readonly Tracked[]): readonly (readonly Tracked[])[] {
  const lines: Tracked[][] = [[]];
  for (const each of characters) {
    lines.at(-1)?.push(each);
    if (each.character === "\n") lines.push([]);
  }
  return lines;
}

type Step = (text: readonly Tracked[], one: number, other: number) => readonly Tracked[];

/** The steps of the correcting desk, on text of which every line ends with a line feed. */
const steps: Readonly<Record<string, Step>> = {
  replace: (text, one) => text.toSpliced(one % (text.length - 3), 2, ...written("改")),
  split: (text, one) => text.toSpliced(one % text.length, 0, ...written("\n")),
  join: (text, one) => {
    const feeds = text.flatMap(({ character }, at) => (character === "\n" ? at : []));
    return text.toSpliced(feeds[one % feeds.length] ?? 0, 1);
  },
  remove: (text, one) => {
    const lines = linesOf(text);
    return lines.toSpliced(one % lines.length, 1).flat();
  },
  insert: (text, one) => {
    const lines = linesOf(text);
    return lines.toSpliced(one % lines.length, 0, written("新增一行。\n")).flat();
  },
  move: (text, one, other) => {
    const lines = linesOf(text).slice(0, -1);
    const [line = []] = lines.splice(one % lines.length, 1);
    return lines.toSpliced(other % (lines.length + 1), 0, line).flat();
  },
};

const lines = (one: fc.Arbitrary<string>) =>
  fc.array(one, { minLength: 4, maxLength: 12 }).map((all) => all.map((line) => `${line}\n`).join(""));
const step = fc.constantFrom(...Object.keys(steps));
const like = fc.constantFrom("责任单位：市财政局。", "责任单位：市农业农村局。", "是", "是是");

test("a passage is never put where other characters stand than those that are left of it, whatever is like it", () => {
  fc.assert(
    fc.property(
      lines(like),
      step,
      fc.nat(),
      fc.nat(),
      fc.nat(),
      fc.nat(40),
      (text, name, one, other, at, long) => {
        const before = tracked(text);
        const after = steps[name]?.(before, one, other) ?? [];
        const start = at % text.length;
        const end = Math.min(text.length, start + 1 + long);
        const span = carrier(text, textOf(after))({ start, end });
        if (span === null) return;
        const stands = textOf(after).slice(span.start, span.end);
        const left = text.slice(start, end);
        if (stands === left) return;
        // Then the step was within it, and so much longer or shorter it is, with the same beginning or end.
        expect(stands.length - left.length).toBe(after.length - before.length);
        expect(stands.startsWith(left[0] ?? "") || stands.endsWith(left.at(-1) ?? "")).toBe(true);
      },
    ),
    { numRuns: 5000 },
  );
});

test("among lines that differ in their numbers alone, every passage that the step left alone is where its characters are", () => {
  const numbered = fc
    .integer({ min: 4, max: 12 })
    .map((count) =>
      Array.from({ length: count }, (_, number) => `第${number}项，责任单位：市财政局。\n`).join(""),
    );
  fc.assert(
    fc.property(
      numbered,
      step,
      fc.nat(),
      fc.nat(),
      fc.nat(),
      fc.nat(12),
      (text, name, one, other, at, long) => {
        const before = tracked(text);
        const after = steps[name]?.(before, one, other) ?? [];
        const start = at % text.length;
        const end = Math.min(text.length, start + 1 + long);
        const ids = after.flatMap(({ id }, index) => (id >= start && id < end ? [{ id, index }] : []));
        const isWhole =
          ids.length === end - start &&
          ids.every(({ index }, place) => index === (ids[0]?.index ?? 0) + place);
        if (!isWhole || text.slice(start, end).includes("\n")) return;
        const first = ids[0]?.index ?? 0;
        expect(carrier(text, textOf(after))({ start, end })).toEqual({
          start: first,
          end: first + end - start,
        });
      },
    ),
    { numRuns: 5000 },
  );
});

test("a passage with the edit inside it holds what is there now; one that lost an end is not placed", () => {
  const before = "甲乙丙丁\n戊己庚辛\n";
  expect(carrier(before, "甲乙五六丁\n戊己庚辛\n")({ start: 1, end: 4 })).toEqual({ start: 1, end: 5 });
  expect(carrier(before, "甲乙五六丁\n戊己庚辛\n")({ start: 2, end: 3 })).toBeNull();
  expect(carrier(before, "甲乙丁\n戊己庚辛\n")({ start: 1, end: 3 })).toEqual({ start: 1, end: 2 });
  expect(carrier(before, "甲\n戊己庚辛\n")({ start: 3, end: 7 })).toBeNull();
  expect(carrier(before, "甲乙丙丁戊己庚辛\n")({ start: 2, end: 7 })).toEqual({ start: 2, end: 6 });
  expect(carrier(before, "戊己庚辛\n甲乙丙丁\n")({ start: 2, end: 7 })).toBeNull();
});

test("of the like the whole line is taken for the one put in or taken out", () => {
  const before = "会议要求抓紧。\n会议指出问题。\n";
  const removed = carrier(before, "会议指出问题。\n");
  expect(removed({ start: 8, end: 12 })).toEqual({ start: 0, end: 4 });
  expect(removed({ start: 0, end: 4 })).toBeNull();
  const put = carrier("会议指出问题。\n", before);
  expect(put({ start: 0, end: 4 })).toEqual({ start: 8, end: 12 });
});
