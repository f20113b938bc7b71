import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { htmlReader } from "../../main/importing/html/html-reader.ts";
import { articleBlocksSchema } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { onlyArticle, readWith } from "./read-text.ts";

const hostile = readFileSync(join(import.meta.dirname, "../fixtures/import/html/hostile.html"), "utf8");

test("nothing that acts survives: scripts, handlers, frames, styles, forms, remote pictures, refreshes", () => {
  const reading = readWith(htmlReader, hostile);
  const stored = JSON.stringify(reading.articles);
  expect(stored).not.toMatch(
    /script|onerror|onload|onclick|iframe|srcdoc|style|refresh|alert|evil|expression|vbscript/i,
  );
  expect(reading.pictures).toEqual([]);
  expect(reading.warnings.map(({ code }) => code)).toEqual(["warning.remote-pictures"]);
  expect(articleText(onlyArticle(reading)).text).toBe("要当心的网页\n第一段。\n第二段。\n最后一段。");
});

test("whatever tags are strewn, the body is sound and holds no markup but the page's own text", () => {
  const tag = fc.constantFrom(
    ...[
      "p",
      "b",
      "a href='javascript:x'",
      "table",
      "tr",
      "td rowspan=0",
      "ul",
      "li",
      "svg",
      "math",
      "select",
    ],
    ...[
      "ruby",
      "rt",
      "pre",
      "h1",
      "h2",
      "blockquote",
      "figure",
      "figcaption",
      "img src=x onerror=y",
      "br",
      "form",
    ],
    ...[
      "/p",
      "/b",
      "/a",
      "/table",
      "/td",
      "/ul",
      "/svg",
      "/math",
      "/ruby",
      "/pre",
      "/h2",
      "/blockquote",
      "/figure",
    ],
    ...[
      "template",
      "/template",
      "noscript",
      "frameset",
      "td colspan=99999",
      "style",
      "/style",
      "dl",
      "dt",
      "dd",
    ],
  );
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`),
    fc.constantFrom("文字", "\n", "　　", " ", "&lt;b&gt;"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const article = onlyArticle(readWith(htmlReader, `<p>始</p>${pieces.join("")}`));
      articleBlocksSchema.parse(article);
      expect(JSON.stringify(article)).not.toMatch(/javascript|onerror/);
    }),
    { numRuns: 300 },
  );
});
