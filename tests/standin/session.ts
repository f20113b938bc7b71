/** `session`: the requests, permissions and downloads of all windows. */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";
import type { Protocol as Cdp, Session as CdpSession } from "./cdp.ts";
import { chromium } from "./runtime.ts";
import type { Same } from "./same.ts";
import { fromChromium } from "./scheme.ts";

type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  answer: (response: Electron.CallbackResponse) => void,
) => void;
type PermissionRequest = NonNullable<Parameters<Electron.Session["setPermissionRequestHandler"]>[0]>;
type PermissionCheck = NonNullable<Parameters<Electron.Session["setPermissionCheckHandler"]>[0]>;

let beforeRequest: BeforeRequest | null = null;
let permissionRequest: PermissionRequest | null = null;
let permissionCheck: PermissionCheck | null = null;

const webRequest = {
  onBeforeRequest(...given: unknown[]): void {
    beforeRequest = (given.at(-1) as BeforeRequest | null) ?? null;
  },
};

class StandInSession extends EventEmitter {
  readonly webRequest = webRequest as unknown as Electron.WebRequest;

  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    permissionCheck = handler;
  }

  /** Devices are chosen in a prompt that a page without permission never gets. */
  setDevicePermissionHandler(): void {}

  setSpellCheckerEnabled(): void {}

  async clearCache(): Promise<void> {}
}

export const session = { defaultSession: new StandInSession() };

export type CheckedSession = [
  Same<StandInSession, Electron.Session>,
  Same<typeof webRequest, Pick<Electron.WebRequest, "onBeforeRequest">>,
];

let requestCount = 0;

/** Whether the application lets a request be made; it does where it listens for none. */
export async function mayRequest(paused: Cdp.Fetch.requestPausedPayload, url: string): Promise<boolean> {
  const listener = beforeRequest;
  if (listener === null) return true;
  requestCount += 1;
  const { method, headers } = paused.request;
  const details: Electron.OnBeforeRequestListenerDetails = {
    id: requestCount,
    url,
    method,
    resourceType: resourceTypes[paused.resourceType] ?? "other",
    referrer: headers["Referer"] ?? "",
    timestamp: Date.now(),
    uploadData: [],
  };
  return new Promise((resolve) => listener(details, ({ cancel }) => resolve(cancel !== true)));
}

const resourceTypes: Partial<
  Record<Cdp.Network.ResourceType, Electron.OnBeforeRequestListenerDetails["resourceType"]>
> = {
  Document: "mainFrame",
  Stylesheet: "stylesheet",
  Image: "image",
  Media: "media",
  Font: "font",
  Script: "script",
  XHR: "xhr",
  Fetch: "xhr",
  WebSocket: "webSocket",
  CSPViolationReport: "cspReport",
  Ping: "ping",
};

/** Chromium's names of what a page may ask for, and Electron's. */
const permissions = {
  geolocation: "geolocation",
  notifications: "notifications",
  midi: "midi",
  "clipboard-read": "clipboard-read",
  "clipboard-write": "clipboard-sanitized-write",
  "display-capture": "display-capture",
  "idle-detection": "idle-detection",
  "storage-access": "storage-access",
  "window-management": "window-management",
  "local-fonts": "unknown",
  camera: "media",
  microphone: "media",
} as const;

/**
 * Chromium has no one to ask while a page waits, so the application's handlers are asked for every permission beforehand, when its
 * first window loads its page.
 */
export function settlePermissions(contents: Electron.WebContents): Promise<void> {
  settling ??= askForAll(contents);
  return settling;
}

let settling: Promise<void> | undefined;

async function askForAll(contents: Electron.WebContents): Promise<void> {
  const { browser } = (await chromium()).connection;
  const request = permissionRequest;
  if (request === null && permissionCheck === null) return;
  const settled = Object.entries(permissions).map(async ([name, permission]) => {
    const checked =
      permissionCheck?.(contents, permission as Parameters<PermissionCheck>[1], "", checkDetails) ?? true;
    const granted = await new Promise<boolean>((resolve) => {
      if (request === null || !checked) resolve(checked);
      else request(contents, permission, resolve, { isMainFrame: true, requestingUrl: contents.getURL() });
    });
    await browser
      .send("Browser.setPermission", { permission: { name }, setting: granted ? "granted" : "denied" })
      // A permission that this version of Chromium does not have is not granted either.
      .catch(() => {});
  });
  await Promise.all(settled);
}

const checkDetails: Electron.PermissionCheckHandlerHandlerDetails = { isMainFrame: true, requestingUrl: "" };

/** Tells the application of a download that begins; ends it where the application prevents it. */
export function watchDownloads(
  browser: CdpSession,
  contentsOf: (frameId: string) => Electron.WebContents | null,
): void {
  browser.on("Browser.downloadWillBegin", ({ guid, url, frameId, suggestedFilename }) => {
    const event = {
      defaultPrevented: false,
      preventDefault() {
        event.defaultPrevented = true;
      },
    };
    const item = {
      getURL: () => fromChromium(url),
      getFilename: () => suggestedFilename,
      cancel: () => event.preventDefault(),
    };
    session.defaultSession.emit("will-download", event, item, contentsOf(frameId));
    if (event.defaultPrevented) browser.tell("Browser.cancelDownload", { guid });
  });
}
