/**
 * Writes the made documents of tests/fixtures/import (the web pages there were written by hand), the same files every
 * time. With `--expected` also what each of all of them is read as now: to be compared by eye before it is committed.
 * Run with `node scripts/generate-import-fixtures.ts`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { formats } from "../main/importing/formats.ts";
import { openFile, readArticles } from "../main/importing/read-file.ts";
import { goldenFolders } from "../tests/importing/golden-folders.ts";
import { outline } from "../tests/importing/outline.ts";
import { png } from "../tests/importing/sample-pictures.ts";
import { docFixtures } from "./doc-fixtures.ts";
import { docxFixtures } from "./docx-fixtures.ts";
import { otherFixtures } from "./other-fixtures.ts";
import { pageFixtures } from "./page-fixtures.ts";

const fixtures = join(import.meta.dirname, "../tests/fixtures/import");

const documents = Object.entries(await docxFixtures()).map(
  ([name, bytes]) => [`docx/${name}/input.docx`, bytes] as const,
);

const olderDocuments = Object.entries(docFixtures).map(
  ([name, bytes]) => [`doc/${name}/input.doc`, bytes] as const,
);

const files: Readonly<Record<string, Uint8Array>> = {
  ...Object.fromEntries(documents),
  ...Object.fromEntries(olderDocuments),
  ...pageFixtures(),
  ...otherFixtures,
  "html/saved-with-files/input_files/堤防.png": png(120, 80),
  "html/newspaper-properties/渠.png": png(160, 90),
  "html/unknown-site/账本.png": png(100, 75),
};

for (const [path, bytes] of Object.entries(files)) {
  mkdirSync(dirname(join(fixtures, path)), { recursive: true });
  writeFileSync(join(fixtures, path), bytes);
}

if (process.argv.includes("--expected")) {
  for (const { folder, input } of goldenFolders()) {
    const reading = await readArticles(await openFile(input), input, formats, {});
    writeFileSync(join(folder, "expected.txt"), outline(reading));
  }
}
