import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, Inline } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { shownText } from "../../preload/model/full-width.ts";
import { footnoteMarkAt } from "../../renderer/reading/footnote-places.ts";
import { fileSize, slicesOfLines } from "../../renderer/reading/original-text.ts";
import { picturesOf } from "../../renderer/reading/pictures.ts";
import { footnotesOf, topHeadingOf } from "../../renderer/ui/article/article-context.ts";
import { mountedParts } from "../../renderer/ui/article/mounted-parts.ts";
import { shownBySpan } from "../../renderer/ui/article/shown-by-span.ts";

const first = "a".repeat(64);
const second = "b".repeat(64);

function paragraph(...content: readonly Inline[]): Block {
  return { type: "paragraph", content };
}

test("pictures are listed in order of reading, wherever they stand, without the missing ones", () => {
  const figure: Block = { type: "figure", image: first, caption: plain("说明"), alt: "图" };
  const body: Block[] = [
    { type: "figure", image: null, caption: plain("缺"), alt: "" },
    { type: "quote", blocks: [figure] },
    {
      type: "list",
      ordered: false,
      start: 1,
      items: [[paragraph({ type: "image", image: second, alt: "小图" })]],
    },
    paragraph({ type: "image", image: null, alt: "没有" }),
  ];
  expect(picturesOf({ lead: [], body })).toEqual([
    { image: first, caption: "说明", alt: "图", block: figure },
    { image: second, caption: "小图", alt: "小图", block: null },
  ]);
});

test("a footnote's mark is found where it stands, inside a link too", () => {
  const mark: Inline = { type: "footnote-mark", id: "2" };
  const linked: Inline = { type: "link", href: "x", content: [...plain("链接"), mark] };
  const body = [paragraph(...plain("开头。")), paragraph(...plain("正文"), linked)];
  const text = articleText({ ...emptyArticle(), title: "题", body });
  const at = footnoteMarkAt(text, "2");
  expect(text.text.slice(0, at ?? 0)).toBe("题\n开头。\n正文链接");
  expect(footnoteMarkAt(text, "9")).toBeNull();
});

test("footnotes are numbered in the order of the canonical text, nested ones after", () => {
  const inner: Block = { type: "footnote", id: "b", blocks: [paragraph(...plain("二"))] };
  const outer: Block = { type: "footnote", id: "a", blocks: [paragraph(...plain("一")), inner] };
  const last: Block = { type: "footnote", id: "c", blocks: [paragraph(...plain("三"))] };
  const text = articleText({ ...emptyArticle(), body: [outer, last] });
  const stand = footnotesOf(text).map((note) => text.blocks.get(note)?.start ?? -1);
  expect(footnotesOf(text).map((note) => note.id)).toEqual(["a", "c", "b"]);
  expect(stand).toEqual([...stand].sort((one, other) => one - other));
});

test("the highest heading is the level the document begins with", () => {
  const heading = (level: number): Block => ({ type: "heading", level, content: plain("题") });
  const top = (...body: Block[]) => topHeadingOf(articleText({ ...emptyArticle(), body }));
  expect(top(heading(3), heading(2), heading(4))).toBe(2);
  expect(top()).toBe(1);
});

test("the shown text made line by line is that of the whole", () => {
  const piece = fc.constantFrom("汉", "字", ",", ".", ":", "(", ")", "1", "a", "\n", "”", "%");
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }),
      fc.array(fc.nat(60), { maxLength: 8 }),
      (pieces, places) => {
        // A canonical text neither begins nor ends with a line feed.
        const text = `首${pieces.join("")}尾`;
        const shown = shownBySpan(text);
        for (const place of places) {
          const start = Math.min(place, text.length);
          const end = Math.min(text.length, start + 7);
          expect(shown(start, end)).toBe(shownText(text).slice(start, end));
        }
      },
    ),
  );
});

test("parts are mounted where reading begins, and any other the moment it is wanted", () => {
  const parts = mountedParts(10, 4);
  const mounted = () => Array.from({ length: 10 }, (_, part) => part).filter(parts.has);
  expect(mounted()).toEqual([4, 5]);
  const seen: number[][] = [];
  const stop = parts.subscribe(() => seen.push(mounted()));
  parts.mount([4, 8]);
  parts.mount([8]);
  expect(seen).toEqual([[4, 5, 8]]);
  stop();
  parts.mount([9]);
  expect(seen.length).toBe(1);
});

test("an original's slices are its text, a couple of hundred lines each", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.boolean(), (lines, ended) => {
      const text = "一行\n".repeat(lines) + (ended ? "" : "尾");
      const slices = slicesOfLines(text);
      expect(slices.map((slice) => slice.text).join("")).toBe(text);
      expect(slices.every((slice) => slice.lines <= 201)).toBe(true);
    }),
  );
});

test("a file's size is said in the unit that fits", () => {
  expect([fileSize(812), fileSize(15_360), fileSize(3_355_443)]).toEqual(["812 B", "15.0 KB", "3.2 MB"]);
});
