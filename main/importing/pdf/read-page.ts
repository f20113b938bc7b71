/** A page's operators → what stands on it. */
import type { PdfPage } from "pdfjs-dist/legacy/build/pdf.min.mjs";
import type { Operators } from "./fonts.ts";
import { fontsOf } from "./fonts.ts";
import { identity, toMatrix } from "./geometry.ts";
import { Interpreter } from "./interpreter.ts";
import type { Library } from "./library.ts";
import type { PageContents } from "./page-contents.ts";

/** `isVisible` tells of each layer whether it is shown. */
export async function readPage(
  library: Library,
  page: PdfPage,
  operators: Operators,
  isVisible: (layer: unknown) => boolean,
): Promise<PageContents> {
  const { OPS } = library;
  const viewport = page.getViewport({ scale: 1 });
  const interpreter = new Interpreter({
    ...{ width: viewport.width, height: viewport.height, isVisible },
    base: toMatrix(viewport.transform) ?? identity,
    fonts: await fontsOf(library, page, operators),
    stroked: codesOf(OPS, /stroke/i),
    filled: codesOf(OPS, /fill/i),
  });
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code, name]));
  for (const [index, code] of operators.fnArray.entries()) {
    const values = operators.argsArray[index];
    interpreter.run(names.get(code) ?? "", Array.isArray(values) ? values : []);
  }
  return interpreter.contents();
}

function codesOf(codes: Library["OPS"], pattern: RegExp): ReadonlySet<unknown> {
  return new Set(Object.entries(codes).flatMap(([name, code]) => (pattern.test(name) ? [code] : [])));
}
