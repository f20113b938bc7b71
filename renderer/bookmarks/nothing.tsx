/** No bookmark to list: how to make one or, where filters hide them, how to see them again. */
import type { ReactNode } from "react";
import { everyBookmark } from "../../preload/model/bookmark.ts";
import { Button } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import styles from "./bookmarks-page.module.css";
import { type BookmarksView, isWhole } from "./bookmarks-view.ts";

export function Nothing({ view }: { readonly view: BookmarksView }): ReactNode {
  const say = useSay();
  const isEmpty = isWhole(view.selection);
  return (
    <div className={styles["nothing"]} role="status">
      <p>{say(isEmpty ? "bookmarks.empty" : "bookmarks.none-match")}</p>
      {isEmpty ? null : (
        <Button onPress={() => view.narrow(everyBookmark)}>{say("bookmarks.clear-filter")}</Button>
      )}
    </div>
  );
}
