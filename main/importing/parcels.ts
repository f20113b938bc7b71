/** A reading cut into parcels, and put together again on the other side: a tested inverse pair. */
import { packImport, unpackImport } from "../../preload/model/packed-article.ts";
import type { ArticlePart, Picture, Reading } from "./format.ts";
import type { Parcel } from "./reader-protocol.ts";
import { ARTICLES_IN_PARCEL, BYTES_IN_PARCEL } from "./reader-protocol.ts";

/** A file's bytes and their SHA-256. */
export interface Original {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** A reading as it comes from the reader process: what its articles' blocks say has not been looked at. */
export interface PackedReading extends Omit<Reading, "articles"> {
  readonly articles: Parcel["articles"];
}

/** Throws where the blocks are none. */
export function unpackReading(reading: PackedReading): Reading {
  return {
    ...reading,
    articles: reading.articles.map((one) => ({ ...one, article: unpackImport(one.article) })),
  };
}

type Piece = Parcel["pieces"][number];

/** At least one parcel; only the last has its `end`. */
export function* parcelsOf(reading: Reading, original: Original): Generator<Parcel> {
  const blobs = [original, ...reading.pictures.filter((picture) => picture.sha256 !== original.sha256)];
  const pieces = blobs.flatMap(piecesOf);
  const articles = [...reading.articles];
  while (articles.length > 0 || pieces.length > 0) {
    const parcel = {
      articles: articles.splice(0, ARTICLES_IN_PARCEL).map(toSend),
      pieces: takePieces(pieces),
    };
    yield { ...parcel, end: articles.length === 0 && pieces.length === 0 ? endOf(reading) : null };
  }
}

function toSend({ part, article, folders, collection }: ArticlePart): Parcel["articles"][number] {
  const packed = { part, article: packImport(article), collection };
  return folders === undefined ? packed : { ...packed, folders: [...folders] };
}

function piecesOf({ sha256, bytes }: Original): Piece[] {
  const pieces: Piece[] = [];
  const total = bytes.length;
  for (let start = 0; start === 0 || start < total; start += BYTES_IN_PARCEL) {
    pieces.push({
      sha256,
      start,
      total,
      bytes: Uint8Array.from(bytes.subarray(start, start + BYTES_IN_PARCEL)),
    });
  }
  return pieces;
}

function takePieces(pieces: Piece[]): Piece[] {
  let bytes = 0;
  let count = 0;
  for (const piece of pieces) {
    bytes += piece.bytes.length;
    if (count > 0 && bytes > BYTES_IN_PARCEL) break;
    count++;
  }
  return pieces.splice(0, count);
}

function endOf(reading: Reading): NonNullable<Parcel["end"]> {
  return {
    warnings: [...reading.warnings],
    failed: [...(reading.failed ?? [])],
    collection: reading.collection,
    tags: [...reading.tags],
    pictures: reading.pictures.map(({ sha256, mediaType, width, height }) => ({
      sha256,
      mediaType,
      width,
      height,
    })),
  };
}

/** Gathers the parcels of one file. */
export class ParcelGatherer {
  readonly #articles: Parcel["articles"][number][] = [];
  readonly #blobs = new Map<string, Uint8Array>();

  /** The whole reading once its last parcel is in; null until then. Throws for pieces that do not fit together. */
  add(
    parcel: Parcel,
    sha256: string,
  ): { readonly reading: PackedReading; readonly original: Original } | null {
    for (const article of parcel.articles) this.#articles.push(article);
    for (const piece of parcel.pieces) this.#place(piece);
    if (parcel.end === null) return null;
    const { pictures, ...end } = parcel.end;
    const whole = pictures.map((picture): Picture => ({ ...picture, bytes: this.#whole(picture.sha256) }));
    return {
      reading: { articles: this.#articles, pictures: whole, ...end },
      original: { sha256, bytes: this.#whole(sha256) },
    };
  }

  #place({ sha256, start, total, bytes }: Piece): void {
    // Room for the whole is made once: joining at the end would hold up the parent for large files.
    const blob = this.#blobs.get(sha256) ?? new Uint8Array(total);
    blob.set(bytes, start);
    this.#blobs.set(sha256, blob);
  }

  #whole(sha256: string): Uint8Array {
    const blob = this.#blobs.get(sha256);
    if (blob === undefined) throw new Error(`no bytes came for ${sha256}`);
    return blob;
  }
}
