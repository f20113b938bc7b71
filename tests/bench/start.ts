/** From the start of the program to the first row of the list on screen. */
import { openLibrary } from "../../main/library/open.ts";
import { changeSettings } from "../../main/library/settings.ts";
import { launchApp } from "../e2e/launch.ts";
import type { Measurement } from "./measure.ts";
import { median } from "./measure.ts";

const BAR = 1.5;
const SAMPLES = 4;

/** `large` and `starter`: data directories; the second is begun anew, by a first start. */
export async function measureStart(large: string, starter: string, repeats: number): Promise<Measurement[]> {
  await firstStart(starter);
  const times: { large: number[]; starter: number[] } = { large: [], starter: [] };
  // One start each that is not counted: what the disk had to be read for is then in memory for both.
  for (let repeat = -1; repeat < repeats; repeat++) {
    const withStarter = await timeToFirstRow(starter);
    const withMany = await timeToFirstRow(large);
    if (repeat < 0) continue;
    times.starter.push(withStarter);
    times.large.push(withMany);
  }
  const [many, few] = [median(times.large), median(times.starter)];
  return [
    {
      name: "second start to the first list row, 20,000 articles ÷ starter library",
      value: many / few,
      unit: "×",
      bar: BAR,
      detail: `${many.toFixed(0)} ms ÷ ${few.toFixed(0)} ms, medians of ${repeats}`,
    },
  ];
}

/** Lets the application bring in its samples, and closes the first start's card. */
async function firstStart(directory: string): Promise<void> {
  const { page, close } = await launchApp({ dataDir: directory });
  await page
    .getByRole("option")
    .nth(SAMPLES - 1)
    .waitFor();
  await close();
  const library = openLibrary(directory);
  changeSettings(library.db, { welcomeDone: true });
  library.close();
}

/** Milliseconds from before the process is spawned until a row has been painted. */
async function timeToFirstRow(dataDir: string): Promise<number> {
  const startedAt = performance.timeOrigin + performance.now();
  const { page, close } = await launchApp({ dataDir });
  const paintedAt = await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    while (document.querySelector('[role="option"]') === null) await frame();
    // The second frame begins when the first one, which holds the row, has been painted.
    await frame();
    await frame();
    return performance.timeOrigin + performance.now();
  });
  await close();
  return paintedAt - startedAt;
}
