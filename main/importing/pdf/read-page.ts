/** A page's operators → what stands on it, or what it looks like. */
import type { PdfPage } from "pdfjs-dist/legacy/build/pdf.min.mjs";
import type { Picture } from "../format.ts";
import type { Operators } from "./fonts.ts";
import { fontsOf } from "./fonts.ts";
import { identity, toMatrix } from "./geometry.ts";
import { Interpreter } from "./interpreter.ts";
import type { Library } from "./library.ts";
import { PageCanvas } from "./page-canvas.ts";
import type { PageContents } from "./page-contents.ts";
import type { OperatorList } from "./page-painter.ts";
import { PagePainter } from "./page-painter.ts";

/** `isVisible` tells of each layer whether it is shown. */
export function readPage(
  library: Library,
  page: PdfPage,
  operators: Operators,
  isVisible: (layer: unknown) => boolean,
): Promise<PageContents> {
  return follow(library, page, operators, isVisible);
}

/** A picture of its letters and shapes, in grey; null where nothing can be seen, or no more than `atMost` shapes. */
export async function drawPage(
  library: Library,
  page: PdfPage,
  operators: Operators,
  isVisible: (layer: unknown) => boolean,
  atMost: number,
): Promise<Picture | null> {
  const { width, height } = page.getViewport({ scale: 1 });
  const canvas = new PageCanvas(width, height);
  const names = namesOf(library);
  const painter = new PagePainter(
    {
      canvas,
      nameOf: (code) => names.get(Number(code)) ?? "",
      shapeOf: (font, glyph) => shapeIn(page, font, glyph),
    },
    { left: 0, top: 0, right: width, bottom: height },
  );
  await follow(library, page, operators, isVisible, painter);
  return canvas.shapes > atMost ? canvas.picture() : null;
}

async function follow(
  library: Library,
  page: PdfPage,
  operators: Operators,
  isVisible: (layer: unknown) => boolean,
  painter?: PagePainter,
): Promise<PageContents> {
  const { OPS } = library;
  const viewport = page.getViewport({ scale: 1 });
  const interpreter = new Interpreter({
    ...{ width: viewport.width, height: viewport.height, isVisible, painter },
    base: toMatrix(viewport.transform) ?? identity,
    fonts: await fontsOf(library, page, operators),
    stroked: codesOf(OPS, /stroke/i),
    filled: codesOf(OPS, /fill/i),
  });
  const names = namesOf(library);
  for (const [index, code] of operators.fnArray.entries()) {
    const values = operators.argsArray[index];
    interpreter.run(names.get(code) ?? "", Array.isArray(values) ? values : []);
  }
  return interpreter.contents();
}

function namesOf({ OPS }: Library): ReadonlyMap<number, string> {
  return new Map(Object.entries(OPS).map(([name, code]) => [code, name]));
}

function codesOf(codes: Library["OPS"], pattern: RegExp): ReadonlySet<unknown> {
  return new Set(Object.entries(codes).flatMap(([name, code]) => (pattern.test(name) ? [code] : [])));
}

/** Outlines come apart from their fonts, each letter's under the name of both; drawings come with the font. */
function shapeIn(
  page: PdfPage,
  font: string,
  glyph: Readonly<Record<string, unknown>>,
): ArrayLike<number> | OperatorList | null {
  const outline = `${font}_path_${String(glyph["fontChar"] ?? "")}`;
  const found = page.commonObjs.has(outline) ? page.commonObjs.get(outline) : null;
  const path = (found as { readonly path?: unknown } | null)?.path;
  if (ArrayBuffer.isView(path)) return path as unknown as ArrayLike<number>;
  const { charProcOperatorList: drawings } = (
    page.commonObjs.has(font) ? page.commonObjs.get(font) : {}
  ) as Readonly<Record<string, unknown>>;
  if (!(drawings instanceof Map)) return null;
  return (drawings.get(glyph["operatorListId"]) as OperatorList | undefined) ?? null;
}
