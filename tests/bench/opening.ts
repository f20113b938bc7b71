/** From the click on a row to the first screen of its article, short and very long ones by turns. */
import type { Page } from "@playwright/test";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { launchApp } from "../e2e/launch.ts";
import { buildLibrary } from "./build-library.ts";
import { timeToFirstScreen } from "./first-screen.ts";
import type { TextSource } from "./generate-text.ts";
import type { Measurement } from "./measure.ts";
import { median } from "./measure.ts";

const BAR = 3;
const LONG = 1_000_000;
const SHORT = 3_000;

export async function measureOpening(
  directory: string,
  source: TextSource,
  repeats: number,
): Promise<Measurement[]> {
  buildLibrary(directory, articles(source, repeats + 1));
  const { page, close } = await launchApp({ dataDir: directory });
  const times: { long: number[]; short: number[] } = { long: [], short: [] };
  // Every article is opened once, so that none comes from a cache; the first of each kind warms the code up.
  for (let number = 0; number <= repeats; number++) {
    // Both follow a short one that has come to rest: taking a long one off the screen is not part of opening.
    await rest(page, titleOf("before", 2 * number));
    const short = await timeToFirstScreen(page, titleOf("short", number));
    await rest(page, titleOf("before", 2 * number + 1));
    const long = await timeToFirstScreen(page, titleOf("long", number));
    if (number === 0) continue;
    times.short.push(short);
    times.long.push(long);
  }
  await close();
  const [long, short] = [median(times.long), median(times.short)];
  return [
    {
      name: "first screen, article of 1,000,000 characters ÷ of 3,000",
      value: long / short,
      unit: "×",
      bar: BAR,
      detail: `${long.toFixed(0)} ms ÷ ${short.toFixed(0)} ms, medians of ${repeats}`,
    },
  ];
}

const titles = { long: "长文", short: "短文", before: "前文" } as const;

function titleOf(kind: keyof typeof titles, number: number): string {
  return `${titles[kind]}${number}号`;
}

async function rest(page: Page, title: string): Promise<void> {
  await timeToFirstScreen(page, title);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

/** In the order of opening, so that the next row is always near the last one: the list holds no others. */
function* articles(source: TextSource, each: number): Iterable<ImportedArticle> {
  const issue = { publication: "某市日报", issuedOn: "2021-02-05", page: "1" };
  const long = { ...source.articleOfLength(LONG), ...issue };
  const short = { ...source.articleOfLength(SHORT), ...issue };
  for (let number = 0; number < each; number++) {
    yield { ...short, title: titleOf("before", 2 * number) };
    yield { ...short, title: titleOf("short", number) };
    yield { ...short, title: titleOf("before", 2 * number + 1) };
    yield { ...long, title: titleOf("long", number) };
  }
}
