/** A page's objects, and those of its templates → what stands on it, each thing with its place in points. */
import type { Picture } from "../format.ts";
import type { Box, Matrix } from "../pdf/geometry.ts";
import { boxAfter, combined } from "../pdf/geometry.ts";
import { PageCanvas } from "../pdf/page-canvas.ts";
import type { Glyph, PageContents, PlacedPicture, Rule } from "../pdf/page-contents.ts";
import { rulesOfPath } from "../pdf/rules.ts";
import type { OfdFiles } from "./files.ts";
import { boxOf, matrixOf, numberOf } from "./numbers.ts";
import type { OfdDocument, OfdPage, Resources } from "./package.ts";
import { areaOf, ownResources } from "./package.ts";
import { pathSteps } from "./path.ts";
import { textGlyphs } from "./text-object.ts";
import { transparentGlyphs } from "./transparent-text.ts";
import type { XmlElement } from "./xml.ts";
import { childAt, childrenNamed, elementsOf, textOf } from "./xml.ts";

const POINTS_IN_MILLIMETRE = 72 / 25.4;
/** Millimetres. */
const USUAL_LINE = 0.353;

/** A drawing may hold drawings, and a made one itself. */
const DEEPEST_DRAWING = 8;

/** Of one page: a ground, a head and a foot. */
const MOST_TEMPLATES = 32;

/** Of a page that draws more than this, only so much is kept. */
const MOST_GLYPHS = 200_000;
const MOST_RULES = 20_000;
/** Drawings that hold others may come to any number of objects. */
const MOST_OBJECTS = 500_000;

/** Null where the page's file is lost. Throws `FailureError`: encrypted, too-large. */
export function readPage(page: OfdPage, document: OfdDocument, files: OfdFiles): PageContents | null {
  return follow(page, document, files)?.contents() ?? null;
}

/** A picture of its shapes, in grey; null where nothing can be seen, or no more than `atMost` shapes. */
export function drawPage(
  page: OfdPage,
  document: OfdDocument,
  files: OfdFiles,
  { width, height, atMost }: { readonly width: number; readonly height: number; readonly atMost: number },
): Picture | null {
  const canvas = new PageCanvas(width, height);
  follow(page, document, files, canvas);
  return canvas.shapes > atMost ? canvas.picture() : null;
}

function follow(
  page: OfdPage,
  document: OfdDocument,
  files: OfdFiles,
  canvas: PageCanvas | null = null,
): Painter | null {
  const root = page.path === null ? null : files.xml(page.path);
  if (page.path === null || root === null) return null;
  const painter = new Painter(areaOf(childAt(root, "Area")) ?? document.area, canvas);
  for (const { element, path } of [
    ...templatesOf(root, document, files),
    { element: root, path: page.path },
  ]) {
    const lists = childrenNamed(element, "PageRes").flatMap(
      (list) => files.resolve(textOf(list), path) ?? [],
    );
    painter.paint(childAt(element, "Content"), ownResources(lists, files, document.resources));
  }
  return painter;
}

interface Placed {
  readonly element: XmlElement;
  readonly path: string;
}

function templatesOf(page: XmlElement, { templates }: OfdDocument, files: OfdFiles): readonly Placed[] {
  const ids = childrenNamed(page, "Template").map(({ attributes }) => attributes.get("TemplateID") ?? "");
  // What is shown twice at one place is seen once.
  return [...new Set(ids)].slice(0, MOST_TEMPLATES).flatMap((id) => {
    const path = templates.get(id);
    const element = path === undefined ? null : files.sharedXml(path);
    return path === undefined || element === null ? [] : [{ element, path }];
  });
}

class Painter {
  readonly #area: Box;
  readonly #glyphs: Glyph[] = [];
  /** Of text that is painted in no colour, such as what was recognised below a scan: each text's. */
  readonly #transparent: (readonly Glyph[])[] = [];
  /** Of all text that is not seen. */
  readonly #hidden: Glyph[] = [];
  readonly #shapes: Box[] = [];
  readonly #pictures: PlacedPicture[] = [];
  readonly #rules: Rule[] = [];
  #objects = 0;

  /** Draws along, where the page is to be a picture. */
  readonly #canvas: PageCanvas | null;

  constructor(area: Box, canvas: PageCanvas | null) {
    this.#area = area;
    this.#canvas = canvas;
  }

  contents(): PageContents {
    const { left, top, right, bottom } = this.#area;
    return {
      width: (right - left) * POINTS_IN_MILLIMETRE,
      height: (bottom - top) * POINTS_IN_MILLIMETRE,
      // Hidden text counts where a page has no other: it is the text of the page's picture.
      glyphs: this.#glyphs.length > 0 ? [...this.#glyphs, ...this.#read()] : this.#hidden,
      pictures: this.#pictures,
      rules: this.#rules,
      unknown: 0,
    };
  }

  #read(): readonly Glyph[] {
    const pictures = this.#pictures.map(({ box }) => box);
    const seen = { glyphs: this.#glyphs, pictures, shapes: this.#shapes };
    return this.#transparent.length === 0 ? [] : transparentGlyphs(this.#transparent, seen);
  }

