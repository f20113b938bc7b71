/** Importing a bookmark backup file: what it would do is shown first, and done when that was agreed to. */

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { AnnotationReport, AnnotationRow } from "../../preload/model/bookmark.ts";
import { firstCharacters } from "../../preload/model/first-characters.ts";
import { ask } from "../client.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import { asking } from "../ui/queries.ts";
import styles from "./bookmarks-page.module.css";

interface ImportDialogProps {
  readonly path: string;
  readonly onClose: () => void;
}

export function ImportDialog({ path, onClose }: ImportDialogProps): ReactNode {
  const say = useSay();
  const attempt = useAttempt();
  const { tell } = useNotices();
  const [isBusy, setBusy] = useState(false);
  // The file and the library may have changed since it was last looked at.
  const trial = useQuery({ ...asking("importBookmarks", { path, dryRun: true }), staleTime: 0, gcTime: 0 });
  async function start(): Promise<void> {
    setBusy(true);
    await attempt(async () => {
      const report = await ask("importBookmarks", { path, dryRun: false });
      tell(say("bookmarks.imported", report));
    });
    onClose();
  }
  const isUseful = (trial.data?.added ?? 0) > 0;
  return (
    <Dialog
      title={say("bookmarks.import-title")}
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("action.cancel")}</Button>
          <Button look="main" isDisabled={!isUseful || isBusy} onPress={() => void start()}>
            {say("bookmarks.import-start")}
          </Button>
        </>
      }
    >
      {trial.error === null ? null : <FailureNote error={trial.error} />}
      {trial.isPending ? <p role="status">{say("bookmarks.import-looking")}</p> : null}
      {trial.data === undefined ? null : <Report path={path} report={trial.data} />}
    </Dialog>
  );
}

function Report({ path, report }: { readonly path: string; readonly report: AnnotationReport }): ReactNode {
  const say = useSay();
  return (
    <div className={styles["form"]}>
      <p className={styles["soft"]}>{path}</p>
      <p role="status">{say("bookmarks.import-preview", report)}</p>
      {report.unreadable === 0 ? null : <p>{say("bookmarks.unreadable", { count: report.unreadable })}</p>}
      <Rows rows={[...report.unplaceableRows, ...report.differentRows]} />
    </div>
  );
}

/** Rows shown; the counts above tell of all of them. */
const MOST_SHOWN = 100;

function Rows({ rows }: { readonly rows: readonly AnnotationRow[] }): ReactNode {
  const say = useSay();
  if (rows.length === 0) return null;
  // Two entries of a file may be the very same, and their order never changes.
  let at = 0;
  return (
    <ul className={styles["importRows"]}>
      {rows.slice(0, MOST_SHOWN).map((row) => (
        <li key={`${row.reason}-${at++}`}>
          <strong>{say(`bookmarks.reason.${row.reason}`)}</strong>
          <span>{firstCharacters(row.quote, 120)}</span>
          <span className={styles["soft"]}>{row.article}</span>
        </li>
      ))}
    </ul>
  );
}
