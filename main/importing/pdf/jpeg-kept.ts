/**
 * Keeps JPEG pictures as they are in the file. Where a platform has an `ImageDecoder` (WebCodecs), pdf.js hands it the
 * bytes of every JPEG that can be shown without its help; this one gives them back instead of pixels. What it would
 * have to change first (inks for print, odd colour spaces) it still decodes itself.
 */

interface DecoderInit {
  readonly data: Uint8Array;
}

class JpegKeeper {
  static isTypeSupported(type: string): Promise<boolean> {
    return Promise.resolve(type === "image/jpeg");
  }

  readonly #data: Uint8Array;

  constructor({ data }: DecoderInit) {
    this.#data = data;
  }

  /** The “image” is a buffer of its own, since pdf.js moves it from hand to hand. */
  decode(): Promise<{ readonly image: ArrayBuffer }> {
    return Promise.resolve({ image: Uint8Array.from(this.#data).buffer });
  }

  close(): void {}
}

/** Before pdf.js is loaded: it looks once. */
export function keepJpegs(): void {
  // pdf.js closes images that it is done with, as a screen's must be; a buffer needs no closing, but has to bear it.
  Object.defineProperty(ArrayBuffer.prototype, "close", { value: () => {}, configurable: true });
  Object.defineProperty(globalThis, "ImageDecoder", { value: JpegKeeper, configurable: true });
}
