/** An original's text in slices, since a file of many megabytes is laid out only where it is looked at. */
export interface Slice {
  readonly text: string;
  readonly lines: number;
}

const LINES_A_SLICE = 200;

/** The text cut after every 200th line; put together, the slices are the text. */
export function slicesOfLines(text: string): readonly Slice[] {
  const slices: Slice[] = [];
  let start = 0;
  let lines = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    if (++lines < LINES_A_SLICE) continue;
    slices.push({ text: text.slice(start, at + 1), lines });
    start = at + 1;
    lines = 0;
  }
  if (start < text.length) slices.push({ text: text.slice(start), lines: lines + 1 });
  return slices;
}

const UNIT = 1024;

/** `812 B`, `15.0 KB`, `3.2 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < UNIT) return `${bytes} B`;
  if (bytes < UNIT * UNIT) return `${(bytes / UNIT).toFixed(1)} KB`;
  return `${(bytes / UNIT / UNIT).toFixed(1)} MB`;
}
