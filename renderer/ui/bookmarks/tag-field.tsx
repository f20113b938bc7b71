/** The tags of bookmarks: taken off one by one, added by name with those already in use offered. */
import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { everyBookmark } from "../../../preload/model/bookmark.ts";
import { useSay } from "../language.ts";
import { useAsk } from "../queries.ts";
import styles from "./bookmarks.module.css";

/** As the contract bounds it. */
const LONGEST_TAG = 200;

interface TagFieldProps {
  readonly tags: readonly string[];
  readonly onAdd: (tag: string) => void;
  readonly onRemove: (tag: string) => void;
  /** The field was asked for: the cursor goes there. */
  readonly isAsked?: boolean;
}

export function TagField({ tags, onAdd, onRemove, isAsked = false }: TagFieldProps): ReactNode {
  const say = useSay();
  const known = useId();
  const [typed, setTyped] = useState("");
  const { data: groups } = useAsk("bookmarkGroups", everyBookmark);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isAsked) field.current?.focus({ preventScroll: true });
  }, [isAsked]);
  const add = () => {
    const tag = typed.trim();
    setTyped("");
    if (tag !== "" && !tags.includes(tag)) onAdd(tag);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <div className={styles["tags"]}>
      {tags.map((tag) => (
        <span key={tag} className={styles["tag"]}>
          {tag}
          <Button
            className={styles["untag"] ?? ""}
            aria-label={say("bookmarks.remove-tag", { tag })}
            onPress={() => onRemove(tag)}
          >
            <X size={12} aria-hidden />
          </Button>
        </span>
      ))}
      <input
        className={styles["newTag"]}
        aria-label={say("bookmarks.new-tag")}
        placeholder={say("bookmarks.new-tag")}
        list={known}
        maxLength={LONGEST_TAG}
        value={typed}
        ref={field}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={add}
      />
      <datalist id={known}>
        {(groups?.tags ?? [])
          .filter(({ tag }) => !tags.includes(tag))
          .map(({ tag }) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </div>
  );
}
