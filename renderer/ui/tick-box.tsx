/** A tick box that can also be half ticked, as that of a section some of whose parts are chosen. */
import { type ComponentPropsWithRef, useLayoutEffect, useRef } from "react";
import styles from "./tick-box.module.css";

interface TickBoxProps
  extends Omit<ComponentPropsWithRef<"input">, "type" | "checked" | "className" | "onChange" | "ref"> {
  readonly ticked: "all" | "some" | "none";
  readonly name: string;
  readonly onToggle: () => void;
}

export function TickBox({ ticked, name, onToggle, ...rest }: TickBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    // HTML has no attribute for it.
    if (box.current !== null) box.current.indeterminate = ticked === "some";
  }, [ticked]);
  return (
    <input
      {...rest}
      ref={box}
      type="checkbox"
      className={styles["tick"]}
      aria-label={name}
      checked={ticked === "all"}
      onChange={onToggle}
    />
  );
}
