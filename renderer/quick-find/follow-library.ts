/** Brings the library's titles and bookmarks to the worker, and after each change what has changed of them. */
import { type QuickFindKind, quickFindKinds } from "../../preload/model/quick-find.ts";
import { ask, listen } from "../client.ts";
import type { ToWorker } from "./entry.ts";

/** Milliseconds: the first screen comes first. */
const START_AFTER = 1500;

/** Milliseconds of quiet after a change: changes seldom come alone. */
const REST_AFTER_CHANGE = 500;

export interface Following {
  /** Does not wait any longer, since somebody is looking. */
  readonly hurry: () => void;
  readonly stop: () => void;
}

/** `onWhole`: whether the worker has been given all there is. */
export function followLibrary(
  tell: (message: ToWorker) => void,
  onWhole: (whole: boolean) => void,
): Following {
  /** The stamps of the blocks that were brought. */
  const known: Readonly<Record<QuickFindKind, string[]>> = { articles: [], bookmarks: [] };
  let isStopped = false;
  let isBringing = false;
  /** Of what something may have changed since it was brought. */
  const stale = new Set<QuickFindKind>(quickFindKinds);
  let timer = setTimeout(bring, START_AFTER);

  const stopListening = listen("changed", (topics) => {
    const changed = quickFindKinds.filter((kind) => topics.includes(kind));
    // A bookmark is told with its article's title, and goes to the trash with it.
    if (changed.includes("articles")) changed.push("bookmarks");
    if (changed.length === 0) return;
    for (const kind of changed) stale.add(kind);
    clearTimeout(timer);
    timer = setTimeout(bring, REST_AFTER_CHANGE);
  });

  function bring(): void {
    if (isBringing) return;
    isBringing = true;
    // What could not be read now is read after the next change; what was brought stands.
    bringWhatChanged()
      .catch(() => {})
      .finally(() => {
        isBringing = false;
      });
  }

  async function bringWhatChanged(): Promise<void> {
    for (;;) {
      const [kind] = stale;
      if (kind === undefined || isStopped) break;
      stale.delete(kind);
      await bringChangedOf(kind, known[kind]);
    }
    onWhole(true);
  }

  async function bringChangedOf(kind: QuickFindKind, brought: string[]): Promise<void> {
    const stamps = await ask("quickFindStamps", { kind });
    for (let block = 0; block < Math.max(stamps.length, brought.length); block++) {
      if (brought[block] === stamps[block] || isStopped) continue;
      onWhole(false);
      await idle();
      const { stamp, packed } = await ask("quickFindBlock", { kind, block });
      tell({ kind, block, packed });
      brought[block] = stamp;
    }
    brought.length = stamps.length;
  }

  return {
    hurry() {
      clearTimeout(timer);
      if (stale.size > 0) bring();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      stopListening();
    },
  };
}

/** When the window has nothing else to do, and in a tenth of a second at the latest. */
function idle(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: 100 }));
}
