/**
 * `ANTOU_SAMPLES=folder npm run test:samples [-- part of a file name or format …]`: reads the samples of that folder,
 * which has a `manifest.json` of what each must yield (tests/samples/README.md), and reports what is not as expected.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runSamples } from "../tests/samples/run.ts";

const folder = process.env["ANTOU_SAMPLES"];
if (folder === undefined || folder === "") {
  console.log("Skipped: ANTOU_SAMPLES does not name a folder of samples with a manifest.json.");
} else if (!existsSync(join(folder, "manifest.json"))) {
  console.error(`There is no manifest.json in ${folder}.`);
  process.exitCode = 1;
} else {
  process.exitCode = (await runSamples(folder, process.argv.slice(2))) ? 0 : 1;
}
