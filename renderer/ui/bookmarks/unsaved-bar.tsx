/** At the window's foot while the disk has no room: how much is not saved, on whatever screen one is. */
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useSay } from "../language.ts";
import { useBookmarkActs } from "./bookmark-acts.tsx";
import styles from "./bookmarks.module.css";

export function UnsavedBar(): ReactNode {
  const say = useSay();
  const { unsaved } = useBookmarkActs();
  const count = unsaved.bookmarks.length + unsaved.notes.size;
  return (
    <div role="status">
      {count === 0 ? null : (
        <p className={styles["unsavedBar"]}>
          <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
          {say("bookmarks.unsaved-many", { count })}
        </p>
      )}
    </div>
  );
}
