/** What the database thread and its client say to each other. */
import type { Result } from "../preload/model/result.ts";
import type { OperationName } from "./database-operations.ts";

/** `close` is the last. */
export type Request =
  | { readonly id: number; readonly name: OperationName; readonly input: unknown }
  | { readonly id: number; readonly name: "close" };

/** The answer to the request of that id; 0 answers the opening itself. */
export interface Reply {
  readonly id: number;
  readonly result: Result<unknown>;
}
