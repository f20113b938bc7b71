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
    times.push(await scriptOfOneStep(page, session, jump ? (step * 7919) % STEPS : null));
  }
  await close();
  const detail = `${STEPS} steps of two frames, every ${STEPS_BETWEEN_JUMPS}th to another place`;
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

/** Milliseconds of script in the two frames a step takes, so never less than either frame's. */
async function scriptOfOneStep(page: Page, session: CDPSession, jumpTo: number | null): Promise<number> {
  const before = await scriptDuration(session);
  await page.evaluate(
    async ({ jumpTo, step, steps }) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const list = document.querySelector('[role="listbox"]');
      if (list === null) throw new Error("there is no list");
      list.scrollTop = jumpTo === null ? list.scrollTop + step : (list.scrollHeight * jumpTo) / steps;
      await frame();
      await frame();
    },
    { jumpTo, step: STEP, steps: STEPS },
  );
  return ((await scriptDuration(session)) - before) * 1000;
}

/** Seconds of script since the page began. */
async function scriptDuration(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = metrics.find(({ name }) => name === "ScriptDuration");
  if (metric === undefined) throw new Error("this Chromium does not tell ScriptDuration");
  return metric.value;
}
