/** Where the window stood, kept in a small file of the data directory so that it is known before the library opens. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { BrowserWindow, Rectangle } from "electron";
import { screen } from "electron";
import { z } from "zod";

const stateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean(),
});

type WindowState = z.infer<typeof stateSchema>;

/** How much of the title bar must be on a screen for a window to be taken hold of, in pixels. */
const graspable = 120;

/** The kept place if a screen still shows it; screens are unplugged between two starts. */
export function readWindowState(file: string): WindowState | null {
  try {
    const state = stateSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    return isOnScreen(state) ? state : null;
  } catch {
    return null;
  }
}

export function keepWindowState(window: BrowserWindow, file: string): void {
  let waiting: NodeJS.Timeout | undefined;
  function write(): void {
    clearTimeout(waiting);
    if (window.isDestroyed()) return;
    const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify(state));
      renameSync(`${file}.new`, file);
    } catch {
      // A place on the screen is not worth a message; the next start opens at the default.
    }
  }
  function writeSoon(): void {
    clearTimeout(waiting);
    waiting = setTimeout(write, 500);
  }
  window.on("resize", writeSoon);
  window.on("move", writeSoon);
  window.on("close", write);
}

function isOnScreen(state: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const across =
      Math.min(state.x + state.width, workArea.x + workArea.width) - Math.max(state.x, workArea.x);
    return (
      across >= graspable && state.y >= workArea.y && state.y < workArea.y + workArea.height - graspable / 2
    );
  });
}
