/** The content of a block cut to a span of the canonical text. */
import type { Inline } from "./article.ts";
import { inlineText, type Span } from "./article-text.ts";

/** `stands`: where the content stands in the text. */
export function cutInlines(content: readonly Inline[], stands: Span, span: Span): readonly Inline[] {
  return cutFrom(content, stands.start, stands, span);
}

function cutFrom(content: readonly Inline[], first: number, stands: Span, span: Span): readonly Inline[] {
  let at = first;
  return content.flatMap((inline) => {
    const start = at;
    at += inlineText([inline]).length;
    return cutInline(inline, { start, end: at }, stands, span);
  });
}

function cutInline(inline: Inline, at: Span, stands: Span, span: Span): readonly Inline[] {
  if (at.start === at.end) return keepsPlace(inline, at.start, stands, span) ? [inline] : [];
  const from = Math.max(at.start, span.start) - at.start;
  const to = Math.min(at.end, span.end) - at.start;
  if (from >= to) return [];
  if (from === 0 && to === at.end - at.start && inline.type !== "link") return [inline];
  switch (inline.type) {
    case "text":
      return [{ ...inline, text: inline.text.slice(from, to) }];
    case "link":
      return [{ ...inline, content: cutFrom(inline.content, at.start, stands, span) }];
    case "ruby":
      // The reading is that of the whole base: which part of it belongs to a part of the base is not known.
      return [{ type: "text", text: inline.base.slice(from, to) }];
    case "line-break":
    case "image":
    case "footnote-mark":
    case "page-mark":
      return [inline];
  }
}

/** What has no text goes with the text before it; a page's beginning, and what stands first, with the text behind it. */
function keepsPlace(inline: Inline, place: number, stands: Span, span: Span): boolean {
  const goesWithNext = place === stands.start || (inline.type === "page-mark" && place < stands.end);
  const goesWith = goesWithNext ? place : place - 1;
  return span.start <= goesWith && goesWith < span.end;
}
