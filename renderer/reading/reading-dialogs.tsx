/** What may lie over the page, one at a time. */
import type { ReactNode } from "react";
import { LinkDialog } from "./link-dialog.tsx";
import { OriginalDialog } from "./original-dialog.tsx";
import { PictureViewer } from "./picture-viewer.tsx";
import type { ArticlePicture } from "./pictures.ts";

export type ReadingDialog =
  | { readonly kind: "original" }
  | { readonly kind: "link"; readonly address: string }
  | { readonly kind: "pictures"; readonly pictures: readonly ArticlePicture[]; readonly first: number };

interface ReadingDialogsProps {
  readonly articleId: number;
  readonly dialog: ReadingDialog | null;
  readonly onClose: () => void;
}

export function ReadingDialogs({ articleId, dialog, onClose }: ReadingDialogsProps): ReactNode {
  switch (dialog?.kind) {
    case undefined:
      return null;
    case "original":
      return <OriginalDialog articleId={articleId} onClose={onClose} />;
    case "link":
      return <LinkDialog address={dialog.address} onClose={onClose} />;
    case "pictures":
      return <PictureViewer pictures={dialog.pictures} first={dialog.first} onClose={onClose} />;
  }
}
