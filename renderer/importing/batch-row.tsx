/** A row of an import's results: a part's heading, an article with what looks doubtful in it, a failure, a remark. */
import { Check, Pencil } from "lucide-react";
import { Button as Link } from "react-aria-components";
import type { Doubt } from "../../preload/model/doubts.ts";
import type { BatchArticle } from "../../preload/model/import-batch.ts";
import type { MenuTarget } from "../../preload/model/menu-target.ts";
import { BookmarksReport } from "../ui/bookmarks/bookmarks-report.tsx";
import { Button } from "../ui/button.tsx";
import { runCommand } from "../ui/commands.ts";
import { useSay, useSayCode } from "../ui/language.ts";
import { useSettings } from "../ui/settings-context.tsx";
import styles from "./batch.module.css";
import type { BatchRow } from "./batch-rows.ts";
import { partsOf } from "./file-names.ts";
import { EncodingLink, RetryButtons } from "./file-row.tsx";
import type { BatchActs } from "./importing-state.ts";

interface BatchHandlers {
  readonly job: string;
  readonly acts: BatchActs;
  readonly onOpenArticle: (id: number) => void;
  readonly settle: (articles: readonly BatchArticle[]) => void;
  readonly reopen: (ids: readonly number[]) => void;
}

const names = {
  doubtful: "batch-result.doubtful",
  failed: "import.failed",
  notes: "batch-result.notes",
  checked: "batch-result.checked",
  imported: "import.imported",
  updated: "import.updated",
  unchanged: "import.unchanged",
} as const;

export function BatchHeading({
  row,
  job,
  acts,
  settle,
}: BatchHandlers & { readonly row: BatchRow & { kind: "heading" } }) {
  const say = useSay();
  const { part, count, articles, failures } = row;
  const places = [...new Set(failures.map(({ place }) => place))];
  return (
    <div className={styles["heading"]}>
      <h3 className={styles["name"]}>
        {say(names[part])}
        <span className={styles["count"]}>{count.toLocaleString("en")}</span>
      </h3>
      {part === "doubtful" ? (
        <div className={styles["heading-acts"]}>
          <CompleteButton articles={articles} />
          <Button look="quiet" icon={Check} onPress={() => settle(articles)}>
            {say("batch-result.check-all")}
          </Button>
        </div>
      ) : null}
      {part === "failed" ? (
        <Button look="quiet" isDisabled={acts.isImporting} onPress={() => acts.retry(job, places)}>
          {say("import.retry-all")}
        </Button>
      ) : null}
    </div>
  );
}

/** For all those at once whose source or date is not known: of a folder that is mostly the same. */
function CompleteButton({ articles }: { readonly articles: readonly BatchArticle[] }) {
  const say = useSay();
  const ids = articles.filter(({ doubts }) => doubts.some(isOfDetails)).map(({ id }) => id);
  if (ids.length === 0) return null;
  return (
    <Button look="quiet" icon={Pencil} onPress={() => runCommand("edit-rows", rowTarget(ids))}>
      {say("batch-result.complete", { count: ids.length })}
    </Button>
  );
}

function rowTarget(ids: readonly number[]): MenuTarget {
  return { kind: "row", ids: [...ids], starred: false, trashed: false };
}

export function BatchLine({
  row,
  ...handlers
}: BatchHandlers & { readonly row: Exclude<BatchRow, { kind: "heading" }> }) {
  const sayCode = useSayCode();
  switch (row.kind) {
    case "article":
      return <ArticleLine article={row.article} {...handlers} />;
    case "failure": {
      const { failure } = row;
      return (
        <div className={styles["line"]}>
          <p className={styles["sentence"]}>
            {sayCode(failure.code, { path: failure.file, ...failure.parameters })}
          </p>
          <RetryButtons failures={[failure]} place={failure.place} job={handlers.job} acts={handlers.acts} />
        </div>
      );
    }
    case "note":
      return (
        <div className={styles["line"]}>
          <div className={styles["about"]}>
            <p className={styles["sentence"]}>{sayCode(row.note.code, row.note.parameters)}</p>
            <p className={styles["from"]}>{row.note.file}</p>
          </div>
        </div>
      );
  }
}

function ArticleLine({ article, onOpenArticle, settle, reopen }: BatchHandlers & { article: BatchArticle }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { language } = useSettings();
  const { id, doubts, checked, publication, issuedOn, file, bookmarks } = article;
  const gap = language === "en" ? " " : "";
  const title = article.title === "" ? say("list.untitled") : article.title;
  return (
    <div className={styles["line"]}>
      <div className={styles["about"]}>
        <Link className={styles["title"] ?? ""} onPress={() => onOpenArticle(id)}>
          {title}
        </Link>
        <p className={styles["from"]}>
          {[publication, issuedOn ?? "", partsOf(file).name].filter((part) => part !== "").join(" · ")}
        </p>
        {doubts.length === 0 ? null : (
          <p className={styles["doubts"]} data-checked={checked}>
            {doubts.map((doubt) => sentenceOf(doubt, sayCode)).join(gap)}
            {!checked && doubts.some(isOfEncoding) ? <EncodingLink id={id} /> : null}
          </p>
        )}
        {bookmarks === undefined ? null : <BookmarksReport article={id} title={title} outcome={bookmarks} />}
      </div>
      {doubts.length === 0 ? null : (
        <div className={styles["acts"]}>
          <Button
            aria-label={say("batch-result.correct-of", { title })}
            onPress={() => runCommand("correct-rows", rowTarget([id]))}
          >
            {say("correcting.open")}
          </Button>
          {checked ? (
            <Button
              look="quiet"
              aria-label={say("batch-result.uncheck-of", { title })}
              onPress={() => reopen([id])}
            >
              {say("batch-result.uncheck")}
            </Button>
          ) : (
            <Button
              icon={Check}
              aria-label={say("batch-result.check-of", { title })}
              onPress={() => settle([article])}
            >
              {say("batch-result.check")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function sentenceOf({ code, parameters }: Doubt, sayCode: ReturnType<typeof useSayCode>): string {
  const warning = parameters["warning"];
  return code === "warning" && typeof warning === "string"
    ? sayCode(warning, parameters)
    : sayCode(`doubt.${code}`, parameters);
}

/** What another encoding may put right. */
function isOfEncoding({ code }: Doubt): boolean {
  return code === "encoding" || code === "damaged";
}

function isOfDetails({ code }: Doubt): boolean {
  return code === "no-source" || code === "no-date";
}
