/** When what is being typed is worth keeping: at each pause, and every so often in a run of typing without any. */
import { useEffect, useRef } from "react";

const PAUSE_MS = 400;
const LONGEST_MS = 1500;

interface Pauses {
  readonly typed: (text: string) => void;
  /** Nothing is told any more. */
  readonly end: () => void;
}

export function usePauses(onPause: (text: string) => void): Pauses {
  const newest = useRef(onPause);
  newest.current = onPause;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const since = useRef<number | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useRef<Pauses>({
    typed: (text) => {
      clearTimeout(timer.current);
      since.current ??= performance.now();
      const left = LONGEST_MS - (performance.now() - since.current);
      timer.current = setTimeout(
        () => {
          since.current = null;
          newest.current(text);
        },
        Math.max(0, Math.min(PAUSE_MS, left)),
      );
    },
    end: () => clearTimeout(timer.current),
  }).current;
}
