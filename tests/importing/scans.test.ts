import { deflateSync, inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reading } from "../../main/importing/format.ts";
import { scanReader } from "../../main/importing/scans/scan-reader.ts";
import { FailureError } from "../../preload/model/result.ts";
import { makeTiff, type TiffPage } from "./make-tiff.ts";
import { png } from "./sample-pictures.ts";

async function readScan(bytes: Uint8Array, name = "会议签到表.tif"): Promise<Reading> {
  return scanReader.read({ name, bytes, beside: () => ({ refused: "missing" }) });
}

/** The rows of a PNG without filters, each after its filter's number. */
function rowsOf(file: Uint8Array): number[] {
  const bytes = Buffer.from(file);
  const at = bytes.indexOf("IDAT");
  return [...inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)))];
}

const black: TiffPage = { width: 10, height: 2, bits: 1, meaning: 0, data: Buffer.from([0xff, 0xc0, 0, 0]) };

describe("a picture", () => {
  test("of PNG or JPEG is kept as it is, under the name of its file", async () => {
    const bytes = png(300, 400);
    const { articles, pictures, warnings, tags } = await readScan(bytes, "关于春耕的通知.png");
    expect(articles[0]?.article).toMatchObject({
      title: "关于春耕的通知",
      body: [{ type: "figure", image: pictures[0]?.sha256 }],
    });
    expect(pictures[0]).toMatchObject({ mediaType: "image/png", width: 300, height: 400, bytes });
    expect(warnings).toEqual([{ code: "warning.scanned", parameters: {} }]);
    expect(tags).toEqual(["扫描件"]);
  });

  test("of more dots than any window can show is refused unopened", async () => {
    const bomb = png(2, 2);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    await expect(readScan(bomb, "大.png")).rejects.toMatchObject({ failure: { code: "too-large" } });
  });
});

describe("a TIFF file", () => {
  test("has a figure for each page, and a mark before it", async () => {
    const { articles, pictures } = await readScan(makeTiff([black, { ...black, height: 1 }]));
    expect(articles[0]?.article.body).toMatchObject([
      { type: "paragraph", content: [{ type: "page-mark", page: "1" }] },
      { type: "figure", image: pictures[0]?.sha256 },
      { type: "paragraph", content: [{ type: "page-mark", page: "2" }] },
      { type: "figure", image: pictures[1]?.sha256 },
    ]);
    expect(pictures.map(({ mediaType, width, height }) => [mediaType, width, height])).toEqual([
      ["image/png", 10, 2],
      ["image/png", 10, 1],
    ]);
  });

  test("black stays black, whichever number it has", async () => {
    const [white0] = (await readScan(makeTiff([black]))).pictures;
    expect(rowsOf(white0?.bytes ?? new Uint8Array())).toEqual([0, 0x00, 0x3f, 0, 0xff, 0xff]);
    const [black0] = (await readScan(makeTiff([{ ...black, meaning: 1 }]))).pictures;
    expect(rowsOf(black0?.bytes ?? new Uint8Array())).toEqual([0, 0xff, 0xc0, 0, 0, 0]);
  });

  test("in colour, packed by Deflate, is unpacked to the last dot", async () => {
    const dots = Uint8Array.from({ length: 3 * 4 }, (_, index) => index * 20);
    const page = { width: 4, height: 1, bits: 8, samples: 3, meaning: 2, data: deflateSync(dots) };
    const [picture] = (await readScan(makeTiff([{ ...page, compression: 8 }]))).pictures;
    expect(rowsOf(picture?.bytes ?? new Uint8Array())).toEqual([0, ...dots]);
  });

  test("in the inks of a press has their colours", async () => {
    const data = Buffer.from([0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 255]);
    const page = { width: 3, height: 1, bits: 8, samples: 4, meaning: 5, data };
    const [picture] = (await readScan(makeTiff([page]))).pictures;
    expect(rowsOf(picture?.bytes ?? new Uint8Array())).toEqual([0, 255, 255, 255, 0, 255, 255, 0, 0, 0]);
  });

  test("is turned as it says", async () => {
    const page = { width: 2, height: 1, bits: 8, meaning: 1, data: Buffer.from([10, 200]), more: { 274: 6 } };
    const [picture] = (await readScan(makeTiff([page]))).pictures;
    expect(picture).toMatchObject({ width: 1, height: 2 });
    // The second row is written as its difference from the first.
    expect(rowsOf(picture?.bytes ?? new Uint8Array())).toEqual([0, 10, 2, 190]);
  });

  test("of fax, with dots higher than wide, is shown as it was on paper", async () => {
    const [picture] = (await readScan(makeTiff([{ ...black, more: { 282: 204, 283: 102 } }]))).pictures;
    expect(picture).toMatchObject({ width: 10, height: 4 });
  });

  test("that leads in a circle ends", async () => {
    expect((await readScan(makeTiff([black, { ...black, height: 1 }], true))).pictures).toHaveLength(2);
  });

  test("that claims a page of gigabytes is refused before it is unpacked", async () => {
    const bomb = { ...black, width: 1_000_000, height: 1_000_000 };
    await expect(readScan(makeTiff([bomb]))).rejects.toMatchObject({ failure: { code: "too-large" } });
  });

  test("of which one page cannot be decoded keeps the others", async () => {
    const { articles, warnings } = await readScan(makeTiff([{ ...black, compression: 99 }, black]));
    const figures = articles[0]?.article.body.filter(({ type }) => type === "figure");
    expect(figures).toMatchObject([{ image: null }, { image: expect.any(String) }]);
    expect(warnings.map(({ code }) => code)).toEqual(["warning.scanned", "warning.broken-picture"]);
  });

  test("of none that can be is unreadable", async () => {
    const broken = makeTiff([{ ...black, compression: 99 }]);
    await expect(readScan(broken)).rejects.toMatchObject({ failure: { code: "unreadable" } });
  });

  test("with any bytes changed is read or refused with a code", async () => {
    const sound = makeTiff([black, { width: 4, height: 2, bits: 8, meaning: 1, data: Buffer.alloc(8, 9) }]);
    const change = fc.tuple(fc.nat(sound.length - 1), fc.constantFrom(0, 1, 3, 4, 5, 7, 9, 255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Uint8Array.from(sound);
        for (const [at, value] of changes) bytes[at] = value;
        try {
          await readScan(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(FailureError);
        }
      }),
      { numRuns: 100 },
    );
    // A changed size may claim a page of a hundred megabytes, which is then really made.
  }, 120_000);
});
