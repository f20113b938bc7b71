/** What the frame tells the reading view inside it. */

import { createContext, type ReactNode, type RefObject, useContext } from "react";
import type { Bookmark, BookmarkFilter } from "../../preload/model/bookmark.ts";
import type { DirectPrint } from "./print-list.ts";

/** What was ticked of an article for printing (选印), by the places of its parts. */
export interface KeptChoice {
  readonly article: number;
  readonly revision: number;
  readonly parts: ReadonlySet<number>;
}

export interface Frame {
  /** The page alone fills the screen (F11): no toolbar, no contents. */
  readonly pageAlone: boolean;
  /** What the frame puts at the start of the reading toolbar, such as the way to the list in a narrow window. */
  readonly toolbarStart: ReactNode;
  /** Searches the library for a phrase. */
  readonly searchFor?: (phrase: string) => void;
  /** Opens the bookmarks panel with what the filter lets through. */
  readonly showBookmarks?: (filter: Partial<BookmarkFilter>) => void;
  /** Opens the details of an article, to be completed. */
  readonly editDetails?: (articleId: number) => void;
  /** The bookmark that is being given a new place (重新定位), and the end of that. */
  readonly placing?: Bookmark | null;
  readonly onPlaced?: () => void;
  /** Shows pieces on the print screen as they would print, without the print list. */
  readonly preview?: (pieces: DirectPrint) => void;
  /** What is ticked, kept while another screen is shown. */
  readonly choice?: RefObject<KeptChoice | null>;
}

export const FrameContext = createContext<Frame>({ pageAlone: false, toolbarStart: null });

export function useFrame(): Frame {
  return useContext(FrameContext);
}
