/** The list beside the page, or as a drawer where the window is narrow. */
import { useCallback, useMemo, useState } from "react";
import { useAttempt } from "../ui/notices.tsx";
import { useChangeSettings, useSettings } from "../ui/settings-context.tsx";
import { useWindowWidth } from "../ui/window-width.ts";

export interface ListPane {
  /** Beside the page. */
  readonly isShown: boolean;
  /** The window has no room for it beside the page. */
  readonly isDrawer: boolean;
  readonly isDrawerOpen: boolean;
  /** Folds or unfolds it, and remembers that; in a narrow window, opens or closes the drawer. */
  readonly toggle: () => void;
  /** Brings it in sight, if it is not. */
  readonly show: () => void;
  readonly closeDrawer: () => void;
}

export function useListPane(): ListPane {
  const { listOpen } = useSettings();
  const changeSettings = useChangeSettings();
  const attempt = useAttempt();
  const isDrawer = useWindowWidth() === "narrow";
  const [drawerOpen, setDrawerOpen] = useState(false);
  const closeDrawer = useCallback(() => setDrawerOpen(false), []);

  return useMemo<ListPane>(() => {
    const remember = (open: boolean) => void attempt(() => changeSettings({ listOpen: open }));
    return {
      isShown: listOpen && !isDrawer,
      isDrawer,
      isDrawerOpen: isDrawer && drawerOpen,
      toggle: () => (isDrawer ? setDrawerOpen((open) => !open) : remember(!listOpen)),
      show: () => {
        if (isDrawer) setDrawerOpen(true);
        else if (!listOpen) remember(true);
      },
      closeDrawer,
    };
  }, [listOpen, isDrawer, drawerOpen, closeDrawer, changeSettings, attempt]);
}
