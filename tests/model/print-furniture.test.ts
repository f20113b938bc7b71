import { describe, expect, it } from "vitest";
import { furnitureParts, namesArticle } from "../../preload/model/print-furniture.ts";

describe("headers and footers", () => {
  it("are texts and fields in turn", () => {
    expect(furnitureParts("第{page}页，共{pages}页")).toEqual([
      { text: "第" },
      { field: "page" },
      { text: "页，共" },
      { field: "pages" },
      { text: "页" },
    ]);
    expect(furnitureParts("{title}{source}{date}{printed}")).toEqual(
      ["title", "source", "date", "printed"].map((field) => ({ field })),
    );
    expect(furnitureParts("")).toEqual([]);
  });

  it("keep what is no field as it is written", () => {
    for (const written of ["{name}", "{}", "{page", "page}", "{ page }", "{Page}", "{constructor}"]) {
      expect(furnitureParts(written).map((part) => ("text" in part ? part.text : ""))).toContain(written);
    }
    expect(furnitureParts("{{page}}")).toEqual([{ text: "{" }, { field: "page" }, { text: "}" }]);
  });

  it("tell of an article by its title, source or date alone", () => {
    expect(["{title}", "见{source}", "{date}"].map(namesArticle)).toEqual([true, true, true]);
    expect(["", "{page}/{pages}", "{printed}", "title"].map(namesArticle)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
