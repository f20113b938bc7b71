/** Which articles a file held before are which of those it holds now, once it is read as more of them, or fewer. */

interface Part {
  readonly part: string;
  /** The article's text, its lines parted by line feeds. */
  readonly text: string;
}

interface Paired<Known, Read> {
  readonly pairs: readonly (readonly [Known, Read])[];
  /** Known ones that are none of those now read. */
  readonly left: readonly Known[];
}

/**
 * Those that share most of their lines; of the others, those of the same part; then, where nothing else can be meant
 * (`isSure`: the very bytes; or one of each), in their order.
 */
export function pairParts<Known extends Part, Read extends Part>(
  known: readonly Known[],
  read: readonly Read[],
  isSure: boolean,
): Paired<Known, Read> {
  const pairs: [Known, Read][] = [];
  const isFree = (one: Known, other: Read) => !pairs.some(([taken, by]) => taken === one || by === other);
  const pair = (one: Known, other: Read): void => {
    if (isFree(one, other)) pairs.push([one, other]);
  };
  for (const [one, other] of byLikeness(known, read)) pair(one, other);
  for (const one of known) for (const other of read) if (one.part === other.part) pair(one, other);
  if (isSure) for (const one of known) for (const other of read) pair(one, other);
  return { pairs, left: known.filter((one) => !pairs.some(([taken]) => taken === one)) };
}

/** Whether nearly all of a text stands in those texts, however they part it into lines. */
export function standsIn(text: string, texts: readonly string[]): boolean {
  const whole = texts.map(withoutSpaces).join("\n");
  const lines = linesOf(text).map(withoutSpaces);
  const length = (some: readonly string[]) => some.reduce((sum, line) => sum + line.length, 0);
  return (
    length(lines) > 0 && length(lines.filter((line) => whole.includes(line))) >= STANDING * length(lines)
  );
}

/** Of its characters: a heading that became a field, a line that was furniture may be gone. */
const STANDING = 0.9;

function byLikeness<Known extends Part, Read extends Part>(
  known: readonly Known[],
  read: readonly Read[],
): readonly (readonly [Known, Read])[] {
  const lines = read.map((other) => new Set(linesOf(other.text)));
  return known
    .flatMap((one) =>
      read.map((other, index) => ({
        ...{ one, other },
        shared: linesOf(one.text)
          .filter((line) => lines[index]?.has(line))
          .reduce((sum, line) => sum + line.length, 0),
      })),
    )
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || isSamePart(b) - isSamePart(a))
    .map(({ one, other }) => [one, other]);
}

function isSamePart({ one, other }: { readonly one: Part; readonly other: Part }): number {
  return Number(one.part === other.part);
}

function linesOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "");
}

function withoutSpaces(line: string): string {
  return line.replace(/\s/gu, "");
}
