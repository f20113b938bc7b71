/** What crosses the border between processes instead of a thrown error. */
import type { ErrorCode } from "./messages/errors.ts";

export interface Failure<Code extends string = ErrorCode> {
  readonly code: Code;
  /** What the code's sentence names: a path, a limit in megabytes, … */
  readonly parameters: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/** An expected failure on its way to becoming a `Result`; anything else thrown is a broken promise of ours. */
export class FailureError extends Error {
  override readonly name = "FailureError";
  readonly failure: Failure;

  constructor(code: ErrorCode, parameters: Failure["parameters"] = {}) {
    super(code);
    this.failure = { code, parameters };
  }
}
