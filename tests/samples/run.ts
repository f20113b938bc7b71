/**
 * Reads every file of a folder of samples through the real reader process and says which of its manifest's expectations
 * are met. `scripts/test-samples.ts` starts this.
 */
import { join } from "node:path";
import type { Exactness } from "./exactness/compare.ts";
import { exactnessOf } from "./exactness/exactness-of.ts";
import { explained } from "./explained.ts";
import type { Judgement } from "./judge.ts";
import { cameTo, judge } from "./judge.ts";
import type { Sample } from "./manifest.ts";
import { readManifest } from "./manifest.ts";
import { report } from "./report.ts";
import { WatchedReader } from "./watched-reader.ts";

export interface SampleResult extends Judgement {
  readonly sample: Sample;
  /** The outcome in a few words. */
  readonly came: string;
  /** Milliseconds. */
  readonly took: number;
  readonly exactness: Exactness | null;
}

/** `wanted`: parts of file names or formats; all files where there are none. True where nothing is left unexplained. */
export async function runSamples(folder: string, wanted: readonly string[]): Promise<boolean> {
  const samples = readManifest(folder).filter(
    ({ file, format }) =>
      wanted.length === 0 || wanted.some((part) => file.includes(part) || format === part),
  );
  const reader = new WatchedReader();
  const results: SampleResult[] = [];
  try {
    for (const sample of samples) results.push(await tryOne(folder, sample, reader));
  } finally {
    reader.close();
  }
  return report(results, explained);
}

async function tryOne(folder: string, sample: Sample, reader: WatchedReader): Promise<SampleResult> {
  const confined = sample.expect["must_not_write_outside"] === true;
  const trial = await reader.read(join(folder, sample.file), confined);
  const judgement = judge(sample, trial);
  const twin = sample.expect["must_equal_after_decoding"];
  const verdicts = [...judgement.verdicts];
  if (typeof twin === "string" && judgement.found !== null) {
    const place = sample.file.slice(0, sample.file.lastIndexOf("/") + 1);
    const other = judge(sample, await reader.read(join(folder, place + twin), false));
    const same = withoutTitle(other) === withoutTitle(judgement);
    verdicts.push({
      expectation: "must_equal_after_decoding",
      difference: same ? null : `differs from ${twin}`,
    });
  }
  const exactness = exactnessOf(folder, sample, judgement.found);
  return { ...judgement, verdicts, sample, came: cameTo(trial.outcome), took: trial.took, exactness };
}

/** A title may come from the file's name, in which the twins differ. */
function withoutTitle({ found }: Judgement): string {
  return JSON.stringify(found?.articles.map(({ lead, body }) => ({ lead, body })));
}
