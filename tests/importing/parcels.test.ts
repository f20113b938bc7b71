import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Reading } from "../../main/importing/format.ts";
import { ParcelGatherer, parcelsOf } from "../../main/importing/parcels.ts";
import { ARTICLES_IN_PARCEL, BYTES_IN_PARCEL, replySchema } from "../../main/importing/reader-protocol.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";
import { unpackImport } from "../../preload/model/packed-article.ts";

function blob(size: number, seed: number) {
  const bytes = new Uint8Array(size).fill(seed % 256);
  return { bytes, sha256: createHash("sha256").update(`${size} ${seed}`).digest("hex") };
}

test("what is cut into parcels comes together again, each parcel small", () => {
  const size = fc.constantFrom(1, 1000, BYTES_IN_PARCEL - 1, BYTES_IN_PARCEL, 2 * BYTES_IN_PARCEL + 5);
  fc.assert(
    fc.property(fc.nat(65), size, fc.array(size, { maxLength: 3 }), (articles, original, pictures) => {
      const reading: Reading = {
        articles: Array.from({ length: articles }, (_, index) => ({
          part: String(index),
          article: {
            ...emptyArticle(),
            title: `第${index}篇`,
            body: [{ type: "paragraph", content: plain(`第${index}段`) }],
          },
        })),
        pictures: pictures.map((bytes, index) => ({
          ...blob(bytes, index + 1),
          ...{ mediaType: "image/png", width: 1, height: index + 1 },
        })),
        warnings: [{ code: "warning.damaged-text", parameters: { count: 1, encoding: "UTF-8" } }],
        collection: "集",
        tags: ["标签"],
      };
      const source = blob(original, 0);
      const gatherer = new ParcelGatherer();
      const results = [...parcelsOf(reading, source)].map((parcel) => {
        expect(parcel.articles.length).toBeLessThanOrEqual(ARTICLES_IN_PARCEL);
        const bytes = parcel.pieces.reduce((sum, piece) => sum + piece.bytes.length, 0);
        expect(bytes).toBeLessThanOrEqual(BYTES_IN_PARCEL);
        replySchema.parse({ type: "parcel", file: 1, ...parcel });
        return gatherer.add(parcel, source.sha256);
      });
      expect(results.slice(0, -1).every((result) => result === null)).toBe(true);
      const whole = results.at(-1);
      expect(whole?.reading.articles.map((one) => ({ ...one, article: unpackImport(one.article) }))).toEqual(
        reading.articles,
      );
      expect(whole?.reading.warnings).toEqual(reading.warnings);
      expect(whole?.reading).toMatchObject({ collection: "集", tags: ["标签"] });
      expect(Buffer.compare(whole?.original.bytes ?? Buffer.alloc(0), source.bytes)).toBe(0);
      for (const [index, picture] of reading.pictures.entries()) {
        const arrived = whole?.reading.pictures[index];
        expect(arrived).toMatchObject({ sha256: picture.sha256, height: picture.height });
        expect(Buffer.compare(arrived?.bytes ?? Buffer.alloc(0), picture.bytes)).toBe(0);
      }
    }),
    { numRuns: 25 },
  );
});

test("a parcel with more room than any file has is refused", () => {
  const piece = { sha256: "0".repeat(64), start: 0, total: 2 ** 40, bytes: new Uint8Array(1) };
  const parcel = { type: "parcel", file: 1, articles: [], pieces: [piece], end: null };
  expect(replySchema.safeParse(parcel).success).toBe(false);
});
