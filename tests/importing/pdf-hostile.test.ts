/** PDF files that are damaged, locked or meant to do harm: each is read as far as it can be, or refused by a code. */
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reading } from "../../main/importing/format.ts";
import { pdfReader } from "../../main/importing/pdf/pdf-reader.ts";
import { articleBlocksSchema } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { importErrorCodes } from "../../preload/model/import-report.ts";
import { FailureError } from "../../preload/model/result.ts";
import { jpegOf, makePdf, setColumn } from "./make-pdf.ts";

async function read(bytes: Uint8Array, password?: string): Promise<Reading> {
  return pdfReader.read({ name: "文件.pdf", bytes, password, beside: () => ({ refused: "missing" }) });
}

function textOf({ articles }: Reading): string {
  return articles.map(({ article }) => articleText(article).text).join("\n");
}

/** Objects as they are given, numbered from 1, the first being the catalogue. */
function rawPdf(objects: readonly string[]): Buffer {
  const parts = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  return Buffer.from(
    `%PDF-1.7\n${parts.join("")}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\n`,
    "latin1",
  );
}

const stream = (content: string, entries = "") =>
  `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`;
const helvetica = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
const says = (text: string) => `BT /F 12 Tf 50 700 Td (${text}) Tj ET`;

/** In a font without strings of its own, which would have to be locked too. */
const locked = makePdf({
  pages: [{ texts: [{ x: 72, y: 100, size: 12, text: "For the villages only.", font: "latin" }] }],
  password: "abc",
});

describe("a locked file", () => {
  test("opens with its password", async () => {
    expect(textOf(await read(locked, "abc"))).toContain("For the villages only.");
  });

  test.each([undefined, "", "abd"])("is refused as locked with %j", async (password) => {
    await expect(read(locked, password)).rejects.toMatchObject({ failure: { code: "encrypted" } });
  });

  test("needs none where anybody may open it", async () => {
    const open = makePdf({
      pages: [{ texts: [{ x: 72, y: 100, size: 16, text: "Anybody may read this.", font: "latin" }] }],
      password: "",
    });
    expect(textOf(await read(open))).toContain("Anybody may read this.");
  });
});

describe("a file without end", () => {
  test("whose page tree runs in a circle is read as far as it is sound", async () => {
    const bytes = rawPdf([
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>",
      helvetica,
      stream(says("Before the circle")),
    ]);
    const reading = await read(bytes);
    expect(textOf(reading)).toContain("Before the circle");
    expect(reading.warnings.map(({ code }) => code)).toEqual(["warning.damaged-document"]);
  });

  test("that claims two thousand million pages is asked for those it has", async () => {
    const bytes = rawPdf([
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 2147483647>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>",
      helvetica,
      stream(says("The only page")),
    ]);
    expect(textOf(await read(bytes))).toContain("The only page");
  });

  test("whose forms and bookmarks contain themselves is read once", async () => {
    const bytes = rawPdf([
      "<</Type/Catalog/Pages 2 0 R/Outlines 7 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>/XObject<</X 6 0 R>>>>/Contents 5 0 R>>",
      helvetica,
      stream(`/X Do ${says("After the form")}`),
      stream(
        "BT /F 12 Tf 50 600 Td (In the form) Tj ET /X Do",
        "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>/XObject<</X 6 0 R>>>>",
      ),
      "<</First 8 0 R/Last 8 0 R>>",
      "<</Title(A)/Next 8 0 R/First 8 0 R/Parent 7 0 R>>",
    ]);
    const text = textOf(await read(bytes));
    expect(text).toContain("After the form");
    expect(text.match(/In the form/g)).toHaveLength(1);
  });
});

test("scripts, actions and files in a file are neither run nor read", async () => {
  const bytes = rawPdf([
    "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(globalThis.harmed = true)>>/Names<</EmbeddedFiles<</Names[(a.txt)<</Type/Filespec/F(a.txt)/EF<</F 6 0 R>>>>]>>>>>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R/AA<</O<</S/URI/URI(http://example.org/)>>>>>>",
    helvetica,
    stream(says("Only this")),
    stream("attached secret"),
  ]);
  expect(textOf(await read(bytes))).toBe("文件\nOnly this");
  expect("harmed" in globalThis).toBe(false);
});

