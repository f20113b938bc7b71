import { array, assert, integer, nat, property } from "fast-check";
import { expect, test } from "vitest";
import { pageOf } from "../../main/search/first-of.ts";

test("a page of a list is what sorting the whole list would put there", () => {
  const place = { offset: nat(80), limit: integer({ min: 1, max: 40 }) };
  assert(
    property(array(nat(30), { maxLength: 3000 }), place.offset, place.limit, (values, offset, limit) => {
      // Equals keep their order, so each is told apart by where it stood.
      const items = values.map((value, index) => ({ value, index }));
      const compare = (one: { value: number }, other: { value: number }) => one.value - other.value;
      expect(pageOf(items, compare, { offset, limit })).toEqual(
        items.toSorted(compare).slice(offset, offset + limit),
      );
    }),
  );
});
