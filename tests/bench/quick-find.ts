/** From a key pressed in quick find to its first twenty rows on screen, with 20,000 titles; and what preparing them costs. */
import type { Page } from "@playwright/test";
import { launchApp } from "../e2e/launch.ts";
import type { TextSource } from "./generate-text.ts";
import type { Measurement } from "./measure.ts";
import { median, percentile } from "./measure.ts";
import { createRandom } from "./random.ts";

const BAR = 50;
const QUESTIONS = 40;
const SEED = 7;
/** Keys a question: each is measured, so that short and long questions count alike. */
const LONGEST_QUESTION = 6;
/** Milliseconds between keys: a quick typist's ten a second. */
const BETWEEN_KEYS = 100;

interface Keystroke {
  readonly text: string;
  readonly time: number;
}

/** `directory`: a data directory with `titles` articles of `source`. */
export async function measureQuickFind(
  directory: string,
  source: TextSource,
  titles: number,
): Promise<Measurement[]> {
  const { page, close } = await launchApp({ dataDir: directory });
  await page.getByRole("option").first().waitFor();
  const prepared = await prepare(page);
  const keystrokes: Keystroke[] = [];
  for (const question of questions(source, titles)) keystrokes.push(...(await type(page, question)));
  const heap = await heapOfWorker(page);
  await close();
  const times = keystrokes.map(({ time }) => time);
  const slowest = keystrokes.reduce((one, other) => (other.time > one.time ? other : one));
  return [
    {
      name: `quick find, key to first rows on screen, ${titles.toLocaleString("en")} titles, 95 of 100`,
      value: percentile(times, 0.95),
      unit: "ms",
      bar: BAR,
      detail: `median ${median(times).toFixed(1)} ms of ${times.length} keys; slowest ${slowest.time.toFixed(1)} ms at “${slowest.text}”`,
    },
    {
      name: "quick find, longest the window is kept from a frame while titles are prepared",
      value: prepared.longest,
      unit: "ms",
      bar: null,
      detail:
        `prepared ${(prepared.time / 1000).toFixed(1)} s after the first row; ` +
        `the worker then holds ${(heap / 1e6).toFixed(0)} MB`,
    },
  ];
}

/** Opens the palette and waits until all is prepared; watches the window's frames meanwhile. */
async function prepare(page: Page): Promise<{ time: number; longest: number }> {
  await page.evaluate(() => {
    const watch = { longest: 0, last: performance.now() };
    const frame = () => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Object.assign(globalThis, { frameWatch: watch });
  });
  const started = performance.now();
  await page.keyboard.press("Control+k");
  await page.getByText(/正在准备/).waitFor();
  await page.getByText(/正在准备/).waitFor({ state: "detached", timeout: 120_000 });
  const time = performance.now() - started;
  const longest = await page.evaluate(
    () => (globalThis as unknown as { frameWatch: { longest: number } }).frameWatch.longest,
  );
  return { time, longest };
}

/** Parts of titles by turns as characters, with a wrong character, as letters that are initials, and as any letters. */
function* questions(source: TextSource, titles: number): Iterable<string> {
  const random = createRandom(SEED);
  const letters = "abcdefghjklmnpqrstwxyz";
  for (let number = 0; number < QUESTIONS; number++) {
    const { title } = source.article(random.between(0, titles - 1));
    const start = random.between(0, Math.max(0, title.length - LONGEST_QUESTION));
    const part = title.slice(start, start + LONGEST_QUESTION);
    if (number % 3 === 0) yield part;
    else if (number % 3 === 1) yield `${part.slice(0, 2)}龘${part.slice(3)}`;
    else yield Array.from(part, () => letters.charAt(random.between(0, letters.length - 1))).join("");
  }
}

async function type(page: Page, question: string): Promise<Keystroke[]> {
  const field = page.getByRole("combobox", { name: "快速打开" });
  await field.fill("");
  const keystrokes: Keystroke[] = [];
  for (let length = 1; length <= question.length; length++) {
    const measured = await page.evaluateHandle(watchNextKey);
    await page.keyboard.insertText(question.charAt(length - 1));
    keystrokes.push({ text: question.slice(0, length), time: await measured.evaluate(({ time }) => time) });
    await page.waitForTimeout(BETWEEN_KEYS);
  }
  return keystrokes;
}

/** Runs in the page: the time from the next input to the frame in which its rows have been painted. */
function watchNextKey(): { time: Promise<number> } {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const time = new Promise<number>((resolve) => {
    const onInput = async (event: Event) => {
      // React has drawn the field by the next microtask; the rows say themselves whether they still answer another text.
      await Promise.resolve();
      const isBusy = () => document.querySelector('[role="dialog"] [role="listbox"]')?.ariaBusy === "true";
      while (isBusy()) await new Promise((later) => setTimeout(later));
      await frame();
      // The first task behind a frame's callbacks comes once it has been painted.
      await new Promise((painted) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = painted;
        port2.postMessage(null);
      });
      resolve(performance.now() - event.timeStamp);
    };
    addEventListener("input", onInput, { once: true });
  });
  return { time };
}

/** Bytes in use after collecting what is not, its program included. */
async function heapOfWorker(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const attached = new Promise<string>((resolve) => {
    session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
      if (targetInfo.type === "worker") resolve(sessionId);
    });
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false });
  const sessionId = await attached;
  async function ask(method: string): Promise<unknown> {
    const answered = new Promise<string>((resolve) => {
      session.once("Target.receivedMessageFromTarget", ({ message }) => resolve(message));
    });
    await session.send("Target.sendMessageToTarget", {
      sessionId,
      message: JSON.stringify({ id: 1, method }),
    });
    return JSON.parse(await answered).result;
  }
  await ask("HeapProfiler.collectGarbage");
  const { usedSize } = (await ask("Runtime.getHeapUsage")) as { usedSize: number };
  return usedSize;
}
