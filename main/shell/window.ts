/** The reader's one window. */
import { join } from "node:path";
import type { WebPreferences } from "electron";
import { BrowserWindow } from "electron";
import { tell } from "./ipc.ts";
import { startPage } from "./protocol.ts";
import { keepWindowState, readWindowState } from "./window-state.ts";

/** The page's paper, so that nothing white flashes before it is drawn (see renderer/styles). */
const paper = "#fbf8f1";

export function openWindow(options: {
  /** Paths. */
  readonly preload: string;
  readonly dataDirectory: string;
  readonly icon: string;
  readonly title: string;
}): BrowserWindow {
  const { preload, dataDirectory, icon, title } = options;
  const stateFile = join(dataDirectory, "window.json");
  const state = readWindowState(stateFile);
  const window = new BrowserWindow({
    width: state?.width ?? 1366,
    height: state?.height ?? 768,
    ...(state === null ? {} : { x: state.x, y: state.y }),
    minWidth: 640,
    minHeight: 480,
    title,
    icon,
    backgroundColor: paper,
    show: false,
    webPreferences: pagePreferences(preload),
  });
  if (state?.maximized === true) window.maximize();
  keepWindowState(window, stateFile);
  // The desktop has ways of its own in and out, such as a key of the window manager.
  window.on("enter-full-screen", () => tell("fullScreen", { on: true }));
  window.on("leave-full-screen", () => tell("fullScreen", { on: false }));
  window.once("ready-to-show", () => window.show());
  void window.loadURL(startPage);
  return window;
}

/** What every page of ours is confined to. `preload`: a path. */
export function pagePreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    // Electron's spelling checker fetches its dictionaries from the network.
    spellcheck: false,
  };
}
