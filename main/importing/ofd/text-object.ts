/** A text object's characters, each with its place: the standard writes where one begins and how far the next one is. */

import { isWide, tidied } from "../pdf/characters.ts";
import type { Matrix } from "../pdf/geometry.ts";
import { identity, moved } from "../pdf/geometry.ts";
import type { Font, Glyph } from "../pdf/page-contents.ts";
import type { Cluster } from "./clusters.ts";
import { charactersOf, clustersOf, mostSteps, stepCounts, transformsOf } from "./clusters.ts";
import { numberOf, stepsOf } from "./numbers.ts";
import type { XmlElement } from "./xml.ts";
import { childrenNamed, textOf } from "./xml.ts";

/** Characters of one text object: a page has a few thousand. */
const MOST_CHARACTERS = 20_000;

/** Millimetres, where a text does not say how large it is: 五号. */
const USUAL_SIZE = 3.7;

/** Of 1000. */
const BOLD_WEIGHT = 600;

/**
 * Of an em: by so much more than is usual in its line a letter stands away from the next where a space is meant. The
 * standard has spaces written: what a guessed width or kerning can explain is none.
 */
const SPACE = 0.4;

/** Of an em: how high above its line the box of a character begins. */
const ASCENT = 0.88;

export function textGlyphs(object: XmlElement, matrix: Matrix, fontName: string): readonly Glyph[] {
  const { attributes } = object;
  const size = numberOf(attributes.get("Size"), 0) || USUAL_SIZE;
  const scale = Math.hypot(matrix[2], matrix[3]);
  if (!(size > 0 && scale > 0)) return [];
  const codes = childrenNamed(object, "TextCode");
  const vertical = isVertical(attributes, codes);
  const style: Style = {
    size,
    stretch: numberOf(attributes.get("HScale"), 1) || 1,
    font: fontOf(fontName, numberOf(attributes.get("Weight"), 0) >= BOLD_WEIGHT, vertical),
    matrix,
    em: size * scale,
    angle: angleOf(matrix),
  };
  const glyphs: Glyph[] = [];
  let start = { x: 0, y: 0 };
  const transforms = transformsOf(object);
  let count = 0;
  for (const code of codes) {
    // A line that does not say where it begins goes on at the coordinate of the one before.
    start = {
      x: numberOf(code.attributes.get("X"), start.x),
      y: numberOf(code.attributes.get("Y"), start.y),
    };
    const characters = charactersOf(textOf(code)).slice(0, MOST_CHARACTERS - count);
    addGlyphs(glyphs, clustersOf(characters, count, transforms), code, start, style);
    count += characters.length;
  }
  return glyphs;
}

interface Style {
  readonly size: number;
  readonly stretch: number;
  readonly font: Font;
  readonly matrix: Matrix;
  /** Points. */
  readonly em: number;
  readonly angle: number;
}

interface Step {
  readonly x: number;
  readonly y: number;
}

function addGlyphs(
  glyphs: Glyph[],
  clusters: readonly Cluster[],
  code: XmlElement,
  start: Step,
  style: Style,
): void {
  const { size, stretch, font } = style;
  const characters = clusters.map(({ text }) => text);
  const widths = characters.map((text) => widthOf(text) * size * stretch);
  const across = steps(code.attributes.get("DeltaX"), clusters, widths, font.vertical);
  const down = steps(code.attributes.get("DeltaY"), clusters, widths, !font.vertical);
  const spaced = font.vertical ? new Set<number>() : spacesMeant(characters, across, widths, size);
  let { x, y } = start;
  let space: Glyph["space"] = "none";
  for (const [index, character] of characters.entries()) {
    const width = widths[index] ?? size;
    const [right, below] = [across[index] ?? width, down[index] ?? 0];
    const text = tidied(character);
    if (text.trim() === "") space = spaceAfter(space, text);
    else {
      const before = space === "none" && spaced.has(index) ? "narrow" : space;
      // Before a space that is meant the room is the space's.
      const own = spaced.has(index + 1) ? width : ownWidth(width, right, character);
      const along = font.vertical ? Math.abs(below) : own;
      glyphs.push(glyphAt(x, y, text, along, before, style));
      space = "none";
    }
    x += right;
    y += below;
  }
}

function spaceAfter(before: Glyph["space"], text: string): Glyph["space"] {
  return before === "wide" || text.includes("\u3000") ? "wide" : "narrow";
}

