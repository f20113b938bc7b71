/** The print screen's own reckoning: orders of the list, fields of headers and footers, and how large a page is shown. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { say } from "../../preload/model/messages.ts";
import { printFields } from "../../preload/model/print.ts";
import {
  type FieldNames,
  shownField,
  shownFields,
  storedFields,
} from "../../renderer/printing/field-names.ts";
import { movedBefore, stepTarget } from "../../renderer/printing/list-order.ts";
import { percentOf, scaleOf, zoomed } from "../../renderer/printing/zoom.ts";

const order = [1, 2, 3, 4, 5];

test("pieces moved stand together before a piece or at the end, in their old order", () => {
  expect(movedBefore(order, new Set([4, 2]), 1)).toEqual([2, 4, 1, 3, 5]);
  expect(movedBefore(order, new Set([1]), null)).toEqual([2, 3, 4, 5, 1]);
  expect(movedBefore(order, new Set([3]), 9)).toEqual(order);
});

test("a step moves by one place, and none where there is none", () => {
  const step = (ids: readonly number[], by: 1 | -1) => {
    const before = stepTarget(order, new Set(ids), by);
    return before === undefined ? null : movedBefore(order, new Set(ids), before);
  };
  expect(step([3], 1)).toEqual([1, 2, 4, 3, 5]);
  expect(step([3], -1)).toEqual([1, 3, 2, 4, 5]);
  expect(step([4], 1)).toEqual([1, 2, 3, 5, 4]);
  expect(step([5], 1)).toBeNull();
  expect(step([1], -1)).toBeNull();
  expect(step([2, 3], 1)).toEqual([1, 4, 2, 3, 5]);
  expect(step([2, 3], -1)).toEqual([2, 3, 1, 4, 5]);
});

test("fields read as words and are stored in braces, in either language", () => {
  for (const language of ["zh-CN", "en"] as const) {
    const names = Object.fromEntries(
      printFields.map((field) => [field, say(language, `print.field-${field}`)]),
    ) as FieldNames;
    expect(storedFields(shownFields("第{page}页/共{pages}页 {title}", names), names)).toBe(
      "第{page}页/共{pages}页 {title}",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...printFields), fc.string())), (pieces) => {
        const stored = pieces
          .map((piece) =>
            printFields.includes(piece as never) ? `{${piece}}` : piece.replaceAll(/[〔〕]/g, ""),
          )
          .join("");
        expect(storedFields(shownFields(stored, names), names)).toBe(stored);
      }),
    );
    expect(shownField("page", names)).toBe(language === "en" ? "〔page〕" : "〔页码〕");
  }
});

const a4 = { width: 595, height: 842 };

test("a page fits its room whole, or its width", () => {
  const room = { width: 627, height: 453 };
  expect(scaleOf({ fit: "width" }, a4, room)).toBeCloseTo(1);
  expect(scaleOf({ fit: "page" }, a4, room)).toBeCloseTo(0.5);
  expect(percentOf(scaleOf({ fit: "none", scale: 1.25 }, a4, room))).toBe(125);
});

test("zooming goes from step to step and stops at the ends", () => {
  const from = (percent: number, by: 1 | -1) => zoomed((percent / 100) * (96 / 72), by);
  expect(from(61, 1)).toEqual({ fit: "none", scale: 0.67 });
  expect(from(61, -1)).toEqual({ fit: "none", scale: 0.5 });
  expect(from(100, 1)).toEqual({ fit: "none", scale: 1.25 });
  expect(from(400, 1)).toEqual({ fit: "none", scale: 4 });
  expect(from(25, -1)).toEqual({ fit: "none", scale: 0.25 });
});
