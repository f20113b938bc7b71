/** What the handlers need of the desktop, done by Electron. */

import type { SaveDialogOptions } from "electron";
import { type BrowserWindow, ClipboardItem, clipboard, dialog } from "electron";
import type { Language } from "../../preload/model/messages.ts";
import { say } from "../../preload/model/messages.ts";
import type { Desktop } from "../handlers.ts";
import type { ClipboardContents } from "../paste.ts";
import { openContextMenu } from "./context-menu.ts";
import { setMenuBar } from "./menu-bar.ts";

const dialogs = {
  files: { title: "dialog.import-files", properties: ["openFile", "multiSelections"] },
  folder: { title: "dialog.import-folder", properties: ["openDirectory"] },
  picture: { title: "dialog.picture", properties: ["openFile"] },
  annotations: { title: "bookmarks.import", properties: ["openFile"] },
} as const;

export function createDesktop(window: BrowserWindow): Desktop {
  let language: Language = "zh-CN";
  return {
    async chooseFiles(what) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: say(language, dialogs[what].title),
        properties: [...dialogs[what].properties],
      });
      return canceled ? [] : filePaths;
    },
    async chooseSavePath(name) {
      const options: SaveDialogOptions = { title: say(language, "dialog.save"), defaultPath: name };
      const { canceled, filePath } = await dialog.showSaveDialog(window, options);
      return canceled || filePath === "" ? null : filePath;
    },
    copyText: (text, html) =>
      clipboard.write([
        new ClipboardItem({ "text/plain": text, ...(html === undefined ? {} : { "text/html": html }) }),
      ]),
    readClipboard,
    openMenu: (target, place) => openContextMenu(window, language, target, place),
    setFullScreen: (on) => window.setFullScreen(on),
    keepOnTop: (on) => window.setAlwaysOnTop(on),
    speak(next) {
      language = next;
      setMenuBar(next);
      window.setTitle(say(next, "window.title"));
    },
  };
}

const READ: readonly string[] = ["text/html", "text/plain", "image/png"];

/** The first of each kind. */
async function readClipboard(): Promise<ClipboardContents> {
  const items = await clipboard.read();
  const blobOf = async (type: "text/html" | "text/plain" | "image/png") =>
    items.find(({ types }) => types.includes(type))?.getType(type);
  const [html, text, picture] = await Promise.all([
    blobOf("text/html"),
    blobOf("text/plain"),
    blobOf("image/png"),
  ]);
  return {
    hasOther: items.some(({ types }) => types.some((type) => !READ.includes(type))),
    html: (await html?.text()) ?? "",
    text: (await text?.text()) ?? "",
    picture: picture === undefined ? null : new Uint8Array(await picture.arrayBuffer()),
  };
}
