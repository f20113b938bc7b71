import type { Database } from "better-sqlite3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { markRead, moveToTrash, star } from "../../main/library/articles.ts";
import { collect, createCollection } from "../../main/library/collections.ts";
import { editDetails } from "../../main/library/edit-details.ts";
import { conditionsOf, listArticleIds, listArticles } from "../../main/library/listing.ts";
import { keepReadingPosition } from "../../main/library/reading-states.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { emptyOfficialDocument, plain } from "../../preload/model/article.ts";
import type { ListQuery } from "../../preload/model/listing.ts";
import { article, fileOf, NOW, picture, store, storeEach, temporaryLibrary } from "./temporary-library.ts";

const everything: ListQuery = {
  shelf: { kind: "all" },
  publication: null,
  issued: null,
  sort: "date",
  offset: 0,
  limit: 100,
};

function list(db: Database, query: Partial<ListQuery> = {}) {
  return listArticles(db, { ...everything, ...query });
}

function titles(db: Database, query: Partial<ListQuery> = {}): readonly string[] {
  return list(db, query).rows.map(({ title }) => title);
}

test("by date: newest issue first, then publication, page as people count, place; the unknown last", () => {
  const { db } = temporaryLibrary();
  const place = (
    title: string,
    issuedOn: string | null,
    publication: string,
    page: string,
    placeOnPage = 0,
  ) => article({ title, issuedOn, publication, page, placeOnPage });
  storeEach(db, [
    place("date unknown", null, "a", "1"),
    place("page unknown", "2026-11-01", "a", ""),
    place("A12", "2026-11-01", "a", "A12"),
    place("A2, second", "2026-11-01", "a", "A2", 1),
    place("a2, first", "2026-11-01", "a", "a2", 0),
    place("12", "2026-11-01", "a", "12"),
    place("０３", "2026-11-01", "a", "０３"),
    place("source unknown", "2026-11-01", "", "1"),
    place("source b", "2026-11-01", "b", "1"),
    place("newest", "2026-11-02", "b", "9"),
  ]);
  expect(titles(db)).toEqual([
    "newest",
    "０３",
    "12",
    "a2, first",
    "A2, second",
    "A12",
    "page unknown",
    "source b",
    "source unknown",
    "date unknown",
  ]);
});

test("by title: in the order of pinyin, numbers as numbers, the untitled last; equal ones by issue", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [
    article({ title: "" }),
    article({ title: "中国" }),
    article({ title: "简讯", issuedOn: "2026-01-01" }),
    article({ title: "第10期" }),
    article({ title: "第9期" }),
    article({ title: "简讯", issuedOn: "2026-02-01" }),
    article({ title: "阿里" }),
  ]);
  expect(titles(db, { sort: "title" })).toEqual(["阿里", "第9期", "第10期", "简讯", "简讯", "中国", ""]);
  expect(
    list(db, { sort: "title" })
      .rows.map(({ issuedOn }) => issuedOn)
      .slice(3, 5),
  ).toEqual(["2026-02-01", "2026-01-01"]);
  expect(titles(db, { sort: "title", offset: 5, limit: 1 })).toEqual(["中国"]);
});

test("articles of one file stay together where their page is not known", () => {
  const { db } = temporaryLibrary();
  const page = (name: string) =>
    [0, 1].map((placeOnPage) => article({ title: `${name}${placeOnPage}`, placeOnPage }));
  store(db, fileOf("/第10版.txt", "later", page("乙")));
  store(db, fileOf("/第9版.txt", "earlier", page("甲")));
  expect(list(db).rows.map(({ id }) => id)).toEqual([3, 4, 1, 2]);
  editDetails(db, [3], { byline: "某某" });
  expect(list(db).rows.map(({ id }) => id)).toEqual([3, 4, 1, 2]);
});

test("the order of titles follows new articles and corrections", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [article({ title: "乙" }), article({ title: "丙" })]);
  expect(titles(db, { sort: "title" })).toEqual(["丙", "乙"]);
  editDetails(db, [1], { title: "啊" });
  expect(titles(db, { sort: "title" })).toEqual(["啊", "丙"]);
  store(db, fileOf("/new.txt", "new", [article({ title: "北" })]));
  expect(titles(db, { sort: "title" })).toEqual(["啊", "北", "丙"]);
});

