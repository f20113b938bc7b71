/** A text that is edited at random while every character remembers which of the original ones it is. */
import type { Random } from "./random.ts";

/** A character and its place in the original text; -1 for one that was written since. */
interface Unit {
  readonly character: string;
  readonly origin: number;
}

type Paragraph = readonly Unit[];

export interface EditedText {
  readonly text: string;
  /** For every character of `text`, its place in the original. */
  readonly origins: Int32Array;
}

export type Editing =
  | "insert"
  | "remove"
  | "move"
  | "split"
  | "join"
  | "characters"
  | "punctuation"
  | "width"
  | "heading";

export const editings: readonly [Editing, ...Editing[]] = [
  ...([
    "insert",
    "remove",
    "move",
    "split",
    "join",
    "characters",
    "punctuation",
    "width",
    "heading",
  ] as const),
];

/** What new paragraphs and characters are made of. */
export interface Material {
  readonly paragraph: () => string;
  readonly character: () => string;
}

/** Paragraphs are lines. `rate`: the share of characters that "characters" changes. */
export function edit(
  original: string,
  editing: readonly Editing[],
  random: Random,
  material: Material,
  rate: number,
): EditedText {
  let origin = 0;
  let paragraphs: Paragraph[] = original.split("\n").map((line) => {
    const units = line.split("").map((character, index) => ({ character, origin: origin + index }));
    origin += line.length + 1;
    return units;
  });
  for (const each of editing) paragraphs = editOnce(paragraphs, each, random, material, rate);
  const units = paragraphs.flatMap((paragraph, index) =>
    index === 0 ? paragraph : [{ character: "\n", origin: -1 }, ...paragraph],
  );
  return {
    text: units.map(({ character }) => character).join(""),
    origins: Int32Array.from(units, (unit) => unit.origin),
  };
}

function written(text: string): Paragraph {
  return text.split("").map((character) => ({ character, origin: -1 }));
}

function editOnce(
  paragraphs: readonly Paragraph[],
  editing: Editing,
  random: Random,
  material: Material,
  rate: number,
): Paragraph[] {
  const at = random.between(0, paragraphs.length - 1);
  const chosen = paragraphs[at] ?? [];
  const cut = random.between(0, chosen.length);
  switch (editing) {
    case "insert":
      return paragraphs.toSpliced(at, 0, written(material.paragraph()));
    case "remove":
      return paragraphs.length > 1 ? paragraphs.toSpliced(at, random.between(1, 2)) : [...paragraphs];
    case "move":
      return paragraphs.toSpliced(at, 1).toSpliced(random.between(0, paragraphs.length - 1), 0, chosen);
    case "split":
      return paragraphs.toSpliced(at, 1, chosen.slice(0, cut), chosen.slice(cut));
    case "heading": {
      const heading = written(material.paragraph().slice(0, random.between(6, 14)));
      return paragraphs.toSpliced(at, 1, chosen.slice(0, cut), heading, chosen.slice(cut));
    }
    case "join":
      return paragraphs.toSpliced(at, 2, [...chosen, ...(paragraphs[at + 1] ?? [])]);
    case "characters":
      return paragraphs.map((paragraph) => changeCharacters(paragraph, random, material, rate));
    case "punctuation":
      return paragraphs.map((paragraph) => rewrite(paragraph, otherMarks, random));
    case "width":
      return paragraphs.map((paragraph) => rewrite(paragraph, otherWidth, random));
  }
}

function changeCharacters(paragraph: Paragraph, random: Random, material: Material, rate: number): Paragraph {
  return paragraph.flatMap((unit) => {
    if (random.next() >= rate) return [unit];
    const other = { character: material.character(), origin: -1 };
    const kind = random.between(1, 3);
    return kind === 1 ? [other] : kind === 2 ? [] : [unit, other];
  });
}

/** The same characters, written otherwise here and there. */
function rewrite(paragraph: Paragraph, forms: ReadonlyMap<string, string>, random: Random): Paragraph {
  return paragraph.map((unit) => {
    const form = forms.get(unit.character);
    return form === undefined || random.next() < 0.3 ? unit : { ...unit, character: form };
  });
}

function both(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(pairs.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]));
}

const otherMarks = both([
  ["，", ","],
  ["。", "."],
  ["：", ":"],
  ["；", ";"],
  ["（", "("],
  ["）", ")"],
  ["“", '"'],
  ["、", ","],
]);

const otherWidth = both(
  [..."0123456789％"].map(
    (digit) => [digit.normalize("NFKC"), toFullWidth(digit.normalize("NFKC"))] as const,
  ),
);

function toFullWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) + 0xfee0);
}
