/**
 * What counts as the same character when text is looked for: letter case and full or half width are set aside. One
 * UTF-16 unit becomes one, so that a place in the folded text is the same place in the text.
 */
import type { Span } from "./article-text.ts";

/** The ranges in which characters have another case or a compatible form (NFKC); Han ideographs lie outside. */
const foldable = /[A-Z\u00a0-\u33ff\ua640-\uabff\uf900-\uffff]/g;

const foldedUnits = new Map<string, string>();

export function fold(text: string): string {
  return text.replace(foldable, foldUnit);
}

/** Where `query` stands in `text`, both folded; hits do not overlap. An empty query stands nowhere. */
export function findAll(text: string, query: string): readonly Span[] {
  if (query === "") return [];
  const foldedText = fold(text);
  const foldedQuery = fold(query);
  const hits: Span[] = [];
  let start = foldedText.indexOf(foldedQuery);
  while (start !== -1) {
    const end = start + foldedQuery.length;
    hits.push({ start, end });
    start = foldedText.indexOf(foldedQuery, end);
  }
  return hits;
}

/** A form that would take more than one unit (… is three points, İ is two letters) leaves the character as it is. */
function foldUnit(unit: string): string {
  const known = foldedUnits.get(unit);
  if (known !== undefined) return known;
  const compatible = oneUnit(unit.normalize("NFKC"), unit);
  const folded = oneUnit(compatible.toLowerCase(), compatible);
  foldedUnits.set(unit, folded);
  return folded;
}

function oneUnit(form: string, otherwise: string): string {
  return form.length === 1 ? form : otherwise;
}