/** `along`: how far the character reaches, in the object's own measure. */
function glyphAt(
  x: number,
  y: number,
  text: string,
  along: number,
  space: Glyph["space"],
  { size, font, matrix, em, angle }: Style,
): Glyph {
  // Down a column the origin of a glyph is the middle of its upper edge.
  const [atX, atY] = font.vertical ? moved(matrix, x + size / 2, y - size * ASCENT) : moved(matrix, x, y);
  const advance = (along * em) / size;
  return { text, x: atX, y: atY, advance, size: em, angle, font, bold: font.bold, space };
}

/** From cluster to cluster. Where the file gives none: no step at all, or by the characters' widths along the line. */
function steps(
  written: string | undefined,
  clusters: readonly Cluster[],
  widths: readonly number[],
  isOther: boolean,
): readonly (number | undefined)[] {
  if (written === undefined) return isOther ? widths.map(() => 0) : widths;
  const all = stepsOf(written, mostSteps(clusters));
  if (all.length === clusters.length - 1 && clusters.every(({ glyphs }) => glyphs === 1)) return all;
  let at = 0;
  return stepCounts(clusters, all.length).map((count) => {
    const own = all.slice(at, at + count);
    at += count;
    return own.length === 0 ? undefined : own.reduce((one, other) => one + other);
  });
}

/** Whether the characters stand below one another: it says so, or goes down and not across. */
function isVertical(attributes: ReadonlyMap<string, string>, codes: readonly XmlElement[]): boolean {
  const direction = attributes.get("ReadDirection") ?? "0";
  if (direction === "90" || direction === "270") return true;
  const [code] = codes;
  const across = stepsOf(code?.attributes.get("DeltaX"), 2);
  const down = stepsOf(code?.attributes.get("DeltaY"), 2);
  return down.some((step) => step > 0) && !across.some((step) => step > Math.abs(down[0] ?? 0) / 2);
}

function fontOf(name: string, bold: boolean, vertical: boolean): Font {
  return {
    ...{ id: "", name, matrix: identity },
    bold: bold || /bold|heavy|black|黑/i.test(name),
    vertical,
    scale: 0.001,
    isType3: false,
    unit: 1,
  };
}

/** Degrees, clockwise. */
function angleOf([a, b]: Matrix): number {
  const degrees = Math.round((Math.atan2(b, a) * 180) / Math.PI);
  return (degrees + 360) % 360;
}

/** Of an em, about: the font is seldom at hand. */
function widthOf(text: string): number {
  if (text.length === 1) return knownWidth(text);
  const width = [...text].reduce((sum, one) => (/\p{M}/u.test(one) ? sum : sum + widthOfOne(one)), 0);
  return width === 0 ? widthOfOne(text) : width;
}

/** Of those of one unit: there are not too many of them. */
const widths = new Map<string, number>();

function knownWidth(character: string): number {
  const known = widths.get(character);
  if (known !== undefined) return known;
  const width = widthOfOne(character);
  widths.set(character, width);
  return width;
}

function widthOfOne(character: string): number {
  if (isWide(character)) return 1;
  if (/[ilIjtf|!.,:;'`()[\]{}\-/ ]/.test(character)) return 0.3;
  if (/[mwMW@%—…]/.test(character)) return 0.85;
  return /[A-Z&]/.test(character) ? 0.68 : 0.52;
}

/** How much of the step to the next one is the character itself. */
function ownWidth(width: number, step: number, character: string): number {
  if (step <= 0) return width;
  // Widths of letters are guessed, so that what stands between two of them is no sure gap.
  return isWide(character) ? Math.min(width, step) : step <= 2.2 * width ? step : width;
}

/** Places before which a space is meant where writers leave it out and only step further: between letters. */
function spacesMeant(
  characters: readonly string[],
  across: readonly (number | undefined)[],
  widths: readonly number[],
  size: number,
): ReadonlySet<number> {
  const gaps: { readonly index: number; readonly gap: number }[] = [];
  for (let index = 1; index < characters.length; index++) {
    const pair = `${characters[index - 1]?.slice(-1) ?? ""}${characters[index]?.slice(0, 1) ?? ""}`;
    const step = across[index - 1];
    if (step === undefined || !/^[\p{Script=Latin}\d.,;:!?)]{2,}$/u.test(pair)) continue;
    gaps.push({ index, gap: (step - (widths[index - 1] ?? 0)) / size });
  }
  const usual = gaps.map(({ gap }) => gap).sort((one, other) => one - other)[gaps.length >> 1] ?? 0;
  return new Set(gaps.filter(({ gap }) => gap - usual > SPACE).map(({ index }) => index));
}
