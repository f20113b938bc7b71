/** Exporting bookmarks: which kind of file, how grouped; the order is the list's. */
import { type ReactNode, useState } from "react";
import type { BookmarkFormat, BookmarkGrouping } from "../../preload/model/bookmark.ts";
import { ask } from "../client.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ChooseField, ChooseOne } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import styles from "./bookmarks-page.module.css";

const formats = ["docx", "csv", "jsonld"] as const satisfies readonly BookmarkFormat[];
const groupings = ["article", "tag"] as const satisfies readonly BookmarkGrouping[];

interface ExportDialogProps {
  /** In the order in which they are written. */
  readonly ids: readonly number[];
  readonly onClose: () => void;
}

export function ExportDialog({ ids, onClose }: ExportDialogProps): ReactNode {
  const say = useSay();
  const attempt = useAttempt();
  const { tell } = useNotices();
  const [format, setFormat] = useState<(typeof formats)[number]>("docx");
  const [grouping, setGrouping] = useState<BookmarkGrouping>("article");
  const [isBusy, setBusy] = useState(false);
  async function write(): Promise<void> {
    setBusy(true);
    const done = await attempt(async () => {
      const path = await ask("exportBookmarks", { ids: [...ids], format, grouping });
      if (path === null) return;
      tell(say("bookmarks.exported", { count: ids.length, path }));
      onClose();
    });
    setBusy(false);
    // What failed is said at the foot, which a dialog would cover.
    if (!done) onClose();
  }
  return (
    <Dialog
      title={say("bookmarks.export")}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("action.cancel")}</Button>
          <Button look="main" isDisabled={isBusy} onPress={() => void write()}>
            {say("bookmarks.export")}
          </Button>
        </>
      }
    >
      <div className={styles["form"]}>
        <p>{say("bookmarks.count", { count: ids.length })}</p>
        <ChooseField
          label={say("bookmarks.export-format")}
          value={format}
          choices={formats.map((value) => ({ value, name: say(`bookmarks.export-${value}`) }))}
          onChange={setFormat}
        />
        {format === "docx" ? (
          <ChooseOne
            label={say("bookmarks.export-grouping")}
            value={grouping}
            choices={groupings.map((value) => ({ value, name: say(`bookmarks.by-${value}`) }))}
            onChange={setGrouping}
          />
        ) : null}
        <p className={styles["soft"]}>{say(`bookmarks.export-note-${format}`)}</p>
      </div>
    </Dialog>
  );
}
