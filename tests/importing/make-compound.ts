/** Compound files (MS-CFB) for the tests: streams by name, the same bytes every time. */

const SECTOR = 512;
const MINI = 64;
/** Smaller streams lie in the mini stream. */
const SMALLEST = 4096;
const FREE = 0xffffffff;
const END = 0xfffffffe;
const TABLE = 0xfffffffd;

/** All streams lie in the root folder; a name with `/` lies in a folder of it. */
export function makeCompound(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const sectors: Buffer[] = [];
  const table: number[] = [];
  const mini: Buffer[] = [];
  const miniTable: number[] = [];
  const put = (bytes: Uint8Array, size: number, into: Buffer[], chain: number[]): number => {
    const count = Math.ceil(bytes.length / size);
    const start = into.length;
    for (let index = 0; index < count; index++) {
      into.push(padded(bytes.subarray(index * size, (index + 1) * size), size));
      chain.push(index === count - 1 ? END : start + index + 1);
    }
    return count === 0 ? END : start;
  };
  const files = Object.entries(streams).map(([name, bytes]) => {
    const isSmall = bytes.length < SMALLEST;
    const start = isSmall ? put(bytes, MINI, mini, miniTable) : put(bytes, SECTOR, sectors, table);
    return { name, start, size: bytes.length };
  });
  const miniStart = put(Buffer.concat(mini), SECTOR, sectors, table);
  const miniTableStart = put(numbers(miniTable), SECTOR, sectors, table);
  const directory = directoryOf(files, { start: miniStart, size: mini.length * MINI });
  const directoryStart = put(directory, SECTOR, sectors, table);
  // The table has an entry for each of its own sectors, too.
  let own = 1;
  while ((table.length + own) * 4 > own * SECTOR) own++;
  const tableStart = sectors.length;
  for (let index = 0; index < own; index++) table.push(TABLE);
  const header = headerOf(own, tableStart, directoryStart, miniTableStart, Math.ceil(miniTable.length / 128));
  return Buffer.concat([header, ...sectors, padded(numbers(table), own * SECTOR, 0xff)]);
}

function headerOf(own: number, tableStart: number, directory: number, miniTable: number, minis: number) {
  const header = Buffer.alloc(SECTOR, 0xff);
  header.fill(0, 0, 76);
  header.write("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "latin1");
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    header.writeUInt16LE(value, at);
  for (const [at, value] of [
    [44, own],
    [48, directory],
    [56, SMALLEST],
    [60, miniTable],
    [64, minis],
    [68, END],
    [72, 0],
  ] as const)
    header.writeUInt32LE(value, at);
  for (let index = 0; index < own; index++) header.writeUInt32LE(tableStart + index, 76 + index * 4);
  return header;
}

interface Placed {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

/** A folder's entries hang on one another like a chain, each the right-hand one of the entry before. */
function directoryOf(files: readonly Placed[], mini: { start: number; size: number }): Buffer {
  const folders = [...new Set(files.flatMap(({ name }) => (name.includes("/") ? [name.split("/")[0]] : [])))];
  const top: { name: string; type: number; start: number; size: number; folder: string; child: number }[] = [
    { name: "Root Entry", type: 5, ...mini, folder: "-", child: FREE },
    ...folders.map((name = "") => ({ name, type: 1, start: 0, size: 0, folder: "", child: FREE })),
    ...files.map(({ name, start, size }) => {
      const [inner, folder] = name.split("/").reverse();
      return { name: inner ?? "", type: 2, start, size, folder: folder ?? "", child: FREE };
    }),
  ];
  const next = top.map(() => FREE);
  for (const [index, { folder }] of top.entries()) {
    if (index === 0) continue;
    const parent = folder === "" ? top[0] : top.find(({ name, type }) => type === 1 && name === folder);
    if (parent === undefined) continue;
    next[index] = parent.child;
    parent.child = index;
  }
  return Buffer.concat(
    top.map(({ name, type, start, size, child }, index) => {
      const entry = Buffer.alloc(128);
      entry.write(name, 0, "utf16le");
      entry.writeUInt16LE((name.length + 1) * 2, 64);
      entry.writeUInt8(type, 66);
      entry.writeUInt8(1, 67);
      for (const [at, value] of [
        [68, FREE],
        [72, next[index] ?? FREE],
        [76, child],
        [116, start],
        [120, size],
      ] as const)
        entry.writeUInt32LE(value, at);
      return entry;
    }),
  );
}

function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
  return bytes;
}

function padded(bytes: Uint8Array, length: number, value = 0): Buffer {
  return Buffer.concat([bytes], bytes.length).length === length
    ? Buffer.from(bytes)
    : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, value)]);
}
