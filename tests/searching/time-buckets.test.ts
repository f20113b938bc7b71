import { describe, expect, it } from "vitest";
import { isChosen, lastDayOf, rangeOf, timeBuckets } from "../../renderer/searching/time-buckets.ts";

const open = { from: null, to: null };

function months(...counts: readonly (readonly [month: string, articles: number])[]) {
  return counts.map(([month, articles]) => ({ month, articles }));
}

describe("The chart over time", () => {
  it("is left out below twenty dated articles, and where all are of one month", () => {
    expect(timeBuckets(months(["2021-01", 10], ["2021-02", 9], ["", 50]), open)).toBeNull();
    expect(timeBuckets(months(["2021-01", 500]), open)).toBeNull();
    expect(timeBuckets([], open)).toBeNull();
    expect(timeBuckets(months(["2021-01", 10], ["2021-02", 10]), open)).not.toBeNull();
  });

  it("counts by month where there are few years, with the empty months between, the unknown one left out", () => {
    const chart = timeBuckets(months(["2020-11", 15], ["2021-02", 6], ["", 3]), open);
    expect(chart?.by).toBe("month");
    expect(chart?.buckets.map(({ time, articles }) => [time, articles])).toEqual([
      ["2020-11", 15],
      ["2020-12", 0],
      ["2021-01", 0],
      ["2021-02", 6],
    ]);
    expect(chart?.buckets.at(-1)).toMatchObject({ from: "2021-02-01", to: "2021-02-28" });
  });

  it("counts by year where there are many, and by month again within a chosen year", () => {
    const found = months(["2018-03", 12], ["2020-07", 5], ["2020-09", 4], ["2021-01", 9]);
    const chart = timeBuckets(found, open);
    expect(chart?.by).toBe("year");
    expect(chart?.buckets.map(({ time, articles }) => [time, articles])).toEqual([
      ["2018", 12],
      ["2019", 0],
      ["2020", 9],
      ["2021", 9],
    ]);
    const chosen = timeBuckets(found, { from: "2020-01-01", to: "2020-12-31" });
    expect(chosen).toMatchObject({ by: "month", year: "2020" });
    expect(chosen?.buckets).toHaveLength(12);
    expect(chosen?.buckets[6]).toMatchObject({ time: "2020-07", articles: 5 });
  });

  it("chooses what lies between two bars in either order, and steps back when the same is chosen again", () => {
    const found = months(["2018-03", 12], ["2020-07", 5], ["2021-01", 9]);
    const years = timeBuckets(found, open);
    if (years === null) throw new Error("no chart");
    const two = rangeOf(years, 3, 2, open);
    expect(two).toEqual({ from: "2020-01-01", to: "2021-12-31" });
    expect(rangeOf(years, 2, 3, two)).toEqual(open);
    expect(years.buckets.map((bucket) => isChosen(bucket, two))).toEqual([false, false, true, true]);
    expect(years.buckets.every((bucket) => isChosen(bucket, open))).toBe(true);

    const year = { from: "2020-01-01", to: "2020-12-31" };
    const inYear = timeBuckets(found, year);
    if (inYear === null) throw new Error("no chart");
    const july = rangeOf(inYear, 6, 6, year);
    expect(july).toEqual({ from: "2020-07-01", to: "2020-07-31" });
    expect(rangeOf(inYear, 6, 6, july)).toEqual(year);
    expect(rangeOf(inYear, 0, 11, year)).toEqual(open);
  });

  it("knows the last day of every month, leap years included", () => {
    expect(["2020-02", "2021-02", "2021-04", "2021-12", "1900-02", "0099-02"].map(lastDayOf)).toEqual([
      "2020-02-29",
      "2021-02-28",
      "2021-04-30",
      "2021-12-31",
      "1900-02-28",
      "0099-02-28",
    ]);
  });
});
