/** What the list shows and what it tells its owner. */
import type { RefObject } from "react";
import type { ArticleRow as Row } from "../../preload/model/listing.ts";
import type { ListFilter } from "./list-filter.ts";
import type { Selection } from "./selection.ts";

export interface ArticleListProps {
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
  /** The article on the page. */
  readonly openId: number | null;
  readonly onOpen: (id: number) => void;
  readonly onDelete: (ids: readonly number[]) => void;
  /** `at`: in CSS pixels of the window. */
  readonly onMenu: (row: Row, at: { readonly x: number; readonly y: number }) => void;
  readonly onImport: () => void;
  /** How far the list is scrolled; kept by the owner, so that the list comes back where it was. */
  readonly scrollOffset: RefObject<number>;
  readonly scroller: RefObject<HTMLDivElement | null>;
}
