/** The preview: one page large, the others small beside it, and above them where one is and how large it is shown. */
import { ChevronLeft, ChevronRight, MoveHorizontal, ScanLine, ZoomIn, ZoomOut } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Toolbar } from "react-aria-components";
import { Button, IconButton, IconToggle } from "../ui/button.tsx";
import { useCommands } from "../ui/commands.ts";
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import { PageView } from "./page-view.tsx";
import styles from "./preview.module.css";
import { Remarks } from "./remarks.tsx";
import { Stage } from "./stage.tsx";
import { Thumbnails } from "./thumbnails.tsx";
import type { PrintRun } from "./use-print-run.ts";
import { percentOf, type Zoom, zoomed } from "./zoom.ts";

interface PreviewProps {
  readonly run: PrintRun;
  /** What stands before the page's number in a narrow window. */
  readonly start: ReactNode;
}

export function Preview({ run, start }: PreviewProps): ReactNode {
  const say = useSay();
  const { shown } = run;
  const [wanted, setWanted] = useState(1);
  const [zoom, setZoom] = useState<Zoom>({ fit: "page" });
  const [scale, setScale] = useState(1);
  const pages = shown?.pdf.count ?? 0;
  const page = Math.max(1, Math.min(wanted, pages));
  useCommands({
    "text-larger": () => setZoom(zoomed(scale, 1)),
    "text-smaller": () => setZoom(zoomed(scale, -1)),
    "text-reset": () => setZoom({ fit: "page" }),
  });
  return (
    <section className={styles["preview"]} aria-label={say("print.preview")}>
      <Toolbar aria-label={say("print.preview")} className={styles["toolbar"] ?? ""}>
        {start}
        <IconButton
          icon={ChevronLeft}
          name={say("print.previous-page")}
          keys="PageUp"
          isDisabled={page <= 1}
          onPress={() => setWanted(page - 1)}
        />
        <span className={styles["place"]} role="status">
          {shown === null ? "" : say("print.page-of", { page, pages })}
        </span>
        <IconButton
          icon={ChevronRight}
          name={say("print.next-page")}
          keys="PageDown"
          isDisabled={page >= pages}
          onPress={() => setWanted(page + 1)}
        />
        <div className={styles["zooms"]}>
          <IconToggle
            icon={ScanLine}
            name={say("print.fit-page")}
            isOn={zoom.fit === "page"}
            isDisabled={shown === null}
            onChange={() => setZoom({ fit: "page" })}
          />
          <IconToggle
            icon={MoveHorizontal}
            name={say("print.fit-width")}
            isOn={zoom.fit === "width"}
            isDisabled={shown === null}
            onChange={() => setZoom({ fit: "width" })}
          />
          <IconButton
            icon={ZoomOut}
            name={say("print.zoom-out")}
            keys="Ctrl+-"
            isDisabled={shown === null}
            onPress={() => setZoom(zoomed(scale, -1))}
          />
          <span className={styles["percent"]}>
            {shown === null ? "" : say("print.percent", { percent: percentOf(scale) })}
          </span>
          <IconButton
            icon={ZoomIn}
            name={say("print.zoom-in")}
            keys="Ctrl+="
            isDisabled={shown === null}
            onPress={() => setZoom(zoomed(scale, 1))}
          />
        </div>
      </Toolbar>
      <div className={styles["body"]} aria-busy={run.state === "running"}>
        {shown === null ? null : (
          <>
            <Thumbnails pdf={shown.pdf} page={page} onPage={setWanted} />
            <PageView
              pdf={shown.pdf}
              page={page}
              zoom={zoom}
              onPage={setWanted}
              onZoom={setZoom}
              onScale={setScale}
            />
          </>
        )}
        <Stage run={run} />
        <NoPreview run={run} />
      </div>
      {shown === null ? null : <Remarks preview={shown.preview} />}
    </section>
  );
}

/** Why there are no pages, or none of the newest wishes. */
function NoPreview({ run }: { readonly run: PrintRun }): ReactNode {
  const say = useSay();
  if (run.state === "failed")
    return (
      <div className={styles["over"]}>
        <FailureNote error={run.error} onRetry={run.again} />
      </div>
    );
  if (run.state !== "cancelled") return null;
  return (
    <div className={styles["over"]}>
      <p role="status">{say("print.cancelled")}</p>
      <Button onPress={run.again}>{say("print.preview-again")}</Button>
    </div>
  );
}
