/** Where an article holds what is looked for: in its canonical text and in the fields that are searched beside it. */
import type { Span } from "../../preload/model/article-text.ts";
import { hitsOfTerms, placesOf } from "../../preload/model/search-hits.ts";
import type { Term } from "../../preload/model/search-query.ts";
import type { Searchable } from "./searchable.ts";

export interface ArticlePlaces {
  /** Occurrences of the terms; where they overlap they are one. */
  readonly count: number;
  /** In the canonical text, in order, apart from one another. */
  readonly places: readonly Span[];
  /** The same in the fields. */
  readonly inFields: readonly Span[];
  /** For each term, where it stands in the canonical text. */
  readonly byTerm: readonly (readonly Span[])[];
}

export function hitsIn({ text, outline, fields }: Searchable, terms: readonly Term[]): ArticlePlaces {
  const title = outline.find(([kind]) => kind === "title");
  const byTerm = hitsOfTerms(text, terms, title && { start: title[1], end: title[2] });
  const besides = hitsOfTerms(fields, terms, undefined);
  const places = placesOf(byTerm);
  const inFields = placesOf(besides);
  return { count: places.length + inFields.length, places, inFields, byTerm };
}
