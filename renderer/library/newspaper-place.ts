/** Where one is in a newspaper: which, which day, which page; and the way to what stands beside it. */
import type { IssueDay, IssuePage } from "../../preload/model/listing.ts";
import { monthOf } from "./calendar-dates.ts";
import { everything, type ListFilter } from "./list-filter.ts";

/** The articles that are listed: one page of the day, its whole issue, or those of no day. */
export type Listed = { readonly page: string } | "issue" | "undated";

export interface NewspaperPlace {
  /** Null: the newspapers are offered; the empty name: source not known. */
  readonly publication: string | null;
  /** The month that the calendar shows, `YYYY-MM`; null: that of the newest issue. */
  readonly month: string | null;
  /** `YYYY-MM-DD`; null: none is chosen yet. */
  readonly day: string | null;
  /** Null: the calendar is shown, with the pages of the day. */
  readonly listed: Listed | null;
}

export const allNewspapers: NewspaperPlace = { publication: null, month: null, day: null, listed: null };

/** One level up; null where there is none. `days`: those of the newspaper; without any there is no calendar to go to. */
export function outOf(place: NewspaperPlace, days: readonly IssueDay[]): NewspaperPlace | null {
  if (place.listed !== null && days.length > 0) return { ...place, listed: null };
  return place.publication === null ? null : allNewspapers;
}

/** What the list shows there; null where it shows nothing yet. */
export function filterAt({ publication, day, listed }: NewspaperPlace): ListFilter | null {
  if (publication === null || listed === null) return null;
  const filter = { ...everything, publication };
  if (listed === "undated") return { ...filter, issued: "" };
  if (listed === "issue") return { ...filter, issued: day };
  return { ...filter, issued: day, page: listed.page };
}

/** What is listed as soon as a newspaper is chosen: all of it where nothing of it has a date. */
export function firstListed(days: readonly IssueDay[]): Listed | null {
  return days.length === 0 ? "undated" : null;
}

/** What is listed as soon as a day is chosen: all of it where none of its pages is known. */
export function onlyListed(pages: readonly IssuePage[]): Listed | null {
  const [only, ...others] = pages;
  return only?.page === "" && others.length === 0 ? { page: "" } : null;
}

/** The page before or after; null at either end, and where no one page is shown. */
export function pageBeside(pages: readonly IssuePage[], listed: Listed | null, by: -1 | 1): Listed | null {
  if (listed === null || typeof listed === "string") return null;
  const at = pages.findIndex(({ page }) => page === listed.page);
  const beside = at === -1 ? undefined : pages[at + by];
  return beside === undefined ? null : { page: beside.page };
}

/** The nearest day with an issue before or after that day, which itself need not have one; null at either end. */
export function issueBeside(days: readonly IssueDay[], day: string, by: -1 | 1): string | null {
  const beside =
    by === -1 ? days.findLast((issue) => issue.day < day) : days.find((issue) => issue.day > day);
  return beside?.day ?? null;
}

/** The nearest month with an issue before or after; null at either end. */
export function monthBeside(days: readonly IssueDay[], month: string, by: -1 | 1): string | null {
  const day = issueBeside(days, by === -1 ? `${month}-00` : `${month}-99`, by);
  return day === null ? null : monthOf(day);
}

/** What is listed of another issue: the same page, where it has that one; else its first. */
export function samePage(pages: readonly IssuePage[], listed: Listed | null): Listed | null {
  if (listed === null || typeof listed === "string") return listed;
  const same = pages.find(({ page }) => page === listed.page) ?? pages[0];
  return same === undefined ? "issue" : { page: same.page };
}

/** The day in a month on which the calendar's cursor waits: that of the last issue, so that browsing begins with news. */
export function lastIssueIn(days: readonly IssueDay[], month: string): string {
  return days.findLast(({ day }) => monthOf(day) === month)?.day ?? `${month}-01`;
}
