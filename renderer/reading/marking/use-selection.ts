/** The passage that is selected in the article, once the pointer has let go of it. */
import { useEffect, useState } from "react";
import type { Span } from "../../../preload/model/article-text.ts";
import type { ArticleModel } from "../article-model.ts";
import { selectedSpan } from "../copying.ts";
import type { Page } from "../page-scroll.ts";
import { boxesOfRange, type PassageBoxes } from "./page-geometry.ts";

export interface SelectedPassage {
  readonly span: Span;
  readonly boxes: PassageBoxes;
}

/** Null while nothing is selected or the pointer still selects. */
export function useSelectedPassage(page: Page | null, model: ArticleModel): SelectedPassage | null {
  const [passage, setPassage] = useState<SelectedPassage | null>(null);
  useEffect(() => {
    if (page === null) return;
    let request = 0;
    let isPressed = false;
    const look = () => {
      cancelAnimationFrame(request);
      request = requestAnimationFrame(() => setPassage(isPressed ? null : passageSelected(page, model)));
    };
    const press = (event: PointerEvent) => {
      // The bar and the notes lie over the text: pressing them selects nothing.
      if (event.button !== 0 || !(event.target instanceof Node) || !page.article.contains(event.target))
        return;
      isPressed = true;
      look();
    };
    const release = () => {
      isPressed = false;
      look();
    };
    document.addEventListener("pointerdown", press);
    document.addEventListener("pointerup", release);
    document.addEventListener("pointercancel", release);
    document.addEventListener("selectionchange", look);
    const sizes = new ResizeObserver(look);
    sizes.observe(page.article);
    return () => {
      cancelAnimationFrame(request);
      sizes.disconnect();
      document.removeEventListener("pointerdown", press);
      document.removeEventListener("pointerup", release);
      document.removeEventListener("pointercancel", release);
      document.removeEventListener("selectionchange", look);
    };
  }, [page, model]);
  return passage;
}

/** What is selected now, without the white space at its ends; null where that is nothing. */
export function passageSelected(page: Page, model: ArticleModel): SelectedPassage | null {
  const selected = selectedSpan(page.article, model.text.text.length);
  if (selected === null) return null;
  const span = withoutWhiteSpace(model.text.text, selected);
  const range = document.getSelection()?.getRangeAt(0);
  if (span === null || range === undefined) return null;
  const boxes = boxesOfRange(page, range);
  return boxes === null ? null : { span, boxes };
}

/** A bookmark begins and ends with something that can be read. */
export function withoutWhiteSpace(text: string, { start, end }: Span): Span | null {
  const passage = text.slice(start, end);
  const inner = passage.trim();
  if (inner === "") return null;
  const from = start + passage.indexOf(inner);
  return { start: from, end: from + inner.length };
}
