/** Articles written out as saved web pages, with what `zimwriterfs` wants beside them. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { inlineText } from "../../preload/model/article-text.ts";
import type { TextSource } from "./generate-text.ts";

const FILES_IN_FOLDER = 1000;

/** Within the folder. */
export const FIRST_PAGE = "0/0.html";

/** `count` pages, a thousand to a folder. */
export function writePages(folder: string, source: TextSource, count: number): void {
  rmSync(folder, { recursive: true, force: true });
  for (let number = 0; number < count; number++) {
    const inside = join(folder, String(Math.floor(number / FILES_IN_FOLDER)));
    if (number % FILES_IN_FOLDER === 0) mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, `${number}.html`), pageOf(source.article(number)));
  }
}

function pageOf({ title, publication, issuedOn, body }: ImportedArticle): string {
  const lines = body.flatMap((block) => {
    if (block.type === "heading") return [`<h2>${escaped(inlineText(block.content))}</h2>`];
    if (block.type === "paragraph") return [`<p>${escaped(inlineText(block.content))}</p>`];
    return [];
  });
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<meta name="ContentSource" content="${escaped(publication)}">
<meta name="PubDate" content="${issuedOn ?? ""}">
</head>
<body>
<h1>${escaped(title)}</h1>
${lines.join("\n")}
</body>
</html>
`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Pixels: the only size that a ZIM takes for its picture. */
const SIDE = 48;

/** A grey PNG. */
export function writeIllustration(path: string): void {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header[8] = 8;
  // Each row begins with the number of its filter, 0 as all else.
  const rows = deflateSync(Buffer.alloc(SIDE * (SIDE + 1)));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  writeFileSync(
    path,
    Buffer.concat([
      signature,
      pngChunk("IHDR", header),
      pngChunk("IDAT", rows),
      pngChunk("IEND", Buffer.alloc(0)),
    ]),
  );
}

function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
