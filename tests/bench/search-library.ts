/** Libraries to search, kept between runs: writing 100,000 articles takes minutes. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { INDEX } from "../../main/search/index-table.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { buildLibrary } from "./build-library.ts";
import type { TextSource } from "./generate-text.ts";

const root = join(import.meta.dirname, "../..");

/** What the rows of a library depend on, beside its texts. */
const writers = [
  "main/search/index-text.ts",
  "main/search/searchable.ts",
  "preload/model/article-text.ts",
  "preload/model/fold.ts",
  "preload/model/search-tokens.ts",
  "tests/bench/build-library.ts",
  "tests/bench/search-library.ts",
];

/** Makes the library unless it is there and would become the same again. */
export function searchLibrary(directory: string, source: TextSource, count: number): void {
  const mark = join(directory, "made-of.txt");
  const madeOf = fingerprint(source, count);
  if (existsSync(mark) && readFileSync(mark, "utf8") === madeOf) return;
  console.log(`Building a library of ${count} articles to search…`);
  rmSync(directory, { recursive: true, force: true });
  buildLibrary(directory, articlesOf(source, count));
  writeFileSync(mark, madeOf);
}

/** A corpus that has fewer is gone through again. */
export function* articlesOf(source: TextSource, count: number): Iterable<ImportedArticle> {
  for (let number = 0; number < count; number++) yield source.article(number);
}

function fingerprint(source: TextSource, count: number): string {
  const hash = createHash("sha256").update(`${INDEX} ${count}`);
  for (const file of writers) hash.update(readFileSync(join(root, file)));
  for (let number = 0; number < count; number += 97) hash.update(JSON.stringify(source.article(number)));
  return hash.digest("hex");
}
