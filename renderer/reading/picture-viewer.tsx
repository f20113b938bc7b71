/** The picture viewer (查看大图): one picture over the whole window, to be zoomed, moved and leafed through. */
import { ChevronLeft, ChevronRight, Download, Maximize2, Scan, X, ZoomIn, ZoomOut } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { ask, pictureAddress } from "../client.ts";
import { IconButton } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import { type Stage, useStage } from "./picture-stage.ts";
import styles from "./picture-viewer.module.css";
import type { ArticlePicture } from "./pictures.ts";

interface PictureViewerProps {
  readonly pictures: readonly ArticlePicture[];
  /** Which one is shown at first. */
  readonly first: number;
  readonly onClose: () => void;
}

export function PictureViewer({ pictures, first, onClose }: PictureViewerProps): ReactNode {
  const say = useSay();
  const [at, setAt] = useState(first);
  const stage = useStage();
  const picture = pictures[at];
  const go = (by: number) => {
    const next = at + by;
    if (next < 0 || next >= pictures.length) return;
    setAt(next);
    stage.clear();
  };
  useWindowKeys((event) => onKey(event, stage, go, onClose));
  if (picture === undefined) return null;

  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => open || onClose()}
      className={styles["overlay"] ?? ""}
      data-modal=""
    >
      <Modal className={styles["modal"] ?? ""}>
        <Dialog aria-label={say("reading.viewer")} className={styles["dialog"] ?? ""}>
          <div className={styles["content"]}>
            <ViewerBar
              picture={picture}
              at={at}
              total={pictures.length}
              stage={stage}
              go={go}
              onClose={onClose}
            />
            <StagedPicture key={picture.image} picture={picture} stage={stage} />
            {picture.caption === "" ? null : <p className={styles["caption"]}>{picture.caption}</p>}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ViewerBarProps {
  readonly picture: ArticlePicture;
  readonly at: number;
  readonly total: number;
  readonly stage: Stage;
  readonly go: (by: number) => void;
  readonly onClose: () => void;
}

function ViewerBar({ picture, at, total, stage, go, onClose }: ViewerBarProps): ReactNode {
  const say = useSay();
  const attempt = useAttempt();
  const { tell } = useNotices();
  const save = () =>
    attempt(async () => {
      const path = await ask("savePicture", { hash: picture.image });
      if (path !== null) tell(say("reading.saved", { path }));
    });
  return (
    <div className={styles["bar"]}>
      <div className={styles["group"]}>
        <IconButton
          icon={ChevronLeft}
          name={say("reading.previous-picture")}
          keys="PageUp"
          isDisabled={at === 0}
          onPress={() => go(-1)}
        />
        <span className={styles["count"]} role="status">
          {say("reading.picture-count", { at: at + 1, total })}
        </span>
        <IconButton
          icon={ChevronRight}
          name={say("reading.next-picture")}
          keys="PageDown"
          isDisabled={at === total - 1}
          onPress={() => go(1)}
        />
      </div>
      <div className={styles["group"]}>
        <IconButton icon={ZoomOut} name={say("reading.zoom-out")} keys="-" onPress={() => stage.zoom(-1)} />
        <span className={styles["percent"]}>{say("reading.zoom", { percent: stage.percent })}</span>
        <IconButton icon={ZoomIn} name={say("reading.zoom-in")} keys="Plus" onPress={() => stage.zoom(1)} />
        <IconButton icon={Maximize2} name={say("reading.fit")} keys="0" onPress={stage.reset} />
        <IconButton icon={Scan} name={say("reading.actual-size")} keys="1" onPress={stage.actualSize} />
      </div>
      <div className={styles["group"]}>
        <IconButton icon={Download} name={say("reading.save-picture")} onPress={() => void save()} />
        <IconButton icon={X} name={say("reading.close")} keys="Esc" onPress={onClose} />
      </div>
    </div>
  );
}

function StagedPicture({ picture, stage }: { picture: ArticlePicture; stage: Stage }): ReactNode {
  const say = useSay();
  const [unreadable, setUnreadable] = useState(false);
  return (
    <div ref={stage.frame} className={styles["stage"]} data-movable={stage.movable} {...stage.pointer}>
      {unreadable ? (
        <p>{say("reading.picture-unreadable")}</p>
      ) : (
        <img
          src={pictureAddress(picture.image)}
          alt={picture.alt === "" ? picture.caption : picture.alt}
          draggable={false}
          data-picture={picture.image}
          style={stage.style}
          onLoad={(event) => stage.learn(event.currentTarget)}
          onError={() => setUnreadable(true)}
        />
      )}
    </div>
  );
}

/** The keys work wherever the focus is, since a button that has just gone grey can hold none. */
function useWindowKeys(handle: (event: KeyboardEvent) => void): void {
  const newest = useRef(handle);
  useEffect(() => {
    newest.current = handle;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => newest.current(event);
    // Before anyone else: Esc closes the picture, not just the name that shows beside a button.
    window.addEventListener("keydown", listener, { capture: true });
    return () => window.removeEventListener("keydown", listener, { capture: true });
  }, []);
}

const PAN_PIXELS = 80;

function onKey(event: KeyboardEvent, stage: Stage, go: (by: number) => void, close: () => void): void {
  if (event.ctrlKey || event.altKey) return;
  const sideways = (by: number) => (stage.movable ? stage.pan(-by * PAN_PIXELS, 0) : go(by));
  const actions: Readonly<Record<string, () => void>> = {
    "+": () => stage.zoom(1),
    "=": () => stage.zoom(1),
    "-": () => stage.zoom(-1),
    "0": stage.reset,
    "1": stage.actualSize,
    Escape: close,
    PageUp: () => go(-1),
    PageDown: () => go(1),
    ArrowLeft: () => sideways(-1),
    ArrowRight: () => sideways(1),
    ArrowUp: () => stage.pan(0, PAN_PIXELS),
    ArrowDown: () => stage.pan(0, -PAN_PIXELS),
  };
  const action = actions[event.key];
  if (action === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}
