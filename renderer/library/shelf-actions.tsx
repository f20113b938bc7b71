/** What can be done with shelves: collections made, renamed, moved and deleted, the trash emptied. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { isBelow, lastLevel, titleAround, titleBelow } from "../../preload/model/collection-path.ts";
import type { Collection } from "../../preload/model/listing.ts";
import { ask } from "../client.ts";
import { useSay } from "../ui/language.ts";
import type { MenuAction } from "../ui/menu.tsx";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import { asking, useAsk } from "../ui/queries.ts";
import { type AskedOfCollection, CollectionDialog } from "./collection-dialogs.tsx";
import { everything, type ListFilter } from "./list-filter.ts";

interface ShelfActions {
  readonly collections: readonly Collection[] | undefined;
  /** The collection whose articles are listed; null where that is another shelf. */
  readonly chosen: Collection | null;
  readonly actions: readonly MenuAction[];
  readonly actionsOn: (collection: Collection) => readonly MenuAction[];
  readonly askAbout: (asked: AskedOfCollection) => void;
  /** `around`: null for the top. */
  readonly move: (collection: Collection, around: Collection | null) => void;
  /** The dialog that is open, if one is. */
  readonly dialog: ReactNode;
}

/** `onEmptyTrash`: asks about, then deletes, everything in the trash. */
export function useShelfActions(
  filter: ListFilter,
  onFilter: (filter: ListFilter) => void,
  onEmptyTrash: (ids: readonly number[]) => void,
): ShelfActions {
  const say = useSay();
  const attempt = useAttempt();
  const client = useQueryClient();
  const { tell, tellFailure } = useNotices();
  const { data: overview } = useAsk("overview", null);
  const [asked, setAsked] = useState<AskedOfCollection | null>(null);
  const { shelf } = filter;
  const collections = overview?.collections;
  const chosen =
    shelf.kind === "collection" ? (collections?.find(({ id }) => id === shelf.id) ?? null) : null;

  function emptyTrash(): void {
    const trash = asking("listArticleIds", { ...everything, shelf: { kind: "trash" } });
    client.fetchQuery(trash).then((ids) => {
      if (ids.length > 0) onEmptyTrash(ids);
    }, tellFailure);
  }

  function move({ id, title }: Collection, around: Collection | null): void {
    const to = titleBelow(around?.title ?? null, lastLevel(title));
    void attempt(() => ask("renameCollection", { id, title: to })).then((done) => {
      if (!done) return;
      tell(
        around === null ? say("collections.moved-top") : say("collections.moved", { title: around.title }),
        { name: say("action.undo"), act: () => void attempt(() => ask("renameCollection", { id, title })) },
      );
    });
  }

  function remove(collection: Collection): void {
    void attempt(() => ask("deleteCollection", { id: collection.id })).then((done) => {
      const isListed = chosen?.id === collection.id || isBelow(chosen?.title ?? "", collection.title);
      if (done && isListed) onFilter(everything);
    });
  }

  const actionsOn = (collection: Collection): readonly MenuAction[] =>
    [
      ...[
        ["create-below", "collections.new-below", { what: "create", around: collection }] as const,
        ["rename", "collections.rename", { what: "rename", collection }] as const,
      ],
      ...((collections?.length ?? 0) > 1 || titleAround(collection.title) !== null
        ? [["move", "collections.move", { what: "move", collection }] as const]
        : []),
      ["delete", "collections.delete", { what: "delete", collection }] as const,
    ].map(([id, code, about]) => ({ id, name: `${say(code)}…`, act: () => setAsked(about) }));

  return {
    collections,
    chosen,
    actionsOn,
    actions: [
      {
        id: "create",
        name: `${say("collections.new")}…`,
        act: () => setAsked({ what: "create", around: null }),
      },
      ...(chosen === null ? [] : actionsOn(chosen)),
      ...(shelf.kind === "trash" && (overview?.trashed ?? 0) > 0
        ? [{ id: "empty-trash", name: say("trash.empty"), act: emptyTrash }]
        : []),
    ],
    askAbout: setAsked,
    move,
    dialog:
      asked === null ? null : (
        <CollectionDialog
          asked={asked}
          collections={collections ?? []}
          onCreated={(id) => onFilter({ ...everything, shelf: { kind: "collection", id } })}
          onMove={move}
          onDelete={remove}
          onClose={() => setAsked(null)}
        />
      ),
  };
}
