/** The tags and the collections of the selected articles. */
import { ask } from "../client.ts";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import { useAsk } from "../ui/queries.ts";
import { useDetails } from "./details.ts";
import { MembershipDialog } from "./membership-dialog.tsx";
import { type Share, shareOf } from "./shared-fields.ts";

interface MembershipsProps {
  readonly ids: readonly number[];
  readonly onClose: () => void;
}

export function TagsDialog({ ids, onClose }: MembershipsProps) {
  const say = useSay();
  const save = useSave(onClose);
  const { data: overview } = useAsk("overview", null);
  const { articles, isPending } = useDetails(ids);
  if (overview === undefined || isPending) return null;

  const share = (name: string): Share =>
    articles === null
      ? "some"
      : shareOf(articles.filter((article) => article.tags.includes(name)).length, articles.length);
  return (
    <MembershipDialog
      title={say("edit.tags")}
      none={say("edit.no-tags")}
      newLabel={say("edit.new-tag")}
      groups={overview.tags.map(({ name }) => ({ key: name, name, share: share(name) }))}
      onCreate={async (name) => name}
      onSave={(add, remove) =>
        save(add, remove, () => ask("tag", { ids: [...ids], add: [...add], remove: [...remove] }))
      }
      onClose={onClose}
    />
  );
}

export function CollectionsDialog({ ids, onClose }: MembershipsProps) {
  const say = useSay();
  const attempt = useAttempt();
  const save = useSave(onClose);
  const { data: overview } = useAsk("overview", null);
  const { articles, isPending } = useDetails(ids);
  if (overview === undefined || isPending) return null;

  const share = (id: number): Share =>
    articles === null
      ? "some"
      : shareOf(
          articles.filter((article) => article.collections.some((collection) => collection.id === id)).length,
          articles.length,
        );
  async function create(title: string): Promise<string | null> {
    let key: string | null = null;
    await attempt(async () => {
      key = String((await ask("createCollection", { title })).id);
    });
    return key;
  }
  return (
    <MembershipDialog
      title={say("collections.title")}
      none={say("collections.none")}
      newLabel={say("collections.new")}
      groups={overview.collections.map(({ id, title }) => ({
        key: String(id),
        name: title,
        share: share(id),
      }))}
      onCreate={create}
      onSave={(add, remove) =>
        save(add, remove, () =>
          ask("collect", { ids: [...ids], add: add.map(Number), remove: remove.map(Number) }),
        )
      }
      onClose={onClose}
    />
  );
}

/** Saves what was changed, if anything was, and closes the dialog when that succeeded. */
function useSave(onClose: () => void) {
  const say = useSay();
  const attempt = useAttempt();
  const { tell } = useNotices();
  return async (add: readonly string[], remove: readonly string[], work: () => Promise<unknown>) => {
    if (add.length + remove.length > 0) {
      if (!(await attempt(work))) return;
      tell(say("edit.saved"));
    }
    onClose();
  };
}
