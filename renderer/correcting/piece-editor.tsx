/** One piece of text, edited in place. */
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import styles from "./rows.module.css";
import { usePauses } from "./use-pauses.ts";

export interface PieceEdit {
  /** The text as it was when the editing began. */
  readonly was: string;
  readonly typed: string;
  /** Where in what was typed it is to be parted; null where it is not. */
  readonly partAt: number | null;
}

interface PieceEditorProps {
  readonly name: string;
  readonly text: string;
  /** Where it is begun with, in UTF-16 units; null or none for its beginning. */
  readonly caret?: number | null;
  /** Tab in it: to the piece beside it in the same row. False where there is none, and Tab leads out as elsewhere. */
  readonly onStep?: (edit: PieceEdit, by: -1 | 1) => boolean;
  /** What is wrong with a text that cannot be taken, said while it is still there to be put right; null where nothing is. */
  readonly complaint?: (text: string) => string | null;
  /** While it is being typed; what cannot be taken is not told. */
  readonly onPause: (was: string, typed: string) => void;
  readonly onDone: (edit: PieceEdit) => void;
  readonly onCancel: () => void;
}

export function PieceEditor(props: PieceEditorProps): ReactNode {
  const { name, text, caret = null, complaint, onStep, onPause, onDone, onCancel } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const isEnded = useRef(false);
  const was = useRef(text);
  const { current: begun } = useRef(caret);
  const wrongId = useId();
  const [wrong, setWrong] = useState<string | null>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    if (begun !== null) field.current?.setSelectionRange(begun, begun);
  }, [begun]);
  // Come back to before the step taken here has answered: until something is typed it is the answer that is edited.
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null || element.value !== was.current) return;
    if (text !== was.current) element.value = text;
    was.current = text;
  }, [text]);
  const pauses = usePauses((typed) => {
    if ((complaint?.(typed) ?? null) === null) onPause(was.current, typed);
  });
  const end = (act: () => void) => {
    if (isEnded.current) return;
    isEnded.current = true;
    pauses.end();
    act();
  };
  function done(value: string, partAt: number | null): void {
    const said = complaint?.(value) ?? null;
    setWrong(said);
    if (said === null) end(() => onDone({ was: was.current, typed: value, partAt }));
  }
  const leave = useRef((_typed: string) => {});
  leave.current = (typed) => {
    const isSound = (complaint?.(typed) ?? null) === null;
    if (typed !== was.current && isSound) end(() => onDone({ was: was.current, typed, partAt: null }));
  };
  // Whoever goes to another screen by a key, or closes the window, leaves a field that never loses the focus; what was typed
  // is kept all the same.
  useEffect(() => {
    const element = field.current;
    const keep = () => {
      if (element !== null) leave.current(element.value);
    };
    window.addEventListener("beforeunload", keep);
    window.addEventListener("pagehide", keep);
    return () => {
      window.removeEventListener("beforeunload", keep);
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, []);
  function step(value: string, by: -1 | 1): boolean {
    if (isEnded.current || onStep?.({ was: was.current, typed: value, partAt: null }, by) !== true)
      return false;
    end(() => undefined);
    return true;
  }
  /** False where the key is the field's own. */
  function act({ key, shiftKey, ctrlKey, currentTarget }: KeyboardEvent<HTMLTextAreaElement>): boolean {
    const { value, selectionStart } = currentTarget;
    if (key === "Tab") return step(value, shiftKey ? -1 : 1);
    if (key === "Enter" && shiftKey) return false;
    if (key === "Escape") end(onCancel);
    else if (key === "Enter") done(value, ctrlKey ? selectionStart : null);
    else return false;
    return true;
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    // The keys of an input method are its own.
    if (!event.nativeEvent.isComposing && act(event)) event.preventDefault();
  }
  return (
    <>
      <textarea
        ref={field}
        className={styles["editor"]}
        aria-label={name}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : wrongId}
        defaultValue={was.current}
        rows={1}
        spellCheck={false}
        onKeyDown={onKeyDown}
        onInput={({ nativeEvent, currentTarget }) => {
          // Letters of which an input method has not made characters yet are not typed.
          if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing))
            pauses.typed(currentTarget.value);
        }}
        onCompositionEnd={({ currentTarget }) => pauses.typed(currentTarget.value)}
        onBlur={(event) => done(event.currentTarget.value, null)}
      />
      {wrong === null ? null : (
        <p id={wrongId} className={styles["wrong"]} role="alert">
          {wrong}
        </p>
      )}
    </>
  );
}
