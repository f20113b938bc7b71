/** One bookmark of the list: its quote, what became of it, its note and tags, and where it is from. */

import { MapPin, MapPinCheck, PencilLine, Trash2 } from "lucide-react";
import { memo, type ReactNode } from "react";
import { Button } from "react-aria-components";
import type { BookmarkRow as Row } from "../../preload/model/bookmark.ts";
import { standingText } from "../../preload/model/bookmark.ts";
import { firstCharacters } from "../../preload/model/first-characters.ts";
import { useBookmarkActs } from "../ui/bookmarks/bookmark-acts.tsx";
import { ChangedText } from "../ui/bookmarks/changed-text.tsx";
import { ColorChoice, useColorName } from "../ui/bookmarks/color-choice.tsx";
import { ColorSign } from "../ui/bookmarks/color-sign.tsx";
import { NoteField } from "../ui/bookmarks/note-field.tsx";
import { TagField } from "../ui/bookmarks/tag-field.tsx";
import { IconButton, Button as TextButton } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import styles from "./bookmark-row.module.css";
import { dayOf } from "./bookmarks-view.ts";

interface BookmarkRowProps {
  readonly row: Row;
  readonly index: number;
  /** Undefined while nothing is being chosen. */
  readonly isChosen: boolean | undefined;
  readonly isEdited: boolean;
  /** Whether the day of marking is said; under a heading that says it, it is not. */
  readonly isDated: boolean;
  readonly onChoose: (index: number, id: number, isRange: boolean) => void;
  readonly onEdit: (id: number | null) => void;
  readonly onGo: (row: Row) => void;
  readonly onPlace: (row: Row) => void;
}

/** Drawn again only when something of its own changes: scrolling draws the list at every step. */
export const BookmarkRow = memo(function BookmarkRow(props: BookmarkRowProps): ReactNode {
  const { row, index, isChosen, isEdited, isDated, onChoose, onEdit, onGo, onPlace } = props;
  const say = useSay();
  const nameOf = useColorName();
  const { remove } = useBookmarkActs();
  const quote = row.quote.replaceAll(/\s+/g, " ");
  return (
    <article className={styles["row"]} data-color={row.color}>
      <div className={styles["side"]}>
        {isChosen === undefined ? null : (
          <input
            type="checkbox"
            className={styles["tick"]}
            checked={isChosen}
            aria-label={say("bookmarks.of-passage", { quote: firstCharacters(quote, 40) })}
            // The click knows of Shift, the change does not.
            onClick={(event) => onChoose(index, row.id, event.shiftKey)}
            onChange={() => undefined}
          />
        )}
        <span title={nameOf(row.color)}>
          <ColorSign color={row.color} filled={row.note !== ""} size={14} />
        </span>
      </div>
      <div className={styles["main"]}>
        <Button className={styles["quote"] ?? ""} onPress={() => onGo(row)} data-go={index}>
          <mark className={styles["passage"]}>{quote}</mark>
        </Button>
        <WhatBecame row={row} onPlace={onPlace} />
        {isEdited ? (
          <Editor row={row} onClose={() => onEdit(null)} />
        ) : (
          <>
            {row.note === "" ? null : <p className={styles["note"]}>{row.note}</p>}
            <Tags tags={row.tags} />
          </>
        )}
        <p className={styles["source"]}>{sourceOf(row, isDated, say)}</p>
      </div>
      <div className={styles["actions"]}>
        <IconButton
          icon={PencilLine}
          name={say("bookmarks.edit-note")}
          aria-expanded={isEdited}
          onPress={() => onEdit(isEdited ? null : row.id)}
        />
        <IconButton icon={Trash2} name={say("bookmarks.delete")} onPress={() => void remove([row.id])} />
      </div>
    </article>
  );
});

function sourceOf(row: Row, isDated: boolean, say: ReturnType<typeof useSay>): string {
  const page = row.page === "" ? "" : say("reading.page-number", { page: row.page });
  const parts = [
    row.title === "" ? say("bookmarks.untitled") : row.title,
    row.publication,
    row.issuedOn ?? "",
    page,
    isDated ? say("bookmarks.marked-on", { day: dayOf(row.createdAt) }) : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

function Tags({ tags }: { readonly tags: readonly string[] }): ReactNode {
  if (tags.length === 0) return null;
  return (
    <ul className={styles["tags"]}>
      {tags.map((tag) => (
        <li key={tag}>{tag}</li>
      ))}
    </ul>
  );
}

function WhatBecame({
  row,
  onPlace,
}: {
  readonly row: Row;
  readonly onPlace: (row: Row) => void;
}): ReactNode {
  const say = useSay();
  const { place } = useBookmarkActs();
  if (row.state === "kept") return null;
  const { id, anchor } = row;
  const accept = () =>
    void place({ id, revision: anchor.revision, start: anchor.start, end: anchor.end, quote: anchor.quote });
  return (
    <div className={styles["state"]}>
      <strong>{say(`bookmarks.state.${row.state}`)}</strong>
      {row.state === "changed" ? <ChangedText before={row.quote} after={standingText(row)} /> : null}
      {row.state === "lost" ? (
        <TextButton icon={MapPin} onPress={() => onPlace(row)}>
          {say("bookmarks.place-again")}
        </TextButton>
      ) : (
        <TextButton look="quiet" icon={MapPinCheck} onPress={accept}>
          {say(row.state === "changed" ? "bookmarks.accept-change" : "bookmarks.accept-move")}
        </TextButton>
      )}
    </div>
  );
}

function Editor({ row, onClose }: { readonly row: Row; readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const { change, unsaved } = useBookmarkActs();
  const edit = (wanted: Partial<Parameters<typeof change>[1]>) =>
    void change([row.id], { addTags: [], removeTags: [], ...wanted });
  return (
    <section
      className={styles["editor"]}
      aria-label={say("bookmarks.edit-note")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={styles["colors"]}>
        <ColorChoice value={row.color} onChoose={(color) => edit({ color })} />
      </div>
      <NoteField
        note={unsaved.notes.get(row.id) ?? row.note}
        isUnsaved={unsaved.notes.has(row.id)}
        isAsked
        onSave={(note) => {
          unsaved.forgetNote(row.id);
          edit({ note });
        }}
      />
      <TagField
        tags={row.tags}
        onAdd={(tag) => edit({ addTags: [tag] })}
        onRemove={(tag) => edit({ removeTags: [tag] })}
      />
    </section>
  );
}
