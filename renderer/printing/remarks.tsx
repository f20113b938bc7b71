/** What the pages lack: typefaces, pictures, pieces. A quiet line each. */
import type { ReactNode } from "react";
import type { PrintPreview } from "../../preload/model/print.ts";
import { useSay } from "../ui/language.ts";
import styles from "./preview.module.css";

export function Remarks({ preview }: { readonly preview: PrintPreview }): ReactNode {
  const say = useSay();
  const { missingFaces, missingPictures, leftOut } = preview;
  const sentences = [
    ...(leftOut > 0 ? [say("print.left-out", { count: leftOut })] : []),
    ...(missingPictures > 0 ? [say("print.missing-pictures", { count: missingPictures })] : []),
    ...[...Map.groupBy(missingFaces, ({ used }) => used)].map(([used, faces]) =>
      say("print.missing-faces", { wanted: faces.map(({ wanted }) => wanted), used }),
    ),
  ];
  if (sentences.length === 0) return null;
  return (
    <ul className={styles["remarks"]} role="status">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
