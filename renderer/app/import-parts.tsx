/** The import's dialogs, its bar at the foot, and dropping files anywhere. */
import { useState } from "react";
import { DetailsDialog } from "../importing/details-dialog.tsx";
import { DroppedFiles } from "../importing/dropped-files.tsx";
import { EncodingDialog } from "../importing/encoding-dialog.tsx";
import { ImportBar, UndoBar } from "../importing/import-bar.tsx";
import { ImportDialog } from "../importing/import-dialog.tsx";
import type { Importing } from "../importing/importing-state.ts";
import { PasswordDialog } from "../importing/password-dialog.tsx";
import { useCommands } from "../ui/commands.ts";

interface ImportPartsProps {
  readonly importing: Importing;
  readonly open: (id: number) => void;
  /** Shows the results of an import (本批结果). */
  readonly onShowBatch: (job: string) => void;
}

export function ImportParts({ importing, open, onShowBatch }: ImportPartsProps) {
  const { prepared, job, isOpen, acts, locked } = importing;
  const [recoded, setRecoded] = useState<number | null>(null);
  useCommands({
    "change-encoding": (target) => {
      if (target?.kind === "row") setRecoded(target.ids[0] ?? null);
    },
  });
  return (
    <>
      {recoded === null ? null : <EncodingDialog articleId={recoded} onClose={() => setRecoded(null)} />}
      {job === null || isOpen ? null : (
        <ImportBar job={job} onOpen={importing.open} onCancel={importing.cancel} onClose={importing.close} />
      )}
      {acts.undoing === null ? null : <UndoBar job={acts.undoing} />}
      {prepared === null ? null : (
        <DetailsDialog
          key={prepared.paths.join("\n")}
          prepared={prepared}
          onStart={importing.start}
          onClose={importing.forgetPrepared}
        />
      )}
      {job === null || !isOpen ? null : (
        <ImportDialog
          job={job}
          acts={acts}
          onCancel={importing.cancel}
          onClose={importing.close}
          onOpenArticle={(id) => {
            importing.close();
            open(id);
          }}
          onShowBatch={(id) => {
            importing.close();
            onShowBatch(id);
          }}
        />
      )}
      {locked === null ? null : (
        <PasswordDialog
          file={locked.file}
          wasWrong={locked.wasWrong}
          onGive={importing.givePassword}
          onClose={importing.forgetLocked}
        />
      )}
      <DroppedFiles onDrop={importing.prepare} />
    </>
  );
}
