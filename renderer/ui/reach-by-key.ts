/** What scrolls and holds nothing that takes the focus takes it itself, so that it can be read by keyboard. */
import { type RefObject, useEffect } from "react";

const FOCUSABLE = "a[href], button, input, select, textarea, [tabindex]";

export function useReachByKey(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const isOut = element.scrollHeight > element.clientHeight && element.querySelector(FOCUSABLE) === null;
      if (isOut) element.tabIndex = 0;
      else element.removeAttribute("tabindex");
    });
    observer.observe(element);
    // What it holds may grow while it stays as large as it is.
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [scroller]);
}
