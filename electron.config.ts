import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const root = import.meta.dirname;

/**
 * What pdf.js reads from files: tables of Chinese, Japanese and Korean fonts, faces for those that every program has,
 * decoders of scans. The last in two forms: as WebAssembly for the reader process, and as JavaScript for the window, whose
 * policy allows none.
 */
const pdfResources = {
  name: "pdf-resources",
  generateBundle(this: {
    emitFile: (file: { type: "asset"; fileName: string; source: Uint8Array }) => void;
  }) {
    for (const [folder, wanted] of [
      ["cmaps", /\.bcmap$|LICENSE/],
      [
        "wasm",
        /^(?:jbig2|openjpeg|qcms).*\.wasm$|_nowasm_fallback\.js$|LICENSE_(?:JBIG2|OPENJPEG|PDFJS_JBIG2|PDFJS_OPENJPEG|PDFJS_QCMS|QCMS)$/,
      ],
      ["standard_fonts", /\.(?:pfb|ttf)$|LICENSE/],
    ] as const) {
      const source = resolve(root, "node_modules/pdfjs-dist", folder);
      for (const name of readdirSync(source).filter((file) => wanted.test(file))) {
        this.emitFile({
          type: "asset",
          fileName: `pdf/${folder}/${name}`,
          source: readFileSync(resolve(source, name)),
        });
      }
    }
  },
};

export default defineConfig(({ command }) => ({
  main: {
    plugins: [pdfResources],
    // fflate's build for Node declares a `require` of its own, beside the one that bundling gives CommonJS modules.
    resolve: { alias: { fflate: "fflate/browser" } },
    build: {
      outDir: "out/main",
      rolldownOptions: {
        input: {
          index: resolve(root, "main/index.ts"),
          // The command line is an entry of its own, so that it also runs under plain Node, without Electron.
          cli: resolve(root, "main/cli.ts"),
          // Both start these two by their paths beside them.
          "database-thread": resolve(root, "main/database-thread.ts"),
          "reader-process": resolve(root, "main/importing/reader-process.ts"),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: "out/preload",
      // A sandboxed preload has no module loader: it must be one CommonJS file with everything in it.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(root, "preload/index.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "renderer",
    plugins: [react()],
    // React's refresh needs an inline script: main lets this one pass, under development only (main/shell/protocol.ts).
    ...(command === "serve" && { html: { cspNonce: "development" } }),
    build: {
      outDir: "out/renderer",
      // The content security policy allows files of our own origin only, so nothing may become a data: URL.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { index: resolve(root, "renderer/index.html"), print: resolve(root, "renderer/print.html") },
      },
    },
  },
}));
