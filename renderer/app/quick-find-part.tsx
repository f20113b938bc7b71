/** Quick find joined to the reading view and the list. */
import { useCallback } from "react";
import type { Opening } from "../../preload/model/opening.ts";
import { everything, type ListFilter } from "../library/list-filter.ts";
import { QuickFind } from "../quick-find/quick-find.tsx";
import { runCommand } from "../ui/commands.ts";

interface QuickFindPartProps {
  readonly onOpen: (id: number, opening: Opening | null) => void;
  readonly onFilter: (filter: ListFilter) => void;
}

export function QuickFindPart({ onOpen, onFilter }: QuickFindPartProps) {
  const list = useCallback(
    (place: { readonly publication: string } | { readonly collection: number }) => {
      onFilter(
        "publication" in place
          ? { ...everything, publication: place.publication }
          : { ...everything, shelf: { kind: "collection", id: place.collection } },
      );
      runCommand("show-library");
    },
    [onFilter],
  );
  const open = useCallback(
    (id: number, at: number | null) => onOpen(id, at === null ? null : { at, words: null }),
    [onOpen],
  );
  return <QuickFind onOpenArticle={open} onList={list} />;
}
