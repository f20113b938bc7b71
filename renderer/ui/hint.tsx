/** The name and shortcut of a control, shown when the pointer rests on it or the keyboard reaches it. */
import type { ReactElement } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components";
import styles from "./hint.module.css";
import { shownKeys } from "./key-names.ts";

const REST_BEFORE_SHOWING_MS = 600;

export function Hint({
  text,
  keys,
  children,
}: {
  readonly text: string;
  readonly keys?: string | undefined;
  readonly children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={REST_BEFORE_SHOWING_MS} closeDelay={0}>
      {children}
      <Tooltip className={styles["hint"] ?? ""} offset={6}>
        {text}
        {keys === undefined ? null : <kbd className={styles["keys"]}>{shownKeys(keys)}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
