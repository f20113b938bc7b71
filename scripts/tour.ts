/** The tour: what a first user does, one step after the other, each with a picture in out/tour/. */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Launched } from "../tests/e2e/launch.ts";
import { launchApp } from "../tests/e2e/launch.ts";
import { findRuntime, hasDisplay, root } from "./runtime.ts";
import { openVirtualDisplay } from "./virtual-display.ts";

const folder = join(root, "out/tour");

interface Step {
  /** Also the name of its picture. */
  readonly name: string;
  readonly title: string;
  readonly take: (launched: Launched) => Promise<void>;
}

const steps: readonly Step[] = [
  {
    name: "start",
    title: "First start",
    async take({ page }) {
      await page.locator("#root > *").first().waitFor();
    },
  },
];

/** Takes every step on a new library, and prints where the pictures are. */
export async function runTour(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const display = await displayIfNeeded();
  const launched = await launchApp({ size: { width: 1366, height: 768 } });
  try {
    for (const [index, step] of steps.entries()) {
      await step.take(launched);
      const picture = join(folder, `${String(index + 1).padStart(2, "0")}-${step.name}.png`);
      await launched.page.screenshot({ path: picture });
      console.log(`${step.title}: ${picture}`);
    }
  } finally {
    await launched.close();
    display?.close();
  }
  console.log(`The pictures are in ${folder}`);
}

/** Electron's own runtime needs a screen even where nobody looks; the stand-in does not. */
async function displayIfNeeded() {
  if (hasDisplay() || findRuntime()?.kind !== "electron") return null;
  const display = await openVirtualDisplay();
  process.env["DISPLAY"] = display.name;
  return display;
}
