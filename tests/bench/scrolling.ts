/** How much script the list of 20,000 articles runs while it is scrolled. */
import type { CDPSession, Page } from "@playwright/test";
import { launchApp } from "../e2e/launch.ts";
import type { Measurement } from "./measure.ts";
import { percentile } from "./measure.ts";

/** A frame at 60 a second. */
const BAR = 16;
const STEPS = 300;
/** CSS pixels of a step: a brisk turn of the wheel. */
const STEP = 240;
/** Every so many steps the list is thrown to another place, as by dragging the scroll bar: rows must be fetched. */
const STEPS_BETWEEN_JUMPS = 20;

export async function measureScrolling(directory: string): Promise<Measurement[]> {
  const { page, close } = await launchApp({ dataDir: directory });
  await page.getByRole("option").first().waitFor();
  const session = await page.context().newCDPSession(page);
  // The thread's own time: what other programs take of the processor is not the list's.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const times: number[] = [];
  for (let step = 0; step < STEPS; step++) {
    const jump = step % STEPS_BETWEEN_JUMPS === STEPS_BETWEEN_JUMPS - 1;
    times.push(...(await scriptOfFrames(page, session, jump ? (step * 7919) % STEPS : null)));
  }
  await close();
  const detail = `${STEPS} steps of two frames, every ${STEPS_BETWEEN_JUMPS}th to another place; the thread's own time`;
  return [
    {
      name: "scrolling 20,000 rows, script a frame, largest",
      value: Math.max(...times),
      unit: "ms",
      bar: BAR,
      detail,
    },
    {
      name: "scrolling 20,000 rows, script a frame, 95 of 100",
      value: percentile(times, 0.95),
      unit: "ms",
      bar: BAR,
      detail,
    },
  ];
}

/** Milliseconds of script in the frame that scrolls and in the next one, which may have rows to show that came meanwhile. */
async function scriptOfFrames(page: Page, session: CDPSession, jumpTo: number | null): Promise<number[]> {
  const before = await scriptDuration(session);
  await page.evaluate(scrollOneFrame, { jumpTo, step: STEP, steps: STEPS });
  const between = await scriptDuration(session);
  await page.evaluate(scrollOneFrame, { jumpTo: null, step: 0, steps: STEPS });
  const after = await scriptDuration(session);
  return [(between - before) * 1000, (after - between) * 1000];
}

interface Scroll {
  readonly jumpTo: number | null;
  readonly step: number;
  readonly steps: number;
}

/** Runs in the page. */
async function scrollOneFrame({ jumpTo, step, steps }: Scroll): Promise<void> {
  const list = document.querySelector('[role="listbox"]');
  if (list === null) throw new Error("there is no list");
  list.scrollTop = jumpTo === null ? list.scrollTop + step : (list.scrollHeight * jumpTo) / steps;
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Seconds of script since the page began. */
async function scriptDuration(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = metrics.find(({ name }) => name === "ScriptDuration");
  if (metric === undefined) throw new Error("this Chromium does not tell ScriptDuration");
  return metric.value;
}
