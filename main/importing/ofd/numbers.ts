/** Numbers as OFD writes them: in millimetres, apart by spaces, some lists shortened. */
import type { Box, Matrix } from "../pdf/geometry.ts";
import { identity, toMatrix } from "../pdf/geometry.ts";

/** A value that makes no sense becomes `otherwise`. */
export function numberOf(text: string | undefined, otherwise: number): number {
  if (text === undefined || text.trim() === "") return otherwise;
  const value = Number(text);
  return Number.isFinite(value) ? value : otherwise;
}

function numbersOf(text: string): readonly number[] {
  return text
    .trim()
    .split(/[\s,]+/)
    .map(Number);
}

/** `x y width height`; null where it is none. */
export function boxOf(text: string | undefined): Box | null {
  const [x, y, width, height, ...more] = numbersOf(text ?? "");
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  if (more.length > 0 || ![x, y, width, height].every(Number.isFinite)) return null;
  return { left: x, top: y, right: x + width, bottom: y + height };
}

export function matrixOf(text: string | undefined): Matrix {
  return (text === undefined ? null : toMatrix(numbersOf(text))) ?? identity;
}

/** The steps from glyph to glyph: `5 5 2.5`, or shortened `g 2 5 2.5`. At most `most` of them. */
export function stepsOf(text: string | undefined, most: number): readonly number[] {
  const steps: number[] = [];
  const words = (text ?? "").trim().split(/\s+/);
  for (let at = 0; at < words.length && steps.length < most; at++) {
    const word = words[at] ?? "";
    if (word === "") continue;
    if (word !== "g") {
      steps.push(numberOf(word, 0));
      continue;
    }
    const times = numberOf(words[at + 1], 0);
    const step = numberOf(words[at + 2], 0);
    for (let time = 0; time < times && steps.length < most; time++) steps.push(step);
    at += 2;
  }
  return steps;
}
