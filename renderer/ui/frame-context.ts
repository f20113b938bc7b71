/** What the frame tells the reading view inside it. */
import { createContext, type ReactNode, useContext } from "react";

export interface Frame {
  /** The page alone fills the screen (F11): no toolbar, no contents. */
  readonly pageAlone: boolean;
  /** What the frame puts at the start of the reading toolbar, such as the way to the list in a narrow window. */
  readonly toolbarStart: ReactNode;
}

export const FrameContext = createContext<Frame>({ pageAlone: false, toolbarStart: null });

export function useFrame(): Frame {
  return useContext(FrameContext);
}
