/** A double click is one press: what comes into the place of what the first click took away is not meant by the second. */
import { type PointerEvent, useRef } from "react";

/** As long as systems wait for the second click. Milliseconds. */
const SOON = 500;
/** CSS pixels. */
const NEAR = 4;

/** Of an element around buttons that go when they are pressed: `once` does what they do. */
export function useSecondClick() {
  const last = useRef({ at: Number.NEGATIVE_INFINITY, x: 0, y: 0 });
  const isSecond = useRef(false);
  return useRef({
    // Buttons keep the mouse's own events, which would count the clicks, from coming.
    onPointerDownCapture: ({ timeStamp: at, clientX: x, clientY: y }: PointerEvent) => {
      const before = last.current;
      last.current = { at, x, y };
      isSecond.current = at - before.at < SOON && Math.hypot(x - before.x, y - before.y) < NEAR;
    },
    once: (act: () => void) => {
      if (!isSecond.current) act();
      isSecond.current = false;
    },
  }).current;
}