  paint(content: XmlElement | undefined, resources: Resources): void {
    const scale = POINTS_IN_MILLIMETRE;
    const { left, top } = this.#area;
    const matrix: Matrix = [scale, 0, 0, scale, -left * scale, -top * scale];
    for (const layer of childrenNamed(content, "Layer")) this.#block(layer, matrix, resources, 0);
  }

  #block(block: XmlElement, matrix: Matrix, resources: Resources, depth: number): void {
    for (const object of elementsOf(block)) {
      if (++this.#objects > MOST_OBJECTS) return;
      if (object.name === "PageBlock") this.#block(object, matrix, resources, depth);
      else this.#object(object, placed(object, matrix), resources, depth);
      if (object.name === "PathObject") this.#shape(object, matrix);
    }
  }

  /** Where letters may be that are drawn. */
  #shape(object: XmlElement, matrix: Matrix): void {
    const box = boxOf(object.attributes.get("Boundary"));
    if (box === null || this.#shapes.length >= MOST_RULES || !isShown(object)) return;
    const { left, top, right, bottom } = box;
    const corner = combined(matrix, [1, 0, 0, 1, left, top]);
    this.#shapes.push(boxAfter(corner, 0, 0, right - left, bottom - top));
  }

  #object(object: XmlElement, matrix: Matrix, resources: Resources, depth: number): void {
    if (object.name === "TextObject") this.#text(object, matrix, resources);
    else if (isShown(object) && isOpaque(object.attributes)) this.#shown(object, matrix, resources, depth);
  }

  #shown(object: XmlElement, matrix: Matrix, resources: Resources, depth: number): void {
    const id = object.attributes.get("ResourceID") ?? "";
    switch (object.name) {
      case "ImageObject":
        if (id === "") return;
        // Named by its id where its file is lost, so that it is reported as missing.
        this.#pictures.push({
          ...{ box: boxAfter(matrix, 0, 0, 1, 1), matrix },
          source: resources.pictures.get(id) ?? id,
        });
        return;
      case "PathObject":
        if (this.#rules.length < MOST_RULES) this.#path(object, matrix);
        return;
      case "CompositeObject": {
        const unit = resources.drawings.get(id);
        if (unit === undefined || depth >= DEEPEST_DRAWING) return;
        this.#block(childAt(unit, "Content") ?? unit, matrix, resources, depth + 1);
        return;
      }
    }
  }

  #text(object: XmlElement, matrix: Matrix, resources: Resources): void {
    const isSeen = isShown(object) && isPainted(object);
    const to = isSeen ? this.#glyphs : this.#hidden;
    if (to.length >= MOST_GLYPHS) return;
    const font = resources.fonts.get(object.attributes.get("Font") ?? "") ?? "";
    const glyphs = textGlyphs(object, matrix, font);
    if (!isSeen && isShown(object)) this.#transparent.push(glyphs);
    for (const glyph of glyphs) to.push(glyph);
  }

  #path(object: XmlElement, matrix: Matrix): void {
    const steps = pathSteps(textOf(childAt(object, "AbbreviatedData")));
    for (const rule of rulesOfPath(steps, matrix, object.attributes.get("Stroke") !== "false"))
      this.#rules.push(rule);
    this.#draw(object, steps, matrix);
  }

  /** Shapes are outlined and not filled unless they say otherwise. */
  #draw(object: XmlElement, steps: Float32Array, matrix: Matrix): void {
    const { attributes } = object;
    const page = { left: 0, top: 0, right: Number.MAX_VALUE, bottom: Number.MAX_VALUE };
    if (attributes.get("Fill") === "true") {
      const shade = shadeOf(childAt(object, "FillColor"));
      this.#canvas?.fill(steps, matrix, shade, page, attributes.get("Rule") === "Even-Odd");
    }
    if (attributes.get("Stroke") === "false") return;
    const width = numberOf(attributes.get("LineWidth"), USUAL_LINE) * Math.hypot(matrix[0], matrix[1]);
    this.#canvas?.stroke(steps, matrix, width, shadeOf(childAt(object, "StrokeColor")), page);
  }
}

/** How bright a colour of three parts, or of one, is to the eye: 0 is black, as are those written in other ways. */
function shadeOf(colour: XmlElement | undefined): number {
  const parts = (colour?.attributes.get("Value") ?? "").trim().split(/\s+/).map(Number);
  const [red = 0, green = red, blue = red] = parts.every(Number.isFinite) ? parts : [];
  return parts.length > 3 ? 0 : Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
}

/** An object's own coordinates begin at the corner of its boundary, and may be transformed before. */
function placed(object: XmlElement, matrix: Matrix): Matrix {
  const boundary = boxOf(object.attributes.get("Boundary"));
  const moved = combined(matrix, [1, 0, 0, 1, boundary?.left ?? 0, boundary?.top ?? 0]);
  return combined(moved, matrixOf(object.attributes.get("CTM")));
}

function isShown({ attributes }: XmlElement): boolean {
  return attributes.get("Visible") !== "false";
}

function isOpaque(attributes: ReadonlyMap<string, string> | undefined): boolean {
  return numberOf(attributes?.get("Alpha"), 255) > 0;
}

/** Text is filled unless it says otherwise. */
function isPainted(object: XmlElement): boolean {
  const { attributes } = object;
  if (attributes.get("Fill") === "false" && attributes.get("Stroke") !== "true") return false;
  return isOpaque(attributes) && isOpaque(childAt(object, "FillColor")?.attributes);
}
