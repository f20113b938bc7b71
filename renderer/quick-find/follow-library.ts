/** Brings the library's titles to the worker, and after each change what has changed of them. */
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
  const known: string[] = [];
  let isStopped = false;
  let isBringing = false;
  let isStale = true;
  let timer = setTimeout(bring, START_AFTER);

  const stopListening = listen("changed", (topics) => {
    if (!topics.includes("articles")) return;
    isStale = true;
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
    while (isStale && !isStopped) {
      isStale = false;
      const stamps = await ask("quickFindStamps", null);
      for (let block = 0; block < Math.max(stamps.length, known.length); block++) {
        if (known[block] === stamps[block] || isStopped) continue;
        onWhole(false);
        await idle();
        const { stamp, articles } = await ask("quickFindBlock", { block });
        tell({ kind: "articles", block, packed: articles });
        known[block] = stamp;
      }
      known.length = stamps.length;
    }
    onWhole(true);
  }

  return {
    hurry() {
      clearTimeout(timer);
      if (isStale) bring();
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
