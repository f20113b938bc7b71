/** What can be done with shelves: collections made, renamed and deleted, the trash emptied. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ask } from "../client.ts";
import { Confirm } from "../ui/confirm.tsx";
import { useSay } from "../ui/language.ts";
import type { MenuAction } from "../ui/menu.tsx";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import { asking, useAsk } from "../ui/queries.ts";
import { CollectionNameDialog } from "./collection-name-dialog.tsx";
import { everything, type ListFilter } from "./list-filter.ts";

type Asked = "create" | "rename" | "delete" | null;

interface ShelfActions {
  readonly actions: readonly MenuAction[];
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
  const { tellFailure } = useNotices();
  const { data: overview } = useAsk("overview", null);
  const [asked, setAsked] = useState<Asked>(null);
  const { shelf } = filter;
  const collection =
    shelf.kind === "collection" ? overview?.collections.find(({ id }) => id === shelf.id) : undefined;

  function emptyTrash(): void {
    const trash = asking("listArticleIds", { ...everything, shelf: { kind: "trash" } });
    client.fetchQuery(trash).then((ids) => {
      if (ids.length > 0) onEmptyTrash(ids);
    }, tellFailure);
  }

  const actions: MenuAction[] = [
    { id: "create", name: `${say("collections.new")}…`, act: () => setAsked("create") },
  ];
  if (collection !== undefined) {
    actions.push(
      { id: "rename", name: `${say("collections.rename")}…`, act: () => setAsked("rename") },
      { id: "delete", name: `${say("collections.delete")}…`, act: () => setAsked("delete") },
    );
  }
  if (shelf.kind === "trash" && (overview?.trashed ?? 0) > 0) {
    actions.push({ id: "empty-trash", name: say("trash.empty"), act: emptyTrash });
  }

  const close = () => setAsked(null);
  let dialog: ReactNode = null;
  if (asked === "create") {
    dialog = (
      <CollectionNameDialog
        heading={say("collections.new")}
        name=""
        verb={say("action.create")}
        onName={async (title) => {
          const { id } = await ask("createCollection", { title });
          onFilter({ ...everything, shelf: { kind: "collection", id } });
        }}
        onClose={close}
      />
    );
  } else if (asked === "rename" && collection !== undefined) {
    dialog = (
      <CollectionNameDialog
        heading={say("collections.rename")}
        name={collection.title}
        verb={say("action.save")}
        onName={async (title) => {
          await ask("renameCollection", { id: collection.id, title });
        }}
        onClose={close}
      />
    );
  } else if (asked === "delete" && collection !== undefined) {
    dialog = (
      <Confirm
        title={say("collections.delete")}
        sentence={say("collections.delete-sentence", { title: collection.title })}
        verb={say("action.delete")}
        onConfirm={() => {
          void attempt(() => ask("deleteCollection", { id: collection.id })).then((done) => {
            if (done) onFilter(everything);
          });
        }}
        onClose={close}
      />
    );
  }
  return { actions, dialog };
}
