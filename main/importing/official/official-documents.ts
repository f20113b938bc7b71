/** What is done with every reading, whichever reader it comes from: official documents seen, classified ones refused. */
import { FailureError } from "../../../preload/model/result.ts";
import type { Reading } from "../format.ts";
import { titleFromName } from "../format.ts";
import { recogniseOfficialDocument } from "./official-document.ts";

/**
 * The reading with its official documents recognised. Throws `FailureError` classified where one of its articles bears a
 * classification: nothing of the file is kept then, whatever else is in it. `name`: the file's, without its folder.
 */
export function withOfficialDocuments(reading: Reading, name: string, allowClassified: boolean): Reading {
  return {
    ...reading,
    articles: reading.articles.map((part, index) => {
      // In an archive each article has a file of its own; of a book only the first can stand at its head.
      const isFile = part.folders !== undefined;
      const fileTitle = titleFromName(isFile ? (part.part.split("/").at(-1) ?? name) : name);
      const { headLines = [], ...kept } = part;
      const { article, secret } = recogniseOfficialDocument(part.article, fileTitle, headLines);
      const isMeant = secret !== null && (secret.certain || index === 0 || isFile);
      if (isMeant && !allowClassified) throw new FailureError("classified");
      return { ...kept, article };
    }),
  };
}
