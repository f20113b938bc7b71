/** How much the window has room for, by the widths at which panes fold. */
import { useSyncExternalStore } from "react";

/** `wide`: list, page and contents. `middle`: list and page. `narrow`: the page alone, list and contents as drawers. */
export type WindowWidth = "wide" | "middle" | "narrow";

const wide = window.matchMedia("(min-width: 1280px)");
const narrow = window.matchMedia("(max-width: 1023.98px)");

function subscribe(listener: () => void): () => void {
  wide.addEventListener("change", listener);
  narrow.addEventListener("change", listener);
  return () => {
    wide.removeEventListener("change", listener);
    narrow.removeEventListener("change", listener);
  };
}

function windowWidth(): WindowWidth {
  if (wide.matches) return "wide";
  return narrow.matches ? "narrow" : "middle";
}

export function useWindowWidth(): WindowWidth {
  return useSyncExternalStore(subscribe, windowWidth);
}
