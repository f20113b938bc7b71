/** A manifest of sample files: what each must yield. Keys that are not known here are counted, not checked. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const sampleSchema = z.object({
  /** Relative to the manifest, with `/`. */
  file: z.string(),
  format: z.string(),
  encoding: z.string().optional(),
  note: z.string().optional(),
  expect: z.looseObject({ outcome: z.enum(["ok", "clear-error", "sanitised"]) }),
});

export type Sample = z.infer<typeof sampleSchema>;

/** Throws where the folder holds no `manifest.json`, or one of another shape. */
export function readManifest(folder: string): readonly Sample[] {
  return z.array(sampleSchema).parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
}
