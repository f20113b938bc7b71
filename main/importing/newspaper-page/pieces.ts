/**
 * From the text of a dump to its pieces: a piece is what the dump holds together, a whole paragraph or the part of
 * one that stood in a column. Lines that were only wrapped at a column's width are put together here; everything
 * harder is decided later, from the pieces.
 */
import { bylineKind, isCredits, leadAfterMark } from "./marks.ts";
import { balance, displayWidth, endsSentence, seam, sentenceCount } from "./shape.ts";

export interface Piece {
  readonly text: string;
  /** Empty lines before it. */
  readonly gap: number;
  /** It began with a paragraph's indent of two full-width characters. */
  readonly indented: boolean;
  readonly endsSentence: boolean;
  readonly sentences: number;
  /** Quotes and brackets closed here but opened before; opened here and not closed. */
  readonly unopened: number;
  readonly unclosed: number;
}

interface Line {
  readonly text: string;
  readonly gap: number;
  readonly indented: boolean;
  readonly width: number;
}

/** Empty lines that a picture leaves, where pieces themselves are at most one apart. */
export const PICTURE_GAP = 3;
/** Fewer lines than this that run on into the next say nothing about a column's width. */
const RUNNING_LINES_AT_LEAST = 6;
/** In full-width characters: wider lines are paragraphs, not lines of a column. */
const COLUMN_AT_MOST = 45;
/** How far a full line may fall short of its column: a mark that may not begin a line draws its neighbour along. */
const COLUMN_SLACK = 2.5;
/** Shares of the lines that run on: so many must end mid-sentence, and be as wide as the column. */
const MID_SENTENCE_AT_LEAST = 0.6;
const FULL_AT_LEAST = 0.5;

/** So many lines of a block tell its own column. */
const MANY_LINES = 4;
/** Below an indented paragraph's full line; fewer may be anything. */
const WRAPPED_LINES_AT_LEAST = 3;

/** What a text that is no newspaper page is known to have. */
export interface PieceHints {
  /** In full-width characters: lines of less are short lines, and not those of a narrow column. */
  readonly columnAtLeast: number;
  /** Lines that are something of their own by their form. */
  readonly isWhole: (line: string) => boolean;
}

const pageHints: PieceHints = { columnAtLeast: 0, isWhole: () => false };

export function piecesOf(text: string, hints = pageHints): readonly Piece[] {
  const lines = linesOf(text);
  const isPage = hints.columnAtLeast === 0;
  const indented = isPage ? null : indentedColumn(lines);
  const column = indented ?? columnWidth(lines);
  const isWrapped = column !== null && column >= hints.columnAtLeast;
  const joined = isWrapped
    ? unwrap(lines, {
        ...{ column, isWhole: hints.isWhole },
        manyLines: indented === null ? MANY_LINES : Number.POSITIVE_INFINITY,
        longest: isPage ? Number.POSITIVE_INFINITY : longestOf(lines),
      })
    : isPage
      ? lines
      : unwrapBlocks(lines, hints.isWhole);
  return joined.map(({ text: pieceText, gap, indented }) => describePiece(pieceText, gap, indented));
}

export function describePiece(text: string, gap: number, indented: boolean): Piece {
  return {
    text,
    gap,
    indented,
    endsSentence: endsSentence(text),
    sentences: sentenceCount(text),
    ...balance(text),
  };
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (const raw of text.split(/\r\n|[\n\r\v\f\u2028\u2029]/u)) {
    const trimmed = withoutMargins(raw);
    if (trimmed === "") {
      gap += 1;
      continue;
    }
    const indented = /^\ufeff?(?:\u3000{2}(?!\u3000{2})| {4}(?! {2})|\u3000 ?\u3000)/u.test(raw);
    lines.push({ text: trimmed, gap, indented, width: displayWidth(trimmed) });
    gap = 0;
  }
  return lines;
}

/** White space of every kind; zero-width spaces, which some converters leave, count as such. */
const margin = /[\s\u200b]/u;

function withoutMargins(raw: string): string {
  let start = 0;
  let end = raw.length;
  while (start < end && margin.test(raw.charAt(start))) start += 1;
  while (end > start && margin.test(raw.charAt(end - 1))) end -= 1;
  return raw.slice(start, end);
}

/** The width at which the dump wraps its lines, in full-width characters, or null where each line is a piece. */
function columnWidth(lines: readonly Line[]): number | null {
  const running = lines.filter((_, index) => lines[index + 1]?.gap === 0);
  if (running.length < Math.max(RUNNING_LINES_AT_LEAST, lines.length * 0.3)) return null;
  const column = quantile(running, 0.8);
  if (column > COLUMN_AT_MOST) return null;
  const full = running.filter((line) => line.width >= column - COLUMN_SLACK);
  const midSentence = full.filter((line) => !endsSentence(line.text));
  const wrapped =
    full.length >= running.length * FULL_AT_LEAST &&
    midSentence.length >= full.length * MID_SENTENCE_AT_LEAST;
  return wrapped ? column : null;
}

/**
 * The same of a text that indents its paragraphs: lines that begin without an indent below a full one, mid-sentence, were
 * wrapped, however many short lines of a letter's or an official document's form stand around them.
 */
