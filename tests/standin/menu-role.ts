/** What the menu items do that name a role instead of a function. */
import { app } from "./app.ts";
import type { StandInWindow } from "./window.ts";

const roles = {
  undo: (window) => window.webContents.undo(),
  redo: (window) => window.webContents.redo(),
  cut: (window) => window.webContents.cut(),
  copy: (window) => window.webContents.copy(),
  paste: (window) => window.webContents.paste(),
  delete: (window) => window.webContents.delete(),
  selectAll: (window) => window.webContents.selectAll(),
  reload: (window) => window.reload(),
  minimize: (window) => window.minimize(),
  close: (window) => window.close(),
  togglefullscreen: (window) => window.setFullScreen(!window.isFullScreen()),
} satisfies Record<string, (window: StandInWindow) => void>;

type WindowRole = keyof typeof roles;

/** The shortcuts Electron gives these roles; those of editing are Chromium's own and need none. */
export const roleAccelerators: Readonly<Record<string, string>> = {
  quit: "CommandOrControl+Q",
  reload: "CommandOrControl+R",
  minimize: "CommandOrControl+M",
  close: "CommandOrControl+W",
  togglefullscreen: "F11",
};

export function isRole(role: string | undefined): role is string {
  return role !== undefined;
}

/** False where the role is none of those known here. */
export function playRole(role: string, window: StandInWindow | undefined): boolean {
  if (role === "quit") {
    app.quit();
    return true;
  }
  if (!Object.hasOwn(roles, role)) return false;
  if (window !== undefined) roles[role as WindowRole](window);
  return true;
}
