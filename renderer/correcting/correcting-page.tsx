/** The correcting desk (校对): what came in at the left, the result at the right, and every step undone as it was done. */
import { Redo2, Undo2 } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { firstCharacters } from "../../preload/model/first-characters.ts";
import { shortcutOf } from "../../preload/model/shortcuts.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { useCommands } from "../ui/commands.ts";
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt } from "../ui/notices.tsx";
import { useWindowWidth } from "../ui/window-width.ts";
import { ChooseDialog, SplitDialog } from "./article-dialogs.tsx";
import { besideOf, compact } from "./beside.ts";
import { BlockList } from "./block-list.tsx";
import styles from "./correcting.module.css";
import type { DeskActs } from "./desk-acts.ts";
import { FieldsList } from "./fields-list.tsx";
import { OriginalPane } from "./original-pane.tsx";
import { type Row, rowsOf } from "./pieces.ts";
import type { Standing } from "./recognised.tsx";
import { SparePictures } from "./spare-pictures.tsx";
import { Told, ToldMark } from "./told.tsx";
import { type OpenDesk, useDesk } from "./use-desk.ts";
import { useFollowedRow } from "./use-followed-row.ts";
import { pictureInto, useDroppedPicture, usePastedPicture, usePictures } from "./use-pictures.ts";

interface CorrectingPageProps {
  readonly id: number;
  /** Back to reading. */
  readonly onDone: () => void;
}

export function CorrectingPage({ id, onDone }: CorrectingPageProps): ReactNode {
  const say = useSay();
  const { open, error, again, acts } = useDesk(id);
  return (
    <main className={styles["page"]} aria-label={say("correcting.title")}>
      {error === null || open !== null ? null : <FailureNote error={error} onRetry={again} />}
      {open === null ? null : <Desk key={id} id={id} open={open} acts={acts} onDone={onDone} />}
    </main>
  );
}

/** Of the first paragraph, as the title of an article that begins with it. */
const TITLE_OFFERED = 60;

interface DeskProps extends CorrectingPageProps {
  readonly open: OpenDesk;
  readonly acts: DeskActs;
}

/** What a dialog is open for; the paragraph may stand elsewhere, or be another, once it is answered. */
type Asked =
  | { readonly kind: "split"; readonly now: () => Row; readonly text: string }
  | { readonly kind: "give"; readonly now: () => Row }
  | { readonly kind: "join" };

