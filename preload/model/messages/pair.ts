/** A sentence in both languages side by side, so that neither is forgotten. With parameters, each is a function. */
export interface Pair<Parameters = undefined> {
  readonly zh: Parameters extends undefined ? string : (parameters: Parameters) => string;
  readonly en: Parameters extends undefined ? string : (parameters: Parameters) => string;
}

export function pair(zh: string, en: string): Pair;
export function pair<Parameters>(
  zh: (parameters: Parameters) => string,
  en: (parameters: Parameters) => string,
): Pair<Parameters>;
export function pair(zh: unknown, en: unknown): unknown {
  return { zh, en };
}

/** Made once: making one takes longer than drawing a list row. Both languages group by thousands alike. */
const grouping = new Intl.NumberFormat("en");

/** `1,234`. */
export function grouped(count: number): string {
  return grouping.format(count);
}

/** English number and noun: `1 article`, `2 articles`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
