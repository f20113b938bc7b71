/** What every feature may do about printing: put pieces on the print list, and preview pieces without it. */
import { useMemo } from "react";
import { type ChosenPiece, LONGEST_PRINT_LIST } from "../../preload/model/print.ts";
import { ask } from "../client.ts";
import { runCommand } from "./commands.ts";
import { useSay } from "./language.ts";
import { useAttempt, useNotices } from "./notices.tsx";

/** Pieces to be previewed as they are, without the print list. */
export interface DirectPrint {
  /** Of the article. */
  readonly title: string;
  readonly pieces: readonly ChosenPiece[];
  /** What each piece is called, such as its heading. */
  readonly names: readonly string[];
}

export interface PrintListActs {
  /** Each says at the foot of the window what it did, and answers whether it succeeded. */
  readonly add: (pieces: readonly ChosenPiece[]) => Promise<boolean>;
  readonly addArticles: (ids: readonly number[]) => Promise<boolean>;
  readonly addBookmarks: (ids: readonly number[]) => Promise<boolean>;
}

export function usePrintList(): PrintListActs {
  const say = useSay();
  const { tell } = useNotices();
  const attempt = useAttempt();
  return useMemo(() => {
    const told = (sentence: string) =>
      tell(sentence, { name: say("print.open-list"), act: () => runCommand("show-print") });
    const add = (pieces: readonly ChosenPiece[]) =>
      attempt(async () => {
        // Such as hits that stand in the title alone.
        if (pieces.length === 0) return tell(say("nothing-to-print"));
        let added = 0;
        for (let at = 0; at < pieces.length; at += LONGEST_PRINT_LIST) {
          const part = pieces.slice(at, at + LONGEST_PRINT_LIST);
          added += (await ask("addToPrintList", { pieces: part })).added;
        }
        told(added === 0 ? say("print.already-there") : say("print.added", { count: added }));
      });
    return {
      add,
      addArticles: (ids) => add(ids.map(wholeArticle)),
      addBookmarks: (ids) =>
        attempt(async () => {
          const { added, lost } = await ask("addBookmarksToPrintList", { ids: [...ids] });
          if (lost > 0) told(say("print.added-some", { added, lost }));
          else told(added === 0 ? say("print.already-there") : say("print.added", { count: added }));
        }),
    };
  }, [say, tell, attempt]);
}

/** A whole article is chosen as it then stands, so its revision is of no account. */
function wholeArticle(id: number): ChosenPiece {
  return { article: id, revision: 1, span: null, kind: "article" };
}
