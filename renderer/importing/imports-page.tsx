/** The imports so far (导入记录), each with its report; and the way to the next. */
import { FilePlus2, FolderPlus } from "lucide-react";
import { ListBox, ListBoxItem } from "react-aria-components";
import type { ImportRecord } from "../../preload/model/listing.ts";
import { shortcutOf } from "../../preload/model/shortcuts.ts";
import { Button } from "../ui/button.tsx";
import { FailureNote } from "../ui/failure.tsx";
import { Hint } from "../ui/hint.tsx";
import { type Say, useSay } from "../ui/language.ts";
import { useAsk } from "../ui/queries.ts";
import { Batch, type BatchScroll } from "./batch.tsx";
import type { BatchActs } from "./importing-state.ts";
import styles from "./imports-page.module.css";

interface ImportsPageProps {
  /** The import whose results are shown; null: the newest. */
  readonly shown: string | null;
  readonly onShow: (job: string) => void;
  /** How far down its results a person was who comes back to them. */
  readonly scrolled: BatchScroll;
  readonly acts: BatchActs;
  readonly onChoose: (what: "files" | "folder") => void;
  readonly onOpenArticle: (id: number) => void;
}

export function ImportsPage(props: ImportsPageProps) {
  const { shown: chosen, onShow, scrolled, acts, onChoose, onOpenArticle } = props;
  const say = useSay();
  const { data: records, error, refetch } = useAsk("listImports", null);
  const shown = records?.find(({ job }) => job === chosen) ?? records?.[0];
  return (
    <main className={styles["page"]}>
      <header className={styles["head"]}>
        <h1 className={styles["title"]}>{say("import.records")}</h1>
        <Hint text={say("command.import-files")} keys={shortcutOf("import-files")}>
          <Button look="main" icon={FilePlus2} onPress={() => onChoose("files")}>
            {say("import.choose-files")}
          </Button>
        </Hint>
        <Hint text={say("command.import-folder")} keys={shortcutOf("import-folder")}>
          <Button icon={FolderPlus} onPress={() => onChoose("folder")}>
            {say("import.choose-folder")}
          </Button>
        </Hint>
      </header>
      {error === null ? null : <FailureNote error={error} onRetry={() => void refetch()} />}
      {records === undefined ? null : records.length === 0 ? (
        <p className={styles["none"]}>{say("import.no-records")}</p>
      ) : (
        <div className={styles["parts"]}>
          <ListBox
            aria-label={say("import.records")}
            items={records.map((record) => ({ id: record.job, record }))}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={shown === undefined ? [] : [shown.job]}
            onSelectionChange={(keys) => {
              const [key] = keys === "all" ? [] : keys;
              if (key !== undefined) onShow(String(key));
            }}
            className={styles["records"] ?? ""}
          >
            {({ record }) => <RecordRow record={record} />}
          </ListBox>
          {shown === undefined ? null : (
            <Batch
              key={shown.job}
              record={shown}
              scrolled={scrolled}
              time={timeOf(shown, say)}
              acts={acts}
              onOpenArticle={onOpenArticle}
            />
          )}
        </div>
      )}
    </main>
  );
}

function timeOf(record: ImportRecord, say: Say): string {
  return say("import.time", { time: Date.parse(record.startedAt) });
}

function RecordRow({ record }: { readonly record: ImportRecord }) {
  const say = useSay();
  const { imported, updated, unchanged, failed } = record;
  return (
    <ListBoxItem id={record.job} textValue={timeOf(record, say)} className={styles["record"] ?? ""}>
      <span className={styles["time"]}>
        {timeOf(record, say)}
        {record.cancelled ? ` · ${say("import.cancelled")}` : ""}
        {record.undo === "no" ? "" : ` · ${say(record.undo === "done" ? "undo.taken-back" : "undo.begun")}`}
      </span>
      <span className={styles["counts"]}>
        {say("import.summary", { imported, updated, unchanged, failed })}
      </span>
    </ListBoxItem>
  );
}
