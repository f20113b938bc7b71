/** `ipcMain`: what pages ask and say, answered by the application's own handlers. */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";
import { PreventableEvent } from "./event.ts";
import type { MainMessage } from "./page/preload-world.ts";
import { asElectron, type Same } from "./same.ts";
import type { Hearing, StandInWebContents } from "./web-contents.ts";

type Handler = (event: Electron.IpcMainInvokeEvent, ...values: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

class StandInIpcMain extends EventEmitter {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (...given) => {
      handlers.delete(channel);
      return handler(...given);
    });
  }

  removeHandler(channel: string): void {
    handlers.delete(channel);
  }
}

export const ipcMain = new StandInIpcMain();

export type CheckedIpcMain = Same<StandInIpcMain, Electron.IpcMain>;

/** Listens to what the preload scripts of pages say by `ipcRenderer`. */
export const hearIpc: Hearing = (contents, message, answer) => {
  if (message.kind === "send") {
    ipcMain.emit(message.channel, eventFrom(contents), ...message.values);
    return;
  }
  if (message.kind === "invoke") {
    void invoke(contents, message.channel, message.values).then((outcome) =>
      answer({ kind: "answer", id: message.id, channel: message.channel, ...outcome }),
    );
  }
};

async function invoke(
  contents: StandInWebContents,
  channel: string,
  values: readonly unknown[],
): Promise<Pick<MainMessage, "values" | "error">> {
  const handler = handlers.get(channel);
  try {
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return { values: [await handler(eventFrom(contents), ...values)], error: null };
  } catch (error) {
    return { values: [], error: `Error invoking remote method '${channel}': ${String(error)}` };
  }
}

function eventFrom(contents: StandInWebContents): Electron.IpcMainInvokeEvent {
  const event = {
    type: "frame",
    sender: contents,
    senderFrame: contents.mainFrame,
    frameId: contents.id,
    processId: 0,
  };
  return asElectron(Object.assign(new PreventableEvent(), event));
}
