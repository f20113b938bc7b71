/** A folder of what an office receives, in every format and state: the same files every time. */
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "../importing/encode-text.ts";
import { makeDocx, p } from "../importing/make-docx.ts";
import { page as chapter, makeEpub, makePackage } from "../importing/make-epub.ts";
import { line, makeOfd } from "../importing/make-ofd.ts";
import { makePdf } from "../importing/make-pdf.ts";
import { png } from "../importing/sample-pictures.ts";

export interface MixedFolder {
  readonly path: string;
  /** Files of which one article comes each. */
  readonly sound: number;
  /** Files of which none comes. */
  readonly broken: number;
}

/** In folders of fifty, so that they make collections. */
export async function writeMixedFolder(count: number): Promise<MixedFolder> {
  const path = join(await mkdtemp(join(tmpdir(), "antou-来件-")), "二月来件");
  let broken = 0;
  for (let place = 0; place < count; place++) {
    const { extension, bytes } = fileAt(place);
    // Beside documents a picture would be taken for one of theirs.
    const folder = join(path, extension === "png" ? "扫描件" : `第${Math.floor(place / 50) + 1}批`);
    await mkdir(folder, { recursive: true });
    if (extension === "bad.docx") broken++;
    await writeFile(join(folder, `${String(place).padStart(3, "0")}.${extension}`), bytes);
  }
  return { path, sound: count - broken, broken };
}

function fileAt(place: number): { readonly extension: string; readonly bytes: Uint8Array | string } {
  const title = `第${place}号来件`;
  const text = `这是${title}的正文，说明全县春耕备耕工作的安排，各村已经备足种子和化肥。`;
  const plain = `${title}\n\n　　${text}\n`;
  switch (place % 12) {
    case 0:
      return { extension: "txt", bytes: encode(plain, "utf-8") };
    case 1:
      return { extension: "txt", bytes: encode(plain, "gbk") };
    case 2:
      return { extension: "txt", bytes: encode(plain, "utf-16le") };
    case 3:
      return { extension: "md", bytes: `---\ntitle: ${title}\n---\n\n${text}\n` };
    case 4:
      return { extension: "html", bytes: `<meta charset="utf-8"><title>${title}</title><p>${text}</p>` };
    case 5:
      return { extension: "docx", bytes: makeDocx({ body: p(text), title }) };
    case 6: {
      const words = [title, text.slice(0, 30), text.slice(30)];
      const texts = words.map((word, index) => ({
        x: 72,
        y: 90 + 30 * index,
        size: index === 0 ? 22 : 12,
        text: word,
      }));
      return { extension: "pdf", bytes: makePdf({ pages: Array.from({ length: 12 }, () => ({ texts })) }) };
    }
    case 7:
      return {
        extension: "ofd",
        bytes: makeOfd([
          line({ text: title, x: 60, y: 30, size: 8 }) + line({ text: text.slice(0, 28), x: 20, y: 50 }),
        ]),
      };
    case 8: {
      const files = {
        "OPS/book.opf": makePackage(["一.xhtml"], { title: `${title}之书` }),
        "OPS/一.xhtml": chapter(`<h1>${title}</h1><p>${text}</p>`, title),
      };
      return { extension: "epub", bytes: makeEpub(files) };
    }
    case 9:
      return { extension: "png", bytes: png(300 + place, 400) };
    case 10:
      return { extension: "bad.docx", bytes: `PK\u0003\u0004坏了的文件${place}` };
    default:
      // Breaks off, and says not where it comes from.
      return {
        extension: "md",
        bytes: `# ${title}\n\n${text.slice(0, -1)}，其余各项工作也在按照计划和要求\n`,
      };
  }
}
