/** Pictures put into the article: chosen in a dialog, pasted, or dropped on the desk. */
import { useEffect, useRef } from "react";
import type { BlockPlace } from "../../preload/model/correction.ts";
import { ask } from "../client.ts";
import { useAttempt } from "../ui/notices.tsx";
import { createSign, dropPlace } from "./drop-place.ts";
import type { Row } from "./pieces.ts";
import type { DeskActs } from "./use-desk.ts";

export type PictureInto = "figure" | "before";

export interface Pictures {
  readonly choose: (at: BlockPlace, into: PictureInto) => void;
  readonly put: (at: BlockPlace, into: PictureInto, file: File) => void;
}

/** A missing picture is filled; anything else gets the picture before it. */
export function pictureInto({ block }: Row): PictureInto {
  return block.type === "figure" && block.image === null ? "figure" : "before";
}

export function usePictures(acts: DeskActs): Pictures {
  const attempt = useAttempt();
  const take = (at: BlockPlace, into: PictureInto, image: string) =>
    acts.take({ kind: "picture", at, image, into });
  return {
    choose: (at, into) =>
      void attempt(async () => {
        const image = await ask("chooseCorrectionPicture", null);
        if (image !== null) await take(at, into, image);
      }),
    put: (at, into, file) =>
      void attempt(async () => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        await take(at, into, await ask("addCorrectionPicture", { bytes }));
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
