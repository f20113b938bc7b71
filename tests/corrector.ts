/**
 * Corrects a library's only article step by step through the database thread, as the application does, and says how many
 * steps can be undone the moment each is confirmed. Started by a test that kills it. Arguments: the library's directory.
 */
import { writeSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../main/database.ts";
import type { CorrectionStep } from "../preload/model/correction.ts";

const [directory = ""] = process.argv.slice(2);
const thread = join(import.meta.dirname, "../main/database-thread.ts");
const database = await openDatabase({ directory, thread });
const at = (index: number) => ({ part: "body", index }) as const;
for (let desk = await database.call("correctionDesk", { id: 1 }); ; ) {
  const { text, revision } = await database.call("readArticleText", { id: 1 });
  const steps: readonly CorrectionStep[] = [
    { kind: "replace", start: text.length - 3, end: text.length - 2, text: String(desk.undoable % 10) },
    { kind: "split", offset: text.lastIndexOf("，早动手") + 1 },
    { kind: "join", at: at(text.split("\n").length - 2) },
    { kind: "move", at: at(0), before: at(3) },
  ];
  const step = steps[desk.undoable % steps.length];
  if (step !== undefined) desk = await database.call("correct", { id: 1, revision, state: desk.state, step });
  writeSync(1, `${desk.undoable}\n`);
}
