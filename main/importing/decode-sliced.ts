/** `decodeText` for a long text on a thread that has other things to do: told by a sample, decoded piece by piece. */
import { isAscii } from "node:buffer";
import { TextDecoder } from "node:util";
import type { Sliced } from "../sliced.ts";
import { decodeText } from "./decode-text.ts";

/** Bytes: what is no longer is decoded at once. */
const PIECE = 64 * 1024;

/** Bytes before the first that is no ASCII: where the sample begins. */
const BEFORE = 1024;

export function* decodeSliced(bytes: Uint8Array): Sliced<string> {
  if (bytes.length <= PIECE) return decodeText(bytes).text;
  const decoder = decoderFor(bytes);
  if (decoder === null) return decodeText(bytes).text;
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += PIECE) {
    pieces.push(decoder.decode(bytes.subarray(start, start + PIECE), { stream: true }));
    yield;
  }
  return pieces.join("") + decoder.decode();
}

/** Null for an encoding that no decoder of the platform knows. */
function decoderFor(bytes: Uint8Array): TextDecoder | null {
  // Even, for the encodings of two bytes a character.
  const start = Math.max(0, firstNonAscii(bytes) - BEFORE) & ~1;
  const { encoding } = decodeText(bytes.subarray(start, start + PIECE));
  try {
    return new TextDecoder(encoding);
  } catch {
    return null;
  }
}

/** 0 where there is none. */
function firstNonAscii(bytes: Uint8Array): number {
  for (let start = 0; start < bytes.length; start += PIECE) {
    const piece = bytes.subarray(start, start + PIECE);
    if (!isAscii(piece)) return start + piece.findIndex((byte) => byte >= 0x80);
  }
  return 0;
}
