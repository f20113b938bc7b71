/** What the frame tells the reading view inside it. */

import { createContext, type ReactNode, useContext } from "react";
import type { Bookmark } from "../../preload/model/bookmark.ts";

export interface Frame {
  /** The page alone fills the screen (F11): no toolbar, no contents. */
  readonly pageAlone: boolean;
  /** What the frame puts at the start of the reading toolbar, such as the way to the list in a narrow window. */
  readonly toolbarStart: ReactNode;
  /** Searches the library for a phrase. */
  readonly searchFor?: (phrase: string) => void;
  /** Opens the details of an article, to be completed. */
  readonly editDetails?: (articleId: number) => void;
  /** The bookmark that is being given a new place (重新定位), and the end of that. */
  readonly placing?: Bookmark | null;
  readonly onPlaced?: () => void;
}

export const FrameContext = createContext<Frame>({ pageAlone: false, toolbarStart: null });

export function useFrame(): Frame {
  return useContext(FrameContext);
}
