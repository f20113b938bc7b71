/** The stage of the picture viewer: how large the picture is shown and where, moved by wheel, pointer and keys. */
import { type CSSProperties, type PointerEvent, useCallback, useEffect, useRef, useState } from "react";
import { fitted, panned, type Size, type View, ZOOM_STEP, zoomed } from "./zoom.ts";

export interface Stage {
  readonly frame: (element: HTMLElement | null) => void;
  readonly style: CSSProperties;
  /** Of the picture's own size. */
  readonly percent: number;
  /** Whether the picture is larger than the stage. */
  readonly movable: boolean;
  /** One step in (1) or out (-1), about the middle. */
  readonly zoom: (steps: 1 | -1) => void;
  readonly pan: (x: number, y: number) => void;
  readonly actualSize: () => void;
  /** Fits the picture to the stage again. */
  readonly reset: () => void;
  readonly learn: (picture: HTMLImageElement) => void;
  /** Forgets the picture before another one is shown. */
  readonly clear: () => void;
  readonly pointer: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  };
}

const MIDDLE = { x: 0, y: 0 };
const NO_SIZE: Size = { width: 1, height: 1 };

export function useStage(): Stage {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [picture, setPicture] = useState<Size | null>(null);
  const [frame, setFrame] = useState<Size>(NO_SIZE);
  /** Null while the picture is fitted: then it follows the window's size. */
  const [chosen, setChosen] = useState<View | null>(null);
  const size = picture ?? NO_SIZE;
  const fit = fitted(size, frame);
  const view = chosen ?? fit;
  const change = (next: View) => setChosen(next.scale <= fit.scale ? null : next);

  useEffect(() => {
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setFrame({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);

  const onWheel = useRef<(event: WheelEvent) => void>(() => undefined);
  useEffect(() => {
    onWheel.current = (event) => {
      event.preventDefault();
      const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
      const at = { x: event.clientX - box.x - box.width / 2, y: event.clientY - box.y - box.height / 2 };
      change(zoomed(view, event.deltaY < 0 ? ZOOM_STEP : 1 / ZOOM_STEP, at, size, frame));
    };
  });
  useEffect(() => {
    if (element === null) return;
    const listener = (event: WheelEvent) => onWheel.current(event);
    // React listens to the wheel passively and could not keep the page below from scrolling.
    element.addEventListener("wheel", listener, { passive: false });
    return () => element.removeEventListener("wheel", listener);
  }, [element]);

  const reset = useCallback(() => setChosen(null), []);
  const clear = useCallback(() => {
    setChosen(null);
    setPicture(null);
  }, []);
  return {
    frame: setElement,
    style: {
      inlineSize: size.width * view.scale,
      blockSize: size.height * view.scale,
      transform: `translate(${view.x}px, ${view.y}px)`,
      visibility: picture === null ? "hidden" : "visible",
    },
    percent: Math.round(view.scale * 100),
    movable: size.width * view.scale > frame.width + 1 || size.height * view.scale > frame.height + 1,
    zoom: (steps) => change(zoomed(view, ZOOM_STEP ** steps, MIDDLE, size, frame)),
    pan: (x, y) => change(panned(view, { x, y }, size, frame)),
    actualSize: () => change(zoomed(view, 1 / view.scale, MIDDLE, size, frame)),
    reset,
    clear,
    learn: (image) => setPicture({ width: image.naturalWidth || 1, height: image.naturalHeight || 1 }),
    pointer: {
      onPointerDown: (event) => event.currentTarget.setPointerCapture(event.pointerId),
      onPointerMove: (event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        change(panned(view, { x: event.movementX, y: event.movementY }, size, frame));
      },
    },
  };
}
