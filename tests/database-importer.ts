/** A process of its own that imports file after file into the library in argv[2], and says which ones are confirmed. */
import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import { openDatabase } from "../main/database.ts";
import { emptyArticle } from "../preload/model/article.ts";

const database = await openDatabase({
  directory: String(process.argv[2]),
  thread: join(import.meta.dirname, "../main/database-thread.ts"),
});
const job = randomUUID();
const now = new Date().toISOString();
await database.call("beginImport", { job, now });
for (;;) {
  const name = randomUUID();
  const bytes = Buffer.from(name.repeat(500));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const figure = { type: "figure", image: sha256, caption: [], alt: "" } as const;
  await database.call("storeFile", {
    job,
    file: { path: `/${name}`, shownPath: name, name, sha256, bytes },
    importerVersion: 1,
    articles: ["first", "second"].map((part) => ({
      part,
      article: { ...emptyArticle(), title: `${part} ${name}`, body: [figure] },
    })),
    pictures: [{ sha256, mediaType: "image/png", width: 1, height: 1, bytes }],
    collection: null,
    tags: [],
    sample: false,
    now,
  });
  process.stdout.write(`${name}\n`);
}
