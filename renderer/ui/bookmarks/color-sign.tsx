/** The sign of a bookmark's colour: a shape of its own, so that it is told apart without seeing the colour. */
import type { ReactNode } from "react";
import type { BookmarkColor } from "../../../preload/model/bookmark.ts";
import styles from "./bookmarks.module.css";

/** In a square of 16. */
const shapes: Readonly<Record<BookmarkColor, string>> = {
  red: "M8 2 14 8 8 14 2 8Z",
  yellow: "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11Z",
  green: "M8 2.5 14 13.5H2Z",
  blue: "M3 3H13V13H3Z",
  grey: "M2 6H14V10H2Z",
};

interface ColorSignProps {
  readonly color: BookmarkColor;
  /** Hollow where there is no note. */
  readonly filled?: boolean;
  readonly size?: number;
}

export function ColorSign({ color, filled = true, size = 16 }: ColorSignProps): ReactNode {
  return (
    <svg
      className={styles["sign"]}
      data-color={color}
      data-filled={filled}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden
    >
      <path d={shapes[color]} />
    </svg>
  );
}
