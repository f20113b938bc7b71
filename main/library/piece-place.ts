/** Where a piece of an article stands among its headings, and what a print list shows of it. */
import type { Span } from "../../preload/model/article-text.ts";
import type { Section } from "../../preload/model/sections.ts";
import { charactersOf } from "./digest.ts";

/** Characters of a piece that its row shows. */
const EXCERPT_LENGTH = 120;

/** A section with the headings it stands under, outermost first, its own included. */
export interface PlacedSection extends Section {
  readonly path: readonly string[];
}

export function withPaths(sections: readonly Section[]): readonly PlacedSection[] {
  const open: Section[] = [];
  return sections.map((section) => {
    while ((open.at(-1)?.level ?? 0) >= section.level) open.pop();
    open.push(section);
    return { ...section, path: open.map(({ title }) => title) };
  });
}

/** Of a section its own path; else of the innermost section that holds the whole span, opening sentences (段首句) aside. */
export function pathOf(
  sections: readonly PlacedSection[],
  { start, end }: Span,
  kind: "section" | "passage",
): readonly string[] {
  const own =
    kind === "section" && sections.find((section) => section.start === start && section.end === end);
  if (own) return own.path;
  const around = sections.filter(
    (section) => section.kind !== "sentence" && section.start <= start && end <= section.end,
  );
  return (
    around.reduce<PlacedSection | null>(
      (inner, section) => (inner === null || section.level > inner.level ? section : inner),
      null,
    )?.path ?? []
  );
}

/** What a row shows of a piece's text. */
export function shownOf(text: string): { readonly excerpt: string; readonly characters: number } {
  const line = text
    .slice(0, 4 * EXCERPT_LENGTH)
    .replace(/\s+/g, " ")
    .trim();
  return { excerpt: [...line].slice(0, EXCERPT_LENGTH).join(""), characters: charactersOf(text) };
}
