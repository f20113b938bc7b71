/** From the main module's last line to the process's end. */
import type { app as standInApp } from "./app.ts";
import type { Connection } from "./cdp.ts";
import { interceptRequests } from "./protocol.ts";
import { end, start } from "./runtime.ts";
import { asElectron } from "./same.ts";
import { assumedSize } from "./screen.ts";
import { mayRequest, watchDownloads } from "./session.ts";
import { firstIsTold } from "./single-instance.ts";
import { watchTargets } from "./targets.ts";
import { contentsOfFrame } from "./web-contents.ts";
import { allWindows } from "./window.ts";

type App = typeof standInApp;

/** Before the main module, which may quit at once. */
export function prepareEnd(app: App): void {
  app.standin.connect(allWindows, (code) => void leave(code));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => app.quit());
}

/** Starts Chromium, and lets the application begin when `begin` is done. */
export async function runApplication(
  app: App,
  switches: readonly string[],
  begin: Promise<void>,
): Promise<void> {
  // A second start says so to the first and quits before anything is shown.
  if (app.standin.isQuitting()) return;
  const chromium = await start({ switches, size: assumedSize });
  chromium.process.on("exit", () => void leave(0));
  const { product } = await chromium.connection.browser.send("Browser.getVersion");
  Object.assign(process.versions, { chrome: product.replace(/^.*\//, "") });
  await govern(chromium.connection);
  await begin;
  app.standin.ready();
}

/** Pages that the application did not let be opened, by Chromium's name for their top frame. */
const refused = new Set<string>();

async function govern(connection: Connection): Promise<void> {
  await interceptRequests(connection.browser, judge);
  watchDownloads(connection.browser, (frameId) => {
    const contents = contentsOfFrame(frameId);
    return contents && asElectron(contents);
  });
  await watchTargets(connection, {
    opened(target, { openerId }) {
      const mayStay = contentsOfFrame(openerId)?.standin.mayOpen() ?? false;
      if (!mayStay) refused.add(target.id);
      // Even when it is to be closed: the page that opened it stands still while it waits.
      target.session.tell("Runtime.runIfWaitingForDebugger");
      if (!mayStay) connection.browser.tell("Target.closeTarget", { targetId: target.id });
    },
    gone: (targetId) =>
      allWindows()
        .find((window) => window.standin.targetId === targetId)
        ?.standin.gone(),
  });
}

const judge: Parameters<typeof interceptRequests>[1] = async (paused, url) => {
  if (refused.has(paused.frameId)) return "abort";
  if (paused.resourceType === "Document") {
    const top = contentsOfFrame(paused.frameId);
    // A frame inside a page is judged by the page's window; Chromium names only the frame.
    const contents = top ?? allWindows()[0]?.standin.contents;
    if (contents !== undefined && !contents.standin.mayNavigate(url, top !== null)) return "abort";
  }
  return (await mayRequest(paused, url)) ? "allow" : "cancel";
};

let leaving = false;

async function leave(code: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  await firstIsTold();
  await end();
  process.exit(code);
}
