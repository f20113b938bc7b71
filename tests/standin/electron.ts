/** The module `electron`, as the application's main process imports it. */
export { app } from "./app.ts";
export { ClipboardItem, clipboard } from "./clipboard.ts";
export { nativeTheme, shell } from "./desktop.ts";
export { dialog } from "./dialog.ts";
export { ipcMain } from "./ipc.ts";
export { Menu, MenuItem } from "./menu.ts";
export { net, protocol } from "./protocol.ts";
export { screen } from "./screen.ts";
export { session } from "./session.ts";
export { utilityProcess } from "./utility-process.ts";
export { webContents } from "./web-contents.ts";
export { StandInWindow as BrowserWindow } from "./window.ts";
