/** Where what is dragged over the desk would go, and the sign of it. */

/** Kinds of what is dragged within the desk. */
export const BLOCK_KIND = "application/x-antou-block";
export const PICTURE_KIND = "application/x-antou-picture";

export interface DropPlace {
  readonly row: HTMLElement;
  /** A paragraph lands before or after the row, by the half that the pointer is over; a picture before it, or into it. */
  readonly side: "before" | "after" | "into";
}

/** Null over anything but the rows; below the last of them a paragraph goes to the end. */
export function dropPlace({ target, clientY, dataTransfer }: DragEvent): DropPlace | null {
  if (!(target instanceof Element)) return null;
  const isBlock = dataTransfer?.types.includes(BLOCK_KIND) ?? false;
  const row = target.closest<HTMLElement>("[data-row]");
  if (row !== null) {
    const { top, height } = row.getBoundingClientRect();
    if (!isBlock) return { row, side: row.dataset["missing"] === undefined ? "before" : "into" };
    return { row, side: clientY < top + height / 2 ? "before" : "after" };
  }
  const last = target.closest("section")?.querySelector<HTMLElement>("ol > [data-row]:last-child") ?? null;
  if (!isBlock || last === null || clientY < last.getBoundingClientRect().bottom) return null;
  return { row: last, side: "after" };
}

/** Signs the place until the answered function is called; null takes the sign away. */
export function createSign(): (place: DropPlace | null) => void {
  let signed: HTMLElement | null = null;
  return (place) => {
    if (signed !== place?.row) signed?.removeAttribute("data-over");
    place?.row.setAttribute("data-over", place.side);
    signed = place?.row ?? null;
  };
}
