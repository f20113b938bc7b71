/** The wheel over the page: it turns pages where there is nothing left to scroll; with Ctrl it zooms. */
import { useEffect, useRef } from "react";

/** Wheel movement, in CSS pixels, that turns a page: a notch of an ordinary mouse. */
const WHEEL_NOTCH = 100;

interface WheelActs {
  readonly turn: (by: 1 | -1) => void;
  readonly zoom: (by: 1 | -1) => void;
}

export function useWheel(frame: HTMLElement | null, acts: WheelActs): void {
  const newest = useRef(acts);
  useEffect(() => {
    newest.current = acts;
  });
  useEffect(() => {
    if (frame === null) return;
    const notches = countNotches();
    const onWheel = (event: WheelEvent) => {
      // Else Chromium would zoom the whole window.
      if (event.ctrlKey) event.preventDefault();
      const isScrolling = !event.ctrlKey && canScroll(frame, event.deltaY);
      const by = notches(isScrolling ? null : event.deltaY);
      if (by === 0) return;
      if (event.ctrlKey) newest.current.zoom(by === 1 ? -1 : 1);
      else newest.current.turn(by);
    };
    frame.addEventListener("wheel", onWheel, { passive: false });
    return () => frame.removeEventListener("wheel", onWheel);
  }, [frame]);
}

/** Takes movements one after another and answers each time a notch is full; null begins anew. */
function countNotches(): (by: number | null) => 1 | -1 | 0 {
  let turned = 0;
  return (by) => {
    turned = by === null ? 0 : turned + by;
    if (Math.abs(turned) < WHEEL_NOTCH) return 0;
    const sign = turned > 0 ? 1 : -1;
    turned = 0;
    return sign;
  };
}

function canScroll({ scrollHeight, clientHeight, scrollTop }: HTMLElement, by: number): boolean {
  return by > 0 ? scrollHeight - clientHeight - scrollTop > 1 : scrollTop > 1;
}
