/** The border itself: gives the window `window.reader`, built from the list of calls, and nothing else of Electron. */
import { contextBridge, ipcRenderer, webUtils } from "electron";
import type { EventName } from "./contract.ts";
import { calls, eventNames } from "./contract.ts";

const reader: Record<string, unknown> = {
  on(name: EventName, listener: (value: unknown) => void) {
    if (!eventNames.includes(name)) return () => {};
    // The event object stays on this side: it leads back to Electron.
    const forward = (_event: unknown, value: unknown) => listener(value);
    ipcRenderer.on(name, forward);
    return () => {
      ipcRenderer.off(name, forward);
    };
  },
  pathOf(file: File) {
    return webUtils.getPathForFile(file);
  },
};

for (const name of Object.keys(calls)) {
  reader[name] = (input: unknown) => ipcRenderer.invoke("call", name, input);
}

contextBridge.exposeInMainWorld("reader", reader);
