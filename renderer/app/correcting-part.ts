/** Which article lies on the correcting desk, and the ways to it and back. */
import { useCallback, useState } from "react";
import { useCommands } from "../ui/commands.ts";
import type { Overlay } from "./screen.ts";

export function useCorrectingPart(
  openId: number | null,
  open: (id: number) => void,
  setOverlay: (overlay: Overlay | null) => void,
) {
  const [id, setId] = useState<number | null>(null);
  const correct = (article: number | null | undefined) => {
    if (article === null || article === undefined) return;
    setId(article);
    setOverlay("correcting");
  };
  useCommands({
    "correct-article": () => correct(openId),
    "correct-rows": (target) => correct(target?.kind === "row" ? target.ids[0] : null),
  });
  /** Reads what was corrected. */
  const end = useCallback(() => {
    setOverlay(null);
    if (id !== null) open(id);
  }, [id, open, setOverlay]);
  return { id, end };
}
