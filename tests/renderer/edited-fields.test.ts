import { describe, expect, it } from "vitest";
import type { SharedDetails } from "../../preload/model/listing.ts";
import { changedFields, clearableFields, shareOf } from "../../renderer/library/shared-fields.ts";

const none = { kicker: "", subtitle: "", byline: "", page: "", pageName: "", credits: "" };
const one: SharedDetails = { ...none, title: "甲", publication: "日报", issuedOn: "2021-02-05" };
/** Of two articles whose titles and dates differ. */
const both: SharedDetails = { ...one, title: null, issuedOn: null };

describe("Editing the details of several articles", () => {
  it("writes only what was changed, without white space around it", () => {
    const shared = both;
    expect(changedFields(shared, {})).toEqual({});
    expect(changedFields(shared, { publication: " 日报 ", title: "" })).toEqual({});
    expect(changedFields(shared, { publication: " 晚报 ", page: "3" })).toEqual({
      publication: "晚报",
      page: "3",
    });
  });

  it("empties a field they share", () => {
    expect(changedFields(both, { publication: "" })).toEqual({ publication: "" });
    expect(changedFields(one, { issuedOn: "" })).toEqual({ issuedOn: null });
  });

  it("empties a field in which they differ only where that was said, and never the title", () => {
    expect(clearableFields(both)).toEqual(["issuedOn"]);
    expect(clearableFields(one)).toEqual([]);
    expect(changedFields(both, { issuedOn: "" })).toEqual({});
    expect(changedFields(both, { issuedOn: "2021-02-30" }, new Set(["issuedOn"]))).toEqual({
      issuedOn: null,
    });
    expect(changedFields({ ...both, page: null }, {}, new Set(["page"]))).toEqual({ page: "" });
  });

  it("refuses a day that does not exist", () => {
    const shared = one;
    expect(changedFields(shared, { issuedOn: "2021-02-30" })).toBe("wrong-date");
    expect(changedFields(shared, { issuedOn: "2021年2月" })).toBe("wrong-date");
    expect(changedFields(shared, { issuedOn: "2024-02-29" })).toEqual({ issuedOn: "2024-02-29" });
  });

  it("tells whether all, some or none of them carry a tag", () => {
    expect([shareOf(0, 3), shareOf(1, 3), shareOf(3, 3)]).toEqual(["none", "some", "all"]);
  });
});
