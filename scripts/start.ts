/** `npm start`: runs the application, or the tour where there is no display. Brings what is missing. */
import { spawn } from "node:child_process";
import { ensureBuilt } from "./built.ts";
import { fetchElectron, findRuntime, hasDisplay, root } from "./runtime.ts";
import { bringSystemPackages } from "./system-packages.ts";

bringSystemPackages();
fetchElectron();
const runtime = findRuntime();
if (runtime === null) {
  console.error(
    "Neither Electron's runtime nor a Chromium is here. Install Chromium, Chrome or Edge, or: npx install-electron",
  );
  process.exit(1);
}
if (!ensureBuilt()) process.exit(1);
console.log(`Antou runs on ${runtime.description}.`);

if (hasDisplay()) {
  const application = spawn(runtime.program, [...runtime.switches, ".", ...process.argv.slice(2)], {
    cwd: root,
    stdio: "inherit",
    // Windows starts a .cmd through a shell only.
    shell: runtime.program.endsWith(".cmd"),
  });
  application.on("exit", (code) => process.exit(code ?? 1));
} else {
  console.log("There is no display, so here is the tour instead.");
  const { runTour } = await import("./tour.ts");
  await runTour();
}
