/** The file an article came from, to look at and to save again. */
import { rename, rm, writeFile } from "node:fs/promises";
import type { CallOutput } from "../preload/contract.ts";
import { FailureError } from "../preload/model/result.ts";
import type { Database } from "./database.ts";
import { decodeText } from "./importing/decode-text.ts";
import { isText } from "./importing/signatures.ts";

/** Decoding runs on the main thread, which must not be held up; a longer original is saved and opened elsewhere. */
const shownBytes = 2 * 1024 * 1024;

export async function readOriginal(database: Database, id: number): Promise<CallOutput<"readOriginal">> {
  const { name, sha256, bytes, encoding } = await database.call("original", { id });
  const hints = { encoding: encoding ?? undefined };
  const text = bytes.length <= shownBytes && isText(bytes) ? decodeText(bytes, hints).text : null;
  return { name, bytes: bytes.length, text, pdf: isPdf(bytes) ? sha256 : null };
}

/** The original with that SHA-256, whose pages the window draws; null where there is none or it is no PDF. */
export async function originalPdf(database: Database, sha256: string): Promise<Uint8Array | null> {
  const bytes = await database.call("originalBytes", { sha256 });
  return bytes !== null && isPdf(bytes) ? bytes : null;
}

/** Some programs write a line or two before the header; readers look for it so far. */
const headerWithin = 1024;

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headerWithin)).includes("%PDF-");
}

/** Written beside `path` first: what bears the name is always whole. Throws `not-writable` or `disk-full`. */
export async function writeBytes(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.part`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    const code = error instanceof Error && "code" in error ? error.code : "";
    throw new FailureError(code === "ENOSPC" || code === "EDQUOT" ? "disk-full" : "not-writable", { path });
  }
}
