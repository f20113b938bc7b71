/**
 * Writes the made pages of tests/fixtures/import/newspaper (`made-…`): the same files every time. Those without that
 * prefix were written by hand and are left alone. Run with `node scripts/generate-newspaper-pages.ts`.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makePage } from "../tests/importing/newspaper-stock/lay-out.ts";

/** Seeds outside those the evaluation runs over, of pages whose forms leave no doubt. */
const SEEDS = [9001, 9002, 9003, 9004, 9005, 9006, 9007, 9008, 9010, 9012];

const folder = join(import.meta.dirname, "../tests/fixtures/import/newspaper");

for (const seed of SEEDS) {
  const { text, expected } = makePage(seed);
  const page = join(folder, `made-${seed}`);
  rmSync(page, { recursive: true, force: true });
  mkdirSync(page, { recursive: true });
  writeFileSync(join(page, "input.txt"), text);
  writeFileSync(
    join(page, "expected.json"),
    `${JSON.stringify({ source: "input.txt", ...expected }, null, 1)}\n`,
  );
}
