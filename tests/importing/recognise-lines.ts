/** What an official document's lines are recognised as, one paragraph each or as a text file that is read. */
import { recogniseOfficialDocument } from "../../main/importing/official/official-document.ts";
import { textReader } from "../../main/importing/text-reader.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";

export function recognised(lines: readonly string[], title = "文件"): ImportedArticle {
  const body = lines.map((line) => ({ type: "paragraph", content: plain(line) }) as const);
  return recogniseOfficialDocument({ ...emptyArticle(), title, body }, "文件").article;
}

/** `running`: the line that is a paragraph, and indented. */
export async function recognisedText(lines: readonly string[], running: string): Promise<ImportedArticle> {
  const text = lines.map((line) => (line === running ? `　　${line}` : line)).join("\n");
  const beside = () => ({ refused: "missing" }) as const;
  const { articles } = await textReader.read({ name: "文件.txt", bytes: Buffer.from(text), beside });
  return recogniseOfficialDocument(articles[0]?.article ?? emptyArticle(), "文件").article;
}
