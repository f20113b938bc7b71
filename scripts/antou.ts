/** `npm run antou`: the built command line. Whatever building says goes to standard error. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseCommandLine } from "../main/cli/arguments.ts";
import { ensureBuilt } from "./built.ts";
import { findRuntime, hasDisplay, root } from "./runtime.ts";
import { openVirtualDisplay } from "./virtual-display.ts";

if (!ensureBuilt()) process.exit(1);
const typed = process.argv.slice(2);
const { asked } = parseCommandLine(typed, process.env);
// Only printing needs a page; the rest runs under plain Node.
const runtime = "command" in asked && asked.command === "print" ? findRuntime() : null;
const display = runtime?.kind === "electron" && !hasDisplay() ? await openVirtualDisplay() : null;
const [program, before] =
  runtime === null
    ? [process.execPath, [join(root, "out/main/cli.js")]]
    : [runtime.program, [...runtime.switches, root]];
const { status } = spawnSync(program, [...before, ...typed], {
  // npm moves to this folder; paths are meant from where the person is.
  cwd: process.env["INIT_CWD"] ?? process.cwd(),
  stdio: "inherit",
  env: { ...process.env, ...(display === null ? {} : { DISPLAY: display.name }) },
  // Windows starts a .cmd through a shell only.
  shell: program.endsWith(".cmd"),
});
display?.close();
process.exit(status ?? 1);
