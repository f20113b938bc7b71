import { expect, test } from "vitest";
import { createCodec } from "./codec.ts";

const { encode, decode } = createCodec();

test("what structured cloning keeps comes back as it was", () => {
  const value = {
    text: "案头",
    nothing: null,
    missing: undefined,
    numbers: [1.5, -0, Number.NaN, Number.NEGATIVE_INFINITY, 9007199254740993n],
    date: new Date(0),
    map: new Map<unknown, unknown>([["a", new Set([1, undefined])]]),
    pattern: /案+/gu,
    bytes: new Uint8Array([0, 128, 255]),
    $clone: ["Date", 0],
  };
  expect(decode(encode(value))).toEqual(value);
});

test("a view of a longer buffer sends its own bytes only", () => {
  expect(decode(encode(new Uint8Array([1, 2, 3, 4]).subarray(1, 3)))).toEqual(new Uint8Array([2, 3]));
});

test("an error keeps its name and message", () => {
  expect(decode(encode(new TypeError("not so")))).toMatchObject({ name: "TypeError", message: "not so" });
});

test("a function cannot cross, nor a value that contains itself", () => {
  expect(() => encode({ call: () => {} })).toThrow("could not be cloned");
  const circle: unknown[] = [];
  circle.push(circle);
  expect(() => encode(circle)).toThrow("contains itself");
});
