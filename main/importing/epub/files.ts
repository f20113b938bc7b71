/** The files of a book in its archive, found by the references that its documents make. */
import { decodeText } from "../decode-text.ts";
import type { FilesBeside } from "../format.ts";
import { percentDecoded } from "../reference-spellings.ts";
import type { ZipArchive } from "../zip.ts";

/** References are resolved as on a web site of the book's own: too many `..` end at its root. */
const ROOT = "https://book.invalid/";

export interface Place {
  /** The entry's name in the archive. */
  readonly path: string;
  /** Empty for the whole file. */
  readonly fragment: string;
}

export class BookFiles {
  readonly #archive: ZipArchive;
  readonly #alike = new Map<string, string>();
  /** Files that are not all there, or not as they were packed. */
  readonly damaged = new Set<string>();

  constructor(archive: ZipArchive) {
    this.#archive = archive;
    for (const { name } of archive.entries) {
      if (!this.#alike.has(alike(name))) this.#alike.set(alike(name), name);
    }
  }

  get names(): readonly string[] {
    return this.#archive.entries.map(({ name }) => name);
  }

  /** Where `reference`, made in the file at `from`, leads; null where that is not into the book. */
  resolve(reference: string, from: string): Place | null {
    let url: URL;
    try {
      const base = new URL(from.split("/").map(encodeURIComponent).join("/"), ROOT);
      url = new URL(reference.trim().replaceAll("\\", "/"), base);
    } catch {
      return null;
    }
    if (!url.href.startsWith(ROOT)) return null;
    const spelled = url.pathname.slice(1);
    const path = this.#find(decoded(spelled)) ?? this.#find(spelled) ?? decoded(spelled);
    return { path, fragment: decoded(url.hash.slice(1)) };
  }

  /** Null where the book has no such file or nothing of it can be read. Throws `FailureError`: encrypted, too-large. */
  bytes(path: string): Uint8Array | null {
    const name = this.#find(path);
    const unpacked = name === undefined ? null : this.#archive.read(name);
    if (unpacked === null) {
      if (name !== undefined) this.damaged.add(name);
      return null;
    }
    if (!unpacked.whole && name !== undefined) this.damaged.add(name);
    return unpacked.bytes;
  }

  /** As `bytes`, for a file that is text. */
  text(path: string): string | null {
    const bytes = this.bytes(path);
    if (bytes === null) return null;
    const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
    const declared = /<\?xml[^>]+encoding=["']([\w.:-]+)/i.exec(head)?.[1];
    return decodeText(bytes, { declared }).text;
  }

  /** For pictures, whose references have been resolved already. */
  readonly beside: FilesBeside = (path) => {
    const bytes = this.bytes(path);
    return bytes === null ? { refused: "missing" } : { bytes };
  };

  #find(path: string): string | undefined {
    return this.#archive.has(path) ? path : this.#alike.get(alike(path));
  }
}

/** Names differ in letter case and in how they compose accents, as the systems do that books are made on. */
function alike(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** Each folder by itself: references and the paths they are made in may come from different systems. */
function decoded(text: string): string {
  return text
    .split("/")
    .map((name) => percentDecoded(name) ?? name)
    .join("/");
}
