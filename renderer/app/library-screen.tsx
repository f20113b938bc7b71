/** The library: the list at the left, or as a drawer in a narrow window, and the page beside it. */
import type { ReactNode } from "react";
import { ReadingView } from "../reading/reading-view.tsx";
import { Drawer } from "../ui/drawer.tsx";
import { useFrame } from "../ui/frame-context.ts";
import { useSay } from "../ui/language.ts";
import styles from "./app.module.css";
import { Home } from "./home.tsx";
import type { ListPane } from "./list-pane.ts";
import type { Place } from "./reading-history.ts";

interface LibraryScreenProps {
  readonly place: Place;
  readonly list: ListPane;
  readonly column: ReactNode;
  readonly onOpen: (id: number) => void;
  readonly onOpenBeside: (id: number) => void;
}

export function LibraryScreen({ place, list, column, onOpen, onOpenBeside }: LibraryScreenProps): ReactNode {
  const say = useSay();
  const { pageAlone, toolbarStart } = useFrame();
  return (
    <>
      {list.isShown && !pageAlone ? <div className={styles["list"]}>{column}</div> : null}
      <div className={styles["page"]}>
        {place.id === null ? (
          <Home onOpen={onOpen} toolbarStart={toolbarStart} />
        ) : (
          <ReadingView articleId={place.id} opening={place.opening} onOpen={onOpenBeside} />
        )}
      </div>
      {list.isDrawerOpen ? (
        <Drawer name={say("list.column")} edge="start" onClose={list.closeDrawer}>
          {column}
        </Drawer>
      ) : null}
    </>
  );
}
