/** Whether the page is shown alone, which goes with the window's full screen, however that was entered or left. */
import { useEffect, useState } from "react";
import { listen } from "../client.ts";

/** Set at once when asked for here; the window's own news follow. */
export function usePageAlone(): [alone: boolean, setAlone: (alone: boolean) => void] {
  const [alone, setAlone] = useState(false);
  useEffect(() => listen("fullScreen", ({ on }) => setAlone(on)), []);
  return [alone, setAlone];
}
