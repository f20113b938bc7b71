/** Pictures in PDF: taken as they are, in their places, with their captions; scans are all picture. */
import { imageSize } from "image-size";
import { describe, expect, test } from "vitest";
import type { Reading } from "../../main/importing/format.ts";
import { pdfReader } from "../../main/importing/pdf/pdf-reader.ts";
import { encodePng } from "../../main/importing/pdf/png.ts";
import type { PdfContents, PdfPage } from "./make-pdf.ts";
import { jpegOf, makePdf, setColumn } from "./make-pdf.ts";

async function readPdf(contents: PdfContents): Promise<Reading> {
  return pdfReader.read({ name: "件.pdf", bytes: makePdf(contents), beside: () => ({ refused: "missing" }) });
}

const body = { x: 72, characters: 28, size: 16, leading: 28 } as const;
const words = "各村要把春耕备耕抓紧抓实，落实到户、到田、到人。";

test("a JPEG stays as it is in the file, byte for byte", async () => {
  const jpeg = jpegOf(160, 90);
  const { pictures } = await readPdf({
    pages: [{ pictures: [{ x: 72, y: 72, width: 160, height: 90, jpeg }] }],
  });
  expect(pictures).toHaveLength(1);
  expect(pictures[0]).toMatchObject({ mediaType: "image/jpeg", width: 160, height: 90 });
  expect(
    Buffer.from(pictures[0]?.bytes ?? [])
      .subarray(0, jpeg.length)
      .equals(Buffer.from(jpeg)),
  ).toBe(true);
});

test("pixels become a PNG, grey ones a grey one", async () => {
  const grey = { width: 40, height: 30, shade: 128 };
  const { pictures } = await readPdf({
    pages: [{ pictures: [{ x: 72, y: 72, width: 80, height: 60, grey }] }],
  });
  expect(pictures[0]).toMatchObject({ mediaType: "image/png", width: 40, height: 30 });
  expect(pictures[0]?.bytes[25]).toBe(0);
});

test("a picture is turned as its page is", async () => {
  const picture = { x: 72, y: 72, width: 160, height: 90 };
  const pages: readonly PdfPage[] = [
    { rotate: 90, pictures: [{ ...picture, jpeg: jpegOf(160, 90) }] },
    { rotate: 270, pictures: [{ ...picture, grey: { width: 40, height: 20, shade: 90 } }] },
  ];
  const { pictures } = await readPdf({ pages });
  expect(pictures.map(({ width, height }) => [width, height])).toEqual([
    [90, 160],
    [20, 40],
  ]);
  expect(imageSize(pictures[0]?.bytes ?? new Uint8Array()).orientation).toBe(6);
});

test("a picture stands where it stood, with the caption below it", async () => {
  const { articles, pictures } = await readPdf({
    pages: [
      {
        texts: [
          ...setColumn([words.repeat(3)], { ...body, y: 100 }),
          { x: 250, y: 400, size: 12, text: "图1 东乡前村的田" },
          ...setColumn([words.repeat(2)], { ...body, y: 460 }),
        ],
        pictures: [{ x: 200, y: 230, width: 200, height: 150, jpeg: jpegOf(200, 150) }],
      },
    ],
  });
  expect(articles[0]?.article.body.map(({ type }) => type)).toEqual(["paragraph", "figure", "paragraph"]);
  expect(articles[0]?.article.body[1]).toMatchObject({
    image: pictures[0]?.sha256,
    caption: [{ text: "图1 东乡前村的田" }],
  });
});

test("a picture in a paragraph that goes on below it comes after the paragraph", async () => {
  const lines = setColumn([words.repeat(5)], { ...body, y: 100 });
  const texts = lines.map((line, index) => (index < 3 ? line : { ...line, y: line.y + 200 }));
  const { articles } = await readPdf({
    pages: [{ texts, pictures: [{ x: 200, y: 170, width: 200, height: 150, jpeg: jpegOf(200, 150) }] }],
  });
  expect(articles[0]?.article.body.map(({ type }) => type)).toEqual(["paragraph", "figure"]);
});

test("ornaments go: the small, and what every page bears", async () => {
  const logo = { x: 72, y: 30, width: 60, height: 40, jpeg: jpegOf(60, 40) };
  const dot = { x: 300, y: 30, width: 9, height: 9, jpeg: jpegOf(16, 16) };
  const pages = [1, 2, 3, 4].map((number) => ({
    texts: setColumn([`${number}${words.repeat(4)}`], { ...body, y: 120 }),
    pictures: [logo, dot],
  }));
  expect((await readPdf({ pages })).pictures).toEqual([]);
});

describe("a scan", () => {
  const scanned: PdfPage = { pictures: [{ x: 0, y: 0, width: 595, height: 842, jpeg: jpegOf(1240, 1754) }] };

  test("is its pages' pictures, marked as what cannot be searched", async () => {
    const { articles, pictures, warnings, tags } = await readPdf({ pages: [scanned, scanned] });
    expect(articles[0]?.article.title).toBe("件");
    expect(articles[0]?.article.body).toMatchObject([
      { content: [{ type: "page-mark", page: "1" }] },
      { type: "figure" },
      { content: [{ type: "page-mark", page: "2" }] },
      { type: "figure" },
    ]);
    expect(pictures).toHaveLength(1);
    expect(warnings).toEqual([{ code: "warning.scanned", parameters: {} }]);
    expect(tags).toEqual(["扫描件"]);
  });

  test("among pages of text is counted, and the text stays", async () => {
    const text = setColumn([words.repeat(5)], { ...body, y: 100 });
    const { articles, warnings, tags } = await readPdf({ pages: [{ texts: text }, scanned] });
    expect(articles[0]?.article.body.map(({ type }) => type)).toEqual(["paragraph", "paragraph", "figure"]);
    expect(warnings).toEqual([{ code: "warning.scanned-pages", parameters: { count: 1 } }]);
    expect(tags).toEqual([]);
  });

  test("that was read by a machine has its text, and not its picture again", async () => {
    const texts = setColumn([words.repeat(5)], { ...body, y: 100 });
    const { pictures, warnings } = await readPdf({ pages: [{ ...scanned, texts }] });
    expect(pictures).toEqual([]);
    expect(warnings).toEqual([]);
  });

  test("whose text layer is rubbish is a scan", async () => {
    const texts = [1, 2, 3, 4].map((row) => ({
      ...{ x: 72, y: row * 100, size: 12, font: "hidden" as const },
      text: "\u0101\u0102\u0103\u0104".repeat(10),
    }));
    const { pictures, warnings } = await readPdf({ pages: [{ ...scanned, texts }] });
    expect(pictures).toHaveLength(1);
    expect(warnings.map(({ code }) => code)).toEqual(["warning.scanned", "warning.pages-without-text"]);
  });
});

test.each([
  [1, 1, 3],
  [8, 1, 17],
  [8, 3, 5],
  [8, 4, 1],
] as const)("a PNG of %i bits and %i channels says its size", (bits, channels, width) => {
  const data = new Uint8Array(Math.ceil((width * channels * bits) / 8) * 7).map((_, index) => index * 37);
  expect(imageSize(encodePng({ width, height: 7, bits, channels, data }))).toMatchObject({
    width,
    height: 7,
  });
});
