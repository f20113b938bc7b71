/** How many characters of a file's main text came, beside how many the manifest counted in it; white space left out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { titleFromName } from "../../main/importing/format.ts";
import { articleText } from "../../preload/model/article-text.ts";
import type { Found } from "./found.ts";
import type { Sample } from "./manifest.ts";

export interface Exactness {
  readonly wanted: number;
  readonly found: number;
}

/** Null where there is nothing to compare with, or the file was not read. */
export function exactnessOf(folder: string, sample: Sample, found: Found | null): Exactness | null {
  const wanted = charactersIn(folder, sample);
  if (wanted === null || wanted === 0 || found === null) return null;
  const name = titleFromName(sample.file.slice(sample.file.lastIndexOf("/") + 1));
  // An author from the file's properties is no part of the text; a title named as the file may be, or may not.
  const whole = lengthOf(found, () => true);
  const without = lengthOf(found, (title) => title !== name);
  return { wanted, found: Math.abs(whole - wanted) < Math.abs(without - wanted) ? whole : without };
}

/** What the manifest counted; of a plain text, what its bytes say in their encoding, since there it counts spaces too. */
function charactersIn(folder: string, { file, format, encoding, expect }: Sample): number | null {
  if (format !== "txt") return typeof expect["chars"] === "number" ? expect["chars"] : null;
  if (typeof expect["chars"] !== "number") return null;
  try {
    const text = new TextDecoder(encoding).decode(readFileSync(join(folder, file)));
    return squeezedLength(text);
  } catch {
    return null;
  }
}

function lengthOf({ articles }: Found, hasTitle: (title: string) => boolean): number {
  return articles.reduce((sum, article) => {
    const own = { ...article, byline: "", title: hasTitle(article.title) ? article.title : "" };
    return sum + squeezedLength(articleText(own).text);
  }, 0);
}

function squeezedLength(text: string): number {
  return [...text.replace(/[\s\ufeff]+/gu, "")].length;
}
