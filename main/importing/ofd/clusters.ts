/**
 * Characters of a text object that are set together, and how many steps they take: where glyphs are given (GB/T 33190,
 * 11.4), so many characters stand for so many glyphs, and the steps lead from glyph to glyph.
 */
import { numberOf } from "./numbers.ts";
import type { XmlElement } from "./xml.ts";
import { childrenNamed, lineAt } from "./xml.ts";

export interface Cluster {
  readonly text: string;
  readonly glyphs: number;
}

/** From which of an object's characters on how many are set together, and as how many glyphs. */
export interface Transform {
  readonly start: number;
  readonly count: number;
  readonly glyphs: number;
}

export function transformsOf(object: XmlElement): ReadonlyMap<number, Transform> {
  const transforms = childrenNamed(object, "CGTransform").map((element): Transform => {
    const number = (name: string, otherwise: number) =>
      Math.round(numberOf(element.attributes.get(name), otherwise));
    const listed = lineAt(element, "Glyphs").split(" ").length;
    return {
      start: number("CodePosition", 0),
      count: Math.max(1, number("CodeCount", 1)),
      glyphs: Math.max(0, number("GlyphCount", listed)),
    };
  });
  return new Map(transforms.map((transform) => [transform.start, transform]));
}

const SINGLE = { count: 1, glyphs: 1 };
const MOST_TOGETHER = 100;

/** What the standard has writers put for white space, and for what XML cannot hold. */
const ESCAPED = /\\(0020|00a0|3000|00[01][0-9a-f]|fff[ef])/gi;

/** Without the line ends and the indents that pretty printing leaves, for which there is no step. */
export function charactersOf(text: string): readonly string[] {
  const written = text
    .replace(/^[ \t\r\n]*[\r\n][ \t]*|[ \t]*[\r\n][ \t\r\n]*$/g, "")
    .replace(/[\r\n\t]/g, "");
  return [...written.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))];
}

/** `offset`: how many characters of the object stand before these. */
export function clustersOf(
  characters: readonly string[],
  offset: number,
  transforms: ReadonlyMap<number, Transform>,
): readonly Cluster[] {
  const clusters: Cluster[] = [];
  for (let at = 0; at < characters.length; ) {
    const cluster = clusterAt(at, characters, transforms.get(offset + at));
    at += [...cluster.text].length;
    const last = clusters.at(-1);
    // What is set above or below a letter belongs to it.
    if (last !== undefined && /^\p{M}/u.test(cluster.text)) {
      clusters[clusters.length - 1] = {
        text: last.text + cluster.text,
        glyphs: last.glyphs + cluster.glyphs,
      };
    } else clusters.push(cluster);
  }
  return clusters;
}

/** As many glyphs as characters are one for each. What is set together from more of them is no ligature, but made up. */
function clusterAt(at: number, characters: readonly string[], transform: Transform | undefined): Cluster {
  const { count, glyphs } = transform ?? SINGLE;
  const isOne = count === glyphs || Math.max(count, glyphs) > MOST_TOGETHER;
  return isOne
    ? { text: characters[at] ?? "", glyphs: 1 }
    : { text: characters.slice(at, at + count).join(""), glyphs };
}

/** No fewer steps than any way of counting takes, and one more, by which too many are told. */
export function mostSteps(clusters: readonly Cluster[]): number {
  return clusters.reduce((most, { text, glyphs }) => most + Math.max(text.length, glyphs), 1);
}

/** How many of the steps written lead on from each cluster. Writers count glyphs, or else what they take for one. */
export function stepCounts(clusters: readonly Cluster[], written: number): readonly number[] {
  const glyphs = clusters.map((cluster) => cluster.glyphs);
  // The last glyph needs no step, and some writers give it one.
  if (sum(glyphs) - 1 === written) return glyphs;
  const ways = [
    glyphs,
    clusters.map(({ text }) => [...text].length),
    clusters.map(() => 1),
    clusters.map(({ text }) => text.length),
  ];
  return ways.find((way) => sum(way) - 1 === written) ?? ways.find((way) => sum(way) === written) ?? glyphs;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0);
}
