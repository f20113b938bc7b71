/** How long the main process is kept from its events, told by itself, which knows nothing of being measured. */
import type { ElectronApplication } from "@playwright/test";

/** In a millisecond. */
const NANOSECONDS = 1e6;
const MICROSECONDS = 1e3;

/** Milliseconds. */
export interface Delay {
  readonly max: number;
  readonly p99: number;
  /** The most that main's own thread computed between two turns of its loop: what no other program can lengthen. */
  readonly ownWork: number;
}

/** Starts a fresh histogram in the main process. */
export async function startWatching(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule("node:perf_hooks");
    const histogram = monitorEventLoopDelay({ resolution: 1 });
    const computed = () => {
      const { user, system } = process.threadCpuUsage();
      return user + system;
    };
    const watch = { histogram, ownWork: 0, timer: undefined as NodeJS.Timeout | undefined };
    let before = computed();
    watch.timer = setInterval(() => {
      const now = computed();
      watch.ownWork = Math.max(watch.ownWork, now - before);
      before = now;
    }, 1);
    histogram.enable();
    Object.assign(globalThis, { benchWatch: watch });
  });
}

/** Since `startWatching`. */
export async function readDelay(app: ElectronApplication): Promise<Delay> {
  const { max, p99, ownWork } = await app.evaluate(() => {
    const { benchWatch } = globalThis as unknown as {
      benchWatch: {
        histogram: ReturnType<typeof import("node:perf_hooks").monitorEventLoopDelay>;
        ownWork: number;
        timer: NodeJS.Timeout;
      };
    };
    const { histogram, ownWork, timer } = benchWatch;
    histogram.disable();
    clearInterval(timer);
    return { max: histogram.max, p99: histogram.percentile(99), ownWork };
  });
  return { max: max / NANOSECONDS, p99: p99 / NANOSECONDS, ownWork: ownWork / MICROSECONDS };
}
