/**
 * Which parts of a long body have their elements: what is on screen at once, the rest while the window is idle,
 * what follows before what lies behind; and any part the moment something must be reached in it. A part listens for
 * itself, so that one appearing draws nothing else anew.
 */
import { flushSync } from "react-dom";

export interface MountedParts {
  readonly has: (part: number) => boolean;
  /** Tells of every part that appears. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Has the elements of these parts in place when it returns. Not to be called while React is drawing. */
  readonly mount: (parts: readonly number[]) => void;
  /** Mounts the rest, a part each time the window has nothing to do; answers with its undoing. */
  readonly mountRest: () => () => void;
}

/** A screen shows at most this many parts, counted from the one where reading begins. */
const PARTS_AT_ONCE = 2;

/** From where reading begins to the end, then back to the beginning. */
function orderOfMounting(count: number, first: number): readonly number[] {
  const behind = Array.from({ length: Math.min(first, count) }, (_, index) => first - 1 - index);
  const ahead = Array.from({ length: Math.max(0, count - first) }, (_, index) => first + index);
  return [...ahead, ...behind];
}

/** `first` is the part where reading begins. */
export function mountedParts(count: number, first: number): MountedParts {
  const mounted = new Set(Array.from({ length: PARTS_AT_ONCE }, (_, index) => first + index));
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    has: (part) => mounted.has(part),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    mount: (parts) => {
      const missing = parts.filter((part) => !mounted.has(part));
      if (missing.length === 0) return;
      for (const part of missing) mounted.add(part);
      flushSync(tell);
    },
    mountRest: () => {
      const missing = orderOfMounting(count, first).filter((part) => !mounted.has(part));
      let request = 0;
      const step = () => {
        const part = missing.shift();
        if (part === undefined) return;
        mounted.add(part);
        tell();
        request = requestIdleCallback(step);
      };
      request = requestIdleCallback(step);
      return () => cancelIdleCallback(request);
    },
  };
}
