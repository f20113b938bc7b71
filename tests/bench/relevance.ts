/** How well the first ten answers of judged queries are ordered, so that changes of the ranking are seen. */
import { openLibrary } from "../../main/library/open.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";
import { buildLibrary } from "./build-library.ts";
import { generatedText } from "./generate-text.ts";
import { judgedArticles } from "./judged/articles.ts";
import { judgedQueries } from "./judged/queries.ts";
import type { Measurement } from "./measure.ts";
import { answerOf } from "./search-answer.ts";

/** Made-up ones around the judged ones, whose words are the same. */
const OTHERS = 80;
const SEED = 7;
const JUDGED = 10;
/** Below it the ranking has got worse: it is at 99.8 %. */
const BAR = 97;

export function measureRelevance(directory: string): Measurement[] {
  const others = generatedText(SEED);
  const judged = judgedArticles.map(
    ({ title, issuedOn, publication, paragraphs }): ImportedArticle => ({
      ...{ ...emptyArticle(), title, issuedOn, publication },
      body: paragraphs.map((text) => ({ type: "paragraph", content: plain(text) })),
    }),
  );
  buildLibrary(directory, [
    ...judged,
    ...Array.from({ length: OTHERS }, (_, number) => others.article(number)),
  ]);
  const { db, close } = openLibrary(directory);
  const gains = judgedQueries.map(({ query, grades }) => {
    const { hits } = answerOf(db, query);
    // The articles are numbered from 1 in the order given.
    const found = hits.map(({ id }) => grades[judgedArticles[id - 1]?.key ?? ""] ?? 0);
    return { query, gain: normalisedGain(found, Object.values(grades)) };
  });
  close();
  const worst = gains.toSorted((one, other) => one.gain - other.gain).slice(0, 3);
  return [
    {
      name: `nDCG@${JUDGED} of ${gains.length} judged queries`,
      value: (gains.reduce((sum, { gain }) => sum + gain, 0) / gains.length) * 100,
      unit: "%",
      bar: BAR,
      bound: "least",
      detail: `lowest: ${worst.map(({ query, gain }) => `“${query}” ${gain.toFixed(2)}`).join(", ")}`,
    },
  ];
}

/** Discounted cumulative gain of the first ten, as a share of the best order's (Järvelin and Kekäläinen 2002). */
export function normalisedGain(found: readonly number[], grades: readonly number[]): number {
  const best = gainOf(grades.toSorted((one, other) => other - one));
  return best === 0 ? 1 : gainOf(found) / best;
}

function gainOf(grades: readonly number[]): number {
  return grades
    .slice(0, JUDGED)
    .reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);
}
