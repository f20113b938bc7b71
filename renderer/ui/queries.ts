/** What main answers, kept by TanStack Query under `[call, input]` until main says that it changed. */
import { QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import type { CallInput, CallName, CallOutput, Events } from "../../preload/contract.ts";
import { ask, listen } from "../client.ts";

type Topic = Events["changed"][number];

/** The calls whose answers a change may touch. */
const callsTouchedBy: Readonly<Record<Topic, readonly CallName[]>> = {
  articles: [
    "readOriginal",
    "previewEncodings",
    "listArticles",
    "listArticleIds",
    "overview",
    "newspaperIssues",
    "issuePages",
    "sharedDetails",
    "readArticle",
    "readBeginning",
    "correctionDesk",
    "search",
    "articleHits",
    "searchSentences",
    "searchBookmarks",
    "readBatch",
    "undoForecast",
  ],
  collections: ["overview", "listArticles", "listArticleIds", "readArticle", "search", "searchBookmarks"],
  bookmarks: [
    "search",
    "searchBookmarks",
    "bookmarksOf",
    "readBeginning",
    "listBookmarks",
    "listBookmarkIds",
    "bookmarkGroups",
  ],
  settings: ["readSettings"],
  imports: ["listImports", "readImport", "listImportFiles", "readBatch", "undoForecast"],
  "print-list": ["printList"],
};

/** A client whose queries never wait for a network, since there is none to wait for. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: "always" },
    },
  });
}

/** Forgets what main says has changed; answers with its undoing. */
export function followChanges(client: QueryClient): () => void {
  return listen("changed", (topics) => {
    const touched = new Set(topics.flatMap((topic) => callsTouchedBy[topic]));
    for (const name of touched) void client.invalidateQueries({ queryKey: [name] });
  });
}

/** The options of a query that makes one call; `useQuery`, `useQueries` and `fetchQuery` take them. */
export function asking<Name extends CallName>(name: Name, input: CallInput<Name>) {
  return queryOptions<CallOutput<Name>>({ queryKey: [name, input], queryFn: () => ask(name, input) });
}

/** One call's answer, kept true while the component shows it. */
export function useAsk<Name extends CallName>(name: Name, input: CallInput<Name>) {
  return useQuery(asking(name, input));
}
