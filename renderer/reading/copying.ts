/** Copying what is shown: one line break a paragraph, nothing of the interface, whatever is mounted. */
import { useEffect } from "react";
import type { Span } from "../../preload/model/article-text.ts";
import type { ArticleModel } from "./article-model.ts";
import { spanOf } from "./text-positions.ts";

/** The span of the article that is selected; null where nothing of it is. */
export function selectedSpan(article: HTMLElement, length: number): Span | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(article)) return null;
  const inside = spanOf(article, range);
  if (inside === null) return null;
  // A selection that reaches out of the article takes all of it, mounted or not.
  const start = article.contains(range.startContainer) ? inside.start : 0;
  const end = article.contains(range.endContainer) ? inside.end : length;
  return end > start ? { start, end } : null;
}

/** A span's text as it is shown and pasted. A span that ends where the next paragraph begins takes no empty line with it. */
export function textToCopy(model: ArticleModel, span: Span): string {
  return model.shown(span.start, span.end).replace(/\n+$/, "");
}

/** Answers every copy whose selection lies in the article. */
export function useCopying(article: HTMLElement | null, model: ArticleModel): void {
  useEffect(() => {
    if (article === null) return;
    const copy = (event: ClipboardEvent) => {
      const active = document.activeElement;
      if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) return;
      const span = selectedSpan(article, model.text.text.length);
      if (span === null || event.clipboardData === null) return;
      event.clipboardData.setData("text/plain", textToCopy(model, span));
      event.preventDefault();
    };
    document.addEventListener("copy", copy);
    return () => document.removeEventListener("copy", copy);
  }, [article, model]);
}
