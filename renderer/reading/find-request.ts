/** Whether the find bar is open, and with what words. */
import { useCallback, useState } from "react";
import type { ArticleModel } from "./article-model.ts";
import { selectedSpan } from "./copying.ts";

export interface FindRequest {
  /** Null while the bar is closed. */
  readonly open: { readonly first: string; readonly asked: number } | null;
  readonly ask: () => void;
  readonly close: () => void;
}

/** Selected words longer than this were not selected to be looked for. */
const LONGEST_QUERY = 60;

export function useFindRequest(article: HTMLElement | null, model: ArticleModel): FindRequest {
  const [open, setOpen] = useState<FindRequest["open"]>(null);
  const ask = useCallback(() => {
    const span = article === null ? null : selectedSpan(article, model.text.text.length);
    const words = span === null ? "" : model.text.text.slice(span.start, span.end);
    const first = words.length <= LONGEST_QUERY && !words.includes("\n") ? words : "";
    setOpen((before) => ({ first: before?.first ?? first, asked: (before?.asked ?? 0) + 1 }));
  }, [article, model]);
  const close = useCallback(() => setOpen(null), []);
  return { open, ask, close };
}
