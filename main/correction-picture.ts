/** A picture brought to an article by hand, in the place of one that is missing (缺图). */
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { FailureError } from "../preload/model/result.ts";
import type { Database } from "./database.ts";
import { recognisePicture } from "./importing/pictures.ts";

/** As a scan of a whole newspaper page may be. */
const LARGEST_MEGABYTES = 100;
const MEGABYTE = 1024 * 1024;

/** Throws `too-large`, `not-a-picture`, and what reading fails with. */
export async function pictureFromFile(database: Pick<Database, "call">, path: string): Promise<string> {
  const { size } = await stat(path);
  if (size > LARGEST_MEGABYTES * MEGABYTE)
    throw new FailureError("too-large", { path, limit: LARGEST_MEGABYTES });
  return storePicture(database, await readFile(path));
}

/** Answers its hash. Throws `not-a-picture`; drawings (SVG) are none, for they can hold programs. */
export async function storePicture(database: Pick<Database, "call">, bytes: Uint8Array): Promise<string> {
  const recognised = recognisePicture(bytes);
  if (recognised === null || recognised.mediaType === "image/svg+xml")
    throw new FailureError("not-a-picture");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await database.call("storePicture", { picture: { ...recognised, sha256, bytes } });
  return sha256;
}
