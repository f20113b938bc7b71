/** A key that works wherever the focus is, while the component is on screen. */
import { useEffect, useRef } from "react";

/** The handler may change with each render. */
export function useKey(key: string, handle: (event: KeyboardEvent) => void): void {
  const newest = useRef(handle);
  useEffect(() => {
    newest.current = handle;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.key !== key) return;
      event.preventDefault();
      newest.current(event);
    };
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, [key]);
}
