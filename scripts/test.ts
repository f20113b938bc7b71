/**
 * `npm test`: everything there is to check, and one last line that says how it went. `--electron` insists on Electron's own
 * runtime instead of taking the stand-in.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "./built.ts";
import { fetchElectron, findRuntime, hasDisplay, root } from "./runtime.ts";
import { bringSystemPackages } from "./system-packages.ts";
import { openVirtualDisplay } from "./virtual-display.ts";

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What is read of the unit tests' report: one entry for each file. */
interface UnitTestFile {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly fullName: string;
    readonly status: string;
    readonly failureMessages: readonly string[];
  }[];
}

/** What is read of the end-to-end tests' report: a suite for each file and each group of tests in it. */
interface EndToEndSuite {
  readonly suites?: readonly EndToEndSuite[];
  readonly specs: readonly { readonly ok: boolean; readonly file: string; readonly title: string }[];
}

/** What failed, told again at the end: whoever reads only the last lines should know where to look. */
const failures: string[] = [];

const nothing: Counts = { passed: 0, failed: 0, skipped: 0 };
const reports = join(root, "out/test");
const insistsOnElectron = process.argv.includes("--electron");

bringSystemPackages();
fetchElectron({ again: insistsOnElectron });
const runtime = findRuntime();
if (insistsOnElectron && runtime?.kind !== "electron") {
  console.error("Electron's own runtime is not here. Fetch it by: npx install-electron");
  console.error("Behind a proxy set HTTPS_PROXY, or ELECTRON_MIRROR to a mirror your network allows.");
  process.exit(1);
}
console.log(
  `The end-to-end tests run on ${runtime?.description ?? "nothing: neither Electron nor a Chromium is here"}.`,
);

const outcomes = [checkBuild(), checkStyle(), checkTypes(), runUnitTests(), await runEndToEndTests()];
const sum = outcomes.reduce(add, nothing);
process.exitCode = sum.failed === 0 ? 0 : 1;
for (const failure of failures) console.log(`Failed: ${failure}`);
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);

/** What builds, is well formed and typed is nothing to count; what is not is one failure each. */
function checkBuild(): Counts {
  return build() ? nothing : fail("the build");
}

function checkStyle(): Counts {
  return run("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", "."]) ? nothing : fail("the style");
}

function checkTypes(): Counts {
  return run("typescript/bin/tsc", ["-b"]) ? nothing : fail("the types");
}

function runUnitTests(): Counts {
  const report = freshReport("unit.json");
  const succeeded = run("vitest/vitest.mjs", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const read = readReport(report);
  if (read === null) return fail("the unit tests: their runner left no report");
  for (const file of read["testResults"] as readonly UnitTestFile[]) {
    const failed = file.assertionResults.filter(({ status }) => status === "failed");
    for (const { fullName, failureMessages } of failed)
      note(`${file.name} › ${fullName}`, failureMessages[0]);
    if (file.status === "failed" && failed.length === 0) note(file.name, file.message);
  }
  return settle("unit tests", succeeded, {
    passed: countIn(read, "numPassedTests"),
    failed: countIn(read, "numFailedTests"),
    skipped: countIn(read, "numPendingTests") + countIn(read, "numTodoTests"),
  });
}

async function runEndToEndTests(): Promise<Counts> {
  if (runtime === null) return fail("the end-to-end tests: there is nothing to run them on");
  const report = freshReport("e2e.json");
  const display = runtime.kind === "electron" && !hasDisplay() ? await openVirtualDisplay() : null;
  const succeeded = run("@playwright/test/cli.js", ["test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    ...(display === null ? {} : { DISPLAY: display.name }),
  });
  display?.close();
  const read = readReport(report);
  if (read === null) return fail("the end-to-end tests: their runner left no report");
  for (const suite of read["suites"] as readonly EndToEndSuite[]) noteFailed(suite);
  const counts = read["stats"] as Record<string, unknown>;
  const late = countIn(counts, "flaky");
  if (late > 0)
    console.log(`${late} of the end-to-end tests passed at the second try only: see “flaky” above.`);
  return settle("end-to-end tests", succeeded, {
    passed: countIn(counts, "expected") + late,
    failed: countIn(counts, "unexpected"),
    skipped: countIn(counts, "skipped"),
  });
}

/** A runner can fail beside its tests, by an error that no test caught. */
function settle(runner: string, succeeded: boolean, counts: Counts): Counts {
  if (succeeded || counts.failed > 0) return counts;
  return add(counts, fail(`the ${runner}, by an error outside every test: see above`));
}

function fail(what: string): Counts {
  note(what);
  return { ...nothing, failed: 1 };
}

function note(what: string, message = ""): void {
  failures.push(`${what.replace(root, "")}\n${message.split("\n").slice(0, 12).join("\n")}`.trim());
}

function noteFailed({ suites = [], specs }: EndToEndSuite): void {
  for (const { ok, file, title } of specs) if (!ok) note(`${file} › ${title}`);
  for (const suite of suites) noteFailed(suite);
}

function add(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/** Runs a tool's own JavaScript, so that no shell stands between on any system. */
function run(program: string, values: readonly string[], environment: Record<string, string> = {}): boolean {
  const { status } = spawnSync(process.execPath, [join(root, "node_modules", program), ...values], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  return status === 0;
}

function freshReport(name: string): string {
  mkdirSync(reports, { recursive: true });
  rmSync(join(reports, name), { force: true });
  return join(reports, name);
}

function readReport(path: string): Record<string, unknown> | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  } catch {
    return null;
  }
}

function countIn(report: Record<string, unknown>, key: string): number {
  const count = report[key];
  return typeof count === "number" ? count : 0;
}
