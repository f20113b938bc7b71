/** A file of the library imported again from its stored original, in the encoding that a person chose (文字编码). */

import { basename } from "node:path";
import { firstCharacters } from "../preload/model/first-characters.ts";
import { FailureError } from "../preload/model/result.ts";
import type { EncodingPreview } from "../preload/model/text-encoding.ts";
import { textEncodings } from "../preload/model/text-encoding.ts";
import type { Database } from "./database.ts";
import { withDetails } from "./file-to-store.ts";
import { decodeText } from "./importing/decode-text.ts";
import { importerVersion } from "./importing/format.ts";
import { ReaderClient } from "./importing/reader-client.ts";
import type { StartReader } from "./importing/reader-start.ts";
import { isText } from "./importing/signatures.ts";

export interface ImportAgain {
  readonly database: Pick<Database, "call">;
  readonly startReader: StartReader;
  /** An article of the file. */
  readonly id: number;
  /** A label of the Encoding Standard. */
  readonly encoding: string;
  /** A UUID, under which the report is kept. */
  readonly job: string;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/**
 * Every article of the file is updated, with its bookmarks, and recorded as an import of its own. Throws what reading the
 * file failed with, and changes nothing then.
 */
export async function importAgain({
  database,
  startReader,
  id,
  encoding,
  job,
  now,
}: ImportAgain): Promise<void> {
  const { allowClassified } = await database.call("readSettings", null);
  const { path, name, sha256, bytes, sample, details } = await database.call("keptFile", { id });
  const reader = new ReaderClient(startReader);
  const outcome = await reader
    .read(path, () => Promise.resolve(true), { bytes, encoding, allowClassified })
    .finally(() => reader.close());
  if (outcome.state === "failed") throw new FailureError(outcome.code, { ...outcome.parameters, path: name });
  if (outcome.state !== "read") throw new Error(`the original of article ${id} was not read`);
  const { articles, pictures, collection, tags, warnings } = outcome.reading;
  const file = {
    file: { path, shownPath: name, name: basename(path), sha256, bytes: outcome.original.bytes },
    articles: articles.map(({ part, article }) => ({ part, article: withDetails(article, details) })),
    ...{ importerVersion, encoding, pictures, collection, tags, sample, now },
  };
  await database.call("beginImport", { job, now });
  try {
    await database.call("storeAgain", { job, read: { state: "read", file, warnings } });
  } finally {
    await database.call("finishImport", { job, cancelled: false });
  }
}

/** Enough to see whether it reads. */
const PREVIEW_BYTES = 64 * 1024;
const PREVIEW_LINES = 4;
/** Characters. */
const PREVIEW_LINE = 80;

/** What each encoding would make of an article's original; null where that is no text. */
export async function previewEncodings(
  database: Pick<Database, "call">,
  id: number,
): Promise<EncodingPreview | null> {
  const { name, chosen, bytes } = await database.call("keptBeginning", { id, length: PREVIEW_BYTES });
  // A wrong choice may be what makes it look like anything: only the bytes count.
  if (!isText(bytes)) return null;
  return {
    ...{ name, chosen, detected: decodeText(bytes).encoding },
    samples: textEncodings.map((encoding) => {
      const { text, damaged } = decodeText(bytes, { encoding });
      return { encoding, lines: tellingLines(text), damaged };
    }),
  };
}

/** Tags of HTML and lines of plain ASCII look the same in most encodings. */
function tellingLines(text: string): readonly string[] {
  const lines = text
    .replace(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)>|<[^<>]{0,2000}>/giu, "\n")
    .split(/[\r\n]+/u)
    .map((line) => firstCharacters(line.trim(), PREVIEW_LINE))
    .filter((line) => line !== "");
  const telling = lines.filter((line) => /\P{ASCII}/u.test(line));
  return (telling.length > 0 ? telling : lines).slice(0, PREVIEW_LINES);
}
