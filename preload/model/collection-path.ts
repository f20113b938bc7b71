/** Collections (专题) lie in one another by their titles: `专项工作/防汛` is the collection 防汛 below 专项工作. */

const SEPARATOR = "/";

/** As a title is kept: no empty levels, no white space around a level. Empty where nothing is left. */
export function collectionTitle(typed: string): string {
  return typed
    .split(SEPARATOR)
    .map((level) => level.trim())
    .filter((level) => level !== "")
    .join(SEPARATOR);
}

/** The title of the collection around it; null at the top. */
export function titleAround(title: string): string | null {
  const end = title.lastIndexOf(SEPARATOR);
  return end <= 0 ? null : title.slice(0, end);
}

/** The titles of all collections around it, the outermost first. */
export function titlesAround(title: string): readonly string[] {
  const around = titleAround(title);
  return around === null ? [] : [...titlesAround(around), around];
}

/** The last level alone: how a collection is called where it is seen in its place. */
export function lastLevel(title: string): string {
  const around = titleAround(title);
  return around === null ? title : title.slice(around.length + SEPARATOR.length);
}

/** `name` below the collection of that title, or at the top. */
export function titleBelow(around: string | null, name: string): string {
  return around === null ? name : `${around}${SEPARATOR}${name}`;
}

/** Whether a title stands below another, at any depth. */
export function isBelow(title: string, around: string): boolean {
  return title.startsWith(around + SEPARATOR);
}
