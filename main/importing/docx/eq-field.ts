/**
 * EQ fields, by which Word sets what it has no character for: a reading above a character, a character in a circle,
 * fractions and roots of before there were equations. Their instruction is all there is of them; it becomes one line.
 */
import type { Mark } from "../../../preload/model/article.ts";
import type { Run } from "../inlines.ts";
import { textRun } from "../inlines.ts";
import { grouped } from "./equations.ts";
import { enclosed } from "./numbering.ts";

/** Deeper than any is written. */
const DEEPEST = 20;

/** Longer than any is written. */
const LONGEST = 4000;

/** Null for the instruction of another field. */
export function eqRuns(instruction: string, marks: readonly Mark[]): readonly Run[] | null {
  const text = /^\s*EQ\s([\s\S]*)$/i.exec(instruction)?.[1];
  if (text === undefined || text.length > LONGEST) return null;
  // How letters are set: \* jc2 \* "Font:宋体" \* hps10.
  const bare = text.replace(/\\\*\s*(?:"[^"]*"|\S+)\s*/gu, "").trim();
  return new EqReading(bare, marks).sequence("", 0);
}

interface Command {
  /** Its letter, then those of its options: `s`, `up`. */
  readonly names: readonly string[];
  /** Signs that options name: brackets. */
  readonly signs: readonly string[];
}

class EqReading {
  readonly #text: string;
  readonly #marks: readonly Mark[];
  #at = 0;

  constructor(text: string, marks: readonly Mark[]) {
    this.#text = text;
    this.#marks = marks;
  }

  /** Up to one of the characters in `ends`, or the end of the text. */
  sequence(ends: string, depth: number): readonly Run[] {
    const runs: Run[] = [];
    while (this.#at < this.#text.length) {
      const character = this.#text.charAt(this.#at);
      if (ends.includes(character)) break;
      if (character !== "\\") {
        runs.push(this.#sign(character));
        this.#at++;
      } else if (/[a-z]/i.test(this.#text.charAt(this.#at + 1)) && depth < DEEPEST) {
        for (const run of this.#command(depth)) runs.push(run);
      } else {
        runs.push(this.#sign(this.#text.charAt(this.#at + 1)));
        this.#at += 2;
      }
    }
    return runs;
  }

  #command(depth: number): readonly Run[] {
    const command = this.#names();
    if (this.#text.charAt(this.#at) !== "(") return [];
    const parts: (readonly Run[])[] = [];
    do {
      this.#at++;
      parts.push(this.sequence(",;)", depth + 1));
    } while (/[,;]/.test(this.#text.charAt(this.#at)));
    this.#at++;
    return this.#made(command, parts);
  }

  #names(): Command {
    const names: string[] = [];
    const signs: string[] = [];
    for (;;) {
      const found = /^\s*\\(?:([a-z]+)\s*-?\d*|([^a-z]))\s*/iu.exec(this.#text.slice(this.#at));
      if (found === null) return { names, signs };
      this.#at += found[0].length;
      if (found[1] !== undefined) names.push(found[1].toLowerCase());
      else signs.push(found[2] ?? "");
    }
  }

  #made({ names, signs }: Command, parts: readonly (readonly Run[])[]): readonly Run[] {
    const [first = [], second = [], third = []] = parts;
    switch (names[0]) {
      case "f":
        return [...grouped(first, this.#marks), this.#sign("/"), ...grouped(second, this.#marks)];
      case "r": {
        const [degree, inner] = parts.length > 1 ? [first, second] : [[], first];
        return [...marked(degree, "sup"), this.#sign("√"), ...grouped(inner, this.#marks)];
      }
      case "s":
        return parts.flatMap((part) => marked(part, names.includes("do") ? "sub" : "sup"));
      case "i": {
        const sign = names.includes("su") ? "∑" : names.includes("pr") ? "∏" : "∫";
        return [this.#sign(sign), ...marked(first, "sub"), ...marked(second, "sup"), ...third];
      }
      case "b":
        return [this.#sign(signs[0] ?? "("), ...parts.flat(), this.#sign(signs[1] ?? signs[0] ?? ")")];
      case "o":
        return overstruck(parts);
      case "d":
        return [this.#sign(" ")];
      case "l":
        return parts.flatMap((part, index) => (index === 0 ? part : [this.#sign(","), ...part]));
      default:
        return parts.flatMap((part, index) => (index === 0 ? part : [this.#sign(" "), ...part]));
    }
  }

  #sign(text: string): Run {
    return textRun(text, this.#marks);
  }
}

/** One above the other: a raised part is the reading of the other one; a number in a circle has a character of its own. */
function overstruck(parts: readonly (readonly Run[])[]): readonly Run[] {
  const [first = [], second = []] = parts;
  const [one, other] = [textOf(first), textOf(second)];
  const isRaised =
    first.length > 0 && first.every(({ leaf }) => leaf.type === "text" && leaf.marks?.includes("sup"));
  if (parts.length === 2 && isRaised && other.trim() !== "") {
    return [{ leaf: { type: "ruby", base: other.trim(), annotation: one.trim() }, href: null }];
  }
  const number = Number(/^\d{1,2}$/.exec(other.trim())?.[0] ?? 0);
  if (/^[○◯〇]$/u.test(one.trim()) && number > 0) return [textRun(enclosed(number, 0x2460, 20))];
  return parts.flat();
}

function marked(runs: readonly Run[], mark: "sup" | "sub"): readonly Run[] {
  return runs.map((run) =>
    run.leaf.type === "text"
      ? { ...run, leaf: { ...run.leaf, marks: [...(run.leaf.marks ?? []), mark] } }
      : run,
  );
}

function textOf(runs: readonly Run[]): string {
  return runs
    .map(({ leaf }) => (leaf.type === "text" ? leaf.text : leaf.type === "ruby" ? leaf.base : ""))
    .join("");
}
