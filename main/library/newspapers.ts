/** A newspaper looked through as it was printed: by issue, then by page. */
import type { Database } from "better-sqlite3";
import type { IssueDay, IssuePage, NewspaperIssues } from "../../preload/model/listing.ts";
import { statement } from "../statement.ts";

/** Walks the index of publications alone: no row is read, however many articles there are. */
export const issuesQuery = `
  SELECT issued_on AS day, count(*) AS articles FROM articles INDEXED BY articles_by_publication
  WHERE trashed_at IS NULL AND publication = ? GROUP BY issued_on ORDER BY issued_on`;

/** In the order in which the pages are printed; those not known last, as one. */
export const pagesQuery = `
  SELECT page, max(page_name) AS pageName, count(*) AS articles
  FROM articles INDEXED BY articles_by_publication
  WHERE trashed_at IS NULL AND publication = ? AND issued_on = ? GROUP BY page ORDER BY min(page_key)`;

/** The days on which a newspaper came out. `publication`: empty for the articles whose source is not known. */
export function newspaperIssues(db: Database, publication: string): NewspaperIssues {
  const days = statement<[string], IssueDay>(db, issuesQuery).all(publication);
  const undated = days.find(({ day }) => day === "")?.articles ?? 0;
  return { days: days.filter(({ day }) => day !== ""), undated };
}

/** `day`: `YYYY-MM-DD`. Empty where nothing came out on it. */
export function issuePages(db: Database, publication: string, day: string): readonly IssuePage[] {
  return statement<[string, string], IssuePage>(db, pagesQuery).all(publication, day);
}
