/** The documents of tests/fixtures/import/<format>/<name>/input.* */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

export interface GoldenFolder {
  /** `docx/footnotes`. */
  readonly name: string;
  readonly folder: string;
  readonly input: string;
}

const FORMATS = ["html", "mhtml", "docx", "doc", "text", "markdown", "epub", "pdf", "ofd", "zip", "tiff"];

const fixtures = join(import.meta.dirname, "../fixtures/import");

export function goldenFolders(): readonly GoldenFolder[] {
  return FORMATS.flatMap((format) => {
    const parent = join(fixtures, format);
    if (!existsSync(parent)) return [];
    return readdirSync(parent, { withFileTypes: true }).flatMap((entry) => {
      if (!entry.isDirectory()) return [];
      const folder = join(parent, entry.name);
      const input = readdirSync(folder).find((name) => name.startsWith("input.") && name !== "input_files");
      return input === undefined
        ? []
        : [{ name: `${format}/${entry.name}`, folder, input: join(folder, input) }];
    });
  });
}
