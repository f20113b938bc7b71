/** The database thread as main and the command line use it. */
import type { Transferable } from "node:worker_threads";
import { Worker } from "node:worker_threads";
import type { Result } from "../preload/model/result.ts";
import { FailureError } from "../preload/model/result.ts";
import type { Reply, Request } from "./database-messages.ts";
import type { OperationInput, OperationName, OperationOutput } from "./database-operations.ts";

/** For what lives shortly, such as articles on their way into the library: V8's own limit costs main 65 MB in a large import and saves no time. */
const YOUNG_MEGABYTES = 8;

export interface Database {
  /** Throws a `FailureError`. What is in `transfer` is moved to the thread and empty afterwards. */
  call<Name extends OperationName>(
    name: Name,
    input: OperationInput<Name>,
    transfer?: readonly Transferable[],
  ): Promise<OperationOutput<Name>>;
  /** Resolves once the library is written out and free for the next opener. */
  close(): Promise<void>;
}

/** `thread`: the path of the built database-thread.ts. Throws what opening the library throws. */
export async function openDatabase(options: {
  readonly directory: string;
  readonly thread: string | URL;
}): Promise<Database> {
  const worker = new Worker(options.thread, {
    workerData: { directory: options.directory },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const pending = new Map<number, (result: Result<unknown>) => void>();
  let lastId = 0;
  let ended = false;

  function answerAll(detail: string): void {
    ended = true;
    for (const settle of pending.values()) settle(ending(detail));
    pending.clear();
  }
  worker.on("message", ({ id, result }: Reply) => {
    pending.get(id)?.(result);
    pending.delete(id);
  });
  worker.on("error", (error) => answerAll(String(error)));
  worker.on("exit", () => answerAll("the database thread has ended"));

  async function replyTo(id: number): Promise<unknown> {
    const result = await new Promise<Result<unknown>>((settle) => pending.set(id, settle));
    if (result.ok) return result.value;
    throw new FailureError(result.error.code, result.error.parameters);
  }
  async function send(request: Request, transfer: readonly Transferable[]): Promise<unknown> {
    if (ended) throw new FailureError("internal", { detail: "the database is closed" });
    const answer = replyTo(request.id);
    worker.postMessage(request, [...transfer]);
    return answer;
  }

  await replyTo(0);
  return {
    call: (name, input, transfer = []) =>
      send({ id: ++lastId, name, input }, transfer) as Promise<OperationOutput<typeof name>>,
    close: async () => {
      if (ended) return;
      const gone = new Promise((resolve) => worker.once("exit", resolve));
      await send({ id: ++lastId, name: "close" }, []);
      await gone;
    },
  };
}

function ending(detail: string): Result<never> {
  return { ok: false, error: { code: "internal", parameters: { detail } } };
}
