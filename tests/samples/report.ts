/** The runner's report: what is not met, file by file, then a table by format. */
import { printExactness } from "./exactness/report.ts";
import type { Verdict } from "./judge.ts";
import type { SampleResult } from "./run.ts";

type Explained = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Row {
  files: number;
  filesMet: number;
  met: number;
  explained: number;
  differing: number;
}

/** Prints; true where every expectation is met or explained. */
export function report(results: readonly SampleResult[], explained: Explained): boolean {
  const rows = new Map<string, Row>();
  for (const result of results) {
    const reasons = explained[result.sample.file] ?? {};
    const differing = result.verdicts.filter(({ difference }) => difference !== null);
    const open = differing.filter(({ expectation }) => reasonOf(reasons, expectation) === undefined);
    const name = result.sample.file.split("/")[0] ?? "";
    const row = rows.get(name) ?? { files: 0, filesMet: 0, met: 0, explained: 0, differing: 0 };
    row.files++;
    row.filesMet += Number(open.length === 0);
    row.met += result.verdicts.length - differing.length;
    row.explained += differing.length - open.length;
    row.differing += open.length;
    rows.set(name, row);
    if (differing.length > 0) printFile(result, differing, reasons);
  }
  printTable(rows);
  printExactness(results);
  const unknown = new Set(results.flatMap((result) => result.unknown));
  if (unknown.size > 0) console.log(`Not checked, since not known: ${[...unknown].join(", ")}`);
  return [...rows.values()].every((row) => row.differing === 0);
}

/** An outcome is explained whatever was expected of it. */
function reasonOf(reasons: Readonly<Record<string, string>>, expectation: string): string | undefined {
  return reasons[expectation.replace(/:.*$/, "")];
}

function printFile(
  { sample, came, took }: SampleResult,
  differing: readonly Verdict[],
  reasons: Readonly<Record<string, string>>,
): void {
  console.log(`${sample.file}  (${came}, ${Math.round(took)} ms)${sample.note ? `  — ${sample.note}` : ""}`);
  for (const { expectation, difference } of differing) {
    const reason = reasonOf(reasons, expectation);
    const wanted = sample.expect[expectation];
    const expected = wanted === undefined ? "" : ` expected ${JSON.stringify(wanted).slice(0, 160)},`;
    if (reason !== undefined) console.log(`  = ${expectation}: ${difference?.slice(0, 80)}: ${reason}`);
    else console.log(`  ✗ ${expectation}:${expected} ${difference?.slice(0, 400)}`);
  }
}

function printTable(rows: ReadonlyMap<string, Row>): void {
  const all: Row = { files: 0, filesMet: 0, met: 0, explained: 0, differing: 0 };
  for (const row of rows.values()) {
    for (const key of Object.keys(all) as (keyof Row)[]) all[key] += row[key];
  }
  console.log("\nfolder               files  as expected   expectations met  explained  not met");
  for (const [name, row] of [...rows, ["all", all] as const]) {
    console.log(
      [
        name.padEnd(20),
        String(row.files).padStart(6),
        String(row.filesMet).padStart(13),
        String(row.met).padStart(19),
        String(row.explained).padStart(11),
        String(row.differing).padStart(9),
      ].join(""),
    );
  }
}
