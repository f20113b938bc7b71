/** Opening the guide, and what opening any article does to the lists. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { CallOutput } from "../../preload/contract.ts";
import { noFilters, type SearchRequest } from "../../preload/model/search.ts";
import { ask } from "../client.ts";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";

/** Opens the guide of the interface's language; where it was removed with the samples, says so. */
export function useOpenGuide(open: (id: number) => void): () => void {
  const say = useSay();
  const attempt = useAttempt();
  const { tell } = useNotices();
  return useCallback(() => {
    void attempt(async () => {
      // The guide bears the name of the command that opens it.
      const title = say("command.show-guide");
      const { hits } = await ask("search", guideQuery(title));
      const guide = hits.find((hit) => hit.sample && hit.title.text === title);
      if (guide === undefined) tell(say("guide.gone"));
      else open(guide.id);
    });
  }, [say, attempt, tell, open]);
}

function guideQuery(title: string): SearchRequest {
  return {
    query: `title:"${title}"`,
    shortNames: false,
    filters: noFilters,
    sort: "relevance",
    offset: 0,
    limit: 100,
  };
}

/** Marks an article as read where a list on screen shows it as unread, so that its dot goes as it opens. */
export function useMarkOpened(): (id: number) => void {
  const client = useQueryClient();
  const attempt = useAttempt();
  return useCallback(
    (id) => {
      if (isShownUnread(client, id)) void attempt(() => ask("markRead", { ids: [id], read: true }));
    },
    [client, attempt],
  );
}

function isShownUnread(client: QueryClient, id: number): boolean {
  const lists = client.getQueriesData<CallOutput<"listArticles">>({ queryKey: ["listArticles"] });
  return lists.some(([, list]) => list?.rows.some((row) => row.id === id && row.unread) ?? false);
}
