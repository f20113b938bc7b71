/** Pictures turned as their files say they are to be seen (TIFF's orientations). */
import type { Pixels } from "../pdf/png.ts";

/** Where the pixel shown at a place comes from, in a picture of this width and height. */
type Source = (x: number, y: number, width: number, height: number) => readonly [x: number, y: number];

const SOURCES: Readonly<Record<number, Source>> = {
  2: (x, y, width) => [width - 1 - x, y],
  3: (x, y, width, height) => [width - 1 - x, height - 1 - y],
  4: (x, y, _width, height) => [x, height - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, _width, height) => [y, height - 1 - x],
  7: (x, y, width, height) => [width - 1 - y, height - 1 - x],
  8: (x, y, width) => [width - 1 - y, x],
};

const FIRST_SIDEWAYS = 5;

export function turned(pixels: Pixels, orientation: number): Pixels {
  const source = SOURCES[orientation];
  if (source === undefined) return pixels;
  const { data, width, height, channels } = pixels.bits === 1 ? inBytes(pixels) : pixels;
  const sideways = orientation >= FIRST_SIDEWAYS;
  const [newWidth, newHeight] = sideways ? [height, width] : [width, height];
  const result = new Uint8Array(width * height * channels);
  for (let y = 0, to = 0; y < newHeight; y++) {
    for (let x = 0; x < newWidth; x++) {
      const [fromX, fromY] = source(x, y, width, height);
      const from = (fromY * width + fromX) * channels;
      for (let channel = 0; channel < channels; channel++) result[to++] = data[from + channel] ?? 0;
    }
  }
  return { bits: 8, channels, width: newWidth, height: newHeight, data: result };
}

/** A byte for each bit. */
function inBytes(pixels: Pixels): Pixels {
  const { width, height } = pixels;
  const length = Math.ceil(width / 8);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const bit = ((pixels.data[y * length + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
      data[y * width + x] = bit * 255;
    }
  }
  return { ...pixels, bits: 8, data };
}
