/** A group of names as one line of text, and back: an inverse pair for names without the parting signs. Pure. */

/** As the settings accept them. */
const LONGEST_NAME = 60;
const MOST_NAMES = 20;

export function namesAsTyped(names: readonly string[]): string {
  return names.join("、");
}

/** Null where the line does not hold two names, or one that is too long. Names of Latin words may hold spaces. */
export function namesOfTyped(typed: string): readonly string[] | null {
  const names = typed
    .split(/[、，,；;=＝|｜]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const distinct = [...new Set(names)].slice(0, MOST_NAMES);
  return distinct.length < 2 || distinct.some((name) => name.length > LONGEST_NAME) ? null : distinct;
}
