/** A bookmark as the key of its entry, and back. */

export interface BookmarkPlace {
  readonly id: number;
  readonly article: number;
  /** An offset in the article's canonical text. */
  readonly at: number;
}

export function keyOfBookmark({ id, article, at }: BookmarkPlace): string {
  return `${id} ${article} ${at}`;
}

/** Undoes `keyOfBookmark`. */
export function bookmarkOfKey(key: string): BookmarkPlace {
  const [id = 0, article = 0, at = 0] = key.split(" ").map(Number);
  return { id, article, at };
}
