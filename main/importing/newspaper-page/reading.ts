/** One way to read a page up to a piece: what that piece is, and what that leaves open. */

export const roles = [
  "paragraph",
  "continuation",
  "heading",
  "caption",
  "title",
  "byline",
  "lead",
  "credits",
  "furniture",
] as const;

export type Role = (typeof roles)[number];

export interface Reading {
  readonly score: number;
  /** The reading up to the piece before; null before the first. */
  readonly before: Reading | null;
  readonly role: Role | null;
  /** `here`: an article begins with this piece. `paragraph`: it began with the paragraph that this piece interrupts. */
  readonly starts: "here" | "paragraph" | null;
  /** Index of the last piece of the paragraph that may go on; -1 where none can. */
  readonly paragraph: number;
  /** Quotes and brackets that paragraph has open. */
  readonly openQuotes: number;
  /** The title block of the article: not seen, being read, or seen. */
  readonly title: "none" | "running" | "seen";
  readonly titleLines: number;
  /** The title line begins with the name of a body or place, its kicker. */
  readonly kickerInLine: boolean;
  readonly byline: boolean;
  readonly lead: "none" | "open" | "closed";
  readonly body: boolean;
  /** The level of a heading that has no paragraph below it yet; 0 where none waits. */
  readonly heading: number;
}

export const startReading: Reading = {
  score: 0,
  before: null,
  role: null,
  starts: null,
  paragraph: -1,
  openQuotes: 0,
  title: "none",
  titleLines: 0,
  kickerInLine: false,
  byline: false,
  lead: "none",
  body: false,
  heading: 0,
};
