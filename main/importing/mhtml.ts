/** MHTML (RFC 2557): a web page saved with its pictures in one file. */
import { FailureError } from "../../preload/model/result.ts";
import type { FilesBeside, FormatReader, Probe, Reading, SourceFile } from "./format.ts";
import { readPage } from "./html/html-reader.ts";
import type { MimeMessage, MimePart } from "./mime.ts";
import { readMime } from "./mime.ts";

export const mhtmlReader: FormatReader = { name: "mhtml", recognises, read };

/** Enough to see the headers that every program writes first. */
const HEAD_BYTES = 4096;

const PAGE = /^(?:text\/html|application\/xhtml\+xml)$/;

function recognises({ bytes, extension, head }: Probe): boolean {
  const named = /^mht(?:ml)?$/.test(extension);
  // A page without any headers may bear the name too; it is read as the page that it is.
  if (named && head !== null && !/^\s*</.test(head)) return true;
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES));
  return /^[!-9;-~]+:[^\n]*\n/.test(start) && /^content-type:\s*multipart\/related\b/im.test(start);
}

/** A page and the files that it came with. */
export interface PackedPage {
  readonly bytes: Uint8Array;
  /** The encoding that the message declares for the page. */
  readonly declared: string | undefined;
  /** A name that `beside` knows for what the page writes; `base` as in `PageOrigin`. */
  readonly resolve: (reference: string, base: string) => string;
  readonly beside: FilesBeside;
}

/** The page of a message that stands within another document; null where it has none. */
export function packedPage(bytes: Uint8Array): PackedPage | null {
  const message = readMime(bytes);
  const root = rootOf(message, pagesOf(message));
  return root === undefined ? null : packed(message, root);
}

function pagesOf(message: MimeMessage): readonly MimePart[] {
  return message.parts.filter((part) => PAGE.test(part.mediaType) && part.bytes.length > 0);
}

function rootOf(message: MimeMessage, pages: readonly MimePart[]): MimePart | undefined {
  return pages.find(({ contentId }) => message.start !== "" && contentId === message.start) ?? pages[0];
}

function packed(message: MimeMessage, root: MimePart): PackedPage {
  const parts = new PartAddresses(message, root);
  return {
    bytes: root.bytes,
    declared: root.charset,
    resolve: (reference, base) => parts.resolve(reference, base),
    beside: (reference) => {
      const part = parts.named(reference);
      return part === undefined ? { refused: "missing" } : { bytes: part.bytes };
    },
  };
}

function read(file: SourceFile): Reading {
  const message = readMime(file.bytes);
  const pages = pagesOf(message);
  const root = rootOf(message, pages);
  if (root === undefined) throw new FailureError("unreadable");
  try {
    return readRoot(file, message, root);
  } catch (error) {
    // A page of nothing but frames: the largest of them is what was to be read.
    const [largest] = pages
      .filter((page) => page !== root)
      .sort((one, other) => other.bytes.length - one.bytes.length);
    if (!(error instanceof FailureError) || largest === undefined) throw error;
    return readRoot(file, message, largest);
  }
}

function readRoot(file: SourceFile, message: MimeMessage, root: MimePart): Reading {
  const { bytes, beside, declared, resolve } = packed(message, root);
  // The page's own title comes first; the message's subject is what browsers take from it.
  const name = message.subject === "" ? file.name : `${message.subject}.html`;
  return readPage({ ...file, name, bytes, beside }, { declared, resolve });
}

/** Finds parts by what the page calls them: an address on the web, whole or relative, or a content id. */
class PartAddresses {
  readonly #message: MimeMessage;
  readonly #root: MimePart;
  readonly #byLocation = new Map<string, number>();
  readonly #byId = new Map<string, number>();

  constructor(message: MimeMessage, root: MimePart) {
    this.#message = message;
    this.#root = root;
    for (const [index, { location, contentId }] of message.parts.entries()) {
      const key = this.#absolute(location, "");
      if (location !== "" && !this.#byLocation.has(key)) this.#byLocation.set(key, index);
      if (contentId !== "" && !this.#byId.has(contentId)) this.#byId.set(contentId, index);
    }
  }

  /** A name for `named`, where the message has that part; else the reference as it stands. */
  resolve(reference: string, base: string): string {
    if (/^data:/i.test(reference)) return reference;
    const id = /^cid:(.*)$/is.exec(reference)?.[1];
    const index =
      id === undefined
        ? (this.#byLocation.get(this.#absolute(reference, base)) ??
          this.#byLocation.get(this.#absolute(reference, "")))
        : (this.#byId.get(id) ?? this.#byId.get(decoded(id)));
    return index === undefined ? reference : `part:${index}`;
  }

  named(name: string): MimePart | undefined {
    const index = /^part:(\d+)$/.exec(name)?.[1];
    return index === undefined ? undefined : this.#message.parts[Number(index)];
  }

  /** One spelling for all that mean the same address. */
  #absolute(reference: string, base: string): string {
    const own = this.#root.location || this.#message.location || "thismessage:/";
    try {
      const url = new URL(reference.replaceAll("\\", "/"), base === "" ? own : new URL(base, own));
      url.hash = "";
      return decoded(url.href);
    } catch {
      return decoded(reference);
    }
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
