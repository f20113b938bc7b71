/** Copying what is shown: one line break a paragraph, nothing of the interface, whatever is mounted. */
import { useEffect } from "react";
import type { Article } from "../../preload/model/article.ts";
import type { Span } from "../../preload/model/article-text.ts";
import { spanOf } from "../ui/article/text-positions.ts";
import { useCommands } from "../ui/commands.ts";
import type { ArticleModel } from "./article-model.ts";
import { copiedHtml } from "./copied-html.ts";

/** The span of the article that is selected; null where nothing of it is. */
export function selectedSpan(article: HTMLElement, length: number): Span | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(article)) return null;
  const inside = spanOf(article, range);
  if (inside === null) return null;
  // A selection from outside the article, or of all its children, takes all of it, mounted or not.
  const isInside = (node: Node) => node !== article && article.contains(node);
  const start = isInside(range.startContainer) ? inside.start : 0;
  const end = isInside(range.endContainer) ? inside.end : length;
  return end > start ? { start, end } : null;
}

/** A span's text as it is shown and pasted. A span that ends where the next paragraph begins takes no empty line with it. */
export function textToCopy(model: ArticleModel, span: Span): string {
  return model.shown(span.start, span.end).replace(/\n+$/, "");
}

/** Where text is shown for itself, as an original's is, all of it is meant; else the article's. */
function textAround(article: HTMLElement): Element {
  return document.querySelector("[role='dialog'] pre") ?? article;
}

/** Answers every copy whose selection lies in the article, and selects the article alone where all is selected. */
export function useCopying(article: HTMLElement | null, whole: Article, model: ArticleModel): void {
  useCommands({
    "select-article": () => {
      if (article !== null) document.getSelection()?.selectAllChildren(textAround(article));
    },
  });
  useEffect(() => {
    if (article === null) return;
    const copy = (event: ClipboardEvent) => {
      if (isTyping()) return;
      const span = selectedSpan(article, model.text.text.length);
      if (span === null || event.clipboardData === null) return;
      event.clipboardData.setData("text/plain", textToCopy(model, span));
      event.clipboardData.setData("text/html", copiedHtml(whole, model, span));
      event.preventDefault();
    };
    const selectAll = (event: KeyboardEvent) => {
      if (event.key !== "a" || !event.ctrlKey || event.shiftKey || event.altKey || event.defaultPrevented)
        return;
      if (isTyping() || !isReading(article)) return;
      event.preventDefault();
      document.getSelection()?.selectAllChildren(article);
    };
    document.addEventListener("copy", copy);
    document.addEventListener("keydown", selectAll);
    return () => {
      document.removeEventListener("copy", copy);
      document.removeEventListener("keydown", selectAll);
    };
  }, [article, whole, model]);
}

function isTyping(): boolean {
  const active = document.activeElement;
  return active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
}

/** The focus is in the reading view, or nowhere: not in the list, which selects its own rows. */
function isReading(article: HTMLElement): boolean {
  const active = document.activeElement;
  return active === document.body || active?.closest("main")?.contains(article) === true;
}