test("what was read last comes first among the recent, whatever the sort", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [article({ title: "甲" }), article({ title: "乙" }), article({ title: "丙" })]);
  keepReadingPosition(db, { id: 3, position: 0, through: 0 }, "2026-11-23T08:00:00.000Z");
  keepReadingPosition(db, { id: 1, position: 0, through: 0 }, "2026-11-23T09:00:00.000Z");
  expect(titles(db, { shelf: { kind: "recent" } })).toEqual(["甲", "丙"]);
  expect(titles(db, { shelf: { kind: "recent" }, sort: "title" })).toEqual(["甲", "丙"]);
  keepReadingPosition(db, { id: 3, position: 0, through: 0 }, "2026-11-23T10:00:00.000Z");
  expect(titles(db, { shelf: { kind: "recent" } })).toEqual(["丙", "甲"]);
});

test("a row tells what the list shows", () => {
  const { db } = temporaryLibrary();
  const shown = picture("shown");
  const inLine = picture("in line");
  const figure = (image: string | null) =>
    ({ type: "figure", image, caption: plain("图"), alt: "" }) as const;
  const stored = article({
    kicker: "肩题",
    title: "标题",
    publication: "县报",
    issuedOn: "2026-11-23",
    page: "3",
    pageName: "要闻",
    official: { ...emptyOfficialDocument, classification: "内部资料" },
    lead: [{ type: "paragraph", content: plain(`提示\n${"长".repeat(300)}`) }],
    body: [
      { type: "paragraph", content: [{ type: "image", image: inLine.sha256, alt: "" }] },
      figure(null),
      { type: "quote", blocks: [figure(shown.sha256)] },
    ],
  });
  store(db, fileOf("/a.txt", "bytes", [stored], { pictures: [shown, inLine], sample: true }));
  expect(list(db)).toEqual({
    total: 1,
    rows: [
      {
        id: 1,
        kicker: "肩题",
        title: "标题",
        publication: "县报",
        issuedOn: "2026-11-23",
        page: "3",
        pageName: "要闻",
        excerpt: `提示 ${"长".repeat(157)}`,
        characters: 2 + 2 + 302 + 2,
        images: 1,
        thumbnail: shown.sha256,
        starred: false,
        unread: true,
        sample: true,
        classification: "内部资料",
      },
    ],
  });
});

interface Marked {
  readonly article: ImportedArticle;
  readonly starred: boolean;
  readonly read: boolean;
  readonly trashed: boolean;
  readonly collected: boolean;
}

const markedArticle: fc.Arbitrary<Marked> = fc.record({
  article: fc
    .record({
      title: fc.constantFrom("甲", "乙", "丙", "第2", "第10", ""),
      publication: fc.constantFrom("", "县报", "省报"),
      issuedOn: fc.constantFrom(null, "2025-12-31", "2026-01-01", "2026-01-15", "2026-02-01"),
      page: fc.constantFrom("", "2", "12", "A2", "A12"),
      placeOnPage: fc.nat(3),
      text: fc.constantFrom("平安", "平 安", "Anping"),
    })
    .map(({ text, ...fields }) => article(fields, text)),
  starred: fc.boolean(),
  read: fc.boolean(),
  trashed: fc.boolean(),
  collected: fc.boolean(),
});

const anyQuery: fc.Arbitrary<ListQuery> = fc.record({
  shelf: fc.constantFrom<ListQuery["shelf"][]>(
    { kind: "all" },
    { kind: "unread" },
    { kind: "starred" },
    { kind: "trash" },
    { kind: "collection", id: 1 },
  ),
  publication: fc.constantFrom(null, "", "县报", "无"),
  issued: fc.constantFrom(null, "", "2026", "2026-01", "2026-01-15"),
  sort: fc.constantFrom<ListQuery["sort"][]>("date", "title"),
  offset: fc.nat(6),
  limit: fc.integer({ min: 1, max: 8 }),
});

/** Ordinals of the known pages in the order they must come. */
const pageOrder = ["2", "12", "A2", "A12", ""];
const publicationOrder = ["县报", "省报", ""].sort((a, b) =>
  a === "" ? 1 : b === "" ? -1 : Buffer.compare(Buffer.from(a), Buffer.from(b)),
);

function onShelf(marked: Marked, shelf: ListQuery["shelf"]): boolean {
  if (shelf.kind === "trash") return marked.trashed;
  if (marked.trashed) return false;
  if (shelf.kind === "unread") return !marked.read;
  if (shelf.kind === "starred") return marked.starred;
  return shelf.kind === "all" || marked.collected;
}

