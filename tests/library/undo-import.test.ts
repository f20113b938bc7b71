import { expect, test } from "vitest";
import { moveToTrash } from "../../main/library/articles.ts";
import { addBookmark, bookmarksOf } from "../../main/library/bookmarks.ts";
import { readText } from "../../main/library/contents.ts";
import { correctArticles } from "../../main/library/correct-articles.ts";
import { correctionDesk } from "../../main/library/correction-desk.ts";
import { correct, retrace } from "../../main/library/corrections.ts";
import { editDetails } from "../../main/library/edit-details.ts";
import { chosenEncoding } from "../../main/library/encodings.ts";
import { finishImport, listImports } from "../../main/library/imports.ts";
import type { Library } from "../../main/library/open.ts";
import { original } from "../../main/library/originals.ts";
import { picture as readPicture } from "../../main/library/pictures.ts";
import { readArticle } from "../../main/library/read-article.ts";
import { storeAgain } from "../../main/library/store-again.ts";
import type { FileToStore } from "../../main/library/store-file.ts";
import { storeFiles } from "../../main/library/store-files.ts";
import { undoForecast, undoNext } from "../../main/library/undo-import.ts";
import { UNDOABLE_IMPORTS } from "../../preload/model/import-batch.ts";
import {
  article,
  countOf,
  fileOf,
  NOW,
  packed,
  picture,
  read,
  sha256,
  startImport,
  temporaryLibrary,
} from "./temporary-library.ts";

type Db = Library["db"];

/** An import of these files, whole. */
function importing(db: Db, ...files: FileToStore[]): string {
  const job = startImport(db);
  storeFiles(db, job, files.map(read));
  finishImport(db, job, false);
  return job;
}

function takeBack(db: Db, job: string): void {
  while (undoNext(db, job, 2, NOW).left > 0);
}

/** All that an import may touch, to be compared; times and counters that only grow are left out. */
function stateOf(db: Db) {
  const all = (sql: string) => db.prepare(sql).all();
  return {
    articles:
      all(`SELECT id, uuid, title, publication, issued_on, page, excerpt, characters, images, thumbnail,
      trashed_at IS NULL AS shown, starred FROM articles WHERE trashed_at IS NULL ORDER BY id`),
    contents: all(
      "SELECT c.article_id, text, blocks, official, outline FROM article_contents c JOIN articles ON id = article_id WHERE trashed_at IS NULL ORDER BY article_id",
    ),
    sources: all(
      "SELECT s.* FROM article_sources s JOIN articles ON id = article_id WHERE trashed_at IS NULL ORDER BY article_id",
    ),
    encodings: all("SELECT * FROM original_encodings ORDER BY sha256"),
    collections: all("SELECT title FROM collections ORDER BY title"),
    members: all("SELECT * FROM collection_articles ORDER BY collection_id, article_id"),
    bookmarks: all(
      `SELECT id, start, "end", state, standing, quote, prefix, suffix FROM bookmarks ORDER BY id`,
    ),
  };
}

const figure = (name: string) =>
  ({ type: "figure", image: picture(name).sha256, caption: [], alt: "" }) as const;

