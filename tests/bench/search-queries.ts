/** What is searched for while measuring: drawn from the texts themselves, the same for the same texts. */
import type { ImportedArticle } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import type { TextSource } from "./generate-text.ts";
import type { Random } from "./random.ts";
import { createRandom } from "./random.ts";

/** Articles that frequencies are counted in. */
const SAMPLE = 1500;

interface Sampled {
  readonly articles: readonly ImportedArticle[];
  readonly texts: readonly string[];
}

function sample(source: TextSource, count: number): Sampled {
  const step = Math.max(1, Math.floor(count / SAMPLE));
  const articles = Array.from({ length: Math.min(SAMPLE, count) }, (_, index) =>
    source.article(index * step),
  );
  return { articles, texts: articles.map((article) => articleText(article).text) };
}

/** The characters and the pairs of characters that most articles hold, most first. */
export function commonestTerms(source: TextSource, count: number, each: number): readonly string[] {
  const { texts } = sample(source, count);
  return [1, 2].flatMap((length) => byFrequency(texts, length).slice(0, each));
}

/** Phrases of two to six characters, as they stand in texts anywhere, whether rare or not. */
export function phrasesFrom(source: TextSource, count: number, wanted: number): readonly string[] {
  const random = createRandom(wanted);
  const { texts } = sample(source, count);
  return Array.from({ length: wanted }, () => phrase(random, texts, random.between(2, 6)));
}

/** Half of them plain phrases, the others with every operator and filter there is. */
export function mixedQueries(source: TextSource, count: number): readonly string[] {
  const random = createRandom(count);
  const { articles, texts } = sample(source, count);
  const [characters, pairs] = [byFrequency(texts, 1), byFrequency(texts, 2)];
  const common = (terms: readonly string[]) => terms[random.between(0, 199)] ?? "";
  const any = (most: number) => phrase(random, texts, random.between(2, most));
  const year = () => random.between(2015, 2024);
  const makers: readonly [times: number, make: () => string][] = [
    [60, () => any(4)],
    [30, () => any(12)],
    [20, () => common(pairs)],
    [20, () => common(characters)],
    [10, () => phrase(random, texts, 1)],
    [20, () => `${any(3)} ${any(3)}`],
    [10, () => `${common(pairs)} ${common(pairs)} ${common(pairs)}`],
    [15, () => `${any(3)} OR ${common(pairs)}`],
    [15, () => `${common(pairs)} -${common(pairs)}`],
    [15, () => String(random.between(1, 300))],
    [10, () => `${common(pairs)} 日期:${year()}`],
    [10, () => `${any(3)} 日期:${year()}-03..`],
    [10, () => `标题:${any(2)}`],
    [5, () => `来源:${random.pick(articles as [ImportedArticle])?.publication}`],
    [5, () => random.pick(articles as [ImportedArticle]).title],
    [5, () => `${any(3)} 有:图`],
  ];
  return makers.flatMap(([times, make]) => Array.from({ length: times }, make));
}

function byFrequency(texts: readonly string[], length: number): readonly string[] {
  const articles = new Map<string, number>();
  for (const text of texts) {
    const held = new Set<string>();
    for (let at = 0; at + length <= text.length; at++) held.add(text.slice(at, at + length));
    for (const piece of held) articles.set(piece, (articles.get(piece) ?? 0) + 1);
  }
  return [...articles]
    .filter(([piece]) => isHan(piece))
    .sort((one, other) => other[1] - one[1])
    .map(([piece]) => piece);
}

function isHan(piece: string): boolean {
  return /^\p{Script=Han}+$/u.test(piece);
}

function phrase(random: Random, texts: readonly string[], length: number): string {
  for (;;) {
    const text = texts[random.between(0, texts.length - 1)] ?? "";
    const at = random.between(0, Math.max(0, text.length - length));
    const piece = text.slice(at, at + length);
    if (piece.length === length && isHan(piece)) return piece;
  }
}
