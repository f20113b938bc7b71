/** What is asked about collections: a name, where one goes, and whether one may be deleted. */
import { useState } from "react";
import { lastLevel, titleAround, titleBelow } from "../../preload/model/collection-path.ts";
import type { Collection } from "../../preload/model/listing.ts";
import { ask } from "../client.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ChooseField } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import { CollectionNameDialog } from "./collection-name-dialog.tsx";
import { canMove } from "./collection-nodes.ts";

/** What is being asked; `around`: below which a new one goes, null for the top. */
export type AskedOfCollection =
  | { readonly what: "create"; readonly around: Collection | null }
  | { readonly what: "rename" | "move" | "delete"; readonly collection: Collection };

interface CollectionDialogProps {
  readonly asked: AskedOfCollection;
  readonly collections: readonly Collection[];
  readonly onCreated: (id: number) => void;
  readonly onMove: (collection: Collection, around: Collection | null) => void;
  readonly onDelete: (collection: Collection) => void;
  readonly onClose: () => void;
}

export function CollectionDialog(props: CollectionDialogProps) {
  const { asked, collections, onCreated, onMove, onDelete, onClose } = props;
  const say = useSay();
  switch (asked.what) {
    case "create":
      return (
        <CollectionNameDialog
          heading={asked.around === null ? say("collections.new") : say("collections.new-below")}
          below={asked.around?.title}
          name=""
          verb={say("action.create")}
          onName={async (name) => {
            const title = titleBelow(asked.around?.title ?? null, name);
            onCreated((await ask("createCollection", { title })).id);
          }}
          onClose={onClose}
        />
      );
    case "rename":
      return (
        <CollectionNameDialog
          heading={say("collections.rename")}
          name={lastLevel(asked.collection.title)}
          verb={say("action.save")}
          onName={async (name) => {
            const { id, title } = asked.collection;
            await ask("renameCollection", { id, title: titleBelow(titleAround(title), name) });
          }}
          onClose={onClose}
        />
      );
    case "move":
      return (
        <MoveDialog
          collection={asked.collection}
          collections={collections}
          onMove={(around) => onMove(asked.collection, around)}
          onClose={onClose}
        />
      );
    case "delete": {
      const { title } = asked.collection;
      const below = collections.filter((other) => other.title.startsWith(`${title}/`)).length;
      return (
        <Confirm
          title={say("collections.delete")}
          sentence={say("collections.delete-sentence", { title, below })}
          verb={say("action.delete")}
          onConfirm={() => onDelete(asked.collection)}
          onClose={onClose}
        />
      );
    }
  }
}

const TOP = "top";

interface MoveDialogProps {
  readonly collection: Collection;
  readonly collections: readonly Collection[];
  readonly onMove: (around: Collection | null) => void;
  readonly onClose: () => void;
}

function MoveDialog({ collection, collections, onMove, onClose }: MoveDialogProps) {
  const say = useSay();
  const choices = [
    ...(canMove(collection.title, null) ? [{ value: TOP, name: say("collections.top") }] : []),
    ...collections
      .filter(({ title }) => canMove(collection.title, title))
      .map(({ id, title }) => ({ value: String(id), name: title })),
  ];
  const [chosen, setChosen] = useState(choices[0]?.value ?? TOP);
  return (
    <Dialog
      size="small"
      title={say("collections.move")}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("action.cancel")}</Button>
          <Button
            look="main"
            isDisabled={choices.length === 0}
            onPress={() => {
              onClose();
              onMove(collections.find(({ id }) => String(id) === chosen) ?? null);
            }}
          >
            {say("collections.move-action")}
          </Button>
        </>
      }
    >
      <ChooseField label={say("collections.move-to")} value={chosen} choices={choices} onChange={setChosen} />
    </Dialog>
  );
}
