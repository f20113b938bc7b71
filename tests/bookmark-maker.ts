/**
 * Marks passages one after another in a library's only article through the database thread, as the application does, and
 * says each one's uuid the moment it is confirmed. Started by a test that kills it. Arguments: the library's directory.
 */
import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../main/database.ts";

const [directory = ""] = process.argv.slice(2);
const thread = join(import.meta.dirname, "../main/database-thread.ts");
const database = await openDatabase({ directory, thread });
const { text, revision } = await database.call("readArticleText", { id: 1 });
for (let start = 0; ; start = (start + 7) % (text.length - 10)) {
  const uuid = randomUUID();
  const place = { uuid, article: 1, revision, start, end: start + 10, quote: text.slice(start, start + 10) };
  await database.call("addBookmark", { ...place, color: "red", note: "批注", tags: ["标签"] });
  // At once, so that nothing that was not yet on disk is ever said to be.
  writeSync(1, `${uuid}\n`);
}
