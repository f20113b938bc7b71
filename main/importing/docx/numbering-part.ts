/** The part of a Word document that says how paragraphs are numbered → lists. */
import type { ListDefinition, NumberingLevel } from "./numbering.ts";
import type { XmlElement } from "./xml.ts";
import { elementsOf, switchAt, valueAt } from "./xml.ts";

type Levels = ReadonlyMap<number, NumberingLevel>;

/** Beyond this a number is nobody's. */
const LARGEST_NUMBER = 1_000_000;

/** Lists that share an abstract numbering count on from one another, unless one states its own start. */
export function listsOf(root: XmlElement | null): readonly ListDefinition[] {
  const elements = elementsOf(root ?? undefined);
  const abstractNumbers = elements.filter(({ name }) => name === "w:abstractNum");
  // A list style's own numbering names the style, and those that follow it link to that name.
  const styled = new Map(
    abstractNumbers.map((element) => [valueAt(element, "w:styleLink") ?? "", levelsOf(element)]),
  );
  const abstract = new Map(
    abstractNumbers.map((element) => {
      const linked = styled.get(valueAt(element, "w:numStyleLink") ?? "-");
      return [element.attributes.get("w:abstractNumId") ?? "", linked ?? levelsOf(element)];
    }),
  );
  return elements
    .filter(({ name }) => name === "w:num")
    .map((element) => {
      const id = element.attributes.get("w:numId") ?? "";
      const base = valueAt(element, "w:abstractNumId") ?? "";
      const overrides = elementsOf(element).filter(({ name }) => name === "w:lvlOverride");
      const levels = overridden(abstract.get(base) ?? new Map(), overrides);
      return { id, levels, counter: overrides.length > 0 ? `num ${id}` : `abstract ${base}` };
    });
}

function overridden(levels: Levels, overrides: readonly XmlElement[]): Levels {
  const result = new Map(levels);
  for (const override of overrides) {
    const index = Number(override.attributes.get("w:ilvl"));
    const own = levelsOf(override).get(index) ?? levels.get(index);
    const start = wholeNumber(valueAt(override, "w:startOverride"));
    if (own !== undefined) result.set(index, start === null ? own : { ...own, start });
  }
  return result;
}

function levelsOf(element: XmlElement): Levels {
  const levels = elementsOf(element).filter(({ name }) => name === "w:lvl");
  return new Map(
    levels.map((level) => [
      Number(level.attributes.get("w:ilvl")),
      {
        format: valueAt(level, "w:numFmt") ?? "decimal",
        text: valueAt(level, "w:lvlText") ?? "",
        start: wholeNumber(valueAt(level, "w:start")) ?? 1,
        style: valueAt(level, "w:pStyle"),
        separator: valueAt(level, "w:suff") === "nothing" ? "" : " ",
        digits: switchAt(level, "w:isLgl") === true,
      },
    ]),
  );
}

function wholeNumber(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,7}$/.test(text)) return null;
  return Math.min(Number(text), LARGEST_NUMBER);
}
