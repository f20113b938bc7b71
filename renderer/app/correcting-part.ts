/** Which article lies on the correcting desk, and the ways to it and back. */
import { useCallback, useState } from "react";
import { useCommands } from "../ui/commands.ts";
import type { Overlay } from "./screen.ts";

export function useCorrectingPart(
  openId: number | null,
  open: (id: number) => void,
  overlay: Overlay | null,
  setOverlay: (overlay: Overlay | null) => void,
) {
  const [desk, setDesk] = useState<{ readonly id: number; readonly from: Overlay | null } | null>(null);
  const correct = (article: number | null | undefined) => {
    if (article === null || article === undefined) return;
    setDesk({ id: article, from: overlay });
    setOverlay("correcting");
  };
  useCommands({
    "correct-article": () => correct(openId),
    "correct-rows": (target) => correct(target?.kind === "row" ? target.ids[0] : null),
  });
  /** Goes on with what the import made doubtful; else reads what was corrected. */
  const end = useCallback(() => {
    if (desk?.from === "imports") return setOverlay("imports");
    setOverlay(null);
    if (desk !== null) open(desk.id);
  }, [desk, open, setOverlay]);
  return { id: desk?.id ?? null, end };
}
