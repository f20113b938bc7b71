/** One file of an import: its name, its state, what came of it or why nothing did. */
import { Button as Link } from "react-aria-components";
import type { ImportFileRow, ImportFileState } from "../../preload/model/import-batch.ts";
import type { ImportFailure } from "../../preload/model/import-report.ts";
import type { Job } from "../../preload/model/job.ts";
import type { MenuTarget } from "../../preload/model/menu-target.ts";
import { Button } from "../ui/button.tsx";
import { runCommand } from "../ui/commands.ts";
import { useSay, useSayCode } from "../ui/language.ts";
import styles from "./file-list.module.css";
import { nearest, partsOf } from "./file-names.ts";
import type { BatchActs } from "./importing-state.ts";

interface FileRowProps {
  readonly row: ImportFileRow;
  readonly job: Job;
  readonly acts: BatchActs;
  readonly onOpenArticle: (id: number) => void;
}

export function FileRow({ row, job, acts, onOpenArticle }: FileRowProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const { folder, name } = partsOf(row.file);
  const state = shownState(row, job);
  const hasEnded = job.state !== "running";
  return (
    <div className={styles["row"]}>
      <span className={styles["state"]} data-state={state}>
        {say(`import.state-${state}`)}
      </span>
      <div className={styles["what"]}>
        <p className={styles["name"]} title={row.file}>
          {folder === "" ? null : <span className={styles["folder"]}>{nearest(folder)}</span>}
          {name}
        </p>
        {row.article === null ? null : (
          <Link className={styles["link"] ?? ""} onPress={() => onOpenArticle(row.article?.id ?? 0)}>
            {titleOf(row, say("list.untitled"), (title, count) =>
              say("import.articles-of-file", { title, count }),
            )}
          </Link>
        )}
        {row.failed.map((failure) => (
          <p key={failure.file} className={styles["failure"]}>
            {/* Its folder stands above already. */}
            {sayCode(failure.code, {
              ...failure.parameters,
              path: failure.file === row.file ? name : failure.file,
            })}
          </p>
        ))}
        {row.warnings.map((warning) => (
          <p key={JSON.stringify(warning)} className={styles["warning"]}>
            {sayCode(warning.code, warning.parameters)}
            {row.article !== null && isOfEncoding(warning.code) ? <EncodingLink id={row.article.id} /> : null}
          </p>
        ))}
        {hasEnded && row.failed.length > 0 ? (
          <RetryButtons failures={row.failed} place={row.place} job={job.id} acts={acts} />
        ) : null}
      </div>
    </div>
  );
}

interface RetryProps {
  readonly failures: readonly ImportFailure[];
  readonly place: number;
  readonly job: string;
  readonly acts: BatchActs;
}

/** For a locked file its password, for another one more try. */
export function RetryButtons({ failures, place, job, acts }: RetryProps) {
  const say = useSay();
  const locked = failures.find(opensWithPassword);
  if (locked !== undefined) {
    return (
      <div>
        <Button onPress={() => acts.askPassword({ job, place, file: locked.file })}>
          {say("import.enter-password")}
        </Button>
      </div>
    );
  }
  return (
    <div>
      <Button onPress={() => acts.retry(job, [place])}>{say("import.retry")}</Button>
    </div>
  );
}

export function EncodingLink({ id }: { readonly id: number }) {
  const say = useSay();
  const target: MenuTarget = { kind: "row", ids: [id], starred: false, trashed: false };
  return (
    <Link className={styles["link"] ?? ""} onPress={() => void runCommand("change-encoding", target)}>
      {say("encoding.change")}
    </Link>
  );
}

/** Of the locked formats, PDF alone is opened by its password. */
function opensWithPassword({ code, file }: ImportFailure): boolean {
  return code === "encrypted" && /\.pdf$/i.test(file);
}

function isOfEncoding(code: string): boolean {
  return code === "warning.encoding-unsure" || code === "warning.damaged-text";
}

function shownState({ state, place }: ImportFileRow, job: Job): ImportFileState | "reading" | "not-reached" {
  if (state !== "waiting") return state;
  if (job.state !== "running") return "not-reached";
  const { reading } = job;
  return reading !== undefined && place >= reading.from && place <= reading.to ? "reading" : "waiting";
}

function titleOf(
  { article, articles }: ImportFileRow,
  untitled: string,
  ofMany: (title: string, count: number) => string,
): string {
  const title = article?.title || untitled;
  return articles > 1 ? ofMany(title, articles) : title;
}
