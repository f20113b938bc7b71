/**
 * Every act on bookmarks, for the page and the panel alike: shown as done once main has answered, undone and done again
 * in order, and kept in sight as unsaved while the disk is full.
 */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef } from "react";
import type { CallInput } from "../../../preload/contract.ts";
import type { Bookmark } from "../../../preload/model/bookmark.ts";
import { ask } from "../../client.ts";
import { useSay } from "../language.ts";
import { useNotices } from "../notices.tsx";
import {
  type Act,
  type ActHistory,
  afterRedo,
  afterUndo,
  did,
  nothingDone,
  type Step,
  stepAgain,
  stepBack,
  withoutAct,
} from "./act-history.ts";
import { isFullDisk, type Unsaved, useUnsaved } from "./unsaved.ts";

export type NewBookmark = Omit<CallInput<"addBookmark">, "uuid">;
export type BookmarkChange = Omit<CallInput<"changeBookmarks">, "ids">;

export interface BookmarkActs {
  /** The bookmark; its unsaved likeness's uuid where the disk is full; null where it failed, which was then said. */
  readonly add: (bookmark: NewBookmark) => Promise<string | null>;
  /** Answers whether it was done; what was not is said. A note that the disk has no room for is kept and tried again. */
  readonly change: (ids: readonly number[], change: BookmarkChange) => Promise<boolean>;
  readonly place: (passage: CallInput<"placeBookmark">) => Promise<boolean>;
  readonly remove: (ids: readonly number[]) => Promise<boolean>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly unsaved: Unsaved;
}

const ActsContext = createContext<BookmarkActs | null>(null);

export function useBookmarkActs(): BookmarkActs {
  const acts = useContext(ActsContext);
  if (acts === null) throw new Error("Bookmarks are used outside BookmarkActsProvider");
  return acts;
}

export function BookmarkActsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const say = useSay();
  const { tell, tellFailure } = useNotices();
  const history = useRef<ActHistory>(nothingDone);
  const inOrder = useInOrder();
  const remember = useCallback((act: Act) => {
    history.current = did(history.current, act);
  }, []);
  const unsaved = useUnsaved(remember);

  const doing = useCallback(
    (work: () => Promise<Act>) =>
      inOrder(async () => {
        try {
          remember(await work());
          return true;
        } catch (error) {
          tellFailure(error);
          return false;
        }
      }),
    [inOrder, remember, tellFailure],
  );
  const step = useCallback(
    (which: "undo" | "redo") =>
      inOrder(async () => {
        const way = ways[which];
        const act = way.next(history.current);
        if (act === undefined) return tell(say(`bookmarks.nothing-to-${which}`));
        try {
          await take(way.step(act));
          history.current = way.after(history.current);
          tell(say(way.told));
        } catch (error) {
          if (!isFullDisk(error)) history.current = withoutAct(history.current, act);
          tellFailure(error);
        }
      }),
    [inOrder, say, tell, tellFailure],
  );

  const acts = useMemo<BookmarkActs>(
    () => ({
      unsaved,
      undo: () => void step("undo"),
      redo: () => void step("redo"),
      add: (bookmark) => inOrder(() => addOrKeep(bookmark, unsaved, remember, tellFailure)),
      change: (ids, change) =>
        doing(async () => {
          try {
            return await ask("changeBookmarks", { ...change, ids: [...ids] });
          } catch (error) {
            if (change.note !== undefined && isFullDisk(error)) unsaved.keepNote(ids, change.note);
            throw error;
          }
        }),
      place: (passage) => doing(() => ask("placeBookmark", passage)),
      remove: async (ids) => {
        const done = await doing(async () => ({
          before: await ask("deleteBookmarks", { ids: [...ids] }),
          after: [],
        }));
        if (done) {
          tell(say("bookmarks.deleted", { count: ids.length }), {
            name: say("bookmarks.undo"),
            act: () => void step("undo"),
          });
        }
        return done;
      },
    }),
    [unsaved, step, inOrder, remember, tellFailure, doing, tell, say],
  );
  return <ActsContext value={acts}>{children}</ActsContext>;
}

const ways = {
  undo: {
    next: ({ done }: ActHistory) => done.at(-1),
    step: stepBack,
    after: afterUndo,
    told: "bookmarks.undone",
  },
  redo: {
    next: ({ undone }: ActHistory) => undone.at(-1),
    step: stepAgain,
    after: afterRedo,
    told: "bookmarks.redone",
  },
} as const;

async function addOrKeep(
  bookmark: NewBookmark,
  unsaved: Unsaved,
  remember: (act: Act) => void,
  tellFailure: (error: unknown) => void,
): Promise<string | null> {
  // Chosen here, so that trying again after a failure never makes a second one.
  const uuid = crypto.randomUUID();
  try {
    const added = await ask("addBookmark", { ...bookmark, uuid });
    remember({ before: [], after: [added] });
    return added.uuid;
  } catch (error) {
    if (!isFullDisk(error)) {
      tellFailure(error);
      return null;
    }
    unsaved.keep({ ...bookmark, uuid });
    return uuid;
  }
}

async function take({ remove, restore }: Step): Promise<readonly Bookmark[]> {
  if (remove.length > 0) await ask("deleteBookmarks", { ids: [...remove] });
  return restore.length === 0 ? [] : await ask("restoreBookmarks", { bookmarks: mutable(restore) });
}

function mutable(bookmarks: readonly Bookmark[]): CallInput<"restoreBookmarks">["bookmarks"] {
  return bookmarks.map((bookmark) => ({ ...bookmark, tags: [...bookmark.tags] }));
}

/** Runs works one after another: what is undone must have been done. */
function useInOrder(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback((work) => {
    const next = last.current.then(work, work);
    last.current = next.catch(() => undefined);
    return next;
  }, []);
}
