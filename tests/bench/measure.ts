/** What a measurement comes to, and how a bar is held against it. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: "×" | "ms" | "%" | "MB";
  /** The most the value may be, or the least; null where it is told for information alone. */
  readonly bar: number | null;
  readonly bound?: "least";
  /** The figures the value was made of. */
  readonly detail: string;
}

/** The middle value; the mean of the middle two where their number is even. NaN of nothing. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Linear between the two nearest ranks; `share` from 0 to 1. NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const rank = (sorted.length - 1) * share;
  const below = sorted[Math.floor(rank)] ?? Number.NaN;
  const above = sorted[Math.ceil(rank)] ?? Number.NaN;
  return below + (above - below) * (rank - Math.floor(rank));
}

export function passes({ value, bar, bound }: Measurement): boolean {
  if (bar === null) return true;
  return bound === "least" ? value >= bar : value <= bar;
}

/** One figure as it is printed: `1.23×`, `12.3 ms`, `0.12 %`. */
export function figure(value: number, unit: Measurement["unit"]): string {
  switch (unit) {
    case "×":
      return `${value.toFixed(2)}×`;
    case "ms":
      return `${value.toFixed(1)} ms`;
    case "MB":
      return `${value.toFixed(0)} MB`;
    case "%":
      return `${value.toFixed(2)} %`;
  }
}
