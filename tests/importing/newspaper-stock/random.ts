/** Random choices that are the same for the same seed, on every machine. */
export interface Random {
  /** From 0 up to 1. */
  readonly next: () => number;
  readonly chance: (probability: number) => boolean;
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** `count` different items, in random order. */
  readonly some: <T>(items: readonly T[], count: number) => readonly T[];
}

export function randomFrom(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0;
  // Mulberry32: a few lines, and even enough to vary test pages.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[between(0, items.length - 1)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  const some = <T>(items: readonly T[], count: number): readonly T[] => {
    const left = [...items];
    return Array.from({ length: Math.min(count, items.length) }, () =>
      left.splice(between(0, left.length - 1), 1),
    ).flat();
  };
  return { next, chance: (probability) => next() < probability, between, pick, some };
}
