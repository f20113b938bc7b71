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
  markAllButPlain(directory, repeats + 1);
  const { page, close } = await launchApp({ dataDir: directory });
  const times: Record<Kind, number[]> = { plain: [], marked: [], painted: [] };
  for (let number = 0; number <= repeats; number++) {
    const plain = await timeToFirstScreen(page, titleOf("plain", number));
    const marked = await timeToFirstScreen(page, titleOf("marked", number));
    const painted = await timeToFirstScreen(page, titleOf("painted", number), true);
    // The first of each kind warms the code up.
    if (number === 0) continue;
    times.plain.push(plain);
    times.marked.push(marked);
    times.painted.push(painted);
  }
  await close();
  const [marked, plain, painted] = [median(times.marked), median(times.plain), median(times.painted)];
  return [
    {
      name: `first screen of an article with ${BOOKMARKS} bookmarks, painted, beyond the same without`,
      value: painted - plain,
      unit: "ms",
      bar: FRAME,
      detail: `${painted.toFixed(0)} − ${plain.toFixed(0)} ms, medians of ${repeats}`,
    },
    {
      name: "the same, its text alone",
      value: marked - plain,
      unit: "ms",
      bar: FRAME,
      detail: `${marked.toFixed(0)} − ${plain.toFixed(0)} ms`,
    },
  ];
}

const titles = { plain: "净文", marked: "划文", painted: "色文" } as const;

type Kind = keyof typeof titles;

function titleOf(kind: Kind, number: number): string {
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
    yield { ...text, title: titleOf("painted", number) };
  }
}

function markAllButPlain(directory: string, each: number): void {
  const { db, close } = openLibrary(directory);
  const now = new Date().toISOString();
  db.transaction(() => {
    for (let number = 1; number <= 3 * each; number++) if (number % 3 !== 1) markArticle(number);
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
