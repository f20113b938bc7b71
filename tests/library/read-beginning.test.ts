import { expect, test } from "vitest";
import { addBookmark } from "../../main/library/bookmarks.ts";
import { readText } from "../../main/library/contents.ts";
import { readArticle, readBeginning, readPackedArticle } from "../../main/library/read-article.ts";
import { keepReadingPosition } from "../../main/library/reading-states.ts";
import type { Block } from "../../preload/model/article.ts";
import { unpackBlocks } from "../../preload/model/packed-article.ts";
import { article, NOW, storeEach, temporaryLibrary } from "./temporary-library.ts";

const paragraphs = (count: number): Block[] =>
  Array.from({ length: count }, (_, number) => ({
    type: "paragraph",
    content: [{ type: "text", text: `第${number}段。${"春".repeat(200)}` }],
  }));

test("an article reaches the window packed, and unpacks to what it is", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [article({ title: "春耕", lead: paragraphs(1), body: paragraphs(3) })]);
  const { blocks, ...rest } = readPackedArticle(db, 1).article;
  expect({ ...rest, ...unpackBlocks(blocks) }).toEqual(readArticle(db, 1).article);
});

test("a long article has a beginning: the lead and the first blocks, with everything else that is known of it", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [article({ title: "长文", lead: paragraphs(1), body: paragraphs(400) })]);
  const beginning = readBeginning(db, 1);
  const { body, lead, ...known } = readArticle(db, 1).article;
  expect(beginning?.article).toMatchObject(known);
  const unpacked = unpackBlocks(beginning?.article.blocks ?? "");
  expect(unpacked.lead).toEqual(lead);
  expect(unpacked.body).toEqual(body.slice(0, 60));
});

test("a beginning brings the bookmarks of its first screens, and no others", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [article({ title: "长文", body: paragraphs(400) })]);
  const text = readText(db, 1);
  const mark = (start: number) =>
    addBookmark(
      db,
      {
        ...{ article: 1, revision: 1, start, end: start + 10, quote: text.slice(start, start + 10) },
        ...{ color: "red", note: "", tags: [] },
      },
      NOW,
    );
  const first = mark(10);
  mark(50_000);
  expect(readBeginning(db, 1)?.bookmarks).toEqual([first]);
});

test("a short article comes whole, and a long one too where reading stands further on", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [article({ body: paragraphs(100) }), article({ body: paragraphs(400) })]);
  expect(readBeginning(db, 1)).toBeNull();
  expect(readBeginning(db, 2)).not.toBeNull();
  keepReadingPosition(db, { id: 2, position: 900, through: 0.1 }, NOW);
  expect(readBeginning(db, 2)).toBeNull();
});
