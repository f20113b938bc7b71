/**
 * `dialog`. With a display Chromium's own file chooser and prompts ask. Without one nobody is there to answer, so every question
 * is cancelled: a test answers by putting its own function in place through `app.evaluate`, as it must under Electron.
 */
import { join } from "node:path";
import type * as Electron from "electron";
import { app } from "./app.ts";
import { headless } from "./runtime.ts";
import type { Same } from "./same.ts";
import { StandInWindow } from "./window.ts";

export const dialog = {
  async showOpenDialog(...asked: unknown[]): Promise<Electron.OpenDialogReturnValue> {
    const { properties = [] } = asked.at(-1) as Electron.OpenDialogOptions;
    const page = pageOf(asked);
    if (page === null) return { canceled: true, filePaths: [] };
    const filePaths = await page.chooseFiles({
      several: properties.includes("multiSelections"),
      folder: properties.includes("openDirectory"),
    });
    return { canceled: filePaths.length === 0, filePaths };
  },
  async showSaveDialog(...asked: unknown[]): Promise<Electron.SaveDialogReturnValue> {
    const { title = "", defaultPath = "" } = asked.at(-1) as Electron.SaveDialogOptions;
    const page = pageOf(asked);
    const proposed = join(app.getPath("downloads"), defaultPath);
    const filePath = page === null ? "" : await page.ask(`prompt(${quote(title)}, ${quote(proposed)})`);
    return { canceled: !filePath, filePath: String(filePath ?? "") };
  },
  /** Chromium asks yes or no: the first button, or the one that cancels. */
  async showMessageBox(...asked: unknown[]): Promise<Electron.MessageBoxReturnValue> {
    const options = asked.at(-1) as Electron.MessageBoxOptions;
    const page = pageOf(asked);
    const text = quote([options.message, options.detail].filter(Boolean).join("\n"));
    const agreed = page !== null && (await page.ask(`confirm(${text})`)) === true;
    return { response: agreed ? (options.defaultId ?? 0) : (options.cancelId ?? 0), checkboxChecked: false };
  },
  showErrorBox(title: string, content: string): void {
    console.error(`${title}\n${content}`);
  },
};

export type CheckedDialog = Same<typeof dialog, Electron.Dialog>;

/** The page of the window that asks; null where nobody sees it. */
function pageOf(asked: readonly unknown[]) {
  const window = asked.find((value) => value instanceof StandInWindow);
  return headless || window === undefined ? null : window.standin.contents.standin;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
