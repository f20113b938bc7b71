/** `shell` and `nativeTheme`: what the application asks of the desktop around it. Nothing outside is opened. */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";
import type { Same } from "./same.ts";

export const shell = {
  async openExternal(): Promise<void> {},
  openPath: async () => "",
  showItemInFolder(): void {},
  beep(): void {},
};

class StandInTheme extends EventEmitter {
  themeSource: Electron.NativeTheme["themeSource"] = "system";
  readonly shouldUseHighContrastColors = false;

  get shouldUseDarkColors(): boolean {
    return this.themeSource === "dark";
  }
}

export const nativeTheme = new StandInTheme();

export type CheckedDesktop = [Same<typeof shell, Electron.Shell>, Same<StandInTheme, Electron.NativeTheme>];
