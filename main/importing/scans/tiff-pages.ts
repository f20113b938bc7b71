/**
 * The pages of a TIFF file: what its directories say of each, within limits, so that a made one can neither lead in
 * circles nor claim lists longer than the file.
 */

/** A page's directory as the decoder wants it: `t256` is the width, and so on by the tags' numbers. */
export interface TiffPage {
  readonly [tag: `t${number}`]: readonly number[];
}

/** Tags that say how the pixels are to be read; others, such as a camera's notes, are nothing to us. */
const TAGS: ReadonlySet<number> = new Set([
  ...[
    256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 282, 283, 284, 292, 293, 317, 320, 322, 323, 324,
  ],
  ...[325, 338, 339, 347, 512, 513, 514, 515, 519, 520, 521, 530, 532],
]);

/** Bytes of a value, by the numbers of its type: byte, (text), short, long, fraction, …, any. */
const TYPE_BYTES: Readonly<Record<number, 1 | 2 | 4 | 8>> = { 1: 1, 3: 2, 4: 4, 5: 8, 7: 1 };

const ENTRY_BYTES = 12;
const MOST_PAGES = 2000;

export function isTiff(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (
    (a === 0x49 && b === 0x49 && c === 42 && d === 0) || (a === 0x4d && b === 0x4d && c === 0 && d === 42)
  );
}

/** In the file's order, without small copies of a page. Those that can be read of a damaged file. */
export function tiffPages(bytes: Uint8Array): readonly TiffPage[] {
  const file = new DirectoryReader(bytes);
  const seen = new Set<number>();
  const pages: TiffPage[] = [];
  for (let at = file.long(4); at !== 0 && !seen.has(at) && pages.length < MOST_PAGES; ) {
    seen.add(at);
    const directory = file.directory(at);
    if (directory === null) break;
    if ("t256" in directory.page && !directory.isReduced) pages.push(directory.page);
    at = directory.next;
  }
  return pages;
}

class DirectoryReader {
  readonly #view: DataView;
  readonly #little: boolean;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#little = bytes[0] === 0x49;
  }

  /** 0 beyond the end. */
  long(at: number): number {
    return at + 4 <= this.#view.byteLength ? this.#view.getUint32(at, this.#little) : 0;
  }

  #short(at: number): number {
    return at + 2 <= this.#view.byteLength ? this.#view.getUint16(at, this.#little) : 0;
  }

  directory(
    at: number,
  ): { readonly page: TiffPage; readonly isReduced: boolean; readonly next: number } | null {
    const count = this.#short(at);
    if (count === 0 || at + 2 + count * ENTRY_BYTES > this.#view.byteLength) return null;
    const page: Record<`t${number}`, readonly number[]> = {};
    let isReduced = false;
    for (let index = 0; index < count; index++) {
      const entry = at + 2 + index * ENTRY_BYTES;
      const tag = this.#short(entry);
      if (tag === 254) isReduced = (this.#values(entry)[0] ?? 0) % 2 === 1;
      if (TAGS.has(tag)) page[`t${tag}`] = this.#values(entry);
    }
    return { page, isReduced, next: this.long(at + 2 + count * ENTRY_BYTES) };
  }

  #values(entry: number): readonly number[] {
    const size = TYPE_BYTES[this.#short(entry + 2)];
    const count = this.long(entry + 4);
    if (size === undefined || count * size > this.#view.byteLength) return [];
    const start = count * size <= 4 ? entry + 8 : this.long(entry + 8);
    if (start + count * size > this.#view.byteLength) return [];
    return Array.from({ length: count }, (_, index) => this.#value(start + index * size, size));
  }

  #value(at: number, size: 1 | 2 | 4 | 8): number {
    if (size === 1) return this.#view.getUint8(at);
    if (size === 2) return this.#short(at);
    return size === 4 ? this.long(at) : this.long(at) / (this.long(at + 4) || 1);
  }
}
