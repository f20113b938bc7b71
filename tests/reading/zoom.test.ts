import fc from "fast-check";
import { expect, test } from "vitest";
import { fitted, panned, zoomed } from "../../renderer/reading/zoom.ts";

const stage = { width: 1000, height: 700 };
const picture = { width: 4000, height: 1400 };

test("a large picture is fitted to the stage, a small one is not blown up", () => {
  expect(fitted(picture, stage)).toEqual({ scale: 0.25, x: 0, y: 0 });
  expect(fitted({ width: 100, height: 100 }, stage).scale).toBe(1);
});

test("zooming keeps what is under the pointer where it is", () => {
  const at = { x: 120, y: -60 };
  const before = { scale: 1, x: 300, y: 100 };
  const after = zoomed(before, 1.25, at, picture, stage);
  const pointOf = (view: typeof before) => [(at.x - view.x) / view.scale, (at.y - view.y) / view.scale];
  expect(after.scale).toBe(1.25);
  expect(pointOf(after)[0]).toBeCloseTo(pointOf(before)[0] ?? 0);
  expect(pointOf(after)[1]).toBeCloseTo(pointOf(before)[1] ?? 0);
});

test("however it is moved and zoomed, the picture never leaves the stage and never gets smaller than fitted", () => {
  const number = fc.double({ min: -5000, max: 5000, noNaN: true });
  const factor = fc.double({ min: 0.01, max: 100, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(factor, number, number), { maxLength: 20 }), (moves) => {
      let view = fitted(picture, stage);
      for (const [by, x, y] of moves) {
        view = panned(zoomed(view, by, { x, y }, picture, stage), { x, y }, picture, stage);
        expect(view.scale).toBeGreaterThanOrEqual(0.25);
        expect(view.scale).toBeLessThanOrEqual(16);
        expect(Math.abs(view.x)).toBeLessThanOrEqual(Math.max(0, (picture.width * view.scale - 1000) / 2));
        expect(Math.abs(view.y)).toBeLessThanOrEqual(Math.max(0, (picture.height * view.scale - 700) / 2));
      }
    }),
  );
});
