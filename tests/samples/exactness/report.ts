/** How exactly the texts came: each file that differs, then a table by format. */
import type { SampleResult } from "../run.ts";
import { apart, type Exactness, isExact } from "./compare.ts";
import { explainedExactness } from "./explained-exactness.ts";

interface Row {
  files: number;
  exact: number;
  explained: number;
  source: number;
  lost: number;
  added: number;
  moved: number;
  joined: number;
  cut: number;
  /** Of all these, those in files that nobody has explained. */
  open: number;
}

const COUNTS = ["source", "lost", "added", "moved", "joined", "cut"] as const;

export function printExactness(results: readonly SampleResult[]): void {
  const rows = new Map<string, Row>();
  console.log("\nText exactness, beside what each file's own bytes say (lost -, added +)");
  for (const { sample, exactness } of results) {
    if (exactness === null) continue;
    const reason = isExact(exactness) ? undefined : explainedExactness[sample.file];
    const row = rows.get(sample.format) ?? emptyRow();
    rows.set(sample.format, row);
    row.files++;
    row.exact += Number(isExact(exactness));
    row.explained += Number(reason !== undefined);
    for (const count of COUNTS) row[count] += exactness[count];
    if (reason === undefined) row.open += apart(exactness);
    if (!isExact(exactness)) printFile(sample.file, exactness, reason);
  }
  printTable(rows);
  const others = results.filter(({ exactness, found }) => exactness === null && found !== null);
  console.log(
    `Read, but not compared (no text of their own, no pdftotext, or broken on purpose): ${others.length} files`,
  );
  for (const { sample } of others) console.log(`  ${sample.file}`);
}

function printFile(file: string, exactness: Exactness, reason: string | undefined): void {
  const counts = COUNTS.filter((count) => count === "source" || exactness[count] > 0);
  const said = counts.map((count) => `${exactness[count]} ${count}`).join(", ");
  console.log(
    `  ${reason === undefined ? "✗" : "="} ${file}: ${said}${reason === undefined ? "" : `: ${reason}`}`,
  );
  if (reason === undefined) for (const passage of exactness.passages) console.log(`      ${passage}`);
}

function printTable(rows: ReadonlyMap<string, Row>): void {
  const names = ["files", "exact", "explained", ...COUNTS, "open"] as const;
  console.log(`\n${"format".padEnd(20)}${names.map((name) => name.padStart(10)).join("")}`);
  for (const [format, row] of rows) {
    console.log(`${format.padEnd(20)}${names.map((name) => String(row[name]).padStart(10)).join("")}`);
  }
}

function emptyRow(): Row {
  return {
    files: 0,
    exact: 0,
    explained: 0,
    source: 0,
    lost: 0,
    added: 0,
    moved: 0,
    joined: 0,
    cut: 0,
    open: 0,
  };
}
