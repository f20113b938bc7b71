/** Books and saved pages for the tests, made of their files' texts: the same bytes every time. */
import type { Zippable } from "fflate";
import { strToU8, zipSync } from "fflate";

export type BookFiles = Readonly<Record<string, string | Uint8Array>>;

export const CONTAINER = `<?xml version="1.0"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;

export function makeEpub(files: BookFiles): Buffer {
  const all: BookFiles = {
    mimetype: "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    ...files,
  };
  const packed: Zippable = {};
  for (const [name, content] of Object.entries(all)) {
    const bytes = typeof content === "string" ? strToU8(content) : content;
    packed[name] = [bytes, { level: name === "mimetype" ? 0 : 6, mtime: "2021-02-05" }];
  }
  return Buffer.from(zipSync(packed));
}

/** A package whose manifest and spine are the given documents in their order. */
export function makePackage(
  documents: readonly string[],
  { more = "", spine = "", title = "测试之书" }: { more?: string; spine?: string; title?: string } = {},
): string {
  const items = documents.map(
    (href, index) => `<item id="d${index}" href="${href}" media-type="application/xhtml+xml"/>`,
  );
  const references = documents.map((_href, index) => `<itemref idref="d${index}"/>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">x</dc:identifier>
<dc:title>${title}</dc:title><dc:creator>张三</dc:creator><dc:creator>李四</dc:creator>
<dc:language>zh-CN</dc:language><dc:date>2021-02-05</dc:date></metadata>
<manifest>${items.join("")}${more}</manifest><spine${spine}>${references.join("")}</spine></package>`;
}

export function page(body: string, title = ""): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>${title}</title></head>
<body>${body}</body></html>`;
}
