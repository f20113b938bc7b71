/** The search against a scan of every text: the same articles, the same counts, for thousands of random queries. */
import type { Database } from "better-sqlite3";
import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { ensureIndex, indexing } from "../../main/search/index-table.ts";
import { search } from "../../main/search/search.ts";
import { readSearchable } from "../../main/search/searchable.ts";
import { noFilters } from "../../preload/model/search.ts";
import { article, fileOf, store, temporaryLibraryForAll, whole } from "../library/temporary-library.ts";
import type { OracleTerm } from "./oracle.ts";
import { isSearchable, occurrences } from "./oracle.ts";

// Thousands of queries, each compared with a scan: seconds, and more where other tests run beside them.
vi.setConfig({ testTimeout: 120_000 });

/** Few enough that random phrases meet: simplified and traditional, one rare character, other scripts. */
const characters = [..."疫情防控卫生健康委员会投资亿元的里裏台臺著着𠮷かカ한"];
const words = [
  "GDP",
  "gdp增",
  "S104",
  "PM2.5",
  "1.67",
  "１．６７",
  "16,000",
  "16000",
  "1,234,567",
  "2021",
  "a",
  "é",
  "5",
];
const signs = [..."，。、；：“”（）·—%％‰℃㎡+", " ", "　", "\u00ad", "\ufe0f", "...", "-"];

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...characters) },
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.constantFrom(...signs) },
);
const paragraph = fc.array(piece, { minLength: 1, maxLength: 60 }).map((pieces) => pieces.join(""));
const longParagraph = fc.array(piece, { minLength: 100, maxLength: 160 }).map((pieces) => pieces.join(""));
const articles = fc.array(
  fc.record({
    long: longParagraph,
    title: paragraph,
    kicker: paragraph,
    publication: paragraph,
    paragraphs: fc.array(paragraph),
  }),
  { minLength: 120, maxLength: 120 },
);

let db: Database;
/** The canonical text and the fields beside it, by article. */
let texts: ReadonlyMap<number, readonly string[]>;

beforeAll(() => {
  db = temporaryLibraryForAll().db;
  ensureIndex(db);
  const [made = []] = fc.sample(articles, { numRuns: 1, seed: 20_261_123 });
  const model = made.map(({ paragraphs, long, ...fields }) => article(fields, ...paragraphs, long));
  indexing(db, () => store(db, fileOf("/all.txt", "all", model)));
  texts = new Map(
    model.map((_, index) => {
      const { text = "", fields = "" } = readSearchable(db, index + 1) ?? {};
      return [index + 1, [text, fields]];
    }),
  );
});

/** A stretch of 1 to 12 characters of some text, or one that is made up. */
const phrase = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(119), fc.nat(4000), fc.integer({ min: 1, max: 12 }))
      .map(([id, at, length]) => {
        const all = [...(texts.get(id + 1) ?? []).join("\n")];
        return all.slice(at % all.length, (at % all.length) + length).join("");
      }),
  },
  { weight: 1, arbitrary: fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join("")) },
);

/** As it can stand between quotes; the line ends of a text cannot be typed. */
const term: fc.Arbitrary<OracleTerm> = fc
  .tuple(phrase, fc.boolean())
  .map(([text, star]) => {
    const typed = text
      .replaceAll(/["“”＂]/g, "，")
      .replaceAll(/\s+/g, " ")
      .trim();
    return { text: typed, prefix: star && /[a-zé0-9]$/i.test(typed) };
  })
  .filter(({ text }) => isSearchable(text));

const typed = ({ text, prefix }: OracleTerm) => `"${text}"${prefix ? "*" : ""}`;

function countIn(texts: readonly string[], ...wanted: readonly OracleTerm[]): number {
  return texts.reduce((sum, text) => sum + occurrences(text, wanted), 0);
}

function found(query: string): ReadonlyMap<number, number> {
  const request = {
    query,
    shortNames: false,
    filters: noFilters,
    sort: "newest",
    offset: 0,
    limit: 200,
  } as const;
  const { hits, total } = whole(search(db, request, []));
  expect(hits).toHaveLength(total);
  return new Map(hits.map(({ id, count }) => [id, count]));
}

describe("The search finds exactly what a scan of every text finds", () => {
  it("for a phrase, in the same number", () => {
    fc.assert(
      fc.property(term, (wanted) => {
        const scanned = [...texts].map(([id, text]) => [id, countIn(text, wanted)] as const);
        expect(found(typed(wanted))).toEqual(new Map(scanned.filter(([, count]) => count > 0)));
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it("for terms that must all be there, of which one is enough, or that must not be there", () => {
    const clause = fc.array(term, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(clause, { minLength: 1, maxLength: 3 }),
        fc.array(term, { maxLength: 2 }),
        (all, none) => {
          const query = [
            ...all.map((any) => any.map(typed).join(" OR ")),
            ...none.map((excluded) => `-${typed(excluded)}`),
          ].join(" ");
          const holds = (text: readonly string[]) => (wanted: OracleTerm) => countIn(text, wanted) > 0;
          const scanned = [...texts]
            .filter(([, text]) => all.every((any) => any.some(holds(text))) && !none.some(holds(text)))
            .map(([id, text]) => {
              return [id, countIn(text, ...all.flat())] as const;
            });
          expect(found(query)).toEqual(new Map(scanned));
        },
      ),
      { numRuns: 2000, seed: 2 },
    );
  });

  it("for what is asked by exclusion alone", () => {
    fc.assert(
      fc.property(term, (unwanted) => {
        const scanned = [...texts].filter(([, text]) => countIn(text, unwanted) === 0).map(([id]) => id);
        expect([...found(`-${typed(unwanted)}`).keys()].sort((one, other) => one - other)).toEqual(scanned);
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it("for phrases longer than the index looks for", () => {
    fc.assert(
      fc.property(fc.nat(119), fc.integer({ min: 45, max: 90 }), (id, length) => {
        const line =
          (texts.get(id + 1)?.[0] ?? "").split("\n").find((line) => [...line].length > length + 2) ?? "";
        const start = line.search(/[\p{Script=Han}]/u);
        const text = [...line.slice(Math.max(0, start))]
          .slice(0, length)
          .join("")
          .replaceAll(/["“”＂]/g, "，")
          .trim();
        fc.pre(isSearchable(text));
        const scanned = [...texts].map(
          ([id, whole]) => [id, countIn(whole, { text, prefix: false })] as const,
        );
        expect(found(`"${text}"`)).toEqual(new Map(scanned.filter(([, count]) => count > 0)));
      }),
      { numRuns: 200, seed: 4 },
    );
  });
});
