/**
 * `dialog`: nobody is there to answer, so every question is cancelled. A test answers by putting its own function in place through
 * `app.evaluate`, as it must under Electron.
 */
import type * as Electron from "electron";
import type { Same } from "./same.ts";

export const dialog = {
  async showOpenDialog(..._asked: unknown[]): Promise<Electron.OpenDialogReturnValue> {
    return { canceled: true, filePaths: [] };
  },
  async showSaveDialog(..._asked: unknown[]): Promise<Electron.SaveDialogReturnValue> {
    return { canceled: true, filePath: "" };
  },
  async showMessageBox(...asked: unknown[]): Promise<Electron.MessageBoxReturnValue> {
    return { response: cancelOf(asked), checkboxChecked: false };
  },
  showMessageBoxSync: (...asked: unknown[]) => cancelOf(asked),
  showErrorBox(title: string, content: string): void {
    console.error(`${title}\n${content}`);
  },
};

export type CheckedDialog = Same<typeof dialog, Electron.Dialog>;

function cancelOf(asked: readonly unknown[]): number {
  return (asked.at(-1) as Electron.MessageBoxOptions).cancelId ?? 0;
}
