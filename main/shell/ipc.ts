/** Answers the window's calls: check the sender, parse the input, handle, and let nothing but a `Result` cross. */

import type { WebFrameMain } from "electron";
import { BrowserWindow, ipcMain } from "electron";
import type { CallName, EventName, Events } from "../../preload/contract.ts";
import { calls } from "../../preload/contract.ts";
import type { Failure, Result } from "../../preload/model/result.ts";
import { FailureError } from "../../preload/model/result.ts";
import type { Handlers } from "../handlers.ts";
import { isOwnUrl, isPrintPage } from "./origin.ts";

/** A call that has no handler, as where there is no window, is refused. */
export function answerCalls(handlers: Promise<Partial<Handlers>>): void {
  ipcMain.handle("call", async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isCallName(name) || !mayCall(event.senderFrame, name)) return refuse(name);
    const parsed = calls[name].input.safeParse(input);
    if (!parsed.success) return refuse(name);
    try {
      // The schema of a call is the type of its handler's input, which the compiler cannot follow through the name.
      const handle = (await handlers)[name] as ((input: unknown) => unknown) | undefined;
      return handle ? { ok: true, value: await handle(parsed.data) } : refuse(name);
    } catch (error) {
      return { ok: false, error: failureOf(error, name) };
    }
  });
}

/** Tells every open window but the hidden one that prints, which shows nothing that changes. */
export function tell<Name extends EventName>(name: Name, value: Events[Name]): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (window.isDestroyed() || isPrintPage(window.webContents.getURL())) continue;
    window.webContents.send(name, value);
  }
}

/** What the print page asks and says; it can do nothing else, and nothing but it can do that. */
const callsOfPrintPage: readonly CallName[] = ["printDocument", "printPageReady"];

/** Only the top frame of our own origin may call: not a frame in it, not a page that took its place. */
function mayCall(frame: WebFrameMain | null, name: CallName): boolean {
  if (frame === null || frame.parent !== null || !isOwnUrl(frame.url)) return false;
  return isPrintPage(frame.url) === callsOfPrintPage.includes(name);
}

function isCallName(name: unknown): name is CallName {
  return typeof name === "string" && Object.hasOwn(calls, name);
}

function refuse(name: unknown): Result<never> {
  return { ok: false, error: { code: "invalid-call", parameters: { call: String(name).slice(0, 80) } } };
}

function failureOf(error: unknown, name: string): Failure {
  if (error instanceof FailureError) return error.failure;
  console.error(error);
  return { code: "internal", parameters: { detail: name } };
}
