/** The articles found, counted by year or month for the chart over time. Pure. */
import type { SearchFacets, SearchFilters } from "../../preload/model/search.ts";

type Months = SearchFacets["months"];

export interface TimeBucket {
  /** `2021` or `2021-03`. */
  readonly time: string;
  /** Its first and last day. */
  readonly from: string;
  readonly to: string;
  readonly articles: number;
}

export interface TimeBuckets {
  readonly by: "year" | "month";
  /** The year whose months these are; null where they are not one year's. */
  readonly year: string | null;
  /** In order and without gaps: what no article falls in is there too, with none. */
  readonly buckets: readonly TimeBucket[];
}

type DateRange = Pick<SearchFilters, "from" | "to">;

/** As many months as still have room for a bar each. */
const MOST_MONTHS = 24;
/** Fewer articles than these show nothing over time. */
export const LEAST_ARTICLES_CHARTED = 20;

/** Null where a chart would show nothing: too few articles with a date, or all of one month. */
export function timeBuckets(months: Months, range: DateRange): TimeBuckets | null {
  const dated = months.filter(({ month }) => month !== "");
  const first = dated[0]?.month;
  const last = dated.at(-1)?.month;
  const articles = dated.reduce((sum, month) => sum + month.articles, 0);
  if (first === undefined || last === undefined || articles < LEAST_ARTICLES_CHARTED) return null;
  const counts = new Map(dated.map(({ month, articles }) => [month, articles]));
  const year = yearWithin(range);
  if (year !== null) return { by: "month", year, buckets: monthsFrom(`${year}-01`, `${year}-12`, counts) };
  const asMonths = monthsFrom(first, last, counts);
  if (asMonths.length === 1) return null;
  if (asMonths.length <= MOST_MONTHS) return { by: "month", year: null, buckets: asMonths };
  return { by: "year", year: null, buckets: yearsOf(asMonths) };
}

/** The year in which the whole range lies; null where it is open or longer. */
function yearWithin({ from, to }: DateRange): string | null {
  const year = from?.slice(0, 4);
  return year !== undefined && year === to?.slice(0, 4) ? year : null;
}

function monthsFrom(first: string, last: string, counts: ReadonlyMap<string, number>): readonly TimeBucket[] {
  const buckets: TimeBucket[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) {
    buckets.push({
      time: month,
      from: `${month}-01`,
      to: lastDayOf(month),
      articles: counts.get(month) ?? 0,
    });
  }
  return buckets;
}

function yearsOf(months: readonly TimeBucket[]): readonly TimeBucket[] {
  return [...Map.groupBy(months, ({ time }) => time.slice(0, 4))].map(([year, ofYear]) => ({
    time: year,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    articles: ofYear.reduce((sum, { articles }) => sum + articles, 0),
  }));
}

function monthAfter(month: string): string {
  const [year, number] = parts(month);
  return number === 12 ? `${padded(year + 1, 4)}-01` : `${padded(year, 4)}-${padded(number + 1, 2)}`;
}

/** `2021-02` → `2021-02-28`. */
export function lastDayOf(month: string): string {
  const [year, number] = parts(month);
  // Day 0 of the next month; a year below 100 would be taken for one of the last century.
  const day = new Date(Date.UTC(2000, number, 0));
  day.setUTCFullYear(year, number, 0);
  return `${month}-${padded(day.getUTCDate(), 2)}`;
}

function parts(month: string): readonly [year: number, month: number] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return [year, number];
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, "0");
}

/** Whether a bucket lies in the range chosen; with none chosen all do. */
export function isChosen(bucket: TimeBucket, { from, to }: DateRange): boolean {
  return (from === null || bucket.to >= from) && (to === null || bucket.from <= to);
}

/**
 * The range that choosing the buckets from `one` to `other` (in either order) sets. Choosing again the one bucket that
 * alone is chosen takes a step back: a month to its year, a year to no range at all.
 */
export function rangeOf(
  { buckets, year }: TimeBuckets,
  one: number,
  other: number,
  current: DateRange,
): DateRange {
  const first = buckets[Math.min(one, other)];
  const last = buckets[Math.max(one, other)];
  if (first === undefined || last === undefined) return current;
  if (first.from !== current.from || last.to !== current.to) return { from: first.from, to: last.to };
  return year === null || (first.from.endsWith("-01-01") && last.to.endsWith("-12-31"))
    ? { from: null, to: null }
    : { from: `${year}-01-01`, to: `${year}-12-31` };
}
