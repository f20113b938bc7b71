/** What `require("electron")` gives a sandboxed preload script, in a world of its own beside the page's. Sent into pages as text. */
import type { Codec } from "../codec.ts";
import type { Bridge } from "./bridge.ts";

/** From the page to the main process. `url` is the document that speaks, which the page itself cannot forge. */
export interface PageMessage {
  readonly kind: "send" | "invoke" | "context-menu" | "copied" | "resized" | "key";
  readonly url: string;
  readonly id: number;
  readonly channel: string;
  readonly values: readonly unknown[];
}

/** From the main process to the page. */
export interface MainMessage {
  readonly kind: "event" | "answer";
  readonly id: number;
  readonly channel: string;
  readonly values: readonly unknown[];
  readonly error: string | null;
}

/** Names in the preload script's world that the main process uses. */
export interface WorldGlobals {
  standinSend: (text: string) => void;
  standinHear: (text: string) => void;
}

export function createPreloadWorld(bridge: Bridge, codec: Codec, askPath: (file: File) => string) {
  type Listener = (event: object, ...values: unknown[]) => void;
  const world = globalThis as unknown as WorldGlobals;
  const listeners = new Map<string, Listener[]>();
  const calls = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let callCount = 0;

  function send(kind: PageMessage["kind"], channel: string, values: readonly unknown[], id = 0): void {
    const message: PageMessage = { kind, url: location.href, id, channel, values };
    world.standinSend(codec.encode(message));
  }

  world.standinHear = (text) => {
    const message = codec.decode(text) as MainMessage;
    if (message.kind === "event") {
      for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({}, ...message.values);
      return;
    }
    const call = calls.get(message.id);
    calls.delete(message.id);
    if (message.error === null) call?.resolve(message.values[0]);
    else call?.reject(new Error(message.error));
  };

  const ipcRenderer = {
    send: (channel: string, ...values: unknown[]) => send("send", channel, values),
    invoke(channel: string, ...values: unknown[]): Promise<unknown> {
      callCount += 1;
      const id = callCount;
      return new Promise((resolve, reject) => {
        calls.set(id, { resolve, reject });
        send("invoke", channel, values, id);
      });
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    once(channel: string, listener: Listener) {
      const once: Listener = (event, ...values) => {
        ipcRenderer.off(channel, once);
        listener(event, ...values);
      };
      return ipcRenderer.on(channel, once);
    },
    off(channel: string, listener: Listener) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((other) => other !== listener),
      );
      return ipcRenderer;
    },
    addListener: (channel: string, listener: Listener) => ipcRenderer.on(channel, listener),
    removeListener: (channel: string, listener: Listener) => ipcRenderer.off(channel, listener),
    removeAllListeners(channel: string) {
      listeners.delete(channel);
      return ipcRenderer;
    },
  };

  const webUtils = {
    getPathForFile(file: File): string {
      if (!(file instanceof File)) throw new TypeError("getPathForFile needs a File");
      return askPath(file);
    },
  };

  addEventListener("contextmenu", (event) => {
    if (event.defaultPrevented) return;
    const selectionText = String(getSelection() ?? "");
    send("context-menu", "", [{ x: event.x, y: event.y, selectionText }]);
  });
  for (const name of ["copy", "cut"] as const) {
    addEventListener(name, (event) => {
      const given = event.clipboardData?.getData("text/plain") ?? "";
      send("copied", "", [event.defaultPrevented ? given : String(getSelection() ?? "")]);
    });
  }
  addEventListener("resize", () => send("resized", "", [innerWidth, innerHeight]));
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented) return;
    const { key, code, ctrlKey, shiftKey, altKey, metaKey } = event;
    send("key", "", [{ key, code, ctrlKey, shiftKey, altKey, metaKey }]);
  });

  const contextBridge = { exposeInMainWorld: (name: string, value: unknown) => bridge.expose(name, value) };
  return { contextBridge, ipcRenderer, webUtils };
}
