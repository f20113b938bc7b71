/** Follows a page's operators as a screen would, and notes where things come to stand. */
import { isUnknown } from "./characters.ts";
import { withoutFounderCodes } from "./font-codes.ts";
import { fontsSetIn } from "./fonts.ts";
import type { Matrix } from "./geometry.ts";
import { boxAfter, combined, toMatrix, toNumber } from "./geometry.ts";
import type { Font, Glyph, PageContents, PlacedPicture, Rule } from "./page-contents.ts";
import type { PagePainter } from "./page-painter.ts";
import { rulesOfPath } from "./rules.ts";
import type { TextState } from "./text-pen.ts";
import { TextPen } from "./text-pen.ts";

/** Of a page that draws more than this, only so much is kept. */
const MOST_GLYPHS = 200_000;
const MOST_RULES = 20_000;

export interface Surroundings {
  readonly width: number;
  readonly height: number;
  /** From the page's own coordinates to those of a screen. */
  readonly base: Matrix;
  readonly fonts: ReadonlyMap<string, Font>;
  /** The ways of painting a path that draw its outline, and those that fill it. */
  readonly stroked: ReadonlySet<unknown>;
  readonly filled: ReadonlySet<unknown>;
  readonly isVisible: (layer: unknown) => boolean;
  /** Draws along, where the page is to be a picture. */
  readonly painter?: PagePainter | undefined;
}

export class Interpreter {
  readonly #around: Surroundings;
  readonly #glyphs: Glyph[] = [];
  readonly #pictures: PlacedPicture[] = [];
  readonly #rules: Rule[] = [];
  readonly #pen = new TextPen();
  readonly #stack: { readonly matrix: Matrix; readonly text: TextState }[] = [];
  /** Whether each layer that was begun and not ended is shown. */
  readonly #layers: boolean[] = [];
  #matrix: Matrix;
  #unknown = 0;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#matrix = around.base;
  }

  contents(): PageContents {
    return {
      width: this.#around.width,
      height: this.#around.height,
      glyphs: withoutFounderCodes(this.#glyphs),
      pictures: this.#pictures,
      rules: this.#rules,
      unknown: this.#unknown + this.#pen.disguised,
    };
  }

  run(name: string, values: readonly unknown[]): void {
    if (!this.#isHidden) this.#around.painter?.run(name, values, this.#matrix);
    switch (name) {
      case "beginMarkedContent":
        this.#layers.push(true);
        break;
      case "beginMarkedContentProps":
        this.#layers.push(values[0] !== "OC" || values[1] === null || this.#around.isVisible(values[1]));
        break;
      case "endMarkedContent":
        this.#layers.pop();
        break;
      case "setFont":
        this.#setFont(values);
        break;
      case "setGState":
        for (const font of fontsSetIn(values)) this.#setFont(font);
        break;
      case "showText":
        this.#show(values[0]);
        break;
      case "constructPath":
        this.#path(values);
        break;
      case "paintImageXObject":
      case "paintInlineImageXObject":
      case "paintImageMaskXObject":
        this.#picture(values[0]);
        break;
      default:
        if (!this.#place(name, values)) this.#pen.run(name, values);
    }
  }

  /** What changes where things are placed; false for every other operator. */
  #place(name: string, values: readonly unknown[]): boolean {
    switch (name) {
      case "save":
        this.#save();
        return true;
      case "restore":
      case "paintFormXObjectEnd":
      case "endAnnotation":
        this.#restore();
        return true;
      case "transform":
        this.#transform(values);
        return true;
      case "paintFormXObjectBegin":
        this.#save();
        this.#transform(values[0]);
        return true;
      case "beginAnnotation":
        this.#save();
        this.#matrix = this.#around.base;
        this.#transform(values[2]);
        this.#transform(values[3]);
        return true;
      default:
        return false;
    }
  }

  #save(): void {
    this.#stack.push({ matrix: this.#matrix, text: { ...this.#pen.state } });
    this.#around.painter?.save();
  }

  #restore(): void {
    const saved = this.#stack.pop();
    if (saved === undefined) return;
    this.#around.painter?.restore();
    this.#matrix = saved.matrix;
    this.#pen.state = saved.text;
  }

  #transform(values: unknown): void {
    const matrix = toMatrix(values);
    if (matrix !== null) this.#matrix = combined(this.#matrix, matrix);
  }

  #setFont([name, size]: readonly unknown[]): void {
    this.#pen.state.font = this.#around.fonts.get(String(name)) ?? null;
    this.#pen.state.size = toNumber(size);
  }

  #show(items: unknown): void {
    if (!Array.isArray(items)) return;
    const { width, height } = this.#around;
    const painter = this.#isHidden ? undefined : this.#around.painter;
    for (const glyph of this.#pen.show(items, this.#matrix, painter)) {
      const { x, y, size, text } = glyph;
      const isOnPage = x > -size && x < width && y > -size && y < height + size;
      if (!isOnPage || this.#isHidden || this.#glyphs.length >= MOST_GLYPHS) continue;
      if (isUnknown(text)) this.#unknown++;
      this.#glyphs.push(glyph);
    }
  }

  get #isHidden(): boolean {
    return this.#layers.includes(false);
  }

  #path([paint, data]: readonly unknown[]): void {
    const { stroked, filled } = this.#around;
    const [points] = Array.isArray(data) ? (data as unknown[]) : [];
    // What is neither drawn nor filled only clips.
    if (!(points instanceof Float32Array && (stroked.has(paint) || filled.has(paint)))) return;
    if (this.#isHidden || this.#rules.length >= MOST_RULES) return;
    for (const rule of rulesOfPath(points, this.#matrix, stroked.has(paint))) this.#rules.push(rule);
  }

  /** Where the same small picture is painted again and again it is a pattern, and another operator. */
  #picture(source: unknown): void {
    if (this.#isHidden || !(typeof source === "string" || (typeof source === "object" && source !== null)))
      return;
    this.#pictures.push({ box: boxAfter(this.#matrix, 0, 0, 1, 1), matrix: this.#matrix, source });
  }
}
