/** Documents with what they must come to: a folder each, made or written over by scripts/generate-import-fixtures.ts. */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { formats } from "../../main/importing/formats.ts";
import { openFile, readArticles } from "../../main/importing/read-file.ts";
import { goldenFolders } from "./golden-folders.ts";
import { outline } from "./outline.ts";

test.each(goldenFolders().map(({ name, folder, input }) => [name, folder, input] as const))(
  "%s is read as its folder says",
  async (_name, folder, input) => {
    const original = await openFile(input);
    const reading = await readArticles(original, input, formats, {});
    expect(existsSync(join(folder, "expected.txt"))).toBe(true);
    expect(outline(reading)).toBe(readFileSync(join(folder, "expected.txt"), "utf8"));
    expect(reading.articles.every(({ article }) => article.title !== basename(input))).toBe(true);
  },
);
