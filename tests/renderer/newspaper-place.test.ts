import { describe, expect, it } from "vitest";
import type { IssuePage } from "../../preload/model/listing.ts";
import {
  allNewspapers,
  filterAt,
  firstListed,
  issueBeside,
  lastIssueIn,
  monthBeside,
  type NewspaperPlace,
  onlyListed,
  outOf,
  pageBeside,
  samePage,
} from "../../renderer/library/newspaper-place.ts";

const days = ["2020-12-30", "2021-02-04", "2021-02-05"].map((day) => ({ day, articles: 1 }));
const pages: readonly IssuePage[] = ["1", "2", ""].map((page) => ({ page, pageName: "", articles: 1 }));
const atPage: NewspaperPlace = {
  ...{ publication: "县报", month: null, day: "2021-02-05", listed: { page: "2" } },
};

describe("Leafing through a newspaper", () => {
  it("goes from issue to issue over days and months without one, and ends at the ends", () => {
    expect(issueBeside(days, "2021-02-04", -1)).toBe("2020-12-30");
    expect(issueBeside(days, "2021-01-15", 1)).toBe("2021-02-04");
    expect(issueBeside(days, "2021-02-05", 1)).toBeNull();
    expect(issueBeside(days, "2020-12-30", -1)).toBeNull();
  });

  it("goes from month to month over those without an issue", () => {
    expect(monthBeside(days, "2021-02", -1)).toBe("2020-12");
    expect(monthBeside(days, "2020-12", 1)).toBe("2021-02");
    expect(monthBeside(days, "2021-02", 1)).toBeNull();
  });

  it("goes from page to page of an issue, and nowhere from the whole issue", () => {
    expect(pageBeside(pages, { page: "2" }, 1)).toEqual({ page: "" });
    expect(pageBeside(pages, { page: "1" }, -1)).toBeNull();
    expect(pageBeside(pages, "issue", 1)).toBeNull();
    expect(pageBeside(pages, { page: "9" }, 1)).toBeNull();
  });

  it("stays on the same page in another issue that has it, else goes to its first", () => {
    expect(samePage(pages, { page: "2" })).toEqual({ page: "2" });
    expect(samePage(pages, { page: "9" })).toEqual({ page: "1" });
    expect(samePage([], { page: "9" })).toBe("issue");
    expect(samePage(pages, "issue")).toBe("issue");
    expect(samePage(pages, null)).toBeNull();
  });

  it("lists what the place says: a page, an issue, or what has no date", () => {
    expect(filterAt(atPage)).toMatchObject({ publication: "县报", issued: "2021-02-05", page: "2" });
    expect(filterAt({ ...atPage, listed: { page: "" } })).toMatchObject({ page: "" });
    const issue = filterAt({ ...atPage, listed: "issue" });
    expect(issue).toMatchObject({ issued: "2021-02-05" });
    expect(issue?.page).toBeUndefined();
    expect(filterAt({ ...atPage, listed: "undated" })).toMatchObject({ issued: "" });
    expect(filterAt({ ...atPage, listed: null })).toBeNull();
    expect(filterAt(allNewspapers)).toBeNull();
  });

  it("goes out level by level: page, calendar, newspapers", () => {
    const calendar = outOf(atPage, days);
    expect(calendar).toEqual({ ...atPage, listed: null });
    expect(calendar && outOf(calendar, days)).toEqual(allNewspapers);
    expect(outOf(allNewspapers, [])).toBeNull();
  });

  it("is one list where a newspaper has no dates, or a day no pages", () => {
    expect(firstListed([])).toBe("undated");
    expect(firstListed(days)).toBeNull();
    expect(onlyListed(pages.slice(2))).toEqual({ page: "" });
    expect(onlyListed(pages)).toBeNull();
    expect(onlyListed(pages.slice(0, 1))).toBeNull();
    expect(outOf({ ...allNewspapers, publication: "内刊", listed: "undated" }, [])).toEqual(allNewspapers);
  });

  it("waits on the last issue of a month, or its first day where nothing came out", () => {
    expect(lastIssueIn(days, "2021-02")).toBe("2021-02-05");
    expect(lastIssueIn(days, "2021-01")).toBe("2021-01-01");
  });
});
