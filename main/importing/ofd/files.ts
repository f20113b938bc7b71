/** The files of an OFD package, found by the places that its documents write, however they write them. */
import { decodeText } from "../decode-text.ts";
import type { ZipArchive } from "../zip.ts";
import type { XmlElement } from "./xml.ts";
import { parseXml } from "./xml.ts";

/** A part is kept in memory as bytes, as text and as a tree while it is read: a larger one would not fit the limits. */
const LARGEST_XML_BYTES = 32 * 1024 * 1024;

/** A document has a template or two; whatever is more is read again. */
const MOST_SHARED = 4;

export class OfdFiles {
  readonly #archive: ZipArchive;
  readonly #alike = new Map<string, string>();
  /** Templates and lists that page after page refers to, the last used last. */
  readonly #shared = new Map<string, XmlElement | null>();
  /** Some file is missing, not all there, or not well-formed. */
  damaged = false;

  constructor(archive: ZipArchive) {
    this.#archive = archive;
    this.damaged = archive.damaged;
    for (const { name } of archive.entries) {
      if (!this.#alike.has(alike(name))) this.#alike.set(alike(name), name);
    }
  }

  has(path: string): boolean {
    return this.#find(path) !== undefined;
  }

  /**
   * Where `location`, written in the file at `from`, leads: from the root where it begins with a slash, else from that
   * file's folder; some writers mean the root without saying so. Null where nothing lies there.
   */
  resolve(location: string, from: string, base = ""): string | null {
    const written = location.trim().replaceAll("\\", "/");
    if (written === "") return null;
    const folder = folderOf(from);
    const candidates = written.startsWith("/")
      ? [written, `${folder}/${written}`]
      : [`${joined(folder, base)}/${written}`, `${folder}/${written}`, written];
    for (const candidate of candidates) {
      const found = this.#find(normal(candidate));
      if (found !== undefined) return found;
    }
    return null;
  }

  /** Null where there is no such file or nothing of it can be read. Throws `FailureError`: encrypted, too-large. */
  bytes(path: string): Uint8Array | null {
    const name = this.#find(path);
    const unpacked = name === undefined ? null : this.#archive.read(name);
    if (unpacked === null || !unpacked.whole) this.damaged = true;
    return unpacked?.bytes ?? null;
  }

  /** The root element of a part; null where it is not there or holds nothing. Throws as `bytes` does. */
  xml(path: string): XmlElement | null {
    const bytes = this.bytes(path);
    if (bytes === null || bytes.length > LARGEST_XML_BYTES) {
      this.damaged = true;
      return null;
    }
    const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
    const declared = /<\?xml[^>]+encoding=["']([\w.:-]+)/i.exec(head)?.[1];
    const tree = parseXml(decodeText(bytes, { declared }).text);
    if (tree === null || tree.damaged) this.damaged = true;
    return tree?.root ?? null;
  }

  /** The same, kept for the next time: for what many pages share. */
  sharedXml(path: string): XmlElement | null {
    const known = this.#shared.get(path);
    const root = known === undefined ? this.xml(path) : known;
    this.#shared.delete(path);
    this.#shared.set(path, root);
    const [oldest] = this.#shared.keys();
    if (this.#shared.size > MOST_SHARED && oldest !== undefined) this.#shared.delete(oldest);
    return root;
  }

  #find(path: string): string | undefined {
    return this.#archive.has(path) ? path : this.#alike.get(alike(path));
  }
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function joined(folder: string, base: string): string {
  const written = base.trim().replaceAll("\\", "/");
  return written.startsWith("/") ? written : `${folder}/${written}`;
}

/** Without `.` and `..`, which never lead out of the package. */
function normal(path: string): string {
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return names.join("/");
}

/** Writers on Windows mix letter cases: `DOC_0/Res` beside `Doc_0`. */
function alike(name: string): string {
  return name.replace(/^\/+/, "").normalize("NFC").toLowerCase();
}
