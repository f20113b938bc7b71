/** `protocol` and `net`: what the application itself serves, and the fate of every request a page makes. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type * as Electron from "electron";
import type { Protocol as Cdp, Session as CdpSession } from "./cdp.ts";
import type { Same } from "./same.ts";
import { fromChromium, knowScheme, toChromium } from "./scheme.ts";

type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly { readonly scheme: string }[]): void {
    for (const { scheme } of schemes) knowScheme(scheme);
  },
  handle(scheme: string, handler: Handler): void {
    if (handlers.has(scheme)) throw new Error(`${scheme} is handled already`);
    knowScheme(scheme);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme);
  },
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
};

export const net = {
  /** Files by their URL; anything else as Node fetches it. */
  async fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    const url = typeof input === "string" ? input : input.url;
    return url.startsWith("file:") ? new Response(await readFile(fileURLToPath(url))) : fetch(input, init);
  },
  isOnline: () => false,
};

export type CheckedProtocol = [Same<typeof protocol, Electron.Protocol>, Same<typeof net, Electron.Net>];

/** Decides before a request is answered: `cancel` fails it. */
export type RequestJudge = (
  request: Cdp.Fetch.requestPausedPayload,
  url: string,
) => Promise<"allow" | "cancel" | "abort">;

/** Puts every request of every page before `judge`, answers what the application serves, and fails all else. */
export async function interceptRequests(browser: CdpSession, judge: RequestJudge): Promise<void> {
  browser.on("Fetch.requestPaused", (paused) => {
    answer(browser, paused, judge).catch((error: unknown) => {
      console.error(error);
      fail(browser, paused, "Failed");
    });
  });
  await browser.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
}

async function answer(
  browser: CdpSession,
  paused: Cdp.Fetch.requestPausedPayload,
  judge: RequestJudge,
): Promise<void> {
  const url = fromChromium(paused.request.url);
  const verdict = await judge(paused, url);
  if (verdict !== "allow") return fail(browser, paused, verdict === "abort" ? "Aborted" : "BlockedByClient");
  const { protocol: scheme } = new URL(url);
  // What Chromium makes of the URL alone; nothing is fetched for it.
  if (scheme === "data:" || scheme === "blob:") return browser.tell("Fetch.continueRequest", paused);
  const handler = handlers.get(scheme.slice(0, -1));
  if (handler === undefined) return fail(browser, paused, "InternetDisconnected");
  const response = await handler(requestOf(paused, url));
  if (response.type === "error") return fail(browser, paused, "Failed");
  const body = Buffer.from(await response.arrayBuffer());
  const head = {
    requestId: paused.requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({
      name,
      value: name === "location" ? toChromium(value) : value,
    })),
  };
  browser.tellLong("Fetch.fulfillRequest", head, { name: "body", bytes: body });
}

function requestOf({ request }: Cdp.Fetch.requestPausedPayload, url: string): Request {
  const body = request.postDataEntries?.map(({ bytes }) => Buffer.from(bytes ?? "", "base64"));
  const { method, headers } = request;
  return new Request(url, { method, headers, ...(body === undefined ? {} : { body: Buffer.concat(body) }) });
}

function fail(
  browser: CdpSession,
  { requestId }: Cdp.Fetch.requestPausedPayload,
  errorReason: Cdp.Network.ErrorReason,
): void {
  browser.tell("Fetch.failRequest", { requestId, errorReason });
}
