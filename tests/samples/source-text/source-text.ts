/**
 * The text that a sample's own bytes say it has, got without any code of the readers: what their results are held against.
 * Null where there is no such way for the format, or its tool is not installed.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Sample } from "../manifest.ts";
import { docxText } from "./docx.ts";
import { markdownText } from "./markdown.ts";
import { decoded, markupText } from "./markup.ts";
import { epubText, mhtmlText, ofdText } from "./packages.ts";

export function sourceText(folder: string, sample: Sample): string | null {
  try {
    return textOf(folder, sample);
  } catch {
    // Broken on purpose: there is no text to compare with.
    return null;
  }
}

function textOf(folder: string, { file, format, encoding }: Sample): string | null {
  const path = join(folder, file);
  const bytes = () => readFileSync(path);
  switch (format) {
    case "docx":
      return docxText(bytes());
    case "epub":
      return epubText(bytes());
    case "ofd":
      return ofdText(bytes());
    case "mhtml":
      return mhtmlText(bytes());
    case "html":
      return htmlText(path, encoding);
    case "markdown":
      return markdownText(decoded(bytes()));
    case "txt":
      return new TextDecoder(
        encoding?.replace(/\s.*$/s, "").replace(/^UTF-16-?(BE|LE)?$/, "UTF-16$1"),
      ).decode(bytes());
    case "pdf":
      return pdfText(path);
    default:
      return null;
  }
}

/** Where a page has a reference beside the samples, what that keeps of it; else all it shows. */
function htmlText(path: string, encoding: string | undefined): string {
  const reference = join(
    dirname(path),
    "../html-reference",
    basename(path).replace(/\.html$/, ".expected.html"),
  );
  return existsSync(reference)
    ? markupText(decoded(readFileSync(reference)))
    : markupText(decoded(readFileSync(path), encoding));
}

/** Poppler's; null where it is not installed, wants a password, or knows no characters for the file's fonts. */
function pdfText(path: string): string | null {
  const text = execFileSync("pdftotext", ["-enc", "UTF-8", path, "-"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return text.trim() === "" ? null : text;
}
