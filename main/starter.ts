/** The starter library: a guide in both languages and two sample articles, brought in through the importer like any file. */
import { join } from "node:path";
import type { ImportReport } from "../preload/model/import-report.ts";
import type { Language } from "../preload/model/messages.ts";
import type { ImportRequest } from "./import-job.ts";
import { runImport } from "./import-job.ts";
import { noDetails } from "./importing/guess-details.ts";

export interface StarterRequest
  extends Pick<ImportRequest, "database" | "startReader" | "job" | "signal" | "now"> {
  /** The folder that holds `starter/`. */
  readonly resourcesDirectory: string;
  /** Whose guide comes first in the list. */
  readonly language: Language;
}

/** Kept in the library once its first start has been recognised, so that removed samples stay removed. */
const KEPT_UNDER = "starter";

const guides: Readonly<Record<Language, readonly string[]>> = {
  "zh-CN": ["guide.md", "guide.en.md"],
  en: ["guide.en.md", "guide.md"],
};

const articles: readonly string[] = ["ningguo.md", "health.md"];

/**
 * Imports the starter library where the library is new: nothing was ever imported into it. Null where it is not. An
 * import that was cut short is done again at the next start.
 */
export async function importStarterOnFirstStart(request: StarterRequest): Promise<ImportReport | null> {
  const { database } = request;
  const kept = await database.call("keptValue", { key: KEPT_UNDER });
  if (kept === "whole") return null;
  if (kept !== "begun" && (await database.call("listImports", null)).length > 0) return null;
  await database.call("keepValue", { key: KEPT_UNDER, value: "begun" });
  const report = await importStarter(request);
  if (!request.signal.aborted) await database.call("keepValue", { key: KEPT_UNDER, value: "whole" });
  return report;
}

/** Articles of one date and page are listed in the order they came in: so the guide of this language is the first. */
export async function importStarter(request: StarterRequest): Promise<ImportReport> {
  const { resourcesDirectory, language, ...rest } = request;
  await runImport({
    ...rest,
    paths: [...guides[language], ...articles].map((name) => join(resourcesDirectory, "starter", name)),
    detailsOf: () => noDetails,
    sample: true,
    onProgress: () => {},
  });
  return request.database.call("readImport", { job: request.job });
}