test("after taking an import back the library is as it was: articles, originals, pictures, collections, bookmarks", () => {
  const { db } = temporaryLibrary();
  const old = { ...article({ title: "通知" }, "第一版的正文，开头。"), publication: "示例日报" };
  importing(
    db,
    fileOf("/1.md", "v1", [{ ...old, body: [...old.body, figure("old")] }], { pictures: [picture("old")] }),
  );
  const [id] = [1];
  const { text } = { text: "通知\n第一版的正文，开头。" };
  addBookmark(
    db,
    {
      ...{ article: id, revision: 1, start: text.indexOf("第一版"), end: text.indexOf("，") },
      ...{ quote: "第一版的正文", color: "red", note: "", tags: [] },
    },
    NOW,
  );
  const before = stateOf(db);
  const job = importing(
    db,
    fileOf(
      "/1.md",
      "v2",
      [{ ...article({ title: "通知（修订）" }, "全然不同的话。"), body: [figure("new")] }],
      {
        ...{ pictures: [picture("new")], collection: "资料" },
      },
    ),
    fileOf("/2.md", "other", [article({ title: "二" })], { collection: "资料/二" }),
  );
  expect(bookmarksOf(db, id)[0]?.state).toBe("lost");
  expect(undoForecast(db, job)).toEqual({ state: "possible", created: 1, changed: 1 });
  takeBack(db, job);
  expect(stateOf(db)).toEqual(before);
  expect(readPicture(db, picture("old").sha256)).not.toBeNull();
  expect(readPicture(db, picture("new").sha256)).toBeNull();
  expect(original(db, id).sha256).toBe(sha256("v1"));
  expect(countOf(db, `import_changes WHERE job = '${job}'`)).toBe(0);
  expect(listImports(db).map(({ undo }) => undo)).toEqual(["done", "no"]);
  expect(db.pragma("foreign_key_check")).toEqual([]);
});

test("what was taken back can be imported again, and nothing is doubled", () => {
  const { db } = temporaryLibrary();
  const files = () => [
    fileOf("/1.md", "1", [article({ title: "一" })], { collection: "资料" }),
    fileOf("/2.md", "2", [article({ title: "二" })], { collection: "资料" }),
  ];
  const job = importing(db, ...files());
  const before = stateOf(db);
  takeBack(db, job);
  expect(stateOf(db).articles).toEqual([]);
  expect(stateOf(db).collections).toEqual([]);
  const again = importing(db, ...files());
  const { collections, articles } = stateOf(db);
  expect({ collections, articles }).toEqual({ collections: before.collections, articles: before.articles });
  expect(stateOf(db).members).toHaveLength(2);
  expect(listImports(db)[0]).toMatchObject({ job: again, imported: 2 });
  takeBack(db, again);
  expect(stateOf(db).articles).toEqual([]);
});

test("what people did since is kept: edits are laid over, bookmarks of articles in the trash stay with them", () => {
  const { db } = temporaryLibrary();
  importing(db, fileOf("/1.md", "v1", [article({ title: "旧题" }, "正文。")]));
  const job = importing(
    db,
    fileOf("/1.md", "v2", [article({ title: "新题" }, "正文。")]),
    fileOf("/2.md", "2", [article({ title: "二" }, "要划线的话。")]),
  );
  editDetails(db, [1], { byline: "张三" });
  const quote = "要划线的话";
  addBookmark(
    db,
    { article: 2, revision: 1, start: 2, end: 7, quote, color: "red", note: "批注", tags: [] },
    NOW,
  );
  takeBack(db, job);
  expect(readArticle(db, 1).article).toMatchObject({ title: "旧题", byline: "张三" });
  expect(bookmarksOf(db, 2)).toMatchObject([{ quote, note: "批注", state: "kept" }]);
});

test("an import behind a later one leads the later one back to before both", () => {
  const { db } = temporaryLibrary();
  importing(db, fileOf("/1.md", "v1", [article({ title: "第一版" })]));
  const before = stateOf(db);
  const second = importing(db, fileOf("/1.md", "v2", [article({ title: "第二版" })]));
  const third = importing(db, fileOf("/1.md", "v3", [article({ title: "第三版" })]));
  takeBack(db, second);
  expect(readArticle(db, 1).article.title).toBe("第三版");
  takeBack(db, third);
  expect(stateOf(db)).toEqual(before);
});

test("a copy that took the old bytes' place in the same import makes way for them", () => {
  const { db } = temporaryLibrary();
  importing(db, fileOf("/1.md", "v1", [article({ title: "通知" }, "第一版。")]));
  const before = stateOf(db);
  const job = importing(
    db,
    fileOf("/1.md", "v2", [article({ title: "通知" }, "第二版。")]),
    fileOf("/2.md", "v1", [article({ title: "通知" }, "第一版。")]),
  );
  takeBack(db, job);
  expect(stateOf(db)).toEqual(before);
});

