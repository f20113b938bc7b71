import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPrintOptions, printTemplates, textSizes } from "../../preload/model/print.ts";
import {
  MILLIMETRES_PER_POINT,
  pageGeometry,
  typeHeight,
  typeWidth,
} from "../../preload/model/print-geometry.ts";

describe("公文版式", () => {
  const geometry = pageGeometry("gongwen", defaultPrintOptions.gongwen);

  it("has the type area, margins, lines and characters of GB/T 9704—2012", () => {
    expect(geometry).toMatchObject({
      width: 210,
      height: 297,
      top: 37,
      binding: 28,
      lines: 22,
      characters: 28,
    });
    expect(typeWidth(geometry)).toBe(156);
    expect(typeHeight(geometry)).toBe(225);
    expect(geometry.textSize).toBe(16);
  });

  it("fills the area with its lines and each line with its characters, to the last tenth of a millimetre", () => {
    expect(geometry.lineHeight * 22).toBeCloseTo(225, 6);
    expect((16 * MILLIMETRES_PER_POINT + geometry.letterSpacing) * 28).toBeCloseTo(156, 6);
  });

  it("keeps the standard's proportions where another size or paper is chosen", () => {
    const larger = pageGeometry("gongwen", { ...defaultPrintOptions.gongwen, textSize: "two" });
    expect(larger).toMatchObject({ lines: 16, characters: 20 });
    const wide = pageGeometry("gongwen", { ...defaultPrintOptions.gongwen, landscape: true });
    expect(wide).toMatchObject({ width: 297, height: 210, characters: 43, lines: 13 });
  });
});

describe("whatever is chosen", () => {
  const options = fc.record({
    paper: fc.constantFrom("A4" as const, "A3" as const),
    landscape: fc.boolean(),
    sides: fc.constantFrom("single" as const, "double" as const, "manual" as const),
    columns: fc.constantFrom(1 as const, 2 as const),
    textSize: fc.constantFrom(...(Object.keys(textSizes) as (keyof typeof textSizes)[])),
  });

  it("whole characters fill the width, columns and what parts them together, within the sheet", () => {
    fc.assert(
      fc.property(fc.constantFrom(...printTemplates), options, (template, chosen) => {
        const geometry = pageGeometry(template, chosen);
        const cell = geometry.textSize * MILLIMETRES_PER_POINT + geometry.letterSpacing;
        const text = geometry.characters * cell * chosen.columns;
        const gaps = chosen.columns === 1 ? 0 : geometry.columnGap;
        expect(text + gaps).toBeCloseTo(typeWidth(geometry), 6);
        expect(geometry.characters).toBeGreaterThanOrEqual(4);
        if (chosen.columns === 2) expect(geometry.columnGap).toBeGreaterThan(cell * 1.9);
        for (const margin of [geometry.top, geometry.bottom, geometry.binding, geometry.outer]) {
          expect(margin).toBeGreaterThanOrEqual(20);
        }
        expect(geometry.lineHeight).toBeGreaterThan(geometry.textSize * MILLIMETRES_PER_POINT * 1.5);
      }),
    );
  });
});
