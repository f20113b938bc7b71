import { describe, expect, it } from "vitest";
import { emptyArticle } from "../../preload/model/article.ts";
import { changedFields, sharedFields, shareOf } from "../../renderer/library/shared-fields.ts";

const one = { ...emptyArticle(), title: "甲", publication: "日报", issuedOn: "2021-02-05" };
const other = { ...emptyArticle(), title: "乙", publication: "日报" };

describe("Editing the details of several articles", () => {
  it("shows what they share and marks what differs", () => {
    const shared = sharedFields([one, other]);
    expect(shared.publication).toBe("日报");
    expect(shared.title).toBeNull();
    expect(shared.issuedOn).toBeNull();
    expect(sharedFields([other]).issuedOn).toBe("");
  });

  it("counts every field as different where the articles are too many to compare", () => {
    expect(sharedFields([]).publication).toBeNull();
  });

  it("writes only what was changed, without white space around it", () => {
    const shared = sharedFields([one, other]);
    expect(changedFields(shared, {})).toEqual({});
    expect(changedFields(shared, { publication: " 日报 ", title: "" })).toEqual({});
    expect(changedFields(shared, { publication: " 晚报 ", page: "3" })).toEqual({
      publication: "晚报",
      page: "3",
    });
  });

  it("empties a field they share", () => {
    expect(changedFields(sharedFields([one, other]), { publication: "" })).toEqual({ publication: "" });
    expect(changedFields(sharedFields([one]), { issuedOn: "" })).toEqual({ issuedOn: null });
  });

  it("refuses a day that does not exist", () => {
    const shared = sharedFields([one]);
    expect(changedFields(shared, { issuedOn: "2021-02-30" })).toBe("wrong-date");
    expect(changedFields(shared, { issuedOn: "2021年2月" })).toBe("wrong-date");
    expect(changedFields(shared, { issuedOn: "2024-02-29" })).toEqual({ issuedOn: "2024-02-29" });
  });

  it("tells whether all, some or none of them carry a tag", () => {
    expect([shareOf(0, 3), shareOf(1, 3), shareOf(3, 3)]).toEqual(["none", "some", "all"]);
  });
});