test("reading again in another encoding is taken back like any import, with the parts and the encoding", () => {
  const { db } = temporaryLibrary();
  importing(db, fileOf("/1.txt", "bytes", [article({ title: "甲" }), article({ title: "乙" })]));
  const before = stateOf(db);
  const job = startImport(db);
  const garbled = fileOf("/1.txt", "bytes", [article({ title: "其他" })], { encoding: "big5" });
  const [only] = garbled.articles;
  const again = { ...garbled, articles: only ? [{ ...only, part: "whole" }] : [] };
  storeAgain(db, job, { state: "read", file: packed(again), warnings: [] });
  finishImport(db, job, false);
  expect(chosenEncoding(db, sha256("bytes"))).toBe("big5");
  takeBack(db, job);
  expect(stateOf(db)).toEqual(before);
});

test("an article that lay in the trash goes back there", () => {
  const { db } = temporaryLibrary();
  const file = () => fileOf("/1.md", "1", [article({ title: "一" })]);
  takeBack(db, importing(db, file()));
  const trashedAt = () => db.prepare("SELECT trashed_at FROM articles").pluck().get();
  const since = trashedAt();
  const job = importing(db, file());
  expect(trashedAt()).toBeNull();
  takeBack(db, job);
  expect(trashedAt()).toBe(since);
});

test("what was interrupted is gone on with, and says so meanwhile", () => {
  const { db } = temporaryLibrary();
  const job = importing(
    db,
    ...["1", "2", "3"].map((name) => fileOf(`/${name}.md`, name, [article({ title: name })])),
  );
  expect(undoNext(db, job, 2, NOW)).toEqual({ done: 2, left: 1 });
  expect(undoForecast(db, job)).toEqual({ state: "begun", created: 1, changed: 0 });
  expect(undoNext(db, job, 2, NOW)).toEqual({ done: 1, left: 0 });
  expect(undoForecast(db, job).state).toBe("done");
});

test("what an import replaced is kept for the newest imports only, and its bytes go then", () => {
  const { db } = temporaryLibrary();
  const jobs = Array.from({ length: UNDOABLE_IMPORTS + 2 }, (_, version) =>
    importing(db, fileOf("/1.md", `v${version}`, [article({ title: `第${version}版` })])),
  );
  expect(undoForecast(db, jobs[0] ?? "").state).toBe("too-old");
  expect(undoForecast(db, jobs[1] ?? "").state).toBe("too-old");
  expect(undoForecast(db, jobs[2] ?? "").state).toBe("possible");
  expect(countOf(db, "originals")).toBe(UNDOABLE_IMPORTS + 1);
  const unchanged = importing(
    db,
    fileOf("/1.md", `v${UNDOABLE_IMPORTS + 1}`, [article({ title: `第${UNDOABLE_IMPORTS + 1}版` })]),
  );
  expect(undoForecast(db, unchanged).state).toBe("nothing");
});

test("what was cut off an article by hand goes with it, and what another import brought in and was put into it stays", () => {
  const { db } = temporaryLibrary();
  importing(db, fileOf("/旧.txt", "旧", [article({ title: "旧文" }, "早先的正文。")]));
  const job = importing(
    db,
    fileOf("/新.txt", "新", [
      article({ title: "新文" }, "第一段。", "第二段。"),
      article({ title: "又一篇" }, "另一段。"),
    ]),
  );
  const revisionOf = (id: number) => readArticle(db, id).article.revision;
  const at = { part: "body", index: 1 } as const;
  correctArticles(db, { id: 2, revision: 1, step: { kind: "split-article", at, title: "切下的" } }, NOW);
  correctArticles(db, { id: 2, revision: revisionOf(2), step: { kind: "join-article", other: 1 } }, NOW);
  correctArticles(db, { id: 2, revision: revisionOf(2), step: { kind: "join-article", other: 3 } }, NOW);
  const shown = () => db.prepare("SELECT title FROM articles WHERE trashed_at IS NULL").pluck().all();
  expect(shown()).toEqual(["新文", "切下的"]);
  takeBack(db, job);
  expect(shown()).toEqual(["旧文"]);
  expect(readArticle(db, 1).article.title).toBe("旧文");
});

