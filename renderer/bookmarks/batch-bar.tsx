/** The foot while bookmarks are being chosen: how many, and what is done with all of them. */
import { FileDown, ListPlus, Tag, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useBookmarkActs } from "../ui/bookmarks/bookmark-acts.tsx";
import { ColorChoice } from "../ui/bookmarks/color-choice.tsx";
import { TagField } from "../ui/bookmarks/tag-field.tsx";
import { Button } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import { usePrintList } from "../ui/print-list.ts";
import styles from "./bookmarks-page.module.css";

interface BatchBarProps {
  readonly ids: readonly number[];
  readonly onAll: () => void;
  readonly onExport: () => void;
  readonly onDone: () => void;
}

export function BatchBar({ ids, onAll, onExport, onDone }: BatchBarProps): ReactNode {
  const say = useSay();
  const { change, remove } = useBookmarkActs();
  const printList = usePrintList();
  const [added, setAdded] = useState<readonly string[] | null>(null);
  const none = ids.length === 0;
  const edit = (wanted: Partial<Parameters<typeof change>[1]>) =>
    change(ids, { addTags: [], removeTags: [], ...wanted });
  return (
    <section className={styles["batch"]} aria-label={say("bookmarks.selected", { count: ids.length })}>
      <span className={styles["batchCount"]} role="status">
        {say("bookmarks.selected", { count: ids.length })}
      </span>
      <Button look="quiet" onPress={onAll}>
        {say("bookmarks.choose-all")}
      </Button>
      {none ? null : (
        <fieldset className={styles["batchColors"]} aria-label={say("bookmarks.change-color")}>
          <ColorChoice value={null} onChoose={(color) => void edit({ color })} />
        </fieldset>
      )}
      {added === null ? (
        <Button icon={Tag} isDisabled={none} onPress={() => setAdded([])}>
          {say("bookmarks.new-tag")}
        </Button>
      ) : (
        <TagField
          tags={added}
          isAsked
          onAdd={(tag) => {
            void edit({ addTags: [tag] }).then((done) => {
              if (done) setAdded((tags) => [...(tags ?? []), tag]);
            });
          }}
          onRemove={(tag) => {
            void edit({ removeTags: [tag] }).then((done) => {
              if (done) setAdded((tags) => (tags ?? []).filter((each) => each !== tag));
            });
          }}
        />
      )}
      <Button icon={ListPlus} isDisabled={none} onPress={() => void printList.addBookmarks(ids)}>
        {say("print.add")}
      </Button>
      <Button icon={FileDown} isDisabled={none} onPress={onExport}>
        {say("bookmarks.export")}
      </Button>
      <Button
        icon={Trash2}
        isDisabled={none}
        onPress={() => {
          void remove(ids).then((done) => {
            if (done) onDone();
          });
        }}
      >
        {say("bookmarks.delete-many")}
      </Button>
      <div className={styles["end"]}>
        <Button onPress={onDone}>{say("bookmarks.choosing-done")}</Button>
      </div>
    </section>
  );
}
