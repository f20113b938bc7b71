/** The sentences found, page by page, in the order of their dates. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { FoundSentence, SearchSubject } from "../../preload/model/search.ts";
import { ask } from "../client.ts";
import { isCancelled } from "./use-search.ts";

export type SentenceOrder = "oldest" | "newest";

export interface Sentences {
  readonly sentences: readonly FoundSentence[];
  /** Every sentence is here. */
  readonly isWhole: boolean;
  readonly isPending: boolean;
  /** Null while all is well. */
  readonly error: unknown;
  readonly retry: () => void;
  /** Asks for the next page, once. */
  readonly more: () => void;
}

export function useSentences(subject: SearchSubject, order: SentenceOrder): Sentences {
  const query = useInfiniteQuery({
    queryKey: ["searchSentences", subject, order],
    queryFn: ({ pageParam }) => ask("searchSentences", { subject, order, after: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  return {
    sentences: data?.pages.flatMap((page) => page.sentences) ?? [],
    isWhole: data !== undefined && !hasNextPage,
    isPending: query.isPending,
    error: isCancelled(error) ? null : error,
    retry: () => void refetch(),
    more: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
  };
}

/** Every sentence, for a table of them all. */
export async function allSentences(
  subject: SearchSubject,
  order: SentenceOrder,
): Promise<readonly FoundSentence[]> {
  const all: FoundSentence[] = [];
  let after: number | null = null;
  do {
    const page: { sentences: readonly FoundSentence[]; next: number | null } = await ask("searchSentences", {
      subject,
      order,
      after,
    });
    all.push(...page.sentences);
    after = page.next;
  } while (after !== null);
  return all;
}