test("of what was put into an article whose import is taken back, bookmarks go back to it, and none of the article's own", () => {
  const { db } = temporaryLibrary();
  importing(db, fileOf("/旧.txt", "旧", [article({ title: "同题" }, "都说的话。", "早先的正文。")]));
  const job = importing(db, fileOf("/新.txt", "新", [article({ title: "同题" }, "都说的话。", "新的。")]));
  const mark = (id: number, quote: string) => {
    const { revision } = readArticle(db, id).article;
    const start = readText(db, id).indexOf(quote);
    const span = { start, end: start + quote.length, quote };
    addBookmark(db, { article: id, revision, ...span, color: "red", note: "", tags: [] }, NOW);
  };
  const marks = (id: number) => bookmarksOf(db, id).map(({ quote, anchor }) => [quote, anchor.start]);
  for (const quote of ["同题", "都说的话", "早先的"]) mark(1, quote);
  for (const quote of ["同题", "都说的话", "新的"]) mark(2, quote);
  const before = [marks(1), marks(2)];
  const { revision } = readArticle(db, 2).article;
  correctArticles(db, { id: 2, revision, step: { kind: "join-article", other: 1 } }, NOW);
  expect(marks(1)).toEqual([]);
  takeBack(db, job);
  expect([marks(1), marks(2)]).toEqual(before);
});

/** Two imports of one file each, and what stands of them. */
function twoImports() {
  const { db } = temporaryLibrary();
  const [files, revisionOf] = [
    [
      () => fileOf("/甲.txt", "甲", [article({ title: "甲文" }, "甲一。", "甲二（下转第4版）")]),
      () => fileOf("/乙.txt", "乙", [article({ title: "文" }, "（上接第1版）乙一。", "乙二。")]),
    ] as const,
    (id: number) => readArticle(db, id).article.revision,
  ];
  const jobs = files.map((file) => importing(db, file()));
  const join = () =>
    correctArticles(db, { id: 1, revision: revisionOf(1), step: { kind: "join-article", other: 2 } }, NOW);
  const stands = () =>
    db
      .prepare<[], number>("SELECT id FROM articles WHERE trashed_at IS NULL ORDER BY id")
      .pluck()
      .all()
      .map((id) => readText(db, id).split("\n"));
  const apart = [
    ["甲文", "甲一。", "甲二（下转第4版）"],
    ["文", "（上接第1版）乙一。", "乙二。"],
  ];
  return { db, files, jobs, join, stands, apart, revisionOf };
}

test("the import of what was put into an article of another import is taken back out of that one, its corrections kept", () => {
  const { db, files, jobs, join, stands, apart, revisionOf } = twoImports();
  join();
  expect(stands()).toEqual([["甲文", "甲一。", "甲二乙一。", "乙二。"]]);
  const at = { part: "body", index: 0 } as const;
  correct(db, { id: 1, revision: revisionOf(1), step: { kind: "role", at, role: "heading" } }, NOW);
  correct(
    db,
    { id: 1, revision: revisionOf(1), step: { kind: "move", at: { ...at, index: 2 }, before: at } },
    NOW,
  );
  expect(stands()).toEqual([["甲文", "乙二。", "甲一。", "甲二乙一。"]]);
  takeBack(db, jobs[1] ?? "");
  expect(stands()).toEqual(apart.slice(0, 1));
  expect(readArticle(db, 1).article.body[0]).toMatchObject({ type: "heading" });
  expect(correctionDesk(db, 1).undoable).toBe(1);
  importing(db, files[1]());
  expect(stands()).toEqual(apart);
  retrace(db, 1, "undo", NOW);
  expect(readArticle(db, 1).article.body[0]).toMatchObject({ type: "paragraph" });
});

