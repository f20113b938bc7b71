/** The window's only way to the main process: the contract's calls as promises of values, and its events. */
import type { CallInput, CallName, CallOutput, EventName, Events, Reader } from "../preload/contract.ts";
import type { Failure, Result } from "../preload/model/result.ts";

declare global {
  interface Window {
    readonly reader: Reader;
  }
}

/** A call that failed in an expected way; the interface says its sentence with `sayFailure`. */
export class CallError extends Error {
  override readonly name = "CallError";
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Answers with the call's value, or throws a `CallError`. */
export async function ask<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const call = window.reader[name] as (input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>;
  const result = await call(input);
  if (!result.ok) throw new CallError(result.error);
  return result.value;
}

/** The failure behind anything thrown: what is not expected is told as `internal`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CallError) return error.failure;
  return { code: "internal", parameters: { detail: error instanceof Error ? error.message : String(error) } };
}

/** Listens until the answered function is called. */
export function listen<Name extends EventName>(
  name: Name,
  listener: (value: Events[Name]) => void,
): () => void {
  return window.reader.on(name, listener);
}

/** The path of a dropped or chosen file; empty where it has none. */
export function pathOf(file: File): string {
  return window.reader.pathOf(file);
}

/** The address of a stored picture. */
export function pictureAddress(hash: string): string {
  return `/media/${hash}`;
}
