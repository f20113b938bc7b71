/** Excerpts under the headings of an export. */
import type { BookmarkGrouping, ExportedBookmark } from "../../preload/model/bookmark.ts";

export interface ExcerptGroup {
  /** Empty for what belongs to no group: an article without a title, bookmarks without a tag. */
  readonly title: string;
  readonly bookmarks: readonly ExportedBookmark[];
}

/** Groups and what is in them stand in the order of the bookmarks given; what has no tag comes last. */
export function grouped(
  bookmarks: readonly ExportedBookmark[],
  grouping: BookmarkGrouping,
): readonly ExcerptGroup[] {
  const groups = new Map<string, { title: string; bookmarks: ExportedBookmark[] }>();
  const put = (key: string, title: string, bookmark: ExportedBookmark) => {
    const group = groups.get(key) ?? { title, bookmarks: [] };
    groups.set(key, group);
    group.bookmarks.push(bookmark);
  };
  for (const bookmark of bookmarks) {
    if (grouping === "article") put(String(bookmark.article), bookmark.title, bookmark);
    else for (const tag of bookmark.tags.length === 0 ? [""] : bookmark.tags) put(tag, tag, bookmark);
  }
  const all = [...groups.values()];
  return grouping === "article"
    ? all
    : [...all.filter(({ title }) => title !== ""), ...all.filter(({ title }) => title === "")];
}
