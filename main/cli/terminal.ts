/** Where the command line writes: results on standard output, everything else on standard error. */
import type { JobProgress } from "../jobs.ts";

export interface OutputStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string, done?: (error?: Error | null) => void): boolean;
}

/** Resolves once the text is handed on, so that nothing is cut off by an exit. A reader that has gone away is no error. */
export function print(stream: OutputStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(`${text}\n`, () => resolve());
  });
}

const BAR_WIDTH = 24;

/** A bar that redraws itself on a terminal; elsewhere nothing. */
export function progressBar(stream: OutputStream): {
  show: (progress: JobProgress) => void;
  clear: () => void;
} {
  if (stream.isTTY !== true) return { show: () => {}, clear: () => {} };
  return {
    show: ({ done, total, at }) => {
      const filled = total === 0 ? 0 : Math.round((done / total) * BAR_WIDTH);
      const bar = `${"█".repeat(filled)}${"░".repeat(BAR_WIDTH - filled)} ${done}/${total} `;
      stream.write(`\r\x1b[K${bar}${fitting(at, (stream.columns ?? 80) - bar.length - 1)}`);
    },
    clear: () => {
      stream.write("\r\x1b[K");
    },
  };
}

/** The beginning of a text that takes at most so many columns; Han characters take two. */
function fitting(text: string, columns: number): string {
  let width = 0;
  let shown = "";
  for (const character of text) {
    width += character.charCodeAt(0) > 0xff ? 2 : 1;
    if (width > columns) return shown;
    // A file's name could carry control sequences for the terminal.
    shown += /\p{Cc}/u.test(character) ? "?" : character;
  }
  return shown;
}
