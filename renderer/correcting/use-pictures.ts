/** Pictures put into the article: chosen in a dialog, pasted, or dropped on the desk. */
import { useEffect, useRef } from "react";
import { ask } from "../client.ts";
import { useAttempt } from "../ui/notices.tsx";
import type { DeskActs } from "./desk-acts.ts";
import { createSign, dropPlace } from "./drop-place.ts";
import type { Row } from "./pieces.ts";
import { useFollowedRow } from "./use-followed-row.ts";

export type PictureInto = "figure" | "before";

/** Of a row as it stands when the picture is asked for; it is followed until the picture is there. */
export interface Pictures {
  readonly choose: (row: Row, into: PictureInto) => void;
  readonly put: (row: Row, file: File) => void;
}

/** A missing picture is filled; anything else gets the picture before it. */
export function pictureInto({ block }: Row): PictureInto {
  return block.type === "figure" && block.image === null ? "figure" : "before";
}

export function usePictures(acts: DeskActs, rows: readonly Row[]): Pictures {
  const attempt = useAttempt();
  const follow = useFollowedRow(rows);
  const put = (row: Row, into: PictureInto, taken: () => Promise<string | null>) => {
    const now = follow(row);
    void attempt(async () => {
      const image = await taken();
      if (image !== null) await acts.take({ kind: "picture", at: now().at, image, into });
    });
  };
  return {
    choose: (row, into) => put(row, into, () => ask("chooseCorrectionPicture", null)),
    put: (row, file) =>
      put(row, pictureInto(row), async () => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        return await ask("addCorrectionPicture", { bytes });
      }),
  };
}

/** A picture that is pasted anywhere but into a field. */
export function usePastedPicture(put: (file: File) => void): void {
  const newest = useNewest(put);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
      const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith("image/"));
      if (file === undefined) return;
      event.preventDefault();
      newest.current(file);
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [newest]);
}

/**
 * A file dropped beside the rows, which take their own; and the sign of the row that would take what is dragged. Files
 * dropped anywhere else are imported: what is dragged over the desk does not come as far as that (the document).
 */
export function useDroppedPicture(put: (file: File) => void): void {
  const newest = useNewest(put);
  useEffect(() => {
    const { body } = document;
    const sign = createSign();
    const onDragOver = (event: DragEvent) => {
      event.preventDefault();
      event.stopPropagation();
      sign(dropPlace(event));
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      event.stopPropagation();
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) newest.current(file);
    };
    const onEnd = () => sign(null);
    body.addEventListener("dragover", onDragOver);
    body.addEventListener("drop", onDrop);
    window.addEventListener("drop", onEnd, true);
    window.addEventListener("dragend", onEnd, true);
    return () => {
      onEnd();
      body.removeEventListener("dragover", onDragOver);
      body.removeEventListener("drop", onDrop);
      window.removeEventListener("drop", onEnd, true);
      window.removeEventListener("dragend", onEnd, true);
    };
  }, [newest]);
}

function useNewest<Value>(value: Value): { readonly current: Value } {
  const newest = useRef(value);
  useEffect(() => {
    newest.current = value;
  });
  return newest;
}
