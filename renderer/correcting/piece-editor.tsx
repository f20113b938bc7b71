/** One piece of text, edited in place. */
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import styles from "./correcting.module.css";

interface PieceEditorProps {
  readonly name: string;
  readonly text: string;
  /** The text as it was typed; with a place, it is also to be parted there. */
  readonly onDone: (text: string, partAt: number | null) => void;
  readonly onCancel: () => void;
}

export function PieceEditor({ name, text, onDone, onCancel }: PieceEditorProps): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null);
  const isEnded = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
  }, []);
  const end = (act: () => void) => {
    if (isEnded.current) return;
    isEnded.current = true;
    act();
  };
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    // The keys of an input method are its own, and none of these is the list's.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const { value, selectionStart } = event.currentTarget;
    if (event.key === "Escape") {
      event.preventDefault();
      end(onCancel);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      end(() => onDone(value, event.ctrlKey ? selectionStart : null));
    }
  }
  return (
    <textarea
      ref={field}
      className={styles["editor"]}
      aria-label={name}
      defaultValue={text}
      rows={1}
      spellCheck={false}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        const { value } = event.currentTarget;
        end(() => onDone(value, null));
      }}
    />
  );
}
