/// <reference path="./pdfjs.d.ts" />
/** pdf.js, loaded when the first PDF is read, and run within the reader process: no thread, no canvas, no network. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { PdfDocument } from "pdfjs-dist/legacy/build/pdf.min.mjs";
import { FailureError } from "../../../preload/model/result.ts";
import { keepJpegs } from "./jpeg-kept.ts";

export type Library = typeof import("pdfjs-dist/legacy/build/pdf.min.mjs");

/** No picture of an honest page has more; one of hostile size would take all memory. */
const MOST_PIXELS = 100_000_000;

let loading: Promise<Library> | null = null;

export function loadLibrary(): Promise<Library> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Library> {
  keepJpegs();
  process.on("unhandledRejection", passOverTheirs);
  // What pdf.js would draw with. Nothing is drawn here, but it complains where they are missing.
  for (const name of ["DOMMatrix", "Path2D"]) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: class {} });
  }
  const { warn } = console;
  // It also complains of the canvas it would draw on, before it can be told not to.
  console.warn = () => {};
  try {
    // The worker first: pdf.js then runs it in place instead of starting a thread.
    await import("pdfjs-dist/legacy/build/pdf.worker.min.mjs");
    return await import("pdfjs-dist/legacy/build/pdf.min.mjs");
  } finally {
    console.warn = warn;
  }
}

/** A damaged file may fail in a promise of pdf.js's own that nobody waits for: that must not end the process. */
function passOverTheirs(reason: unknown): void {
  if (reason instanceof Error && /pdf\.(?:worker\.)?min\b/.test(reason.stack ?? "")) return;
  throw reason;
}

/**
 * The folder with the tables and decoders that pdf.js reads from files: as built, beside the program; from source, in
 * its package.
 */
const resources = findResources();

function findResources(): string {
  if (import.meta.filename.endsWith(".ts")) {
    return join(import.meta.dirname, "../../../node_modules/pdfjs-dist");
  }
  const beside = join(import.meta.dirname, "pdf");
  return existsSync(beside) ? beside : join(dirname(import.meta.dirname), "pdf");
}

const FOLDERS: Readonly<Record<string, string>> = { cMapUrl: "cmaps", wasmUrl: "wasm" };

/** What pdf.js asks for by kind and name; it never gets anything from elsewhere. */
class ResourceFiles {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const folder = FOLDERS[kind];
    // Without its outlines, a font that is not embedded has its text and widths all the same.
    if (folder === undefined) throw new Error(`no ${kind} here`);
    return new Uint8Array(await readFile(join(resources, folder, basename(filename))));
  }
}

export interface OpenDocument {
  readonly document: PdfDocument;
  readonly close: () => Promise<void>;
}

/** Throws `FailureError`: encrypted (no password, or the wrong one), unreadable. */
export async function openDocument(
  { getDocument }: Library,
  bytes: Uint8Array,
  password: string | undefined,
): Promise<OpenDocument> {
  const task = getDocument({
    // pdf.js takes the bytes away with it.
    data: Uint8Array.from(bytes),
    password,
    verbosity: 0,
    BinaryDataFactory: ResourceFiles,
    useWorkerFetch: false,
    // Never fetched from: they only have to be there for the files to be asked for.
    cMapUrl: "cmaps/",
    wasmUrl: "wasm/",
    useSystemFonts: false,
    // The fonts' names, which tell what is bold; pdf.js itself looks at those only that are not embedded.
    fontExtraProperties: true,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: true,
    disableWorkerRendering: true,
    maxImageSize: MOST_PIXELS,
  });
  try {
    return { document: await task.promise, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw new FailureError(isLocked ? "encrypted" : "unreadable");
  }
}
