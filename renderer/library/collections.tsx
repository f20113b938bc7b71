/** The tree of collections above the articles of the one that is chosen in it. */
import { type ReactNode, useState } from "react";
import { Button, Menu, MenuItem, Popover } from "react-aria-components";
import type { Collection } from "../../preload/model/listing.ts";
import { useSay } from "../ui/language.ts";
import menu from "../ui/menu.module.css";
import { CollectionTree } from "./collection-tree.tsx";
import styles from "./collections.module.css";
import { everything, type ListFilter } from "./list-filter.ts";
import type { useShelfActions } from "./shelf-actions.tsx";

interface CollectionsProps {
  readonly shelves: ReturnType<typeof useShelfActions>;
  readonly onFilter: (filter: ListFilter) => void;
  /** The list of the articles of the chosen one. */
  readonly articles: ReactNode;
}

interface OpenMenu {
  readonly collection: Collection;
  readonly line: HTMLElement;
}

export function Collections({ shelves, onFilter, articles }: CollectionsProps) {
  const say = useSay();
  const { collections, chosen, askAbout } = shelves;
  const [opened, setOpened] = useState<OpenMenu | null>(null);
  if (collections === undefined) return <div className={styles["collections"]} aria-busy="true" />;
  if (collections.length === 0) {
    return (
      <p className={styles["none"]}>
        {say("collections.empty")}
        <Button className={styles["action"] ?? ""} onPress={() => askAbout({ what: "create", around: null })}>
          {say("collections.empty-action")}
        </Button>
      </p>
    );
  }
  return (
    <div className={styles["collections"]}>
      <div className={styles["tree"]} data-alone={chosen === null}>
        <CollectionTree
          collections={collections}
          chosen={chosen?.id ?? null}
          onChoose={({ id }) => onFilter({ ...everything, shelf: { kind: "collection", id } })}
          onMove={shelves.move}
          onRename={(collection) => askAbout({ what: "rename", collection })}
          onDelete={(collection) => askAbout({ what: "delete", collection })}
          onMenu={(collection, line) => setOpened({ collection, line })}
        />
      </div>
      {chosen === null ? <p className={styles["none"]}>{say("collections.choose")}</p> : articles}
      {opened === null ? null : (
        <Popover
          isOpen
          triggerRef={{ current: opened.line }}
          placement="bottom start"
          crossOffset={MENU_OFFSET}
          className={menu["popover"] ?? ""}
          onOpenChange={(open) => {
            if (!open) setOpened(null);
          }}
        >
          <Menu
            autoFocus="first"
            aria-label={opened.collection.title}
            className={menu["menu"] ?? ""}
            items={shelves.actionsOn(opened.collection)}
            onAction={(id) => {
              setOpened(null);
              shelves
                .actionsOn(opened.collection)
                .find((action) => action.id === id)
                ?.act();
            }}
          >
            {(action) => (
              <MenuItem id={action.id} className={menu["item"] ?? ""}>
                {action.name}
              </MenuItem>
            )}
          </Menu>
        </Popover>
      )}
    </div>
  );
}

/** CSS pixels: under the name, not under the arrow that folds. */
const MENU_OFFSET = 28;
