/**
 * A passage of an article, so described that it is found again in another text of the same article: its place, its
 * quote and what stands around it (W3C Web Annotation: TextPositionSelector, TextQuoteSelector).
 */
import { z } from "zod";
import type { Span } from "./article-text.ts";

/** UTF-16 units of context on either side. */
export const CONTEXT = 32;

export interface Anchor extends Span {
  /** Of the article, in whose canonical text start and end count. */
  readonly revision: number;
  /** Exactly what stands between start and end. */
  readonly quote: string;
  /** Up to `CONTEXT` units before and behind; less at the ends of the text. */
  readonly prefix: string;
  readonly suffix: string;
}

export const anchorSchema = z.object({
  revision: z.int().positive(),
  start: z.int().min(0),
  end: z.int().positive(),
  quote: z.string().min(1),
  prefix: z.string().max(CONTEXT),
  suffix: z.string().max(CONTEXT),
}) satisfies z.ZodType<Anchor>;

export type Resolution =
  | { readonly state: "kept" | "moved" | "changed"; readonly span: Span }
  | { readonly state: "lost" };

/** `span` lies within the text and is not empty. */
export function describe(text: string, { start, end }: Span, revision: number): Anchor {
  return {
    revision,
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  };
}

/** Where the described passage stands in `text`. */
export function resolve(text: string, anchor: Anchor): Resolution {
  const { start, end, quote, prefix, suffix } = anchor;
  const passage = prefix + quote + suffix;
  if (text.startsWith(passage, start - prefix.length)) return { state: "kept", span: { start, end } };
  const first = text.indexOf(passage);
  if (first === -1 || text.indexOf(passage, first + 1) !== -1) return { state: "lost" };
  const found = first + prefix.length;
  return { state: "moved", span: { start: found, end: found + quote.length } };
}