function indentedColumn(lines: readonly Line[]): number | null {
  const widest = widthOf(lines);
  if (widest > COLUMN_AT_MOST || lines.filter(({ indented }) => indented).length < 2) return null;
  const wrapped = lines.filter((line, index) => {
    const above = lines[index - 1];
    return (
      above !== undefined &&
      !line.indented &&
      line.gap === 0 &&
      above.width >= widest - COLUMN_SLACK &&
      !endsSentence(above.text)
    );
  });
  return wrapped.length >= WRAPPED_LINES_AT_LEAST ? widest : null;
}

function quantile(lines: readonly Line[], share: number): number {
  const widths = lines.map((line) => line.width).sort((a, b) => a - b);
  return widths[Math.floor((widths.length - 1) * share)] ?? 0;
}

interface Wrapping {
  readonly column: number;
  readonly isWhole: PieceHints["isWhole"];
  /** A block of so many lines tells its own column. */
  readonly manyLines: number;
  /** In characters: programs that count these make lines of many widths. */
  readonly longest: number;
}

/** Puts the lines of each block together; articles of one page may be set in columns of different widths. */
function unwrap(lines: readonly Line[], wrapping: Wrapping): readonly Line[] {
  return runsOf(lines).flatMap((run) => {
    const column = run.length >= wrapping.manyLines ? quantile(run, 0.8) : wrapping.column;
    return unwrapRun(run, { ...wrapping, column });
  });
}

function unwrapRun(run: readonly Line[], { column, isWhole, longest }: Wrapping): readonly Line[] {
  const paragraphs: { readonly first: Line; readonly texts: string[] }[] = [];
  let previous: Line | null = null;
  for (const line of run) {
    const last = paragraphs.at(-1);
    const parted = previous === null || isWhole(previous.text) || isWhole(line.text);
    if (last && previous && !parted && runsOn(previous, line, column, longest)) {
      last.texts.push(seam(previous.text, line.text), line.text);
    } else {
      paragraphs.push({ first: line, texts: [line.text] });
    }
    previous = line;
  }
  return paragraphs.map(({ first, texts }) => ({ ...first, text: texts.join("") }));
}

/** Without the indent, which counted as well. */
const INDENT = 2;

function longestOf(lines: readonly Line[]): number {
  return lines.reduce((longest, { text, indented }) => {
    return Math.max(longest, text.length + (indented ? INDENT : 0));
  }, 0);
}

/**
 * Where the text as a whole tells no column, a block may, for itself and for shorter ones: of three lines at least, each
 * full but the last, mid-sentence nearly all, with the marks that running text has and lists of names do not.
 */
function unwrapBlocks(lines: readonly Line[], isWhole: PieceHints["isWhole"]): readonly Line[] {
  const runs = runsOf(lines);
  const sure = runs.filter((run) => isWrappedBlock(run, widthOf(run), longestOf(run))).flat();
  if (sure.length === 0) return lines;
  const [column, longest] = [widthOf(sure), longestOf(sure)];
  return runs.flatMap((run) =>
    run.slice(0, -1).every((line, index) => isFull(line, run[index + 1]?.text ?? "", column, longest))
      ? unwrapRun(run, { column, isWhole, longest, manyLines: 0 })
      : run,
  );
}

function widthOf(lines: readonly Line[]): number {
  return lines.reduce((width, line) => Math.max(width, line.width), 0);
}

const BLOCK_LINES_AT_LEAST = 3;
const BLOCK_COLUMN_AT_LEAST = 18;
const BLOCK_MID_SENTENCE_AT_LEAST = 0.8;

function isWrappedBlock(run: readonly Line[], column: number, longest: number): boolean {
  const above = run.slice(0, -1);
  return (
    run.length >= BLOCK_LINES_AT_LEAST &&
    column >= BLOCK_COLUMN_AT_LEAST &&
    column <= COLUMN_AT_MOST &&
    above.every((line, index) => isFull(line, run[index + 1]?.text ?? "", column, longest)) &&
    above.filter(({ text }) => !endsSentence(text)).length >= above.length * BLOCK_MID_SENTENCE_AT_LEAST &&
    above.some(({ text }) => /[，。；、,]|\. /u.test(text)) &&
    endsSentence(run.at(-1)?.text ?? "")
  );
}

/** As wide as the column, or as long as the longest line, or the next line's first word had no room in it. */
function isFull({ text, width, indented }: Line, next: string, column: number, longest: number): boolean {
  const length = text.length + (indented ? INDENT : 0);
  if (width >= column - COLUMN_SLACK || length >= longest) return true;
  const word = /^[\x21-\x7e]+/.exec(next)?.[0] ?? "";
  return word !== "" && /[\x21-\x7e]$/.test(text) && width + displayWidth(` ${word}`) > column;
}

function runsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && line.gap === 0) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

function standsAlone(text: string): boolean {
  return bylineKind(text) === "sure" || isCredits(text) || leadAfterMark(text) === "";
}

/** Lines of an official document that say by their first word what they are. */
const LABELLED = /^(?:抄送|抄报|分送|附\s*件)\s*[:：]/u;

function runsOn(line: Line, next: Line, column: number, longest: number): boolean {
  if (next.indented || !isFull(line, next.text, column, longest)) return false;
  // A caption of one line, and the lines that are something of their own by their form.
  if (line.gap >= PICTURE_GAP && endsSentence(line.text)) return false;
  if (standsAlone(line.text) || standsAlone(next.text) || LABELLED.test(next.text)) return false;
  const nextIsShort = next.width < column - COLUMN_SLACK;
  const nextIsHeading = endsSentence(line.text) && nextIsShort && !endsSentence(next.text);
  return !nextIsHeading;
}
