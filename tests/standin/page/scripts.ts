/** The texts of the two scripts that run in every document of a window, before anything of its own. */
import { createCodec } from "../codec.ts";
import { createBridge } from "./bridge.ts";
import { createPreloadWorld } from "./preload-world.ts";

/** The page's side of the bridge. Frames inside the page get nothing, as under Electron. */
export const pageScript = `if (window === top) (${createBridge})("page", "preload");`;

/**
 * Electron's API for the preload script, then the script itself. It stands in the text, not in `eval`, which the page's content
 * security policy forbids.
 */
export function preloadScript(source: string): string {
  const versions = JSON.stringify(process.versions);
  return `if (window === top) {
  const bridge = (${createBridge})("preload", "page");
  // Stops for the debugger, which knows the path and puts it in place before the next statement runs.
  const askPath = function standinAskPath(file) { let path = ""; debugger; return path; };
  const electron = (${createPreloadWorld})(bridge, (${createCodec})(), askPath);
  const require = (name) => {
    if (name === "electron") return electron;
    throw new Error("module not found: " + name);
  };
  const process = { type: "renderer", sandboxed: true, contextIsolated: true, platform: ${JSON.stringify(process.platform)}, versions: ${versions}, env: {}, argv: [] };
  const module = { exports: {} };
  (function (require, module, exports, process) {
${source}
  })(require, module, module.exports, process);
}`;
}
