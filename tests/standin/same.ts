/** Keeps the stand-in honest: the compiler compares what it offers with Electron's own declarations. */
import type { EventEmitter } from "node:events";

/**
 * `Mine`, if every public member of it exists in Electron's `Real` and fits there; events, whose names Electron lists one by
 * one as overloads, are left out.
 */
export type Same<
  Mine extends {
    [Key in Exclude<keyof Mine, keyof EventEmitter>]: Key extends keyof Real ? Real[Key] : never;
  },
  Real,
> = Mine;

/** Says that a stand-in's object serves where Electron's, of which it has a part, is declared. */
export function asElectron<Real>(part: object): Real {
  return part as Real;
}
