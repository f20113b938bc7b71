/** A sign in the margin beside each bookmark's first line; those that begin on one line share one. */

import { type ReactNode, useEffect, useState } from "react";
import type { Span } from "../../../preload/model/article-text.ts";
import { firstCharacters } from "../../../preload/model/first-characters.ts";
import { leavesOf } from "../../ui/article/text-positions.ts";
import { useColorName } from "../../ui/bookmarks/color-choice.tsx";
import { ColorSign } from "../../ui/bookmarks/color-sign.tsx";
import { useSay } from "../../ui/language.ts";
import type { OpenPage } from "../use-page.ts";
import styles from "./marking.module.css";
import type { Mark } from "./marks.ts";
import { boxesOf, columnOf } from "./page-geometry.ts";

/** Characters beyond the screen that have their signs, so that scrolling meets signs already there. */
const SIGNS_BEYOND = 800;
/** CSS pixels; less apart are one line. */
const SAME_LINE = 8;
/** From the sign's left edge to the column; less where the margin is narrower. */
const BESIDE_COLUMN = 24;

interface Sign {
  readonly marks: readonly Mark[];
  readonly top: number;
  readonly left: number;
}

interface MarginSignsProps {
  readonly page: OpenPage;
  readonly marks: readonly Mark[];
  readonly openKeys: readonly string[];
  readonly onOpen: (keys: readonly string[]) => void;
}

export function MarginSigns({ page, marks, openKeys, onOpen }: MarginSignsProps): ReactNode {
  const say = useSay();
  const nameOf = useColorName();
  return useSigns(page, marks).map(({ marks: [first, ...others], top, left }) =>
    first === undefined ? null : (
      <button
        type="button"
        key={first.key}
        className={styles["marginSign"]}
        data-color={first.color}
        data-unsaved={[first, ...others].some(({ isUnsaved }) => isUnsaved)}
        aria-expanded={openKeys.includes(first.key)}
        aria-label={[
          ...(first.isUnsaved ? [say("bookmarks.unsaved")] : []),
          nameOf(first.color),
          others.length === 0
            ? say("bookmarks.of-passage", { quote: first.note === "" ? quoteOf(first) : first.note })
            : say("bookmarks.margin-sign", { count: others.length + 1 }),
        ].join(" ")}
        style={{ top, left }}
        onClick={() => onOpen([first, ...others].map(({ key }) => key))}
      >
        <ColorSign
          color={first.color}
          filled={[first, ...others].some(({ note }) => note !== "")}
          size={others.length === 0 ? 12 : 10}
        />
        {others.length === 0 ? null : <span className={styles["signCount"]}>{others.length + 1}</span>}
      </button>
    ),
  );
}

function quoteOf({ bookmark }: Mark): string {
  return firstCharacters(bookmark?.anchor.quote ?? "", 40);
}

function useSigns({ page, place, mounted }: OpenPage, marks: readonly Mark[]): readonly Sign[] {
  const [signs, setSigns] = useState<readonly Sign[]>([]);
  useEffect(() => {
    if (page === null || place === null) return;
    let request = 0;
    let covered: Span = { start: 0, end: -1 };
    const lookAgain = () => {
      cancelAnimationFrame(request);
      request = requestAnimationFrame(() => {
        const seen = place.now();
        covered = { start: seen.start - SIGNS_BEYOND, end: seen.end + SIGNS_BEYOND };
        const begun = marks.filter(({ span }) => span.start >= covered.start && span.start < covered.end);
        const leaves = begun.length === 0 ? [] : leavesOf(page.article);
        const left = Math.max(0, columnOf(page).left - BESIDE_COLUMN);
        const placed = begun.flatMap((mark) => {
          const boxes = boxesOf(page, leaves, { start: mark.span.start, end: mark.span.start + 1 });
          return boxes === null ? [] : [{ mark, top: (boxes.first.top + boxes.first.bottom) / 2 }];
        });
        setSigns(byLine(placed, left));
      });
    };
    const follow = () => {
      const seen = place.now();
      if (seen.start < covered.start || seen.end > covered.end) lookAgain();
    };
    lookAgain();
    const sizes = new ResizeObserver(lookAgain);
    sizes.observe(page.article);
    sizes.observe(page.scroller);
    const stopFollowing = place.subscribe(follow);
    const stopWaiting = mounted.subscribe(lookAgain);
    return () => {
      cancelAnimationFrame(request);
      sizes.disconnect();
      stopFollowing();
      stopWaiting();
    };
  }, [page, place, mounted, marks]);
  return signs;
}

function byLine(
  placed: readonly { readonly mark: Mark; readonly top: number }[],
  left: number,
): readonly Sign[] {
  const signs: Sign[] = [];
  for (const { mark, top } of [...placed].sort((one, other) => one.top - other.top)) {
    const last = signs.at(-1);
    if (last !== undefined && top - last.top < SAME_LINE)
      signs[signs.length - 1] = { ...last, marks: [...last.marks, mark] };
    else signs.push({ marks: [mark], top, left });
  }
  return signs;
}
