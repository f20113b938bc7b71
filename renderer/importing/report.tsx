/** An import's report: what came in, what did not and why, what should be checked. */
import { type ReactNode, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import type {
  ImportedRow,
  ImportReport,
  ImportWarning,
  PackedReport,
} from "../../preload/model/import-report.ts";
import { unpackReport } from "../../preload/model/import-report.ts";
import type { MenuTarget } from "../../preload/model/menu-target.ts";
import { runCommand } from "../ui/commands.ts";
import { useSay, useSayCode } from "../ui/language.ts";
import styles from "./report.module.css";

/** Rows of a long part shown before they are asked for. */
const FIRST_ROWS = 50;

interface ReportProps {
  readonly packed: PackedReport;
  readonly onOpenArticle: (id: number) => void;
}

export function Report({ packed, onOpenArticle }: ReportProps) {
  const report = useMemo(() => unpackReport(packed), [packed]);
  const say = useSay();
  const sayCode = useSayCode();
  const article = (row: ImportedRow) => (
    <Button className={styles["article"] ?? ""} onPress={() => onOpenArticle(row.id)}>
      {row.title === "" ? say("list.untitled") : row.title}
    </Button>
  );
  return (
    <div className={styles["report"]}>
      <p className={styles["summary"]}>
        {say("import.summary", {
          imported: report.imported.length,
          updated: report.updated.length,
          unchanged: report.unchanged.length,
          failed: report.failed.length,
        })}
      </p>
      <Part
        name={say("import.failed")}
        rows={report.failed}
        draw={(failure) => sayCode(failure.code, { path: failure.file, ...failure.parameters })}
      />
      <Part
        name={say("import.warnings")}
        rows={report.warnings}
        draw={(warning) => (
          <>
            {sayCode(warning.code, warning.parameters)}
            <EncodingButton warning={warning} report={report} />
            <span className={styles["file"]}>{warning.file}</span>
          </>
        )}
      />
      <Part name={say("import.imported")} rows={report.imported} draw={article} />
      <Part name={say("import.updated")} rows={report.updated} draw={article} />
      <Part name={say("import.unchanged")} rows={report.unchanged} draw={article} />
    </div>
  );
}

/** Where the encoding is what may be wrong, the way to choose another for the warning's file. */
function EncodingButton({ warning, report }: { warning: ImportWarning; report: ImportReport }): ReactNode {
  const say = useSay();
  const isOfEncoding = warning.code === "warning.encoding-unsure" || warning.code === "warning.damaged-text";
  const rows = [...report.imported, ...report.updated, ...report.unchanged];
  const article = isOfEncoding ? rows.find(({ file }) => file === warning.file) : undefined;
  if (article === undefined) return null;
  const target: MenuTarget = { kind: "row", ids: [article.id], starred: false, trashed: false };
  return (
    <Button className={styles["article"] ?? ""} onPress={() => void runCommand("change-encoding", target)}>
      {say("encoding.change")}
    </Button>
  );
}

interface PartProps<Row> {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly draw: (row: Row) => ReactNode;
}

function Part<Row>({ name, rows, draw }: PartProps<Row>) {
  const say = useSay();
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
  return (
    <section className={styles["part"]}>
      <h3 className={styles["name"]}>
        {name}
        <span className={styles["count"]}>{rows.length.toLocaleString("en")}</span>
      </h3>
      <ul>
        {/* The rows of a report never change their order: their place is their key. */}
        {[...shown.entries()].map(([place, row]) => (
          <li key={place} className={styles["row"]}>
            {draw(row)}
          </li>
        ))}
      </ul>
      {shown.length < rows.length ? (
        <Button className={styles["article"] ?? ""} onPress={() => setAll(true)}>
          {say("import.show-all", { count: rows.length })}
        </Button>
      ) : null}
    </section>
  );
}
