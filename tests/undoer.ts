/** Takes an import back, a few articles at a time, and says how many are left. Started by a test that kills it. Arguments: the library's directory, the job. */
import { writeSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../main/database.ts";

const [directory = "", job = ""] = process.argv.slice(2);
const thread = join(import.meta.dirname, "../main/database-thread.ts");
const database = await openDatabase({ directory, thread });
for (let left = 1; left > 0; ) {
  ({ left } = await database.call("undoNext", { job, limit: 3 }));
  writeSync(1, `${left}\n`);
}
await database.close();
