/** What of a text is not in another version of it, for eyes that are to find it: paragraph by paragraph, words within. */
import { diffComm } from "node-diff3";

export interface ComparedPart {
  readonly text: string;
  readonly isOther: boolean;
}

/** In characters of two paragraphs together; comparing longer ones would be felt. They are marked whole. */
const LONGEST = 6000;
/** What is the same for fewer characters in a row is chance: 的 stands in every sentence. */
const LEAST_SAME = 2;
/** With less in common than this part of the longer, two paragraphs are different ones. */
const LEAST_ALIKE = 0.3;

/** Paragraphs are lines. The parts together are the text. */
export function comparedWith(text: string, other: string): readonly ComparedPart[] {
  const parts = stretches(text.split("\n"), other.split("\n")).flatMap(({ own, others, isCommon }) =>
    own.flatMap((line, index) => [
      ...(isCommon ? [{ text: line, isOther: false }] : lineParts(line, others[index])),
      { text: "\n", isOther: false },
    ]),
  );
  return merged(parts.slice(0, -1));
}

interface Stretch {
  readonly own: readonly string[];
  readonly others: readonly string[];
  readonly isCommon: boolean;
}

function stretches(own: readonly string[], others: readonly string[]): readonly Stretch[] {
  return diffComm([...own], [...others]).map((each) =>
    "common" in each && each.common !== undefined
      ? { own: each.common, others: each.common, isCommon: true }
      : { own: each.buffer1 ?? [], others: each.buffer2 ?? [], isCommon: false },
  );
}

function lineParts(line: string, other: string | undefined): readonly ComparedPart[] {
  const whole = [{ text: line, isOther: true }];
  if (other === undefined || line.length + other.length > LONGEST) return whole;
  const parts = stretches([...line], [...other]);
  const same = parts.filter(({ isCommon }) => isCommon).reduce((sum, { own }) => sum + own.length, 0);
  if (same < LEAST_ALIKE * Math.max([...line].length, [...other].length)) return whole;
  return parts.map(({ own, isCommon }, index) => {
    const isAtEdge = index === 0 || index === parts.length - 1;
    return { text: own.join(""), isOther: !isCommon || (!isAtEdge && own.length < LEAST_SAME) };
  });
}

function merged(parts: readonly ComparedPart[]): readonly ComparedPart[] {
  const all: ComparedPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.text === "") continue;
    if (last?.isOther === part.isOther) all.splice(-1, 1, { ...last, text: last.text + part.text });
    else all.push(part);
  }
  return all;
}
