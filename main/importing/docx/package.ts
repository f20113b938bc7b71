/** The zip that an Office file is: its parts by name and what each refers to. Bounded in what it inflates. */
import { unzipSync } from "fflate";
import { FailureError } from "../../../preload/model/result.ts";
import { decodeText } from "../decode-text.ts";
import type { XmlTree } from "./xml.ts";
import { elementsOf, parseXml } from "./xml.ts";

/** The largest text part, in bytes: some ten thousand pages. Its tree takes ten times as much memory. */
const LARGEST_XML = 48 * 1024 * 1024;

/** The largest picture, and all pictures together, in bytes. */
const LARGEST_PICTURE = 64 * 1024 * 1024;
const LARGEST_TOTAL = 400 * 1024 * 1024;

export interface Relationship {
  /** The last word of its type: `image`, `styles`, `hyperlink`. */
  readonly type: string;
  /** A part's name, or an address where `external`. */
  readonly target: string;
  readonly external: boolean;
}

export class OfficePackage {
  readonly #bytes: Uint8Array;
  /** Names as they stand in the zip and their inflated sizes, by name in lower case. */
  readonly #entries: ReadonlyMap<string, { readonly name: string; readonly size: number }>;
  #inflated = 0;
  #damaged = false;

  /** Throws `FailureError`: unreadable for what is no whole zip. */
  constructor(bytes: Uint8Array) {
    const entries = zipEntries(bytes);
    if (entries === null) throw new FailureError("unreadable");
    this.#bytes = bytes;
    this.#entries = entries;
  }

  /** Some part was not well-formed and was read as far as it went. */
  get damaged(): boolean {
    return this.#damaged;
  }

  /** The bytes of a part; null where there is none, or where it is too large or broken. */
  bytes(part: string, largest = LARGEST_PICTURE): Uint8Array | null {
    const entry = this.#entries.get(part.toLowerCase());
    if (entry === undefined || entry.size > largest || this.#inflated + entry.size > LARGEST_TOTAL)
      return null;
    this.#inflated += entry.size;
    try {
      return unzipSync(this.#bytes, { filter: ({ name }) => name === entry.name })[entry.name] ?? null;
    } catch {
      return null;
    }
  }

  /** Throws `FailureError`: too-large. Null where the part is not there or holds no XML. */
  xml(part: string): XmlTree["root"] | null {
    if ((this.#entries.get(part.toLowerCase())?.size ?? 0) > LARGEST_XML) {
      throw new FailureError("too-large", { limit: LARGEST_XML / 1024 / 1024 });
    }
    const bytes = this.bytes(part, LARGEST_XML);
    const tree = bytes === null ? null : parseXml(decodeText(bytes, { declared: "utf-8" }).text);
    if (tree?.damaged === true) this.#damaged = true;
    return tree?.root ?? null;
  }

  /** What a part refers to, by relationship id; `part` empty for the package itself. */
  relationships(part: string): ReadonlyMap<string, Relationship> {
    const folder = part.slice(0, part.lastIndexOf("/") + 1);
    const root = this.xml(`${folder}_rels/${part.slice(folder.length)}.rels`);
    return new Map(
      elementsOf(root ?? undefined).map((element) => {
        const target = element.attributes.get("Target") ?? "";
        const external = element.attributes.get("TargetMode") === "External";
        const relationship = {
          type: (element.attributes.get("Type") ?? "").replace(/^.*\//, ""),
          target: external ? target : partName(folder, target),
          external,
        };
        return [element.attributes.get("Id") ?? "", relationship];
      }),
    );
  }
}

/** The entries of a zip by name in lower case, with `/` between folders; null where the bytes are no whole zip. */
export function zipEntries(
  bytes: Uint8Array,
): ReadonlyMap<string, { readonly name: string; readonly size: number }> | null {
  const entries = new Map<string, { readonly name: string; readonly size: number }>();
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const key = name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
        entries.set(key, { name, size: originalSize });
        return false;
      },
    });
  } catch {
    return null;
  }
  return entries;
}

/** A target as it is written, relative to its part's folder or from the root → a part's name. Never leaves the package. */
function partName(folder: string, target: string): string {
  const path = target.replaceAll("\\", "/");
  const names: string[] = [];
  for (const name of (path.startsWith("/") ? path : folder + path).split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return names.join("/");
}
