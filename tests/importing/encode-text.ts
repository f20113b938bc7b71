/** Text → bytes in the encodings that Node can only read, by turning its decoder round. */

const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;

/** Every character of two bytes → those bytes; the first spelling where there are several. */
function twoByteTable(encoding: "gbk" | "big5"): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly [number, number]>();
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      const isOne = [...character].length === 1 && character !== "\uFFFD";
      if (isOne && !table.has(character)) table.set(character, [lead, trail]);
    }
  }
  return table;
}

const tables = new Map<string, ReadonlyMap<string, readonly [number, number]>>();

function tableOf(encoding: "gbk" | "big5"): ReadonlyMap<string, readonly [number, number]> {
  const table = tables.get(encoding) ?? twoByteTable(encoding);
  tables.set(encoding, table);
  return table;
}

/** Whether every character of the text has a place in the encoding. */
export function isEncodable(text: string, encoding: "gbk" | "big5"): boolean {
  const table = tableOf(encoding);
  return [...text].every((character) => character < "\u0080" || table.has(character));
}

/** Throws for what the encoding has no place for. */
export function encode(text: string, encoding: "gbk" | "big5" | "utf-8" | "utf-16le" | "utf-16be"): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const character of text) {
    if (character < "\u0080") bytes.push(character.charCodeAt(0));
    else {
      const pair = table.get(character);
      if (pair === undefined) throw new Error(`${encoding} has no place for ${character}`);
      bytes.push(...pair);
    }
  }
  return Buffer.from(bytes);
}
