/** The desk of one article: what it holds, and the steps taken on it, one after another. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef } from "react";
import type { Block } from "../../preload/model/article.ts";
import { emptyArticle } from "../../preload/model/article.ts";
import { type ArticleText, articleText } from "../../preload/model/article-text.ts";
import type {
  ArticleStep,
  CorrectedField,
  CorrectionDesk,
  CorrectionStep,
} from "../../preload/model/correction.ts";
import { unpackBlocks } from "../../preload/model/packed-article.ts";
import { ask } from "../client.ts";
import { useAttempt } from "../ui/notices.tsx";
import { asking, useAsk } from "../ui/queries.ts";

export interface OpenDesk {
  readonly desk: CorrectionDesk;
  readonly lead: readonly Block[];
  readonly body: readonly Block[];
  readonly text: ArticleText;
}

export interface DeskActs {
  /** False where it failed, which is said by then. */
  readonly take: (step: CorrectionStep) => Promise<boolean>;
  readonly takeAcross: (step: ArticleStep) => Promise<boolean>;
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
  /** A conflict of paragraphs by its index, one of a field by its name, or with neither all of them. */
  readonly settle: (
    what: { readonly index?: number; readonly field?: CorrectedField },
    take: "mine" | "imported",
  ) => Promise<boolean>;
}

export function useDesk(id: number) {
  const { data, error, refetch } = useAsk("correctionDesk", { id });
  const client = useQueryClient();
  const attempt = useAttempt();
  const open = useMemo(() => (data === undefined ? null : openDesk(data)), [data]);
  const last = useRef(Promise.resolve(true));
  const acts = useMemo<DeskActs>(() => {
    // A step may be pressed before the one before it has answered: each is taken on the text that the last one left.
    const afterLast = (
      act: (revision: number) => Promise<CorrectionDesk>,
      isInVain: (desk: CorrectionDesk) => boolean = () => false,
    ) => {
      last.current = last.current.then(() =>
        attempt(async () => {
          const { queryKey } = asking("correctionDesk", { id });
          const desk = client.getQueryData<CorrectionDesk>(queryKey);
          if (desk !== undefined && isInVain(desk)) return;
          client.setQueryData(queryKey, await act(desk?.article.revision ?? 1));
        }),
      );
      return last.current;
    };
    return {
      take: (step) => afterLast((revision) => ask("correct", { id, revision, step })),
      takeAcross: (step) => afterLast((revision) => ask("correctArticles", { id, revision, step })),
      // The keys are held until everything is undone, and a little longer.
      undo: () =>
        afterLast(
          () => ask("undoCorrection", { id }),
          ({ undoable }) => undoable === 0,
        ),
      redo: () =>
        afterLast(
          () => ask("redoCorrection", { id }),
          ({ redoable }) => redoable === 0,
        ),
      settle: ({ index = null, field = null }, take) =>
        afterLast(() => ask("settleCorrection", { id, index, field, take })),
    };
  }, [id, client, attempt]);
  const again = useCallback(() => void refetch(), [refetch]);
  return { open, error, again, acts };
}

function openDesk(desk: CorrectionDesk): OpenDesk {
  const { lead, body } = unpackBlocks(desk.article.blocks);
  const { kicker, title, subtitle, byline, credits } = desk.article;
  const text = articleText({ ...emptyArticle(), kicker, title, subtitle, byline, credits, lead, body });
  return { desk, lead, body, text };
}
