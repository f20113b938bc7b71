/** Letters above or below their line that the file draws apart from it, as browsers do: notes' numbers, powers. */
import type { Letter } from "./upright.ts";

export type Shift = "sup" | "sub" | null;

export interface Shifted extends Letter {
  readonly shift: Shift;
}

/** In ems, and of the size of the letters they stand beside. */
const SAME_BASELINE = 0.22;
const SMALL = 0.85;
const RAISED = 0.7;
const LOWERED = 0.3;
/** In ems: how far from the letter before. */
const BESIDE = 0.4;
/** In letters: `[12]`, not a line of its own. */
const SHORT = 10;
const NOTE_NUMBER = /^[［[(（〔]?(?:\d{1,3}|[①-⑳*†‡])[］\])）〕]?$/u;

/** How a letter stands to a line's; `none` where it does not belong to that line. */
export function shiftFrom(base: Letter, letter: Letter): Shift | "none" {
  const em = Math.max(base.size, letter.size);
  const down = letter.baseline - base.baseline;
  if (Math.abs(down) <= SAME_BASELINE * Math.min(base.size, letter.size)) return null;
  if (letter.size > base.size * SMALL || down < -RAISED * em || down > LOWERED * em) return "none";
  return down < 0 ? "sup" : "sub";
}

/** Stretches with those short ones put to them that stand raised or lowered right after their end. */
export function withRaised(stretches: Shifted[][]): Shifted[][] {
  const ends = new Map<number, Shifted[][]>();
  const column = (x: number, em: number) => Math.floor(x / Math.max(1, em));
  const grid = 12;
  for (const stretch of stretches) {
    const key = column(stretch.at(-1)?.right ?? 0, grid);
    ends.set(key, [...(ends.get(key) ?? []), stretch]);
  }
  const moved = new Set<Shifted[]>();
  for (const stretch of [...stretches].sort((one, other) => (one[0]?.left ?? 0) - (other[0]?.left ?? 0))) {
    const [first] = stretch;
    if (first === undefined || stretch.length > SHORT) continue;
    const near = [-1, 0, 1].flatMap((step) => ends.get(column(first.left, grid) + step) ?? []);
    const host = near.find((other) => other !== stretch && !moved.has(other) && carries(other, first));
    const isMoved = host === undefined ? raisedBefore(stretch, stretches, moved) : raisedAfter(stretch, host);
    if (!isMoved) continue;
    moved.add(stretch);
    if (host === undefined) continue;
    const key = column(host.at(-1)?.right ?? 0, grid);
    ends.set(key, [...(ends.get(key) ?? []), host]);
  }
  return stretches.filter((stretch) => !moved.has(stretch));
}

function raisedAfter(stretch: readonly Shifted[], host: Shifted[]): boolean {
  const [first, base] = [stretch[0], baseOf(host)];
  const shift = first === undefined || base === undefined ? "none" : shiftFrom(base, first);
  if (shift === "none" || shift === null) return false;
  for (const letter of stretch) host.push({ ...letter, shift });
  return true;
}

/** A note's number that stands alone where a line ended before it, right before the line that begins there. */
function raisedBefore(
  stretch: readonly Shifted[],
  stretches: readonly Shifted[][],
  moved: ReadonlySet<Shifted[]>,
): boolean {
  const last = stretch.at(-1);
  if (last === undefined || !NOTE_NUMBER.test(stretch.map(({ text }) => text).join(""))) return false;
  const line = stretches.find((other) => {
    const [first] = other;
    if (first === undefined || other === stretch || moved.has(other)) return false;
    return Math.abs(first.left - last.right) < BESIDE * first.size && shiftFrom(first, last) === "sup";
  });
  line?.unshift(...stretch.map((letter) => ({ ...letter, shift: "sup" as const })));
  return line !== undefined;
}

function carries(host: readonly Shifted[], first: Letter): boolean {
  const [last, base] = [host.at(-1), baseOf(host)];
  if (last === undefined || base === undefined) return false;
  const shift = shiftFrom(base, first);
  return shift !== "none" && shift !== null && Math.abs(first.left - last.right) < BESIDE * base.size;
}

function baseOf(stretch: readonly Shifted[]): Shifted | undefined {
  return stretch.findLast(({ shift }) => shift === null) ?? stretch[0];
}
