/** The texts of books (EPUB), fixed layout documents (OFD) and saved pages (MHTML), from their parts. */
import { unzipSync } from "fflate";
import { decoded, markupText, withoutEntities } from "./markup.ts";

/** The documents of the spine, in its order; a table of contents among them is one of them. */
export function epubText(bytes: Uint8Array): string {
  const parts = unzipSync(bytes);
  const container = decoded(parts["META-INF/container.xml"] ?? new Uint8Array());
  const packagePath = decodeURIComponent(/full-path=["']([^"']+)/.exec(container)?.[1] ?? "");
  const book = decoded(parts[packagePath] ?? new Uint8Array()).replace(/<!--[\s\S]*?-->/g, "");
  const items = new Map(
    [...book.matchAll(/<(?:\w+:)?item\b[^>]*>/g)].map(([item]) => [
      attribute(item, "id"),
      attribute(item, "href"),
    ]),
  );
  const spine = [...book.matchAll(/<(?:\w+:)?itemref\b[^>]*>/g)].map(
    ([item]) => items.get(attribute(item, "idref")) ?? "",
  );
  return spine
    .map((href) => new URL(withoutEntities(href), `file:///${packagePath}`).pathname.slice(1))
    .map((path) => decoded(parts[decodeURIComponent(path)] ?? new Uint8Array()))
    .map((document) => markupText(document.replace(/(<\/?)nav\b/gi, "$1div")))
    .join("\n");
}

/** Each TextCode, page by page, in the order they are drawn, those of page templates last. */
export function ofdText(bytes: Uint8Array): string {
  const parts = unzipSync(bytes);
  const pages = Object.keys(parts)
    .filter(
      (path) =>
        /(?:Page_?\d+\/Content|page_?\d+|Content)\.xml$/i.test(path) && !/Tpls?[_/]|Annot/i.test(path),
    )
    .toSorted((one, other) => one.localeCompare(other, "en", { numeric: true }));
  return pages
    .map((path) => decoded(parts[path] ?? new Uint8Array()))
    .flatMap((xml) => [...xml.matchAll(/<(?:\w+:)?TextCode\b[^>]*>([^<]*)</g)])
    .map(([, code = ""]) => withoutEntities(code))
    .join("\n");
}

/** The first page among its parts. */
export function mhtmlText(bytes: Uint8Array): string {
  const mail = new TextDecoder("latin1").decode(bytes).replace(/\r\n/g, "\n");
  const boundary = /boundary="?([^"\n;]+)"?/i.exec(mail)?.[1];
  const parts = boundary === undefined ? [mail] : mail.split(`--${boundary}`);
  for (const part of parts) {
    const end = part.indexOf("\n\n");
    const head = part.slice(0, end);
    if (end < 0 || !/content-type:\s*text\/html/i.test(head)) continue;
    const charset = /charset="?([\w-]+)/i.exec(head)?.[1];
    return markupText(decoded(transferred(part.slice(end + 2), head), charset));
  }
  return "";
}

function transferred(body: string, head: string): Uint8Array {
  if (/base64/i.test(head)) return Buffer.from(body, "base64");
  if (!/quoted-printable/i.test(head)) return Buffer.from(body, "latin1");
  const plain = body
    .replace(/=\n/g, "")
    .replace(/=([\dA-F]{2})/gi, (_code, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, "latin1");
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)`).exec(tag)?.[1] ?? "";
}
