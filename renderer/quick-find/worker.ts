/**
 * The worker in which quick find looks: it takes in the library's titles, prepares them in slices, and answers the newest
 * question between two of them.
 */
import type { ToWorker } from "./entry.ts";
import { createFindServer } from "./find-server.ts";

const turns = new MessageChannel();
const server = createFindServer({
  answer: (message) => postMessage(message),
  // A timer rests a few milliseconds between the slices, so that the window has a processor too.
  afterRest: (act) => setTimeout(act),
  // A message to itself lets in what has arrived meanwhile, without a rest.
  soon: (act) => {
    turns.port1.onmessage = act;
    turns.port2.postMessage(null);
  },
  now: () => performance.now(),
});

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => server.take(data));
