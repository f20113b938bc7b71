/** A process of its own that imports files into the library in argv[2], two at a time, and says which ones are confirmed. */
import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import { openDatabase } from "../main/database.ts";
import type { FileOutcome } from "../main/library/store-files.ts";
import { emptyArticle } from "../preload/model/article.ts";
import { packImport } from "../preload/model/packed-article.ts";

const database = await openDatabase({
  directory: String(process.argv[2]),
  thread: join(import.meta.dirname, "../main/database-thread.ts"),
});
const job = randomUUID();
const now = new Date().toISOString();
await database.call("beginImport", { job, now });
for (;;) {
  const names = [randomUUID(), randomUUID()];
  await database.call("storeFiles", { job, files: names.map(outcomeOf) });
  process.stdout.write(`${names.join("\n")}\n`);
}

function outcomeOf(name: string): FileOutcome {
  const bytes = Buffer.from(name.repeat(500));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const figure = { type: "figure", image: sha256, caption: [], alt: "" } as const;
  const file = {
    file: { path: `/${name}`, shownPath: name, name, sha256, bytes },
    importerVersion: 1,
    articles: ["first", "second"].map((part) => ({
      part,
      article: packImport({ ...emptyArticle(), title: `${part} ${name}`, body: [figure] }),
    })),
    pictures: [{ sha256, mediaType: "image/png", width: 1, height: 1, bytes }],
    collection: null,
    tags: [],
    sample: false,
    now,
  };
  return { state: "read", file, warnings: [] };
}
