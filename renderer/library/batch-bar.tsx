/** What can be done with the selected articles, at the foot of the list. */
import {
  Ellipsis,
  FolderPlus,
  ListPlus,
  MailOpen,
  Pencil,
  RotateCcw,
  Star,
  Tag,
  Trash2,
  X,
} from "lucide-react";
import { Toolbar } from "react-aria-components";
import { IconButton } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import { ActionsMenu } from "../ui/menu.tsx";
import styles from "./batch-bar.module.css";
import type { RowActions } from "./row-actions.ts";

interface BatchBarProps {
  readonly ids: readonly number[];
  readonly inTrash: boolean;
  readonly actions: RowActions;
  readonly onEdit: () => void;
  readonly onTags: () => void;
  readonly onCollect: () => void;
  readonly onDeleteForever: () => void;
  readonly onClear: () => void;
}

export function BatchBar(props: BatchBarProps) {
  const { ids, inTrash, actions } = props;
  const say = useSay();
  return (
    <Toolbar aria-label={say("batch.bar")} className={styles["bar"] ?? ""}>
      <div className={styles["count"]}>
        <span role="status">{say("batch.selected", { count: ids.length })}</span>
        <IconButton icon={X} name={say("batch.clear")} keys="Esc" onPress={props.onClear} />
      </div>
      {inTrash ? (
        <div className={styles["actions"]}>
          <IconButton
            labelled
            icon={RotateCcw}
            name={say("batch.restore")}
            onPress={() => actions.restore(ids)}
          />
          <IconButton labelled icon={Trash2} name={say("batch.delete")} onPress={props.onDeleteForever} />
        </div>
      ) : (
        <div className={styles["actions"]}>
          <IconButton icon={Star} name={say("batch.star")} onPress={() => actions.star(ids, true)} />
          <IconButton icon={MailOpen} name={say("batch.read")} onPress={() => actions.markRead(ids, true)} />
          <IconButton icon={Pencil} name={say("batch.edit")} onPress={props.onEdit} />
          <IconButton icon={Tag} name={say("batch.tags")} onPress={props.onTags} />
          <IconButton icon={FolderPlus} name={say("batch.collections")} onPress={props.onCollect} />
          <IconButton icon={ListPlus} name={say("print.add")} onPress={() => actions.print(ids)} />
          <IconButton icon={Trash2} name={say("batch.trash")} keys="Del" onPress={() => actions.trash(ids)} />
          <ActionsMenu
            icon={Ellipsis}
            name={say("shelf.more")}
            actions={[
              { id: "unstar", name: say("batch.unstar"), act: () => actions.star(ids, false) },
              { id: "unread", name: say("batch.unread"), act: () => actions.markRead(ids, false) },
            ]}
          />
        </div>
      )}
    </Toolbar>
  );
}
