/** The zip that an Office file is: its parts by name and what each refers to. Bounded in what it inflates. */
import { FailureError } from "../../../preload/model/result.ts";
import { decodeText } from "../decode-text.ts";
import { usualZipLimits, ZipArchive } from "../zip.ts";
import type { XmlTree } from "./xml.ts";
import { elementsOf, parseXml } from "./xml.ts";

const MEGABYTE = 1024 * 1024;

/** The largest text part, in bytes: some ten thousand pages. Its tree takes ten times as much memory. */
const LARGEST_XML = 48 * MEGABYTE;

/** The largest part of any kind, such as a picture. */
const LARGEST_PART = 64 * MEGABYTE;

export interface Relationship {
  /** The last word of its type: `image`, `styles`, `hyperlink`. */
  readonly type: string;
  /** A part's name, or an address where `external`. */
  readonly target: string;
  readonly external: boolean;
}

export class OfficePackage {
  readonly #archive: ZipArchive;
  /** Names as they stand in the zip, by name in lower case. */
  readonly #names: ReadonlyMap<string, string>;
  #damaged: boolean;

  /** Throws `FailureError`: unreadable for what is no zip, too-many-files. */
  constructor(bytes: Uint8Array) {
    this.#archive = new ZipArchive(bytes, { ...usualZipLimits, entry: LARGEST_PART });
    this.#damaged = this.#archive.damaged;
    const names = this.#archive.entries.map(({ name }) => name);
    this.#names = new Map(names.reverse().map((name) => [name.toLowerCase(), name]));
  }

  /** Some part was cut off or not well-formed and was read as far as it went, or the list of the parts is lost. */
  get damaged(): boolean {
    return this.#damaged;
  }

  has(part: string): boolean {
    return this.#names.has(part.toLowerCase());
  }

  /** In lower case. */
  get parts(): readonly string[] {
    return [...this.#names.keys()];
  }

  /** The bytes of a part; null where there is none, or where it is too large or broken. */
  bytes(part: string): Uint8Array | null {
    try {
      return this.#read(part);
    } catch {
      return null;
    }
  }

  /** Throws `FailureError`: too-large, encrypted. Null where the part is not there or holds no XML. */
  xml(part: string): XmlTree["root"] | null {
    const bytes = this.#read(part);
    if (bytes !== null && bytes.length > LARGEST_XML) {
      throw new FailureError("too-large", { limit: LARGEST_XML / MEGABYTE });
    }
    const tree = bytes === null ? null : parseXml(decodeText(bytes, { declared: "utf-8" }).text);
    if (tree?.damaged === true) this.#damaged = true;
    return tree?.root ?? null;
  }

  #read(part: string): Uint8Array | null {
    const name = this.#names.get(part.toLowerCase());
    const unpacked = name === undefined ? null : this.#archive.read(name);
    if (name !== undefined && unpacked?.whole !== true) this.#damaged = true;
    return unpacked?.bytes ?? null;
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
