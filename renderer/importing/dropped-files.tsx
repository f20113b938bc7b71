/** Files dropped anywhere on the window, and the sign that they may be. */
import { FileDown } from "lucide-react";
import { useEffect, useState } from "react";
import { pathOf } from "../client.ts";
import { useSay } from "../ui/language.ts";
import styles from "./dropped-files.module.css";

export function DroppedFiles({ onDrop }: { readonly onDrop: (paths: readonly string[]) => void }) {
  const say = useSay();
  const [over, setOver] = useState(false);

  useEffect(() => {
    function onDragOver(event: DragEvent): void {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "copy";
      setOver(true);
    }
    function onDragLeave(event: DragEvent): void {
      // Leaving the window has nothing on the other side; leaving an element for another has.
      if (event.relatedTarget === null) setOver(false);
    }
    function onDropped(event: DragEvent): void {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      onDrop([...(event.dataTransfer?.files ?? [])].map(pathOf).filter((path) => path !== ""));
    }
    document.addEventListener("dragover", onDragOver);
    document.addEventListener("dragleave", onDragLeave);
    document.addEventListener("drop", onDropped);
    return () => {
      document.removeEventListener("dragover", onDragOver);
      document.removeEventListener("dragleave", onDragLeave);
      document.removeEventListener("drop", onDropped);
    };
  }, [onDrop]);

  if (!over) return null;
  return (
    <div className={styles["over"]}>
      <p className={styles["sign"]}>
        <FileDown size={24} strokeWidth={1.5} aria-hidden />
        {say("import.drop")}
      </p>
    </div>
  );
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}
