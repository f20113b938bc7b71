import { describe, expect, it } from "vitest";
import { bookmarkOfKey } from "../../renderer/quick-find/bookmark-key.ts";
import type { FoundRow, FromWorker } from "../../renderer/quick-find/entry.ts";
import { createFindServer } from "../../renderer/quick-find/find-server.ts";
import { titled } from "./library-of-titles.ts";

/** A server whose turns are taken one by one: `rests` and `soons` are what it waits for. */
function server() {
  const answers: FromWorker[] = [];
  const rests: (() => void)[] = [];
  const soons: (() => void)[] = [];
  let time = 0;
  const { take } = createFindServer({
    answer: (message) => answers.push(message),
    afterRest: (act) => rests.push(act),
    soon: (act) => soons.push(act),
    // Each look at the clock is a millisecond, so that a slice is a few entries.
    now: () => time++,
  });
  const rowsFound = () =>
    answers
      .filter((answer) => answer.kind === "found")
      .map(({ question, rows }) => [question, titlesOf(rows)]);
  return { take, answers, rests, soons, rowsFound };
}

function titlesOf(rows: readonly FoundRow[]): readonly string[] {
  return rows.map(({ title }) => title);
}

const packed = (...titles: readonly string[]) =>
  JSON.stringify(titles.map((title, number) => [number + 1, title, "农事", "宁郭日报", "2021-02-05"]));

describe("The worker of quick find", () => {
  it("answers the newest question alone", () => {
    const { take, soons, rowsFound } = server();
    take({ kind: "articles", block: 0, packed: packed("春耕备耕", "河道治理") });
    take({ kind: "find", question: 1, text: "c", limit: 20 });
    take({ kind: "find", question: 2, text: "cgbg", limit: 20 });
    while (soons.length > 0) soons.shift()?.();
    expect(rowsFound()).toEqual([[2, ["春耕备耕"]]]);
  });

  it("gives up a question it is in the middle of once a newer one comes", () => {
    const { take, soons, rowsFound } = server();
    const many = Array.from({ length: 9000 }, (_, number) => `春耕第${number}篇`);
    take({ kind: "entries", source: "publications", entries: titled(...many) });
    take({ kind: "find", question: 1, text: "cg", limit: 1 });
    soons.shift()?.();
    expect(soons).toHaveLength(1);
    take({ kind: "find", question: 2, text: "nothing", limit: 1 });
    while (soons.length > 0) soons.shift()?.();
    expect(rowsFound()).toEqual([[2, []]]);
  });

  it("finds a bookmark by its note as by a title, and by its passage, tag and article after that", () => {
    const { take, soons, answers } = server();
    const bookmarks = JSON.stringify([
      [7, 3, 120, "深入推进乡村振兴\n重点工作", "下次例会用", ["提法"], "县委常委会会议", "2021-02-05"],
      [8, 3, 300, "粮食总产量16.5亿斤", "", [], "县委常委会会议", "2021-02-05"],
    ]);
    take({ kind: "bookmarks", block: 0, packed: bookmarks });
    take({ kind: "articles", block: 0, packed: packed("例会制度", "乡村振兴") });
    const asked = ["xclh", "例会", "乡村振兴", "#提法", "lszcl", "县委常委会"];
    for (const [question, text] of asked.entries()) {
      take({ kind: "find", question, text, limit: 20 });
      while (soons.length > 0) soons.shift()?.();
    }
    const rows = answers.flatMap((answer) => (answer.kind === "found" ? [answer.rows] : []));
    expect(rows.map((found) => found.map(({ source, key }) => `${source} ${key}`))).toEqual([
      ["bookmarks 7 3 120"],
      ["articles 1", "bookmarks 7 3 120"],
      ["articles 2", "bookmarks 7 3 120"],
      ["bookmarks 7 3 120"],
      ["bookmarks 8 3 300"],
      ["bookmarks 8 3 300", "bookmarks 7 3 120"],
    ]);
    expect(rows[0]?.[0]).toMatchObject({ title: "下次例会用", beside: "深入推进乡村振兴 重点工作 #提法" });
    expect(bookmarkOfKey(rows[0]?.[0]?.key ?? "")).toEqual({ id: 7, article: 3, at: 120 });
  });

  it("answers between two slices of preparing, and tells when all is prepared", () => {
    const { take, soons, rests, answers, rowsFound } = server();
    take({
      kind: "articles",
      block: 0,
      packed: packed(...Array.from({ length: 40 }, (_, at) => `第${at}篇`)),
    });
    rests.shift()?.();
    expect(rests).toHaveLength(1);
    expect(answers).toEqual([]);
    take({ kind: "find", question: 1, text: "d39p", limit: 20 });
    soons.shift()?.();
    while (soons.length > 0) soons.shift()?.();
    expect(rowsFound()).toEqual([[1, ["第39篇"]]]);
    while (rests.length > 0) rests.shift()?.();
    expect(answers.at(-1)).toEqual({ kind: "prepared", ready: 40, known: 40 });
  });

  it("takes a block in the place of the same block, and an empty one as none", () => {
    const { take, soons, rests, rowsFound, answers } = server();
    take({ kind: "articles", block: 0, packed: packed("春耕备耕") });
    take({ kind: "articles", block: 1, packed: packed("春天里") });
    take({ kind: "articles", block: 0, packed: packed("河道治理") });
    take({ kind: "articles", block: 1, packed: "[]" });
    take({ kind: "find", question: 1, text: "ngrb", limit: 20 });
    while (soons.length > 0) soons.shift()?.();
    expect(rowsFound()).toEqual([[1, ["河道治理"]]]);
    while (rests.length > 0) rests.shift()?.();
    expect(answers.at(-1)).toEqual({ kind: "prepared", ready: 1, known: 1 });
  });
});
