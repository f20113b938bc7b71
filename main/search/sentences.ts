/** Every sentence that holds what is looked for, in the order of time, to follow a figure over the years. */
import type { Database } from "better-sqlite3";
import type { ShortNames } from "../../preload/model/named-twice.ts";
import type { FoundSentence, SentencePage, SentenceRequest } from "../../preload/model/search.ts";
import type { Term } from "../../preload/model/search-query.ts";
import { termsOf } from "../../preload/model/search-query.ts";
import type { Sliced } from "../sliced.ts";
import { statement } from "../statement.ts";
import { narrow } from "./facets.ts";
import type { FoundArticle } from "./find-articles.ts";
import { hitsIn } from "./hits.ts";
import { findSubject } from "./search.ts";
import { readSearchable } from "./searchable.ts";
import { sentencesAround } from "./sentence-spans.ts";

/** A page ends with the article in which it has become so long. */
const PAGE = 60;

/** Articles read between two looks at what else is asked. */
const SLICE = 25;

/** `next` counts articles: a page goes on with the article of that number. */
export function* findSentences(
  db: Database,
  { subject, order, after }: SentenceRequest,
  shortNames: ShortNames,
): Sliced<SentencePage> {
  const { terms, inOrder } = yield* articlesInOrder(db, { subject, order }, shortNames);
  const sentences: FoundSentence[] = [];
  let at = after ?? 0;
  for (; at < inOrder.length && sentences.length < PAGE; at++) {
    if (at % SLICE === SLICE - 1) yield;
    sentences.push(...sentencesOf(db, inOrder[at]?.id ?? 0, terms));
  }
  return { sentences, articles: inOrder.length, next: at < inOrder.length ? at : null };
}

/** Hands over every sentence there is, one after another. */
export function* eachSentence(
  db: Database,
  asked: Omit<SentenceRequest, "after">,
  shortNames: ShortNames,
  take: (sentence: FoundSentence) => void,
): Sliced<void> {
  const { terms, inOrder } = yield* articlesInOrder(db, asked, shortNames);
  for (const [at, { id }] of inOrder.entries()) {
    if (at % SLICE === SLICE - 1) yield;
    for (const sentence of sentencesOf(db, id, terms)) take(sentence);
  }
}

function* articlesInOrder(
  db: Database,
  { subject, order }: Omit<SentenceRequest, "after">,
  shortNames: ShortNames,
): Sliced<{ readonly terms: readonly Term[]; readonly inOrder: readonly FoundArticle[] }> {
  const { query, found } = yield* findSubject(db, subject, shortNames);
  const { articles } = narrow(db, found, subject.filters);
  const direction = order === "oldest" ? 1 : -1;
  // Unknown dates come last either way.
  const day = (issuedOn: string) => issuedOn || (order === "oldest" ? "~" : "");
  const inOrder = articles.toSorted(
    (one, other) =>
      direction *
        (day(one.issuedOn) < day(other.issuedOn) ? -1 : Number(day(one.issuedOn) > day(other.issuedOn))) ||
      one.id - other.id,
  );
  return { terms: termsOf(query), inOrder };
}

function sentencesOf(
  db: Database,
  id: number,
  terms: Parameters<typeof hitsIn>[1],
): readonly FoundSentence[] {
  const article = readSearchable(db, id);
  const row = statement<[number], Pick<FoundSentence, "revision" | "title" | "publication" | "issuedOn">>(
    db,
    "SELECT revision, title, publication, nullif(issued_on, '') AS issuedOn FROM articles WHERE id = ?",
  ).get(id);
  if (article === null || row === undefined) return [];
  return sentencesAround(article.text, hitsIn(article, terms).places).map(({ start, end, places }) => {
    const text = article.text.slice(start, end);
    return {
      ...{ id, ...row, text },
      ranges: places.map((place) => [place.start - start, place.end - start] as const),
      start: places[0]?.start ?? start,
      numbers: numbersIn(text),
    };
  });
}

/** Amounts with their unit of counting: 1.67亿, 16,000, 35.8%. */
function numbersIn(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(/[\d０-９]+(?:[.,．，][\d０-９]+)*(?:[%％‰℃]|[十百千万亿]+)?/g)].map((number) => [
    number.index,
    number.index + number[0].length,
  ]);
}
