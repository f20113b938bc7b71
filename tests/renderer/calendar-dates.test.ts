import { describe, expect, it } from "vitest";
import { addDays, addMonths, movedDay, partsOf, weeksOf } from "../../renderer/library/calendar-dates.ts";

describe("The days of a calendar", () => {
  it("lays a month out in weeks from Monday, empty before its first day and after its last", () => {
    const weeks = weeksOf("2021-05");
    expect(weeks[0]).toEqual([null, null, null, null, null, "2021-05-01", "2021-05-02"]);
    expect(weeks.at(-1)).toEqual(["2021-05-31", null, null, null, null, null, null]);
    expect(weeksOf("2021-02")).toHaveLength(4);
    expect(weeksOf("2024-02").flat()).toContain("2024-02-29");
  });

  it("goes over the ends of months and years", () => {
    expect(addDays("2021-12-31", 1)).toBe("2022-01-01");
    expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
    expect(addMonths("2021-01-31", 1)).toBe("2021-02-28");
    expect(addMonths("2021-01-15", -1)).toBe("2020-12-15");
    expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
  });

  it("moves by arrows, Home and End in the week, pages by months, with Shift by years", () => {
    const from = "2021-02-05";
    expect(partsOf(from).weekday).toBe(5);
    const to = (key: string, shift = false) => movedDay(key, from, shift);
    expect([to("ArrowLeft"), to("ArrowRight")]).toEqual(["2021-02-04", "2021-02-06"]);
    expect([to("ArrowUp"), to("ArrowDown")]).toEqual(["2021-01-29", "2021-02-12"]);
    expect([to("Home"), to("End")]).toEqual(["2021-02-01", "2021-02-07"]);
    expect([to("PageUp"), to("PageDown")]).toEqual(["2021-01-05", "2021-03-05"]);
    expect([to("PageUp", true), to("PageDown", true)]).toEqual(["2020-02-05", "2022-02-05"]);
    expect(to("a")).toBeNull();
    // A Sunday ends its week.
    expect([movedDay("Home", "2021-02-07", false), movedDay("End", "2021-02-07", false)]).toEqual([
      "2021-02-01",
      "2021-02-07",
    ]);
  });
});
