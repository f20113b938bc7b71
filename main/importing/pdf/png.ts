/** Pixels → PNG (W3C Portable Network Graphics), with the one filter that serves photographs and scans alike. */
import { crc32, deflateSync } from "node:zlib";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly bits: 1 | 8;
  readonly channels: 1 | 3 | 4;
  /** Row after row, each padded to whole bytes. */
  readonly data: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOUR_TYPE = { 1: 0, 3: 2, 4: 6 } as const;
const FILTER_NONE = 0;
const FILTER_UP = 2;
/** Scans of pages are large; the best compression takes four times as long for a twentieth less. */
const COMPRESSION = 5;

export function encodePng({ width, height, bits, channels, data }: Pixels): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = bits;
  header[9] = COLOUR_TYPE[channels];
  const stride = Math.ceil((width * channels * bits) / 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(filtered(data, stride, height, bits === 8), { level: COMPRESSION })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Each row as its difference from the one above; bits are left as they are. */
function filtered(data: Uint8Array, stride: number, height: number, subtract: boolean): Uint8Array {
  const rows = new Uint8Array((stride + 1) * height);
  for (let row = 0; row < height; row++) {
    const to = row * (stride + 1);
    const from = row * stride;
    const above = from - stride;
    rows[to] = subtract && row > 0 ? FILTER_UP : FILTER_NONE;
    if (!subtract || row === 0) {
      rows.set(data.subarray(from, from + stride), to + 1);
      continue;
    }
    for (let index = 0; index < stride; index++) {
      rows[to + 1 + index] = (data[from + index] ?? 0) - (data[above + index] ?? 0);
    }
  }
  return rows;
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const around = Buffer.alloc(4);
  around.writeUInt32BE(content.length, 0);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body), 0);
  return Buffer.concat([around, body, sum]);
}
