/** `npm run antou`: the built command line. Whatever building says goes to standard error. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt } from "./built.ts";
import { root } from "./runtime.ts";

if (!ensureBuilt()) process.exit(1);
const { status } = spawnSync(process.execPath, [join(root, "out/main/cli.js"), ...process.argv.slice(2)], {
  // npm moves to this folder; paths are meant from where the person is.
  cwd: process.env["INIT_CWD"] ?? process.cwd(),
  stdio: "inherit",
});
process.exit(status ?? 1);
