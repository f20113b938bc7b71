/** Pages that have neither text nor pictures, but letters and shapes: they come as what they look like. */
import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Picture, Reading } from "../../main/importing/format.ts";
import { ofdReader } from "../../main/importing/ofd/ofd-reader.ts";
import { pdfReader } from "../../main/importing/pdf/pdf-reader.ts";
import { Raster } from "../../main/importing/pdf/raster.ts";
import { makeOfd } from "./make-ofd.ts";
import type { PdfPage } from "./make-pdf.ts";
import { makePdf, setColumn } from "./make-pdf.ts";

const beside = () => ({ refused: "missing" }) as const;

async function readPdf(pages: readonly PdfPage[]): Promise<Reading> {
  return pdfReader.read({ name: "件.pdf", bytes: makePdf({ pages }), beside });
}

/** How bright a picture is at a place, in shares of its width and height. */
function shadeAt({ bytes, width, height }: Picture, across: number, down: number): number {
  const file = Buffer.from(bytes);
  const start = file.indexOf("IDAT") + 4;
  const rows = inflateSync(file.subarray(start, start + file.readUInt32BE(start - 8)));
  const [column, row] = [Math.floor(across * width), Math.floor(down * height)];
  // Each row holds the differences from the one above.
  let shade = 0;
  for (let at = 0; at <= row; at++) shade = (shade + (rows[at * (width + 1) + 1 + column] ?? 0)) & 255;
  return shade;
}

const scan = { warnings: [{ code: "warning.scanned", parameters: {} }], tags: ["扫描件"] };
/** A hundred boxes in rows, from a tenth of the page to its middle. */
const boxes = Array.from({ length: 100 }, (_, index) => [
  60 + (index % 10) * 24,
  84 + Math.floor(index / 10) * 34,
]);

describe("a page of PDF", () => {
  test("whose letters were made shapes is a picture of them, marked as a scan", async () => {
    const operators = boxes.map(([x = 0, y = 0]) => `${x} ${842 - y - 20} 20 20 re f`).join("\n");
    const reading = await readPdf([{ operators }]);
    expect(reading).toMatchObject(scan);
    const [picture] = reading.pictures;
    if (picture === undefined) throw new Error("no picture");
    expect(picture.width / picture.height).toBeCloseTo(595 / 842, 2);
    expect(shadeAt(picture, 70 / 595, 94 / 842)).toBe(0);
    expect(shadeAt(picture, 82 / 595, 94 / 842)).toBe(255);
    expect(shadeAt(picture, 70 / 595, 700 / 842)).toBe(255);
  });

  test("whose font draws its letters and calls them nothing is a picture of them", async () => {
    const texts = [100, 130, 160].map((y) => ({
      x: 72,
      y,
      size: 20,
      text: "ABCDEFGH",
      font: "drawn" as const,
    }));
    const reading = await readPdf([{ texts }]);
    expect(reading).toMatchObject(scan);
    const [picture] = reading.pictures;
    if (picture === undefined) throw new Error("no picture");
    expect(shadeAt(picture, 82 / 595, 94 / 842)).toBe(0);
    expect(shadeAt(picture, 82 / 595, 110 / 842)).toBe(255);
  });

  test("of text keeps it and no picture, however many shapes it has; a few shapes are nothing to import", async () => {
    const operators = boxes.map(([x = 0, y = 0]) => `${x} ${842 - y - 20} 20 20 re f`).join("\n");
    const words = "各村要把春耕备耕抓紧抓实，落实到户、到田、到人。";
    const texts = setColumn([words], { x: 72, y: 600, characters: 28, size: 16, leading: 28 });
    expect((await readPdf([{ texts, operators }])).pictures).toEqual([]);
    await expect(readPdf([{ operators: "100 100 20 20 re f" }])).rejects.toMatchObject({
      failure: { code: "empty" },
    });
  });
});

test("a page of OFD that is all shapes is a picture of them", async () => {
  const path = boxes
    .map(
      ([x = 0, y = 0]) =>
        `<ofd:PathObject ID="5" Boundary="${x / 3} ${y / 3} 7 7" Stroke="false" Fill="true"><ofd:FillColor Value="0 0 0"/>
        <ofd:AbbreviatedData>M 0 0 L 7 0 L 7 7 L 0 7 C</ofd:AbbreviatedData></ofd:PathObject>`,
    )
    .join("");
  const reading = await ofdReader.read({ name: "件.ofd", bytes: makeOfd([path]), beside });
  expect(reading).toMatchObject(scan);
  const [picture] = reading.pictures;
  if (picture === undefined) throw new Error("no picture");
  expect(shadeAt(picture, 22 / 210, 31 / 297)).toBe(0);
  expect(shadeAt(picture, 22 / 210, 250 / 297)).toBe(255);
});

describe("shapes in a picture", () => {
  const everywhere = { left: 0, top: 0, right: 99, bottom: 99 };
  const box = (left: number, top: number, right: number, bottom: number) =>
    [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ] as const;
  const row = (raster: Raster, y: number) => [
    ...raster.pixels().data.subarray(y * raster.width, (y + 1) * raster.width),
  ];

  test("cover a pixel as far as they reach into it, within what they are clipped to", () => {
    const raster = new Raster(6, 3);
    raster.fill([box(1.5, 1, 4, 2)], 0, everywhere, false);
    expect([row(raster, 0), row(raster, 1)]).toEqual([
      [255, 255, 255, 255, 255, 255],
      [255, 128, 0, 0, 255, 255],
    ]);
    const clipped = new Raster(6, 1);
    clipped.fill([box(0, 0, 6, 1)], 0, { ...everywhere, left: 2, right: 4 }, false);
    expect(row(clipped, 0)).toEqual([255, 255, 0, 0, 255, 255]);
  });

  test("have holes where an outline runs the other way, or where outlines surround by turns", () => {
    const [outer, inner] = [box(0, 0, 6, 1), box(2, 0, 4, 1)];
    for (const [polygons, alternate] of [
      [[outer, [...inner].reverse()], false],
      [[outer, inner], true],
    ] as const) {
      const raster = new Raster(6, 1);
      raster.fill(polygons, 0, everywhere, alternate);
      expect(row(raster, 0)).toEqual([0, 0, 255, 255, 0, 0]);
    }
  });

  test("are as dark altogether as they are large", () => {
    const point = fc.tuple(
      fc.double({ min: 0, max: 20, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
    );
    fc.assert(
      fc.property(point, point, point, ([x0, y0], [x1, y1], [x2, y2]) => {
        const raster = new Raster(20, 20);
        raster.fill(
          [
            [
              [x0, y0],
              [x1, y1],
              [x2, y2],
            ],
          ],
          0,
          everywhere,
          false,
        );
        const dark = raster.pixels().data.reduce((sum, shade) => sum + (255 - shade) / 255, 0);
        const area = Math.abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / 2;
        expect(Math.abs(dark - area)).toBeLessThan(0.5);
      }),
    );
  });
});
