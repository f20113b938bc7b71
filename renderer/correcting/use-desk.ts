/** The desk of one article as it is shown, and what can be done at it. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef } from "react";
import type { Block } from "../../preload/model/article.ts";
import { emptyArticle } from "../../preload/model/article.ts";
import { type ArticleText, articleText } from "../../preload/model/article-text.ts";
import type { CorrectionDesk } from "../../preload/model/correction.ts";
import { unpackBlocks } from "../../preload/model/packed-article.ts";
import { useAttempt } from "../ui/notices.tsx";
import { useAsk } from "../ui/queries.ts";
import { createDeskActs } from "./desk-acts.ts";

export interface OpenDesk {
  readonly desk: CorrectionDesk;
  readonly lead: readonly Block[];
  readonly body: readonly Block[];
  readonly text: ArticleText;
}

export function useDesk(id: number) {
  const { data, error, refetch } = useAsk("correctionDesk", { id });
  const client = useQueryClient();
  const attempt = useAttempt();
  const open = useMemo(() => (data === undefined ? null : openDesk(data)), [data]);
  const shown = useRef(data);
  shown.current = data;
  const acts = useMemo(
    () => createDeskActs({ id, client, attempt, shown: () => shown.current }),
    [id, client, attempt],
  );
  const again = useCallback(() => void refetch(), [refetch]);
  return { open, error, again, acts };
}

function openDesk(desk: CorrectionDesk): OpenDesk {
  const { lead, body } = unpackBlocks(desk.article.blocks);
  const { kicker, title, subtitle, byline, credits } = desk.article;
  const text = articleText({ ...emptyArticle(), kicker, title, subtitle, byline, credits, lead, body });
  return { desk, lead, body, text };
}
