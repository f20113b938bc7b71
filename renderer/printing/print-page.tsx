/** The print screen (打印): the pieces at the left, the very pages in the middle, how they are printed at the right. */
import { ListOrdered, SlidersHorizontal } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import type { ChosenPiece, PrintList } from "../../preload/model/print.ts";
import { listen } from "../client.ts";
import { IconButton } from "../ui/button.tsx";
import { Drawer } from "../ui/drawer.tsx";
import { useSay } from "../ui/language.ts";
import type { DirectPrint } from "../ui/print-list.ts";
import { useAsk } from "../ui/queries.ts";
import { useSettings } from "../ui/settings-context.tsx";
import { useWindowWidth } from "../ui/window-width.ts";
import { OptionsPane } from "./options-pane.tsx";
import { PiecesPane } from "./pieces-pane.tsx";
import { Preview } from "./preview.tsx";
import { PrintActions } from "./print-actions.tsx";
import styles from "./print-page.module.css";
import { useOptions } from "./use-options.ts";
import { type Asked, type PrintRun, usePrintRun } from "./use-print-run.ts";

interface PrintPageProps {
  /** Pieces that are previewed without the print list; null: the list. */
  readonly direct: DirectPrint | null;
  readonly onList: () => void;
}

export function PrintPage({ direct, onList }: PrintPageProps): ReactNode {
  const say = useSay();
  const { data: list, error, refetch } = useAsk("printList", null);
  const options = useOptions();
  const [drawn, setDrawn] = useState<Drawn>(null);
  const isNarrow = useWindowWidth() === "narrow";
  const run = useRun(direct?.pieces ?? null, list, options);
  const pieces = (
    <PiecesPane
      list={list}
      error={error}
      onRetry={() => void refetch()}
      direct={direct}
      onList={() => {
        setDrawn(null);
        onList();
      }}
    />
  );
  const { sides, landscape } = options.options;
  const actions = <PrintActions run={run} byHand={sides === "manual"} landscape={landscape} />;
  if (isNarrow)
    return (
      <Narrow
        {...{ run, pieces, actions, drawn, setDrawn }}
        options={<OptionsPane state={options} />}
        isDirect={direct !== null}
        isEmpty={direct === null && list?.pieces.length === 0}
      />
    );
  return (
    <main className={styles["page"]} aria-label={say("print.title")}>
      <h1 className={styles["heard"]}>{say("print.title")}</h1>
      <div className={styles["pieces"]}>{pieces}</div>
      <div className={styles["middle"]}>
        <Preview run={run} start={null} />
      </div>
      <div className={styles["options"]}>
        <OptionsPane state={options} />
        {actions}
      </div>
    </main>
  );
}

interface NarrowProps {
  readonly run: PrintRun;
  readonly pieces: ReactNode;
  readonly options: ReactNode;
  readonly actions: ReactNode;
  readonly isDirect: boolean;
  readonly isEmpty: boolean;
  readonly drawn: Drawn;
  readonly setDrawn: (drawn: Drawn) => void;
}

type Drawn = "pieces" | "options" | null;

/** The pages alone, with pieces and options in drawers; the pieces in their place while there are none. */
function Narrow(props: NarrowProps): ReactNode {
  const { run, pieces, options, actions, isDirect, isEmpty, drawn, setDrawn } = props;
  const say = useSay();
  const start = (
    <>
      <IconButton
        icon={ListOrdered}
        name={say(isDirect ? "print.direct" : "print.list")}
        onPress={() => setDrawn("pieces")}
      />
      <IconButton icon={SlidersHorizontal} name={say("print.options")} onPress={() => setDrawn("options")} />
    </>
  );
  return (
    <main className={styles["page"]} aria-label={say("print.title")}>
      <h1 className={styles["heard"]}>{say("print.title")}</h1>
      <div className={styles["middle"]}>
        {isEmpty ? pieces : <Preview run={run} start={start} />}
        <div className={styles["foot"]}>{actions}</div>
      </div>
      {drawn === null || isEmpty ? null : (
        <Drawer
          name={say(drawn === "pieces" ? "print.pieces" : "print.options")}
          edge={drawn === "pieces" ? "start" : "end"}
          onClose={() => setDrawn(null)}
        >
          {drawn === "pieces" ? pieces : options}
        </Drawer>
      )}
    </main>
  );
}

/** The preview of what is asked for, made anew when anything it shows has changed. */
function useRun(
  pieces: readonly ChosenPiece[] | null,
  list: PrintList | undefined,
  { template, options }: ReturnType<typeof useOptions>,
) {
  const { language, fullWidthPunctuation, citationFormat } = useSettings();
  const edits = useEdits();
  const isNothing = pieces === null && (list === undefined || list.pieces.length === 0);
  const asked: Asked | null = isNothing ? null : { pieces, template, options };
  const what = pieces ?? list?.pieces.map(({ id, state, revision }) => [id, state, revision]);
  const key = [what, template, options, language, fullWidthPunctuation, citationFormat, edits];
  return usePrintRun(asked, JSON.stringify(key));
}

/** Counts the changes of articles and bookmarks, which the pages show too. */
function useEdits(): number {
  const [edits, setEdits] = useState(0);
  useEffect(
    () =>
      listen("changed", (topics) => {
        if (topics.includes("articles") || topics.includes("bookmarks")) setEdits((count) => count + 1);
      }),
    [],
  );
  return edits;
}
