/** What is done to the print list. Each change is shown at once and then kept. */
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { PrintList } from "../../preload/model/print.ts";
import { ask } from "../client.ts";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import { asking } from "../ui/queries.ts";
import { movedBefore, stepTarget } from "./list-order.ts";

export interface ListActs {
  /** By one place; answers where the first of them then stands, from 1, or null where they can go no further. */
  readonly step: (
    ids: ReadonlySet<number>,
    by: 1 | -1,
  ) => Promise<{ readonly place: number; readonly total: number } | null>;
  /** Before a piece, or to the end. */
  readonly move: (ids: ReadonlySet<number>, before: number | null) => void;
  readonly remove: (ids: readonly number[]) => void;
  /** The three that follow throw what failed, for the dialog that asked. */
  readonly save: (name: string) => Promise<void>;
  readonly open: (id: number) => Promise<void>;
  readonly deleteSaved: (id: number) => Promise<void>;
}

export function useListActs(): ListActs {
  const client = useQueryClient();
  const say = useSay();
  const attempt = useAttempt();
  const { tell } = useNotices();
  return useMemo(() => {
    const { queryKey } = asking("printList", null);
    const listNow = () => client.getQueryData<PrintList>(queryKey);
    const show = (list: PrintList) => client.setQueryData(queryKey, list);
    /** What did not succeed is taken back. */
    const trying = (work: () => Promise<unknown>) =>
      attempt(work).then(async (done) => {
        if (!done) await client.invalidateQueries({ queryKey });
        return done;
      });
    // Keys repeat faster than the library answers: each move begins where the one before it has led.
    let last: Promise<unknown> = Promise.resolve();
    const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
      const next = last.then(work);
      last = next.catch(() => undefined);
      return next;
    };
    const move = async (ids: ReadonlySet<number>, before: number | null): Promise<readonly number[]> => {
      const list = listNow();
      if (list === undefined) return [];
      const byId = new Map(list.pieces.map((piece) => [piece.id, piece]));
      const order = movedBefore([...byId.keys()], ids, before);
      show({ ...list, pieces: order.flatMap((id) => byId.get(id) ?? []) });
      await attempt(() => ask("movePrintPieces", { ids: order.filter((id) => ids.has(id)), before }));
      await client.refetchQueries({ queryKey });
      return order;
    };
    return {
      step: (ids, by) =>
        inTurn(async () => {
          const now = listNow()?.pieces.map(({ id }) => id) ?? [];
          const before = stepTarget(now, ids, by);
          if (before === undefined) return null;
          const order = await move(ids, before);
          return { place: order.findIndex((id) => ids.has(id)) + 1, total: order.length };
        }),
      move: (ids, before) => void inTurn(() => move(ids, before)),
      remove: (ids) => {
        const list = listNow();
        if (list === undefined || ids.length === 0) return;
        const gone = new Set(ids);
        show({ ...list, pieces: list.pieces.filter(({ id }) => !gone.has(id)) });
        void trying(() => ask("removePrintPieces", { ids: [...ids] })).then((done) => {
          if (!done) return;
          tell(say("print.removed", { count: ids.length }), {
            name: say("print.undo"),
            act: () => void attempt(() => ask("restorePrintPieces", null)),
          });
        });
      },
      save: async (name) => {
        await ask("savePrintList", { name });
        tell(say("print.list-saved", { name }));
      },
      open: async (id) => void (await ask("openPrintList", { id })),
      deleteSaved: async (id) => void (await ask("deletePrintList", { id })),
    };
  }, [client, say, attempt, tell]);
}
