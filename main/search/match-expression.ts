/** A query as FTS5 takes it. */
import type { Query, Term } from "../../preload/model/search-query.ts";
import { phraseOf } from "./index-text.ts";

/**
 * A phrase of more tokens than this is looked for by its beginning; whoever asks then checks the texts that hold that
 * (`isChecked`). Each token costs FTS5 a cursor.
 */
const LONGEST_PHRASE = 40;

/** Null where the query looks for nothing, so that every article is found that its filters let through. */
export function matchExpression({ clauses, excluded }: Pick<Query, "clauses" | "excluded">): string | null {
  const wanted = clauses.map((terms) => `(${terms.map(termExpression).join(" OR ")})`).join(" AND ");
  if (wanted === "") return null;
  // A long phrase that is excluded must not take away what only begins like it.
  const unwanted = excluded.filter((term) => !isLong(term)).map(termExpression);
  return unwanted.length === 0 ? wanted : `(${wanted}) NOT (${unwanted.join(" OR ")})`;
}

/** What is excluded, for a query that looks for nothing else. */
export function exclusionExpression(excluded: readonly Term[]): string {
  return excluded.map(termExpression).join(" OR ");
}

export function isLong(term: Term): boolean {
  return phraseOf(term).tokens.length > LONGEST_PHRASE;
}

function termExpression(term: Term): string {
  const { tokens, prefix } = phraseOf(term);
  const isCut = tokens.length > LONGEST_PHRASE;
  // No token holds a quote: a quote is punctuation.
  const phrase = `"${tokens.slice(0, LONGEST_PHRASE).join(" ")}"${prefix && !isCut ? " *" : ""}`;
  return term.column === "title" ? `title : ${phrase}` : phrase;
}
