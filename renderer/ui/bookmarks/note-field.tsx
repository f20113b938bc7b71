/** A note, edited in place: saved on leaving the field, by Ctrl+Enter, and when the field goes. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useSay } from "../language.ts";
import styles from "./bookmarks.module.css";

/** As the contract bounds it. */
const LONGEST_NOTE = 100_000;

interface NoteFieldProps {
  readonly note: string;
  /** The disk had no room for the note as it stands. */
  readonly isUnsaved: boolean;
  /** The field was asked for: the cursor goes there. */
  readonly isAsked: boolean;
  readonly onSave: (note: string) => void;
}

export function NoteField({ note, isUnsaved, isAsked, onSave }: NoteFieldProps): ReactNode {
  const say = useSay();
  const [draft, setDraft] = useState(note);
  const [lastNote, setLastNote] = useState(note);
  const field = useRef<HTMLTextAreaElement>(null);
  // Undone, or changed elsewhere.
  if (note !== lastNote) {
    setLastNote(note);
    setDraft(note);
  }
  const newest = useRef({ draft, note, onSave });
  useEffect(() => {
    newest.current = { draft, note, onSave };
  });
  const save = useRef(() => {
    const { draft: written, note: saved, onSave: keep } = newest.current;
    if (written === saved) return;
    newest.current = { ...newest.current, note: written };
    keep(written);
  }).current;
  useEffect(() => save, [save]);
  useEffect(() => {
    if (isAsked) field.current?.focus({ preventScroll: true });
  }, [isAsked]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !event.ctrlKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    save();
  };
  const isEdited = draft !== note;
  const state = isEdited ? say("bookmarks.note-editing") : isUnsaved ? say("bookmarks.note-unsaved") : "";
  return (
    <>
      <textarea
        ref={field}
        className={styles["note"]}
        aria-label={say("bookmarks.note-field")}
        placeholder={say("bookmarks.note-placeholder")}
        maxLength={LONGEST_NOTE}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
      />
      <p role="status" className={isUnsaved && !isEdited ? styles["unsaved"] : styles["quiet"]}>
        {state}
      </p>
    </>
  );
}
