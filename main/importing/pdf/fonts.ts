/** The fonts of a page, as far as their letters' places and looks depend on them. */

import type { PdfPage } from "pdfjs-dist/legacy/build/pdf.min.mjs";
import { toMatrix } from "./geometry.ts";
import type { Library } from "./library.ts";
import type { Font } from "./page-contents.ts";

export type Operators = Awaited<ReturnType<PdfPage["getOperatorList"]>>;

/** By the name under which the operators set them. */
export async function fontsOf(
  { OPS }: Library,
  page: PdfPage,
  { fnArray, argsArray }: Operators,
): Promise<ReadonlyMap<string, Font>> {
  const names = new Set<string>();
  for (const [index, code] of fnArray.entries()) {
    const values = argsArray[index];
    if (code === OPS["setFont"] && Array.isArray(values)) names.add(String(values[0]));
    else if (code === OPS["setGState"]) for (const [name] of fontsSetIn(values)) names.add(String(name));
  }
  const fonts = new Map<string, Font>();
  for (const name of names) {
    const found = await new Promise((settle) => page.commonObjs.get(name, settle, () => settle(null)));
    fonts.set(name, describeFont(name, found));
  }
  return fonts;
}

/** Names and sizes of the fonts that a graphics state sets. */
export function fontsSetIn(values: unknown): readonly (readonly unknown[])[] {
  const [entries] = Array.isArray(values) ? (values as unknown[]) : [];
  if (!Array.isArray(entries)) return [];
  return (entries as (readonly [unknown, unknown])[]).flatMap(([key, value]) =>
    key === "Font" && Array.isArray(value) ? [value as readonly unknown[]] : [],
  );
}

function describeFont(id: string, found: unknown): Font {
  const font = (found ?? {}) as Readonly<Record<string, unknown>>;
  const name = typeof font["name"] === "string" ? font["name"] : "";
  const matrix = toMatrix(font["fontMatrix"]) ?? [0.001, 0, 0, 0.001, 0, 0];
  const isType3 = font["isType3Font"] === true;
  return {
    ...{ id, name, matrix },
    bold: font["bold"] === true || font["black"] === true || isBoldName(name),
    vertical: font["vertical"] === true,
    scale: matrix[0],
    isType3,
    unit: isType3 ? Math.abs(matrix[3]) * 1000 : 1,
  };
}

/** 黑体 is how Chinese documents set what others set bold; 微软雅黑 is an ordinary text face. */
function isBoldName(name: string): boolean {
  const isNamedBold = /bold|heavy|black|(?:sim|fz\w*|st|sc)-?hei|heiti|黑体/i.test(name);
  return isNamedBold && !/yahei(?!.*bold)|雅黑(?!.*bold)/i.test(name);
}