test("a page of a thousand squares, which columns could be sought in for minutes, is read soon", async () => {
  const squares = Array.from({ length: 56 * 16 }, (_, index) => ({
    ...{ x: 40 + (index % 16) * 33, y: 60 + Math.floor(index / 16) * 13.5, size: 9 },
    text: String.fromCharCode(0x4e00 + index),
  }));
  const reading = await pdfReader.read({
    ...{ name: "字表.pdf", bytes: makePdf({ pages: [{ texts: squares }] }) },
    beside: () => ({ refused: "missing" }),
  });
  const text = reading.articles.map(({ article }) => articleText(article).text).join("");
  expect(squares.filter((square) => !text.includes(square.text))).toEqual([]);
});

test("a picture that would fill all memory is left out, and the text stays", async () => {
  const bytes = rawPdf([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>/XObject<</I 6 0 R>>>>/Contents 5 0 R>>",
    helvetica,
    stream(`q 500 0 0 300 50 100 cm /I Do Q ${says("Beside the bomb")}`),
    stream(
      deflateSync(Buffer.alloc(1_000_000)).toString("latin1"),
      "/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode",
    ),
  ]);
  const reading = await read(bytes);
  expect(textOf(reading)).toContain("Beside the bomb");
  expect(reading.pictures).toEqual([]);
});

/** Small files with everything that the reader looks at. */
const sound: readonly Buffer[] = [
  locked,
  makePdf({
    pages: [
      {
        texts: setColumn(["各村要把春耕备耕抓紧抓实，落实到户、到田、到人。".repeat(4)], {
          x: 72,
          y: 100,
          characters: 28,
          size: 16,
          leading: 28,
        }),
        pictures: [{ x: 100, y: 400, width: 90, height: 60, jpeg: jpegOf(30, 20) }],
        lines: [
          [72, 600, 500, 600],
          [72, 640, 500, 640],
          [72, 600, 72, 640],
          [300, 600, 300, 640],
          [500, 600, 500, 640],
        ],
      },
      { texts: [{ x: 72, y: 100, size: 12, text: "⼈⺠", font: "radical" }], rotate: 90 },
      { texts: [{ x: 300, y: 100, size: 12, text: "竖排的文字", font: "column" }] },
    ],
    info: { Title: "春耕", CreationDate: "D:20210205" },
    outline: [{ title: "一", items: [{ title: "二" }] }],
  }),
];

/** Bytes changed, cut out, doubled, numbers made large, the end cut off. */
const damaged = fc
  .tuple(
    fc.constantFrom(...sound),
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 4 }), fc.nat()), { minLength: 1, maxLength: 6 }),
  )
  .map(([file, changes]) =>
    changes.reduce<Buffer>((bytes, [place, kind, value]) => damage(bytes, place, kind, value), file),
  );

function damage(bytes: Buffer, place: number, kind: number, value: number): Buffer {
  const at = place % Math.max(1, bytes.length);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (kind) {
    case 0:
      return Buffer.concat([before, Buffer.from([value & 255]), after.subarray(1)]);
    case 1:
      return Buffer.concat([before, after.subarray(value % 60)]);
    case 2:
      return Buffer.concat([before, before.subarray(-(value % 200) - 1), after]);
    case 3:
      return Buffer.from(
        before.toString("latin1") + after.toString("latin1").replace(/\d+/, String(value)),
        "latin1",
      );
    default:
      return before;
  }
}

test("files damaged anyhow give sound articles or a coded failure", async () => {
  await fc.assert(
    fc.asyncProperty(damaged, fc.constantFrom(undefined, "abc"), async (bytes, password) => {
      try {
        const { articles, pictures } = await read(bytes, password);
        for (const { article } of articles) articleBlocksSchema.parse(article);
        const images = new Set(pictures.map(({ sha256 }) => sha256));
        for (const { article } of articles) {
          for (const block of article.body) {
            if (block.type === "figure" && block.image !== null) expect(images).toContain(block.image);
          }
        }
      } catch (error) {
        expect(error).toBeInstanceOf(FailureError);
        if (error instanceof FailureError) expect(importErrorCodes).toContain(error.failure.code);
      }
    }),
    { numRuns: 100, seed: 20210205 },
  );
});
