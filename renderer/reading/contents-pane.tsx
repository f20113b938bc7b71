/** Where the contents stand: beside the page where there is room, else over it when asked for. */
import { memo, type ReactNode, useCallback, useState } from "react";
import type { Section } from "../../preload/model/sections.ts";
import { Drawer } from "../ui/drawer.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt } from "../ui/notices.tsx";
import { useChangeSettings, useSettings } from "../ui/settings-context.tsx";
import { useWindowWidth } from "../ui/window-width.ts";
import type { ArticleModel } from "./article-model.ts";
import type { Choosing } from "./choosing/use-choosing.ts";
import { ContentsPanel } from "./contents-panel.tsx";
import type { PlaceOnScreen } from "./place-on-screen.ts";
import styles from "./reading-view.module.css";

export interface Contents {
  readonly beside: boolean;
  readonly over: boolean;
  readonly toggle: () => void;
  readonly hide: () => void;
  /** After a jump: what lies over the page makes way, what lies beside it stays. */
  readonly makeWay: () => void;
}

/** While choosing what to print the contents are in sight where there is room: their ticks are half of it. */
export function useContents(isChoosing = false): Contents {
  const { contentsOpen } = useSettings();
  const changeSettings = useChangeSettings();
  const attempt = useAttempt();
  const hasRoom = useWindowWidth() === "wide";
  const [over, setOver] = useState(false);
  const beside = hasRoom && (contentsOpen || isChoosing);
  const show = useCallback(
    (shown: boolean) => {
      if (hasRoom) void attempt(() => changeSettings({ contentsOpen: shown }));
      else setOver(shown);
    },
    [hasRoom, attempt, changeSettings],
  );
  const isShown = beside || (!hasRoom && over);
  return {
    beside,
    over: !hasRoom && over,
    toggle: () => show(!isShown),
    hide: useCallback(() => show(false), [show]),
    makeWay: useCallback(() => setOver(false), []),
  };
}

interface ContentsPaneProps {
  readonly beside: boolean;
  readonly over: boolean;
  readonly sections: readonly Section[];
  readonly model: ArticleModel;
  readonly place: PlaceOnScreen | null;
  readonly onGo: (section: Section) => void;
  readonly onHide: () => void;
  readonly choosing: Choosing | null;
}

/** Drawn anew only when something of its own changes: a long document has thousands of entries. */
export const ContentsPane = memo(function ContentsPane(props: ContentsPaneProps): ReactNode {
  const { beside, over, sections, model, place, onGo, onHide, choosing } = props;
  const say = useSay();
  if (!beside && !over) return null;
  const panel = (
    <ContentsPanel
      sections={sections}
      shown={model.shown}
      place={place}
      onGo={onGo}
      onHide={onHide}
      choosing={choosing?.isOn === true ? choosing : null}
    />
  );
  if (beside) return <div className={styles["contents"]}>{panel}</div>;
  return (
    <Drawer name={say("reading.contents")} edge="end" onClose={onHide}>
      {panel}
    </Drawer>
  );
});
