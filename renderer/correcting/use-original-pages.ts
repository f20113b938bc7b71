/** Opens a PDF original, and finds on its pages what the paragraph that is worked on was made of. */
import { useEffect, useState } from "react";
import { type NoPages, NoPagesError, type OriginalPages, openOriginal } from "./original-pdf.ts";
import { boxesOf, type PageBox, placeOn } from "./page-text.ts";

export type Opened =
  | { readonly state: "opening" }
  | { readonly state: "open"; readonly pages: OriginalPages }
  | { readonly state: "failed"; readonly why: NoPages };

/** @param sha256 null where the original is no PDF */
export function useOriginalPages(sha256: string | null): Opened {
  const [opened, setOpened] = useState<Opened>({ state: "opening" });
  useEffect(() => {
    if (sha256 === null) return;
    const left = new AbortController();
    let open: OriginalPages | null = null;
    setOpened({ state: "opening" });
    openOriginal(sha256, left.signal).then(
      (pages) => {
        if (left.signal.aborted) return pages.close();
        open = pages;
        setOpened({ state: "open", pages });
      },
      (error: unknown) => {
        if (left.signal.aborted) return;
        setOpened({ state: "failed", why: error instanceof NoPagesError ? error.why : "not-drawn" });
      },
    );
    return () => {
      left.abort();
      open?.close();
    };
  }, [sha256]);
  return opened;
}

/** A paragraph of what came in. */
export interface Sought {
  /** Compact. */
  readonly text: string;
  /** Where it begins, from 1; null where no mark tells. */
  readonly page: number | null;
}

export interface PagePlace {
  readonly page: number;
  readonly boxes: readonly PageBox[];
}

/** Pages looked through, the likeliest first: each has to be read for it. */
const MOST_LOOKED = 24;
/** So long a span is not found on another page by chance. */
const SURE = 16;

/** Where the paragraph stands; the page alone where the words are not found on it. */
export function usePagePlace(pages: OriginalPages, sought: Sought | null): PagePlace | null {
  const [place, setPlace] = useState<PagePlace | null>(null);
  const text = sought?.text ?? "";
  const page = sought?.page ?? null;
  useEffect(() => {
    let isWanted = true;
    findPlace(pages, { text, page }, () => isWanted).then(
      (found) => {
        if (isWanted) setPlace(found);
      },
      // What cannot be read cannot be looked through; the pages are shown all the same.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [pages, text, page]);
  return place;
}

async function findPlace(
  pages: OriginalPages,
  { text, page }: Sought,
  isWanted: () => boolean,
): Promise<PagePlace | null> {
  let best: PagePlace | null = page === null ? null : { page: Math.min(page, pages.count), boxes: [] };
  let longest = 0;
  for (const number of nearestFirst(page ?? 1, pages.count)) {
    if (text === "" || !isWanted()) break;
    const said = await pages.text(number);
    const span = placeOn(said.text, text);
    const length = span === null ? 0 : span.end - span.start;
    if (span !== null && length > longest) {
      longest = length;
      best = { page: number, boxes: boxesOf(said, span) };
    }
    if (longest >= Math.min(SURE, text.length)) break;
  }
  return best;
}

function nearestFirst(page: number, count: number): readonly number[] {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return numbers
    .toSorted((one, other) => Math.abs(one - page) - Math.abs(other - page))
    .slice(0, MOST_LOOKED);
}