test("an article taken back and imported again comes without what another import put into it, which stands for itself", () => {
  const { db, files, jobs, join, stands, apart } = twoImports();
  join();
  takeBack(db, jobs[0] ?? "");
  expect(stands()).toEqual(apart.slice(1));
  importing(db, files[0]());
  expect(stands()).toEqual(apart);
});

test("a paragraph given to an article of another import comes back when that import is taken back", () => {
  const { db, files, jobs, stands, apart, revisionOf } = twoImports();
  const give = { kind: "give", at: { part: "body", index: 1 }, other: 2 } as const;
  correctArticles(db, { id: 1, revision: revisionOf(1), step: give }, NOW);
  takeBack(db, jobs[1] ?? "");
  expect(stands()).toEqual(apart.slice(0, 1));
  importing(db, files[1]());
  expect(stands()).toEqual(apart);
});

test("imported again, an article comes with what was cut off it, and a joined one with the article that holds it", () => {
  const { db, files, jobs, join, stands, revisionOf } = twoImports();
  const at = { part: "body", index: 1 } as const;
  correctArticles(
    db,
    { id: 2, revision: revisionOf(2), step: { kind: "split-article", at, title: "丙" } },
    NOW,
  );
  takeBack(db, jobs[1] ?? "");
  importing(db, files[1]());
  expect(stands().slice(1)).toEqual([
    ["文", "（上接第1版）乙一。"],
    ["丙", "乙二。"],
  ]);
  join();
  moveToTrash(db, [1, 3], NOW);
  const job = importing(db, files[1]());
  expect(stands()).toEqual([
    ["甲文", "甲一。", "甲二乙一。"],
    ["丙", "乙二。"],
  ]);
  takeBack(db, job);
  expect(stands()).toEqual([]);
});

test("fields that are longer than the library takes them now come back as they were", () => {
  const { db } = temporaryLibrary();
  const title = "长".repeat(1500);
  const publication = "报".repeat(300);
  importing(db, fileOf("/1.md", "旧", [article({ title, publication })]));
  takeBack(db, importing(db, fileOf("/1.md", "新", [article({ title: "新题" })])));
  expect(readArticle(db, 1).article).toMatchObject({ title, publication });
});

test("articles that changed places in their file go back to them, one after the other", () => {
  const { db } = temporaryLibrary();
  const [spring, autumn] = [
    article({ title: "春耕" }, "备足种子。"),
    article({ title: "秋收" }, "颗粒归仓。"),
  ];
  const parts = (...all: (typeof spring)[]) => ({
    articles: all.map((one, part) => ({ part: `${part + 1}`, article: one })),
  });
  importing(db, fileOf("/1.md", "v1", [], parts(spring, autumn)));
  const before = stateOf(db);
  const job = importing(
    db,
    fileOf("/1.md", "v2", [], parts(autumn, article({ title: "新" }, "要闻。"), spring)),
  );
  takeBack(db, job);
  expect(stateOf(db)).toEqual(before);
});

test("what was cut off an article goes with it, the file having changed since", () => {
  const { db } = temporaryLibrary();
  const jobs = [
    importing(db, fileOf("/1.md", "v1", [article({ title: "一" }, "甲段。", "乙段。")])),
    ...["v2", "v3"].map((content) => {
      if (content === "v2") {
        const step = { kind: "split-article", at: { part: "body", index: 1 }, title: "二" } as const;
        correctArticles(db, { id: 1, revision: readArticle(db, 1).article.revision, step }, NOW);
      }
      return importing(
        db,
        fileOf("/1.md", content, [article({ title: "一" }, `甲段${content}。`, "乙段。")]),
      );
    }),
  ];
  expect(stateOf(db).articles).toHaveLength(2);
  for (const job of jobs) takeBack(db, job);
  expect(stateOf(db).articles).toEqual([]);
});
