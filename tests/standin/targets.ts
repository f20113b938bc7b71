/** Opens pages in Chromium and notices those that pages open and those that go away. */
import type { Connection, Protocol, Session } from "./cdp.ts";
import { headless } from "./runtime.ts";

export interface Target {
  readonly id: string;
  readonly session: Session;
}

export interface TargetWatcher {
  /** A page opened it, by `window.open` or a link; it waits, and loads nothing, until it is let go. */
  readonly opened: (target: Target, info: Protocol.Target.TargetInfo) => void;
  readonly gone: (targetId: string) => void;
}

const attached = new Map<string, PromiseWithResolvers<Target>>();
const own = new Set<string>();
/** Done when no page is being opened, for until then it cannot be told whether a new page is ours. */
let opening: Promise<unknown> = Promise.resolve();
/** With a display Chromium opens its application window by itself; the first window takes it. */
const firstPage = Promise.withResolvers<string>();
let firstTaken = headless;

export async function watchTargets(connection: Connection, watcher: TargetWatcher): Promise<void> {
  const { browser } = connection;
  browser.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    const target: Target = { id: targetInfo.targetId, session: connection.session(sessionId) };
    if (targetInfo.type !== "page") return target.session.tell("Runtime.runIfWaitingForDebugger");
    arrival(target.id).resolve(target);
    if (!headless && own.size === 0) {
      own.add(target.id);
      return firstPage.resolve(target.id);
    }
    void opening.then(() => {
      if (!own.has(target.id)) watcher.opened(target, targetInfo);
    });
  });
  browser.on("Target.targetDestroyed", ({ targetId }) => {
    attached.delete(targetId);
    if (own.delete(targetId)) watcher.gone(targetId);
  });
  await browser.send("Target.setDiscoverTargets", { discover: true });
  await browser.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  });
}

/** A new page in a window of its own, waiting for its scripts before it loads anything. */
export async function openTarget(browser: Session, size: { width: number; height: number }): Promise<Target> {
  const id = firstTaken ? await createTarget(browser, size) : await firstPage.promise;
  firstTaken = true;
  return arrival(id).promise;
}

function createTarget(
  browser: Session,
  { width, height }: { width: number; height: number },
): Promise<string> {
  const created = browser
    .send("Target.createTarget", { url: "about:blank", newWindow: true, width, height })
    .then(({ targetId }) => {
      own.add(targetId);
      return targetId;
    });
  opening = Promise.allSettled([opening, created]);
  return created;
}

function arrival(id: string): PromiseWithResolvers<Target> {
  const known = attached.get(id) ?? Promise.withResolvers<Target>();
  attached.set(id, known);
  return known;
}
