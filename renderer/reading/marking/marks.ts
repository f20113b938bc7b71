/** The bookmarks of the open article as the page shows them: those that stand in its text, and those not yet saved. */
import { useMemo } from "react";
import type { Article } from "../../../preload/model/article.ts";
import type { Span } from "../../../preload/model/article-text.ts";
import type { Bookmark, BookmarkColor } from "../../../preload/model/bookmark.ts";
import { useBookmarkActs } from "../../ui/bookmarks/bookmark-acts.tsx";
import type { Unsaved, UnsavedBookmark } from "../../ui/bookmarks/unsaved.ts";
import { useAsk } from "../../ui/queries.ts";

export interface Mark {
  /** The bookmark's uuid, the same before and after it was saved. */
  readonly key: string;
  readonly span: Span;
  readonly color: BookmarkColor;
  readonly note: string;
  readonly tags: readonly string[];
  /** Null while it is not saved. */
  readonly bookmark: Bookmark | null;
  /** The whole bookmark or its note is not saved, for the disk is full. */
  readonly isUnsaved: boolean;
}

const noBookmarks: readonly Bookmark[] = [];

/** In order of reading. */
export function useMarks(article: Article): readonly Mark[] {
  const { data } = useAsk("bookmarksOf", { article: article.id });
  return useMarksOf(article, data);
}

/** The same of bookmarks that have come already. */
export function useMarksOf(article: Article, data: readonly Bookmark[] = noBookmarks): readonly Mark[] {
  const { unsaved } = useBookmarkActs();
  const { id, revision } = article;
  return useMemo(() => {
    // Answers about another revision are of another text: the right ones are on their way.
    const standing = data.filter(({ state, anchor }) => state !== "lost" && anchor.revision === revision);
    const waiting = unsaved.bookmarks.filter((each) => each.article === id && each.revision === revision);
    return [...standing.map((each) => markOf(each, unsaved)), ...waiting.map(markOfUnsaved)].sort(
      (one, other) => one.span.start - other.span.start || one.span.end - other.span.end,
    );
  }, [data, unsaved, id, revision]);
}

function markOf(bookmark: Bookmark, unsaved: Unsaved): Mark {
  const { uuid, anchor, color, note, tags, id } = bookmark;
  const unsavedNote = unsaved.notes.get(id);
  return {
    key: uuid,
    span: { start: anchor.start, end: anchor.end },
    color,
    note: unsavedNote ?? note,
    tags,
    bookmark,
    isUnsaved: unsavedNote !== undefined,
  };
}

function markOfUnsaved({ uuid, start, end, color, note, tags }: UnsavedBookmark): Mark {
  return { key: uuid, span: { start, end }, color, note, tags, bookmark: null, isUnsaved: true };
}

/** The marks that hold an offset, the shortest first: what lies innermost is what is meant. */
export function marksAt(marks: readonly Mark[], offset: number): readonly Mark[] {
  return marks
    .filter(({ span }) => span.start <= offset && offset < span.end)
    .sort((one, other) => one.span.end - one.span.start - (other.span.end - other.span.start));
}
