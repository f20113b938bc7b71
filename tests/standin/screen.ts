/** `screen`: one display; without a real one, that of an ordinary office PC. */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";
import { asElectron, type Same } from "./same.ts";

/** Pixels. Also told to Chromium when it has no display of its own. */
export const assumedSize = { width: 1920, height: 1080 };

class StandInScreen extends EventEmitter {
  readonly #display = { id: 1, scaleFactor: 1, rotation: 0, bounds: { x: 0, y: 0, ...assumedSize } };

  getPrimaryDisplay(): Electron.Display {
    const { bounds } = this.#display;
    return asElectron({ ...this.#display, size: assumedSize, workArea: bounds, workAreaSize: assumedSize });
  }

  getAllDisplays(): Electron.Display[] {
    return [this.getPrimaryDisplay()];
  }

  getDisplayMatching(): Electron.Display {
    return this.getPrimaryDisplay();
  }

  getDisplayNearestPoint(): Electron.Display {
    return this.getPrimaryDisplay();
  }

  getCursorScreenPoint(): Electron.Point {
    return { x: 0, y: 0 };
  }
}

export const screen = new StandInScreen();

export type CheckedScreen = Same<StandInScreen, Electron.Screen>;