function Desk({ id, open, acts, onDone }: DeskProps): ReactNode {
  const say = useSay();
  const { desk, lead, body, text } = open;
  const isNarrow = useWindowWidth() === "narrow";
  const [shown, setShown] = useState<"original" | "result">("result");
  const [current, setCurrent] = useState("body-0");
  const [asked, setAsked] = useState<Asked | null>(null);
  const rows = useMemo(() => rowsOf(lead, body, text), [lead, body, text]);
  const pictures = usePictures(acts, rows);
  const follow = useFollowedRow(rows);
  const attempt = useAttempt();
  useCommands({ "undo-bookmark": () => void acts.undo(), "redo-bookmark": () => void acts.redo() });
  const putFile = (file: File) => {
    const row = rows.find(({ key }) => key === current) ?? rows.at(-1);
    if (row !== undefined) pictures.put(row, file);
  };
  usePastedPicture(putFile);
  useDroppedPicture(putFile);
  const close = () => setAsked(null);
  const at = rows.findIndex(({ key }) => key === current);
  const beside = useMemo(() => standingOf(rows, at), [rows, at]);

  return (
    <>
      <header className={styles["head"]}>
        <h1 className={styles["heading"]}>
          {say("correcting.title")}
          <span className={styles["of"]}>{desk.article.title}</span>
        </h1>
        <div className={styles["tools"]}>
          <ToldMark count={desk.conflicts.length + desk.fieldConflicts.length} />
          <IconButton
            icon={Undo2}
            name={say("correcting.undo")}
            keys={shortcutOf("undo-bookmark")}
            isDisabled={desk.undoable === 0}
            onPress={() => void acts.undo()}
          />
          <IconButton
            icon={Redo2}
            name={say("correcting.redo")}
            keys={shortcutOf("redo-bookmark")}
            isDisabled={desk.redoable === 0}
            onPress={() => void acts.redo()}
          />
          <Button onPress={() => setAsked({ kind: "join" })}>{say("correcting.join-article")}</Button>
          <Button look="main" onPress={onDone}>
            {say("correcting.done")}
          </Button>
        </div>
      </header>
      {isNarrow ? (
        <ToggleButtonGroup
          aria-label={say("correcting.title")}
          className={styles["tabs"] ?? ""}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[shown]}
          onSelectionChange={(keys) => setShown(keys.has("original") ? "original" : "result")}
        >
          <ToggleButton id="result" className={styles["tab"] ?? ""}>
            {say("correcting.result")}
          </ToggleButton>
          <ToggleButton id="original" className={styles["tab"] ?? ""}>
            {say("correcting.original")}
          </ToggleButton>
        </ToggleButtonGroup>
      ) : null}
      <div className={styles["panes"]}>
        {isNarrow && shown === "result" ? null : (
          <OriginalPane id={id} imported={desk.imported} beside={beside} onGo={goBeside} />
        )}
        {isNarrow && shown === "original" ? null : (
          <section className={styles["result"]} aria-label={say("correcting.result")}>
            <Told id={id} desk={desk} acts={acts} />
            <FieldsList article={desk.article} acts={acts} />
            <BlockList
              open={open}
              rows={rows}
              current={current}
              onCurrent={setCurrent}
              acts={acts}
              pictures={pictures}
              onSplitArticle={(row) =>
                setAsked({ kind: "split", now: follow(row), text: row.pieces[0]?.text ?? "" })
              }
              onGive={(row) => setAsked({ kind: "give", now: follow(row) })}
            />
            <p className={styles["help"]}>{say("correcting.help")}</p>
          </section>
        )}
      </div>
      <SparePictures pictures={desk.spare} onUse={putSpare} />
      {asked?.kind === "split" ? (
        <SplitDialog
          title={firstCharacters(asked.text, TITLE_OFFERED)}
          onSplit={(title) => {
            close();
            void attempt(async () => {
              await acts.takeAcross({ kind: "split-article", at: asked.now().at, title });
            });
          }}
          onClose={close}
        />
      ) : null}
      {asked?.kind === "give" || asked?.kind === "join" ? (
        <ChooseDialog
          title={say(asked.kind === "give" ? "correcting.give-to-which" : "correcting.join-which")}
          siblings={desk.siblings}
          onChoose={(other) => {
            close();
            void attempt(async () => {
              await acts.takeAcross(
                asked.kind === "give"
                  ? { kind: "give", at: asked.now().at, other }
                  : { kind: "join-article", other },
              );
            });
          }}
          onClose={close}
        />
      ) : null}
    </>
  );

  function goBeside({ text: clicked, near }: Standing): void {
    const found = besideOf(clicked, rows.map(wholeText), near);
    const row = found === null ? undefined : rows[found];
    if (row === undefined) return;
    setCurrent(row.key);
    document.getElementById(`correcting-${row.key}`)?.focus();
  }

  function putSpare(image: string): void {
    const row = rows.find(({ key }) => key === current) ?? rows.at(-1);
    if (row === undefined) return;
    void acts.take({ kind: "picture", at: row.at, image, into: pictureInto(row) });
  }
}

function wholeText(row: Row): string {
  return compact(row.pieces.map(({ text }) => text).join(""));
}

function standingOf(rows: readonly Row[], index: number): Standing | null {
  const row = rows[index];
  return row === undefined ? null : { text: wholeText(row), near: index / Math.max(1, rows.length - 1) };
}