function bruteForce(library: readonly Marked[], query: ListQuery): number[] {
  const rank = ({ article }: Marked) => [
    article.issuedOn === null ? 1 : 0,
    -Number((article.issuedOn ?? "0").replaceAll("-", "")),
    publicationOrder.indexOf(article.publication),
    pageOrder.indexOf(article.page),
    // Where the page is not known, its file tells: here each article is a file, named in the order they came in.
    article.page === "" ? 0 : article.placeOnPage,
  ];
  const byDate = (a: Marked, b: Marked) => {
    const other = rank(b);
    return (
      rank(a)
        .map((value, index) => value - (other[index] ?? 0))
        .find((difference) => difference !== 0) ?? 0
    );
  };
  const byTitle = (a: Marked, b: Marked) =>
    (a.article.title === "" ? 1 : 0) - (b.article.title === "" ? 1 : 0) ||
    a.article.title.localeCompare(b.article.title, "zh-CN", { numeric: true }) ||
    byDate(a, b);
  return library
    .map((marked, index) => ({ ...marked, id: index + 1 }))
    .filter((marked) => onShelf(marked, query.shelf))
    .filter(({ article }) => query.publication === null || article.publication === query.publication)
    .filter(({ article }) =>
      query.issued === ""
        ? article.issuedOn === null
        : (article.issuedOn ?? "").startsWith(query.issued ?? ""),
    )
    .sort((a, b) => (query.sort === "title" ? byTitle(a, b) : byDate(a, b)) || a.id - b.id)
    .map(({ id }) => id);
}

test("every list is what going through all articles by hand would give", () => {
  fc.assert(
    fc.property(
      fc.array(markedArticle, { maxLength: 25 }),
      fc.array(anyQuery, { minLength: 6 }),
      (library, queries) => {
        const { db, close } = temporaryLibrary();
        storeEach(
          db,
          library.map(({ article }) => article),
        );
        createCollection(db, "专题");
        const idsWhere = (has: (marked: Marked) => boolean) =>
          library.flatMap((marked, index) => (has(marked) ? [index + 1] : []));
        star(
          db,
          idsWhere(({ starred }) => starred),
          true,
        );
        markRead(
          db,
          idsWhere(({ read }) => read),
          true,
        );
        moveToTrash(
          db,
          idsWhere(({ trashed }) => trashed),
          NOW,
        );
        collect(db, { ids: idsWhere(({ collected }) => collected), add: [1], remove: [] });
        for (const query of queries) {
          const expected = bruteForce(library, query);
          const { total, rows } = listArticles(db, query);
          expect(total).toBe(expected.length);
          expect(rows.map(({ id }) => id)).toEqual(expected.slice(query.offset, query.offset + query.limit));
          expect(listArticleIds(db, query)).toEqual(expected);
        }
        close();
      },
    ),
    { numRuns: 40 },
  );
});

test("lists by date walk an index and sort nothing, at 20,000 articles too", () => {
  const { db } = temporaryLibrary();
  fillWithRows(db, 20_000);
  const plan = (query: Partial<ListQuery>) => {
    const { from, where, order, parameters } = conditionsOf({ ...everything, ...query });
    return db
      .prepare<unknown[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT articles.id FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT 100`,
      )
      .all(...parameters)
      .map(({ detail }) => detail);
  };
  const searches = (query: Partial<ListQuery>, index: string) =>
    expect(plan(query)).toEqual([expect.stringContaining(`USING COVERING INDEX ${index} (trashed_at=?`)]);
  searches({}, "articles_by_issue");
  searches({ issued: "2026-01" }, "articles_by_issue");
  searches({ publication: "县报" }, "articles_by_publication");
  searches({ publication: "县报", issued: "2026" }, "articles_by_publication");
  searches({ shelf: { kind: "unread" } }, "articles_unread");
  searches({ shelf: { kind: "starred" } }, "articles_starred");
  expect(plan({ shelf: { kind: "trash" } })[0]).toContain("COVERING INDEX articles_by_issue (trashed_at>?)");
  expect(plan({ shelf: { kind: "recent" } })[0]).toContain("INDEX reading_states_by_time");
  expect(plan({ shelf: { kind: "collection", id: 1 } }).join("\n")).toContain("(collection_id=?)");
});

/** Rows of the list alone, which is all that the plan can see. */
function fillWithRows(db: Database, rows: number): void {
  storeEach(db, [article({ title: "一", publication: "县报", issuedOn: "2026-01-01", page: "1" })]);
  const columns = db
    .prepare<[], string>("SELECT name FROM pragma_table_info('articles') WHERE name NOT IN ('id', 'uuid')")
    .pluck()
    .all()
    .join(", ");
  db.exec(`
    INSERT INTO articles (uuid, ${columns})
    WITH RECURSIVE counter (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < ${rows - 1})
    SELECT 'uuid ' || n, ${columns} FROM counter CROSS JOIN articles WHERE id = 1`);
  expect(list(db).total).toBe(rows);
}
