/** TIFF files for the tests: the same bytes every time. */

/** A page of dots. */
export interface TiffPage {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly samples?: number;
  /** 0: white is zero; 1: black is; 2: colour. */
  readonly meaning: number;
  readonly data: Uint8Array;
  readonly compression?: number;
  /** Further tags: their numbers and values. */
  readonly more?: Readonly<Record<number, number>>;
}

/** A TIFF file of pages in one strip each; `loop` makes the last directory lead to the first. */
export function makeTiff(pages: readonly TiffPage[], loop = false): Buffer {
  const parts: Buffer[] = [Buffer.from("II*\0\x08\0\0\0", "latin1")];
  let at = 8;
  for (const [index, page] of pages.entries()) {
    const tags: [number, number][] = [
      ...([
        [256, page.width],
        [257, page.height],
        [258, page.bits],
        [259, page.compression ?? 1],
        [262, page.meaning],
        [277, page.samples ?? 1],
        [278, page.height],
        [279, page.data.length],
      ] as [number, number][]),
      ...Object.entries(page.more ?? {}).map(([tag, value]): [number, number] => [Number(tag), value]),
    ];
    const size = 2 + (tags.length + 1) * 12 + 4;
    tags.push([273, at + size]);
    tags.sort(([one], [other]) => one - other);
    const directory = Buffer.alloc(size);
    directory.writeUInt16LE(tags.length, 0);
    for (const [place, [tag, value]] of tags.entries()) {
      directory.writeUInt16LE(tag, 2 + place * 12);
      directory.writeUInt16LE(4, 4 + place * 12);
      directory.writeUInt32LE(1, 6 + place * 12);
      directory.writeUInt32LE(value, 10 + place * 12);
    }
    const end = at + size + page.data.length;
    directory.writeUInt32LE(index < pages.length - 1 ? end : loop ? 8 : 0, size - 4);
    parts.push(directory, Buffer.from(page.data));
    at = end;
  }
  return Buffer.concat(parts);
}
