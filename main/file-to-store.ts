/** What reading a file came to → what the library stores of it: named as it is shown, in its collection, with the batch's details. */

import { basename } from "node:path";
import type { ArticleFields } from "../preload/model/article.ts";
import { firstCharacters } from "../preload/model/first-characters.ts";
import type { BatchDetails } from "../preload/model/import-report.ts";
import type { FoundFile } from "./importing/find-files.ts";
import { importerVersion } from "./importing/format.ts";
import type { PackedReading } from "./importing/parcels.ts";
import type { ReadOutcome } from "./importing/reader-client.ts";
import type { FileOutcome } from "./library/store-files.ts";

interface Batch {
  readonly detailsOf: (path: string) => BatchDetails;
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly sample?: boolean;
}

/** `encoding`: in which it was read because a person chose so. */
export function fileToStore(
  found: FoundFile,
  { reading, original }: ReadOutcome & { state: "read" },
  encoding: string | undefined,
  { detailsOf, now, sample = false }: Batch,
): FileOutcome & { state: "read" } {
  const { path, shown } = found;
  const { pictures, tags, warnings, failed = [] } = reading;
  return {
    state: "read",
    // What lies in an archive is named as if that were a folder.
    warnings: warnings.map(({ part, ...warning }) => ({ file: partShown(shown, part), ...warning })),
    failed: failed.map(({ part, code, parameters }) => {
      const file = partShown(shown, part);
      return { file, code, parameters: { ...parameters, path: file } };
    }),
    file: {
      file: { path, shownPath: shown, name: basename(shown), ...original },
      articles: reading.articles.map((one) => ({
        part: one.part,
        article: withDetails(one.article, detailsOf(path)),
        collection: collectionOf(found, reading, one),
      })),
      ...{ importerVersion, encoding, pictures, collection: null, tags, sample, now },
    },
  };
}

function partShown(shown: string, part: string | undefined): string {
  return part === undefined ? shown : `${shown}/${part}`;
}

/** Longer is no title that a person gave. */
const LONGEST_COLLECTION = 200;

/** A book's own title; else the folders that an article came in, as far as those were chosen with it. */
function collectionOf(
  found: FoundFile,
  reading: PackedReading,
  { folders = [], collection }: PackedReading["articles"][number],
): string | null {
  const title = collection ?? reading.collection ?? [...(found.folders ?? []), ...folders].join("/");
  return firstCharacters(title, LONGEST_COLLECTION) || null;
}

/** What a file says of itself counts before what was said of the whole batch. */
export function withDetails<Article extends ArticleFields>(article: Article, details: BatchDetails): Article {
  return {
    ...article,
    publication: article.publication || details.publication,
    issuedOn: article.issuedOn ?? details.issuedOn,
    page: article.page || details.page,
    pageName: article.pageName || details.pageName,
  };
}
