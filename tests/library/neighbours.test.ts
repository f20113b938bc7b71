import fc from "fast-check";
import { expect, test } from "vitest";
import { moveToTrash } from "../../main/library/articles.ts";
import { listArticles } from "../../main/library/listing.ts";
import { readArticle } from "../../main/library/read-article.ts";
import { article, NOW, storeEach, temporaryLibrary } from "./temporary-library.ts";

const issue = (issuedOn: string | null, page: string, placeOnPage: number) =>
  article({ title: `${issuedOn} ${page}.${placeOnPage}`, publication: "县报", issuedOn, page, placeOnPage });

test("next is what stands below in the list by date; a page away is the first article of that page", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [
    issue("2026-11-02", "1", 0),
    issue("2026-11-02", "1", 1),
    issue("2026-11-02", "2", 0),
    issue("2026-11-02", "2", 1),
    issue("2026-11-01", "1", 0),
    issue(null, "1", 0),
  ]);
  const titleOf = (id: number) => readArticle(db, id).article.title;
  expect(readArticle(db, 4).neighbours).toEqual({
    previous: { id: 3, title: titleOf(3) },
    next: { id: 5, title: titleOf(5) },
    previousPage: { id: 1, title: titleOf(1) },
    nextPage: { id: 5, title: titleOf(5) },
  });
  expect(readArticle(db, 1).neighbours).toMatchObject({
    previous: null,
    previousPage: null,
    next: { id: 2 },
  });
  expect(readArticle(db, 5).neighbours).toMatchObject({ previousPage: { id: 3 }, nextPage: { id: 6 } });
  expect(readArticle(db, 6).neighbours).toMatchObject({ next: null, nextPage: null, previous: { id: 5 } });
});

test("the trash is no neighbour, and an article in it stands beside where it was", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [issue("2026-11-02", "1", 0), issue("2026-11-02", "1", 1), issue("2026-11-02", "1", 2)]);
  moveToTrash(db, [2], NOW);
  expect(readArticle(db, 1).neighbours.next?.id).toBe(3);
  expect(readArticle(db, 3).neighbours.previous?.id).toBe(1);
  expect(readArticle(db, 2).neighbours).toMatchObject({ previous: { id: 1 }, next: { id: 3 } });
});

test("going next from article to article is going down the list", () => {
  const anyPlace = fc.tuple(
    fc.constantFrom(null, "2026-11-01", "2026-11-02"),
    fc.constantFrom("", "2", "12"),
    fc.nat(2),
  );
  fc.assert(
    fc.property(fc.array(anyPlace, { minLength: 1, maxLength: 15 }), (places) => {
      const { db, close } = temporaryLibrary();
      storeEach(
        db,
        places.map((place) => issue(...place)),
      );
      const { rows } = listArticles(db, {
        shelf: { kind: "all" },
        publication: null,
        issued: null,
        sort: "date",
        offset: 0,
        limit: 500,
      });
      // Each article is a file of its own here, and a file without a page is a page.
      const pageOf = (index: number) =>
        `${rows[index]?.issuedOn} ${rows[index]?.page || `file ${rows[index]?.id}`}`;
      const firstOfPage = (index: number) => rows.find((_, other) => pageOf(other) === pageOf(index))?.id;
      for (const [index, { id }] of rows.entries()) {
        const { previous, next, previousPage, nextPage } = readArticle(db, id).neighbours;
        expect(previous?.id).toBe(rows[index - 1]?.id);
        expect(next?.id).toBe(rows[index + 1]?.id);
        const start = rows.findIndex((_, other) => pageOf(other) === pageOf(index));
        expect(previousPage?.id).toBe(start > 0 ? firstOfPage(start - 1) : undefined);
        const after = rows.findIndex((_, other) => other > index && pageOf(other) !== pageOf(index));
        expect(nextPage?.id).toBe(after < 0 ? undefined : rows[after]?.id);
      }
      close();
    }),
    { numRuns: 30 },
  );
});
