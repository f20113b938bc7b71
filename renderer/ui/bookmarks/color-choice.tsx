/** The five colours in a row, each named with the meaning the reader gave it. */
import type { ReactNode } from "react";
import { ToggleButton } from "react-aria-components";
import { type BookmarkColor, bookmarkColors } from "../../../preload/model/bookmark.ts";
import { Hint } from "../hint.tsx";
import { useSay } from "../language.ts";
import { useSettings } from "../settings-context.tsx";
import styles from "./bookmarks.module.css";
import { ColorSign } from "./color-sign.tsx";

/** `红色：数据`, or the colour alone where it means nothing yet. */
export function useColorName(): (color: BookmarkColor) => string {
  const say = useSay();
  const { bookmarkMeanings } = useSettings();
  return (color) =>
    say("bookmarks.color-with-meaning", {
      color: say(`bookmarks.color.${color}`),
      meaning: bookmarkMeanings[color],
    });
}

interface ColorChoiceProps {
  /** The colour that is set; null where several bookmarks have several. */
  readonly value: BookmarkColor | null;
  readonly onChoose: (color: BookmarkColor) => void;
  /** The key that does what a button does, shown in its hint. */
  readonly keysOf?: (color: BookmarkColor) => string | undefined;
}

export function ColorChoice({ value, onChoose, keysOf }: ColorChoiceProps): ReactNode {
  const nameOf = useColorName();
  return bookmarkColors.map((color) => (
    <Hint key={color} text={nameOf(color)} keys={keysOf?.(color)}>
      <ToggleButton
        aria-label={nameOf(color)}
        isSelected={color === value}
        onChange={() => onChoose(color)}
        className={styles["color"] ?? ""}
        data-color={color}
      >
        <ColorSign color={color} />
      </ToggleButton>
    </Hint>
  ));
}
