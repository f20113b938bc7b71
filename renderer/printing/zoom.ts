/** How large a page is shown. Pure. */
import type { PageSize } from "./pdf-pages.ts";

/** `scale` is a multiple of the printed size. */
export type Zoom = { readonly fit: "page" | "width" } | { readonly fit: "none"; readonly scale: number };

/** CSS pixels a point at the printed size. */
const PIXELS_PER_POINT = 96 / 72;
/** Round the page, in CSS pixels, both sides together. */
const MARGIN = 32;

const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 3, 4] as const;

/** CSS pixels a point. */
export function scaleOf(
  zoom: Zoom,
  size: PageSize,
  room: { readonly width: number; readonly height: number },
): number {
  if (zoom.fit === "none") return zoom.scale * PIXELS_PER_POINT;
  const byWidth = Math.max(0.05, (room.width - MARGIN) / size.width);
  return zoom.fit === "width"
    ? byWidth
    : Math.min(byWidth, Math.max(0.05, (room.height - MARGIN) / size.height));
}

/** The next step up or down from what is shown, `scale` CSS pixels a point. */
export function zoomed(scale: number, by: 1 | -1): Zoom {
  const now = scale / PIXELS_PER_POINT;
  const next =
    by === 1 ? steps.find((step) => step > now * 1.01) : steps.findLast((step) => step < now * 0.99);
  return { fit: "none", scale: next ?? (by === 1 ? steps[steps.length - 1] : steps[0]) ?? 1 };
}

export function percentOf(scale: number): number {
  return Math.round((scale / PIXELS_PER_POINT) * 100);
}
