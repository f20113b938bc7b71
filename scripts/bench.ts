/** `npm run bench [-- --corpus FILE --repeats N --only start,opening,scrolling,quick-find,importing,import-html,print,search]`: builds the application and measures it. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "./built.ts";
import { fetchElectron, findRuntime, hasDisplay, root } from "./runtime.ts";
import { bringSystemPackages } from "./system-packages.ts";
import { openVirtualDisplay } from "./virtual-display.ts";

bringSystemPackages();
fetchElectron();
const runtime = findRuntime();
if (runtime === null) {
  console.error(
    "Neither Electron's runtime nor a Chromium is here. Install Chromium, Chrome or Edge, or: npx install-electron",
  );
  process.exit(1);
}
// What is measured is what is in the working tree.
if (!build()) process.exit(1);
console.log(`Measured on ${runtime.description}.`);

const display = runtime.kind === "electron" && !hasDisplay() ? await openVirtualDisplay() : null;
const { status } = spawnSync(
  process.execPath,
  [join(root, "tests/bench/run.ts"), "--runtime", runtime.kind, ...process.argv.slice(2)],
  {
    stdio: "inherit",
    env: { ...process.env, ...(display === null ? {} : { DISPLAY: display.name }) },
  },
);
display?.close();
process.exitCode = status ?? 1;
