/** How the library's column is looked through, kept while other screens are shown: who comes back is where they were. */
import { type RefObject, useRef, useState } from "react";
import { allNewspapers, type NewspaperPlace } from "./newspaper-place.ts";

/** As one list, newspaper by newspaper, or by collections. */
export type ColumnView = "list" | "newspapers" | "collections";

export interface ColumnState {
  readonly view: ColumnView;
  readonly setView: (view: ColumnView) => void;
  readonly newspaper: NewspaperPlace;
  readonly setNewspaper: (place: NewspaperPlace) => void;
  /** How far the list of a newspaper's page is scrolled. */
  readonly newspaperScroll: RefObject<number>;
}

export function useColumnState(): ColumnState {
  const [view, setView] = useState<ColumnView>("list");
  const [newspaper, setNewspaper] = useState(allNewspapers);
  const newspaperScroll = useRef(0);
  return { view, setView, newspaper, setNewspaper, newspaperScroll };
}
