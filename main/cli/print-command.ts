/** The command `print`: sections of an article as a PDF, by the same job and page as the window's. */
import { resolve } from "node:path";
import { say } from "../../preload/model/messages.ts";
import type { ChosenPiece } from "../../preload/model/print.ts";
import { defaultPrintOptions } from "../../preload/model/print.ts";
import { FailureError } from "../../preload/model/result.ts";
import { sectionNumbers, sections, spansOfSections } from "../../preload/model/sections.ts";
import type { Database } from "../database.ts";
import type { Jobs } from "../jobs.ts";
import { createJobs } from "../jobs.ts";
import { writeBytes } from "../original.ts";
import type { Printing } from "../print-job.ts";
import type { CommandContext, CommandResult } from "./commands.ts";
import type { PrintCommandLine } from "./print-arguments.ts";

/** Opens what printing needs besides: a page, which plain Node has none of. */
export type OpenPrinting = (database: Database, jobs: Jobs) => Printing;

export async function printCommand(
  asked: PrintCommandLine,
  { database, language, signal, onProgress }: CommandContext,
  openPrinting: OpenPrinting | undefined,
): Promise<CommandResult> {
  const pieces = await piecesOf(database, asked);
  if (openPrinting === undefined) throw new FailureError("print-needs-page");
  const ended = Promise.withResolvers<void>();
  const jobs = createJobs((job) => {
    if (job.state === "running") onProgress(job);
    else if (job.failure === null) ended.resolve();
    else ended.reject(new FailureError(job.failure.code, job.failure.parameters));
  });
  const printing = openPrinting(database, jobs);
  signal.addEventListener("abort", () => printing.end());
  const { template, pictures } = asked;
  const options = { ...defaultPrintOptions[template], ...(pictures ? {} : { pictures: "no" as const }) };
  try {
    const job = printing.start({ pieces, template, options });
    await ended.promise;
    const { pdf, preview } = printing.finished(job);
    const file = resolve(asked.path);
    await writeBytes(file, pdf);
    return {
      exitCode: 0,
      value: { file, ...preview },
      lines: [say(language, "cli.printed", { pages: preview.pages, path: file })],
      remarks: [
        ...preview.missingFaces.map((face) => say(language, "print.missing-face", face)),
        ...(preview.missingPictures === 0
          ? []
          : [say(language, "print.missing-pictures", { count: preview.missingPictures })]),
      ],
    };
  } finally {
    printing.end();
  }
}

/** Throws `no-such-article` or `no-such-section`. */
async function piecesOf(
  database: Database,
  { id, sections: written }: PrintCommandLine,
): Promise<ChosenPiece[]> {
  const { article } = await database.call("readArticle", { id });
  const { revision } = article;
  if (written === null) return [{ article: id, revision, span: null, kind: "article" }];
  const all = sections(article);
  const named = sectionNumbers(all, written);
  if ("unknown" in named) throw new FailureError("no-such-section", { id, section: named.unknown });
  return spansOfSections(all, named.numbers).map((span) => ({
    article: id,
    revision,
    span,
    kind: "section",
  }));
}
