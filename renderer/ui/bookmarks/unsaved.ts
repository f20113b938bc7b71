/** Bookmarks and notes that the disk had no room for: shown as unsaved, and tried again until there is. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { CallInput } from "../../../preload/contract.ts";
import { ask, failureOf } from "../../client.ts";
import type { Act } from "./act-history.ts";

export type UnsavedBookmark = CallInput<"addBookmark"> & { readonly uuid: string };

export interface Unsaved {
  readonly bookmarks: readonly UnsavedBookmark[];
  /** By the bookmark's id. */
  readonly notes: ReadonlyMap<number, string>;
  /** One with the same uuid takes the place of the one before. */
  readonly keep: (bookmark: UnsavedBookmark) => void;
  readonly keepNote: (ids: readonly number[], note: string) => void;
  readonly forget: (uuid: string) => void;
  readonly forgetNote: (id: number) => void;
}

/** Cleaning up a disk takes a person longer than this. */
const BETWEEN_TRIES_MS = 4000;

export function isFullDisk(error: unknown): boolean {
  return failureOf(error).code === "disk-full";
}

/** `onSaved` is told what was saved at last, so that it can be undone as well. */
export function useUnsaved(onSaved: (act: Act) => void): Unsaved {
  const [bookmarks, setBookmarks] = useState<readonly UnsavedBookmark[]>([]);
  const [notes, setNotes] = useState<ReadonlyMap<number, string>>(new Map());
  const forget = useCallback((uuid: string) => {
    setBookmarks((kept) => kept.filter((each) => each.uuid !== uuid));
  }, []);
  const forgetNote = useCallback((id: number) => {
    setNotes((kept) => new Map([...kept].filter(([each]) => each !== id)));
  }, []);

  const isTrying = useRef(false);
  const tryAgain = useCallback(async () => {
    if (isTrying.current) return;
    isTrying.current = true;
    try {
      for (const bookmark of bookmarks) {
        onSaved({ before: [], after: [await ask("addBookmark", bookmark)] });
        forget(bookmark.uuid);
      }
      for (const [id, note] of notes) {
        onSaved(await ask("changeBookmarks", { ids: [id], note, addTags: [], removeTags: [] }));
        forgetNote(id);
      }
    } catch {
      // There is still no room: what is unsaved says so on screen, and the next try comes.
    } finally {
      isTrying.current = false;
    }
  }, [bookmarks, notes, onSaved, forget, forgetNote]);

  const isWaiting = bookmarks.length > 0 || notes.size > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => void tryAgain(), BETWEEN_TRIES_MS);
    return () => clearInterval(timer);
  }, [isWaiting, tryAgain]);

  return useMemo(
    () => ({
      bookmarks,
      notes,
      forget,
      forgetNote,
      keep: (bookmark) =>
        setBookmarks((kept) => [...kept.filter((each) => each.uuid !== bookmark.uuid), bookmark]),
      keepNote: (ids, note) =>
        setNotes((kept) => new Map([...kept, ...ids.map((id) => [id, note] as const)])),
    }),
    [bookmarks, notes, forget, forgetNote],
  );
}
