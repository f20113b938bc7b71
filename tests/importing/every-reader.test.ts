import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formats, recogniseFormat } from "../../main/importing/formats.ts";
import { articleBlocksSchema } from "../../preload/model/article.ts";
import { importErrorCodes } from "../../preload/model/import-report.ts";
import { FailureError } from "../../preload/model/result.ts";

/** Bytes as they come: noise, text of any kind, and text with noise in it. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  // What a format begins with, and then anything: past the first look at a file.
  fc
    .tuple(
      fc.constantFrom(
        ...["PK\x03\x04\x14\0\0\0", "%PDF-1.7\n", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "II*\0\x08\0\0\0"],
        ...[
          "\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
          "\xff\xd8\xff\xe0",
          "GIF89a",
          "\xff\xfe",
          "\xfe\xff",
          "\xef\xbb\xbf",
        ],
        ...[
          "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n",
          "<!DOCTYPE html>",
        ],
        '<html><meta charset="gb2312">',
      ),
      fc.uint8Array({ maxLength: 600 }),
    )
    .map(([head, noise]) => Buffer.concat([Buffer.from(head, "latin1"), noise])),
  fc.string({ unit: "grapheme", maxLength: 800 }).map((text) => Buffer.from(text)),
  fc.string({ unit: "binary", maxLength: 800 }).map((text) => Buffer.from(text, "utf16le")),
  fc
    .tuple(fc.string({ maxLength: 300 }), fc.uint8Array({ maxLength: 20 }), fc.string({ maxLength: 300 }))
    .map(([before, noise, after]) => Buffer.concat([Buffer.from(before), noise, Buffer.from(after)])),
  fc
    .array(
      fc.constantFrom(
        "# ",
        "> ",
        "- ",
        "1. ",
        "|",
        "---\n",
        "```\n",
        "**",
        "[",
        "](",
        "<p>",
        "<!--",
        "\n",
        "文",
        "　　",
        "&#0;",
        "\0",
      ),
    )
    .map((pieces) => Buffer.from(pieces.join(""))),
);

describe.each(formats.map((format) => [format.name, format] as const))("the %s reader", (_name, format) => {
  test("answers any bytes with sound articles or a coded failure", async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        try {
          const beside = () => ({ refused: "missing" }) as const;
          const { articles } = await format.read({ name: "文件", bytes: content, beside });
          for (const { article } of articles) articleBlocksSchema.parse(article);
        } catch (error) {
          expect(error).toBeInstanceOf(FailureError);
          if (error instanceof FailureError) expect(importErrorCodes).toContain(error.failure.code);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test("any bytes under any name are a format or a coded refusal", () => {
  fc.assert(
    fc.property(bytes, fc.constantFrom("a.txt", "a.md", "a.html", "a", "a.pdf", "a.b.c"), (content, name) => {
      const found = recogniseFormat(content, name);
      if (typeof found === "string") expect(importErrorCodes).toContain(found);
      else expect(formats).toContain(found);
    }),
    { numRuns: 500 },
  );
});
