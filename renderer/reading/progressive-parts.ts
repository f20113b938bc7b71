/**
 * Mounts a long body part by part: what is on screen at once, the rest while the window is idle, nearest first; and
 * any part the moment something must be reached in it.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Part } from "./article/parts.ts";

/** A screen shows at most this many parts, counted from the one where reading begins. */
const PARTS_AT_ONCE = 2;

export interface ProgressiveParts {
  readonly isMounted: (part: number) => boolean;
  /** How many are mounted: changes whenever elements appear. */
  readonly mounted: number;
  /** Has the elements of these parts in place when it returns. */
  readonly mount: (parts: readonly number[]) => void;
}

/** `first` is the part where reading begins; it matters at the first drawing only. */
export function useProgressiveParts(parts: readonly Part[], first: number): ProgressiveParts {
  const [mounted, setMounted] = useState<ReadonlySet<number>>(
    () => new Set(Array.from({ length: PARTS_AT_ONCE }, (_, index) => first + index)),
  );

  useEffect(() => {
    const next = nearestMissing(parts.length, mounted, first);
    if (next === undefined) return;
    const request = requestIdleCallback(() => setMounted((before) => new Set(before).add(next)));
    return () => cancelIdleCallback(request);
  }, [parts, mounted, first]);

  const newest = useRef(mounted);
  useLayoutEffect(() => {
    newest.current = mounted;
  }, [mounted]);
  const mount = useCallback((wanted: readonly number[]) => {
    if (wanted.every((part) => newest.current.has(part))) return;
    flushSync(() => setMounted((before) => new Set([...before, ...wanted])));
  }, []);
  const isMounted = useCallback((part: number) => mounted.has(part), [mounted]);
  return { isMounted, mounted: mounted.size, mount };
}

/** What follows is read next, so it comes before what lies behind. */
function nearestMissing(count: number, mounted: ReadonlySet<number>, first: number): number | undefined {
  for (let part = first; part < count; part++) if (!mounted.has(part)) return part;
  for (let part = first - 1; part >= 0; part--) if (!mounted.has(part)) return part;
  return undefined;
}
