/** Starts the built application of the current folder as Electron would: its main module first, then Chromium, then "ready". */
import { open as openInspector } from "node:inspector";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { driven } from "./runtime.ts";

const drivenArguments = ["--no-sandbox", "--inspect=0", "--remote-debugging-port=0"];

// What the application sees: the program, its folder, and what was meant for it.
process.argv = [
  process.execPath,
  ...process.argv.slice(2).filter((argument) => !drivenArguments.includes(argument)),
];
// Says in every place that shows it that this is not Electron itself.
Object.assign(process.versions, { electron: "stand-in" });
Object.defineProperty(process, "type", { value: "browser" });
Object.defineProperty(process, "resourcesPath", { value: join(process.cwd(), "resources") });

const electron = new URL("./electron.ts", import.meta.url).href;

// Here and not by a command line option: worker threads of the application would inherit that.
registerHooks({
  resolve: (name, context, next) =>
    name === "electron"
      ? { url: electron, format: "module-typescript", shortCircuit: true }
      : next(name, context),
});

const { app, appendedSwitches, mainModule } = await import("./app.ts");
const { prepareEnd, runApplication } = await import("./life.ts");
await import("./electron.ts");

prepareEnd(app);
const begin = Promise.withResolvers<void>();
if (driven) {
  // Playwright reads the address from standard error, joins, and calls this; nothing happens before it watches.
  Object.defineProperty(globalThis, "__playwright_run", { value: begin.resolve });
  openInspector(0);
} else {
  begin.resolve();
}

await import(pathToFileURL(mainModule).href);
await runApplication(app, appendedSwitches(), begin.promise);
