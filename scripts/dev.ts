/** `npm run dev`: the application with its sources watched. Only Electron's own runtime can do that. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fetchElectron, findRuntime, root } from "./runtime.ts";

fetchElectron();
if (findRuntime()?.kind !== "electron") {
  console.error("npm run dev needs Electron's own runtime. Fetch it by: npx install-electron");
  process.exit(1);
}
const program = join(root, "node_modules/electron-vite/bin/electron-vite.js");
const server = spawn(process.execPath, [program, "dev", "--config", "electron.config.ts"], {
  cwd: root,
  stdio: "inherit",
});
server.on("exit", (code) => process.exit(code ?? 1));
