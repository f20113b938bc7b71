/** What can be done with articles of the list, one or many; each says at the foot of the window what it did. */
import { useMemo } from "react";
import { ask } from "../client.ts";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import { usePrintList } from "../ui/print-list.ts";

export interface RowActions {
  readonly star: (ids: readonly number[], starred: boolean) => void;
  readonly markRead: (ids: readonly number[], read: boolean) => void;
  readonly print: (ids: readonly number[]) => void;
  readonly trash: (ids: readonly number[]) => void;
  readonly restore: (ids: readonly number[]) => void;
  readonly deleteForever: (ids: readonly number[]) => void;
}

/** `onGone`: called with articles that left their shelf. */
export function useRowActions(onGone: (ids: readonly number[]) => void): RowActions {
  const say = useSay();
  const attempt = useAttempt();
  const { tell } = useNotices();
  const { addArticles } = usePrintList();
  return useMemo(() => {
    async function move(ids: readonly number[], work: () => Promise<unknown>, sentence: string) {
      if (!(await attempt(work))) return;
      onGone(ids);
      tell(sentence);
    }
    return {
      star: (ids, starred) => void attempt(() => ask("star", { ids: [...ids], starred })),
      markRead: (ids, read) => void attempt(() => ask("markRead", { ids: [...ids], read })),
      print: (ids) => void addArticles(ids),
      trash: (ids) =>
        void move(
          ids,
          () => ask("moveToTrash", { ids: [...ids] }),
          say("batch.trashed", { count: ids.length }),
        ),
      restore: (ids) =>
        void move(
          ids,
          () => ask("restoreFromTrash", { ids: [...ids] }),
          say("batch.restored", { count: ids.length }),
        ),
      deleteForever: (ids) =>
        void move(
          ids,
          () => ask("deleteForever", { ids: [...ids] }),
          say("batch.deleted", { count: ids.length }),
        ),
    };
  }, [attempt, tell, say, onGone, addArticles]);
}
