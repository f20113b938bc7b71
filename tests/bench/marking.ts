/** What five hundred painted bookmarks add to the first screen of their article. */

import { addBookmark } from "../../main/library/bookmarks.ts";
import { readText } from "../../main/library/contents.ts";
import { openLibrary } from "../../main/library/open.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { bookmarkColors } from "../../preload/model/bookmark.ts";
import { launchApp } from "../e2e/launch.ts";
import { buildLibrary } from "./build-library.ts";
import { timeToFirstScreen } from "./first-screen.ts";
import type { TextSource } from "./generate-text.ts";
import type { Measurement } from "./measure.ts";
import { median } from "./measure.ts";

const CHARACTERS = 50_000;
const BOOKMARKS = 500;
/** Characters marked by each. */
const LENGTH = 20;
/** Milliseconds, at 60 frames a second. */
const FRAME = 1000 / 60;

export async function measureMarking(
  directory: string,
  source: TextSource,
  repeats: number,
): Promise<Measurement[]> {
  buildLibrary(directory, articles(source, repeats + 1));
  markEverySecond(directory, repeats + 1);
  const { page, close } = await launchApp({ dataDir: directory });
  const times: { marked: number[]; plain: number[] } = { marked: [], plain: [] };
  for (let number = 0; number <= repeats; number++) {
    const plain = await timeToFirstScreen(page, titleOf("plain", number));
    const marked = await timeToFirstScreen(page, titleOf("marked", number), true);
    // The first of each kind warms the code up.
    if (number === 0) continue;
    times.plain.push(plain);
    times.marked.push(marked);
  }
  await close();
  const [marked, plain] = [median(times.marked), median(times.plain)];
  return [
    {
      name: `first screen with ${BOOKMARKS} bookmarks painted, beyond the same without`,
      value: marked - plain,
      unit: "ms",
      bar: FRAME,
      detail: `${marked.toFixed(0)} − ${plain.toFixed(0)} ms, medians of ${repeats}`,
    },
  ];
}

const titles = { plain: "净文", marked: "划文" } as const;

function titleOf(kind: keyof typeof titles, number: number): string {
  return `${titles[kind]}${number}号`;
}

/** In the order of opening, so that the next row is always near the last one. */
function* articles(source: TextSource, each: number): Iterable<ImportedArticle> {
  const text = {
    ...source.articleOfLength(CHARACTERS),
    ...{ publication: "某市日报", issuedOn: "2021-02-05", page: "1" },
  };
  for (let number = 0; number < each; number++) {
    yield { ...text, title: titleOf("plain", number) };
    yield { ...text, title: titleOf("marked", number) };
  }
}

function markEverySecond(directory: string, each: number): void {
  const { db, close } = openLibrary(directory);
  const now = new Date().toISOString();
  db.transaction(() => {
    for (let number = 1; number <= each; number++) markArticle(2 * number);
  }).immediate();
  close();

  function markArticle(article: number): void {
    const text = readText(db, article) ?? "";
    const step = Math.floor((text.length - LENGTH) / BOOKMARKS);
    for (let index = 0; index < BOOKMARKS; index++) {
      const start = index * step;
      const quote = text.slice(start, start + LENGTH);
      const color = bookmarkColors[index % bookmarkColors.length] ?? "yellow";
      addBookmark(
        db,
        { ...{ article, start, quote, color }, end: start + LENGTH, revision: 1, note: "", tags: [] },
        now,
      );
    }
  }
}
