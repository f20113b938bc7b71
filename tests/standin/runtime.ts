/** The one Chromium behind the stand-in, and how this run was asked to be. */
import type { Chromium, ChromiumOptions } from "./chromium.ts";
import { startChromium } from "./chromium.ts";

/** Playwright says so by this argument, as it does to Electron. */
const drivenArgument = "--remote-debugging-port=0";

/** Whether a test drives this run: then it waits to be told to begin, and shows no window unless STANDIN_SHOW is set. */
export const driven = process.argv.includes(drivenArgument);

export const headless = driven
  ? process.env["STANDIN_SHOW"] === undefined
  : process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"];

let starting: Promise<Chromium> | undefined;

/** Starts Chromium with the size of the first window; windows wait for it. */
export function start(options: Pick<ChromiumOptions, "switches" | "size">): Promise<Chromium> {
  starting ??= startChromium({ ...options, headless, port: driven });
  return starting;
}

export function chromium(): Promise<Chromium> {
  if (starting === undefined) throw new Error("Not before the application is ready.");
  return starting;
}

export async function end(): Promise<void> {
  await (await starting)?.close();
}
