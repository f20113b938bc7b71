/** Bookmarks beside their passage: colour, note and tags, edited in place; what became of the text, where it changed. */

import { MapPinCheck, Quote, Trash2, X } from "lucide-react";
import type { ReactNode } from "react";
import type { Span } from "../../../preload/model/article-text.ts";
import { standingText } from "../../../preload/model/bookmark.ts";
import { firstCharacters } from "../../../preload/model/first-characters.ts";
import { useBookmarkActs } from "../../ui/bookmarks/bookmark-acts.tsx";
import { ChangedText } from "../../ui/bookmarks/changed-text.tsx";
import { ColorChoice } from "../../ui/bookmarks/color-choice.tsx";
import { NoteField } from "../../ui/bookmarks/note-field.tsx";
import { TagField } from "../../ui/bookmarks/tag-field.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { useSay } from "../../ui/language.ts";
import { useMarkEdits } from "./mark-edits.ts";
import styles from "./marking.module.css";
import type { Mark } from "./marks.ts";

/** What the card was opened for: the cursor goes there. */
export type CardPurpose = "look" | "note" | "tag";

interface NoteCardProps {
  readonly mark: Mark;
  readonly purpose: CardPurpose;
  readonly onCite: (span: Span) => void;
  readonly onClose: () => void;
}

export function NoteCard({ mark, purpose, onCite, onClose }: NoteCardProps): ReactNode {
  const say = useSay();
  const edits = useMarkEdits(mark);
  const quote = mark.bookmark?.anchor.quote ?? "";
  return (
    <section
      className={styles["card"]}
      aria-label={say("bookmarks.of-passage", { quote: firstCharacters(quote, 40) })}
    >
      <div className={styles["cardHead"]}>
        <ColorChoice value={mark.color} onChoose={edits.setColor} />
        <div className={styles["cardActions"]}>
          <IconButton
            icon={Quote}
            name={say("bookmarks.copy-with-citation")}
            onPress={() => onCite(mark.span)}
          />
          <IconButton icon={Trash2} name={say("bookmarks.delete")} onPress={edits.remove} />
          <IconButton icon={X} name={say("bookmarks.close-note")} keys="Esc" onPress={onClose} />
        </div>
      </div>
      {mark.bookmark === null ? (
        <p role="status" className={styles["unsaved"]}>
          <strong>{say("bookmarks.unsaved")}</strong> {say("bookmarks.unsaved-note")}
        </p>
      ) : null}
      <WhatChanged mark={mark} />
      <NoteField
        note={mark.note}
        isUnsaved={mark.isUnsaved && mark.bookmark !== null}
        isAsked={purpose === "note"}
        onSave={edits.setNote}
      />
      <TagField
        tags={mark.tags}
        onAdd={edits.addTag}
        onRemove={edits.removeTag}
        isAsked={purpose === "tag"}
      />
    </section>
  );
}

function WhatChanged({ mark: { bookmark } }: { readonly mark: Mark }): ReactNode {
  const say = useSay();
  const { place } = useBookmarkActs();
  if (bookmark === null || bookmark.state === "kept" || bookmark.state === "lost") return null;
  const { id, anchor, quote, state } = bookmark;
  const { revision, start, end } = anchor;
  return (
    <div className={styles["changed"]}>
      <strong>{say(`bookmarks.state.${state}`)}</strong>
      {state === "changed" ? <ChangedText before={quote} after={standingText(bookmark)} /> : null}
      <Button
        look="quiet"
        icon={MapPinCheck}
        onPress={() => void place({ id, revision, start, end, quote: anchor.quote })}
      >
        {say(state === "changed" ? "bookmarks.accept-change" : "bookmarks.accept-move")}
      </Button>
    </div>
  );
}
