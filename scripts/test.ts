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

const nothing: Counts = { passed: 0, failed: 0, skipped: 0 };
const oneFailure: Counts = { ...nothing, failed: 1 };
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
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);

/** What builds, is well formed and typed is nothing to count; what is not is one failure each. */
function checkBuild(): Counts {
  return build() ? nothing : oneFailure;
}

function checkStyle(): Counts {
  return run("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", "."]) ? nothing : oneFailure;
}

function checkTypes(): Counts {
  return run("typescript/bin/tsc", ["-b"]) ? nothing : oneFailure;
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
  if (read === null) return oneFailure;
  return settle(succeeded, {
    passed: countIn(read, "numPassedTests"),
    failed: countIn(read, "numFailedTests"),
    skipped: countIn(read, "numPendingTests") + countIn(read, "numTodoTests"),
  });
}

async function runEndToEndTests(): Promise<Counts> {
  if (runtime === null) return oneFailure;
  const report = freshReport("e2e.json");
  const display = runtime.kind === "electron" && !hasDisplay() ? await openVirtualDisplay() : null;
  const succeeded = run("@playwright/test/cli.js", ["test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    ...(display === null ? {} : { DISPLAY: display.name }),
  });
  display?.close();
  const stats = readReport(report)?.["stats"];
  if (typeof stats !== "object" || stats === null) return oneFailure;
  const counts = stats as Record<string, unknown>;
  const late = countIn(counts, "flaky");
  if (late > 0)
    console.log(`${late} of the end-to-end tests passed at the second try only: see “flaky” above.`);
  return settle(succeeded, {
    passed: countIn(counts, "expected") + late,
    failed: countIn(counts, "unexpected"),
    skipped: countIn(counts, "skipped"),
  });
}

/** A runner can fail beside its tests, by an error that no test caught. */
function settle(succeeded: boolean, counts: Counts): Counts {
  return succeeded || counts.failed > 0 ? counts : add(counts, oneFailure);
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
