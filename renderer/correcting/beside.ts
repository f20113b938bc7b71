/** Which paragraph of one side says what a paragraph of the other does, though words of it were corrected since. */

/** Lengths of the pieces looked for, longest first: lines that were broken by hand hold few words of a paragraph. */
const PROBES = [16, 8, 5];
/** How many places of a paragraph are tried: its beginning may be what was corrected. */
const PLACES = 8;

/** Without spaces and line breaks, which an import puts right. */
export function compact(text: string): string {
  return text.replaceAll(/\s+/gu, "");
}

/**
 * The index of the text that holds a piece of `text`, the nearest to `near` (0 at the beginning, 1 at the end) where
 * several do; null where none does. All of them compact.
 */
export function besideOf(text: string, among: readonly string[], near: number): number | null {
  for (const length of PROBES) {
    for (const probe of probesOf(text, length)) {
      const found = nearest(probe, among, near);
      if (found !== null) return found;
    }
  }
  return text === "" ? null : nearestWhere(among, near, (each) => each === text);
}

function probesOf(text: string, length: number): readonly string[] {
  const last = text.length - length;
  if (last < 0) return [];
  const step = Math.max(1, Math.ceil(last / PLACES));
  const probes: string[] = [];
  for (let at = 0; at <= last; at += step) probes.push(text.slice(at, at + length));
  return probes;
}

function nearest(probe: string, among: readonly string[], near: number): number | null {
  return nearestWhere(among, near, (each) => each.includes(probe));
}

function nearestWhere(
  among: readonly string[],
  near: number,
  holds: (text: string) => boolean,
): number | null {
  const wanted = near * Math.max(0, among.length - 1);
  let found: number | null = null;
  for (const [index, each] of among.entries()) {
    if (found !== null && Math.abs(index - wanted) >= Math.abs(found - wanted)) continue;
    if (holds(each)) found = index;
  }
  return found;
}
