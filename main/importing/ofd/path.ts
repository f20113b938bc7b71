/** Paths as OFD abbreviates them → the numbers in which the rules of a page are looked for. */

/** Codes before the numbers of each step, and how many numbers follow in the file and here. */
const STEPS: Readonly<Record<string, { readonly code: number; readonly written: number }>> = {
  S: { code: 0, written: 2 },
  M: { code: 0, written: 2 },
  L: { code: 1, written: 2 },
  Q: { code: 3, written: 4 },
  B: { code: 2, written: 6 },
  C: { code: 4, written: 0 },
};

/** Radii, angle and two flags come before an arc's end. */
const ARC_NUMBERS = 7;

/** Longer than any table's lines: such a path is a drawing. */
const LONGEST = 100_000;

/** `M 0 0 L 10 0 C` → codes and coordinates, an arc as a curve to its end. */
export function pathSteps(data: string): Float32Array {
  const numbers: number[] = [];
  const words = data
    .slice(0, LONGEST)
    .trim()
    .split(/[\s,]+/);
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? "";
    at++;
    if (word === "A") {
      const [x = 0, y = 0] = words.slice(at + ARC_NUMBERS - 2, at + ARC_NUMBERS).map(Number);
      numbers.push(2, x, y, x, y, x, y);
      at += ARC_NUMBERS;
      continue;
    }
    const step = STEPS[word];
    if (step === undefined) continue;
    const values = words.slice(at, at + step.written).map(Number);
    if (values.length < step.written || !values.every(Number.isFinite)) break;
    numbers.push(step.code, ...values);
    at += step.written;
  }
  return Float32Array.from(numbers);
}
