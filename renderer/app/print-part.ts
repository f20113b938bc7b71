/** What the window as a whole does about printing: showing the print list, or pieces without it. */
import { useCallback, useMemo, useRef, useState } from "react";
import { useCommands } from "../ui/commands.ts";
import type { Frame, KeptChoice } from "../ui/frame-context.ts";
import type { DirectPrint } from "../ui/print-list.ts";
import type { Overlay } from "./screen.ts";

export interface PrintPart {
  /** Previewed without the print list; null: the list is. */
  readonly direct: DirectPrint | null;
  readonly showList: () => void;
  /** What the reading view is told. */
  readonly frame: Pick<Frame, "preview" | "choice">;
}

export function usePrintPart(setOverlay: (overlay: Overlay) => void): PrintPart {
  const [direct, setDirect] = useState<DirectPrint | null>(null);
  const choice = useRef<KeptChoice | null>(null);
  const showList = useCallback(() => {
    setDirect(null);
    setOverlay("print");
  }, [setOverlay]);
  // Where an article is open its own command comes first, and previews what is chosen of it.
  useCommands({ "show-print": showList, "print-preview": showList });
  const frame = useMemo(
    () => ({
      choice,
      preview: (pieces: DirectPrint) => {
        setDirect(pieces);
        setOverlay("print");
      },
    }),
    [setOverlay],
  );
  return { direct, showList, frame };
}
