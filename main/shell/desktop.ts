/** What the handlers need of the desktop, done by Electron. */
import { BrowserWindow, clipboard, dialog } from "electron";
import type { SaveDialogOptions } from "electron";
import { say } from "../../preload/model/messages.ts";
import type { Language } from "../../preload/model/messages.ts";
import type { MenuTarget } from "../../preload/model/menu-target.ts";
import { openContextMenu } from "./context-menu.ts";
import { setMenuBar } from "./menu-bar.ts";

export interface Desktop {
  readonly chooseFiles: (what: "files" | "folder") => Promise<readonly string[]>;
  /** Null when cancelled. */
  readonly chooseSavePath: (name: string) => Promise<string | null>;
  readonly copyText: (text: string) => void;
  readonly openMenu: (target: MenuTarget, place: { readonly x: number; readonly y: number }) => void;
  readonly toggleFullScreen: () => void;
  readonly keepOnTop: (on: boolean) => void;
  readonly speak: (language: Language) => void;
}

export function createDesktop(window: BrowserWindow): Desktop {
  let language: Language = "zh-CN";
  return {
    async chooseFiles(what) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: say(language, what === "files" ? "dialog.import-files" : "dialog.import-folder"),
        properties: what === "files" ? ["openFile", "multiSelections"] : ["openDirectory"],
      });
      return canceled ? [] : filePaths;
    },
    async chooseSavePath(name) {
      const options: SaveDialogOptions = { title: say(language, "dialog.save"), defaultPath: name };
      const { canceled, filePath } = await dialog.showSaveDialog(window, options);
      return canceled || filePath === "" ? null : filePath;
    },
    copyText: (text) => clipboard.writeText(text),
    openMenu: (target, place) => openContextMenu(window, language, target, place),
    toggleFullScreen: () => window.setFullScreen(!window.isFullScreen()),
    keepOnTop: (on) => window.setAlwaysOnTop(on),
    speak(next) {
      language = next;
      setMenuBar(next);
      window.setTitle(say(next, "window.title"));
    },
  };
}
