/**
 * The palette: a field, and under it the rows for what is typed. The focus never leaves the field; a combobox of our own,
 * since Enter must open the first row of the answer to what stands in the field, even before it has come.
 */
import { Search } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { useSay } from "../ui/language.ts";
import type { FoundRow } from "./entry.ts";
import styles from "./palette.module.css";
import { PaletteFoot } from "./palette-foot.tsx";
import { Rows, rowId } from "./rows.tsx";
import { useAnswers } from "./use-answers.ts";
import { useChoice } from "./use-choice.ts";
import type { Finder } from "./use-finder.ts";

interface PaletteProps {
  readonly finder: Finder;
  readonly onChoose: (row: FoundRow) => void;
  readonly onClose: () => void;
}

export function Palette({ finder, onChoose, onClose }: PaletteProps) {
  const say = useSay();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      className={styles["overlay"] ?? ""}
    >
      <Modal className={styles["modal"] ?? ""}>
        <Dialog aria-label={say("quick-find.title")} className={styles["dialog"] ?? ""}>
          <Content finder={finder} onChoose={onChoose} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Content({ finder, onChoose, onClose }: PaletteProps) {
  const say = useSay();
  const list = useId();
  const [typed, setTyped] = useState("");
  // Half-typed pinyin of an input method is not looked for: until it is done, what stood there before is.
  const [settled, setSettled] = useState("");
  const isComposing = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  const answers = useAnswers(finder, settled.trim());
  const choice = useChoice(answers, settled.trim(), onChoose);

  useEffect(() => field.current?.focus(), []);

  function type(text: string): void {
    setTyped(text);
    if (!isComposing.current) setSettled(text);
  }

  return (
    <>
      <div className={styles["head"]}>
        <Search size={18} strokeWidth={1.75} aria-hidden className={styles["glass"]} />
        <input
          ref={field}
          className={styles["field"]}
          type="text"
          role="combobox"
          aria-label={say("quick-find.title")}
          aria-autocomplete="list"
          aria-expanded={answers.rows.length > 0}
          aria-controls={list}
          aria-activedescendant={answers.rows.length > 0 ? rowId(list, choice.at) : undefined}
          placeholder={say("quick-find.field")}
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => type(event.target.value)}
          onCompositionStart={() => {
            isComposing.current = true;
          }}
          onCompositionEnd={(event) => {
            isComposing.current = false;
            setSettled(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.ctrlKey && event.key.toLowerCase() === "k") onClose();
            else if (!choice.press(event.key)) return;
            event.preventDefault();
          }}
        />
      </div>
      <Rows
        id={list}
        rows={answers.rows}
        at={choice.at}
        isStale={choice.isAwaited}
        isRecent={answers.text === ""}
        onChoose={onChoose}
      />
      <PaletteFoot answers={answers} isAwaited={choice.isAwaited} readiness={finder.readiness} />
    </>
  );
}
