/** Steps of correcting that touch two articles: one parted in two, two made one, a block given to another. */
import { randomUUID } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { Block, ImportedArticle } from "../../preload/model/article.ts";
import { plain } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { blockAt } from "../../preload/model/correct-article.ts";
import type { ArticleStep, BlockPlace } from "../../preload/model/correction.ts";
import { FailureError } from "../../preload/model/result.ts";
import { statement } from "../statement.ts";
import { insertArticleRow } from "./articles.ts";
import { writeContents } from "./contents.ts";
import { joinContinuation } from "./continuations.ts";
import { readCorrected, writeJoined } from "./corrected-articles.ts";
import type { Corrected } from "./correction-patch.ts";
import type { Changes } from "./corrections.ts";
import { requireRevision, takeStep } from "./corrections.ts";
import { digestOf } from "./digest.ts";
import { writeArticlePictures } from "./pictures.ts";
import { readImported } from "./read-article.ts";
import { CUT_PART } from "./sources.ts";

/** Of an article that another one takes in whole. */
const TITLE_LEVEL = 2;

/** Throws `no-such-article`, `stale-selection`, `cannot-correct`. */
export function correctArticles(
  db: Database,
  { id, revision, step }: { readonly id: number; readonly revision: number; readonly step: ArticleStep },
  now: string,
): void {
  db.transaction(() => {
    requireRevision(db, id, revision);
    takeStep(db, changesOf(db, id, step, now), now);
  }).immediate();
}

function changesOf(db: Database, id: number, step: ArticleStep, now: string): Changes {
  const article = readCorrected(db, id);
  switch (step.kind) {
    case "split-article":
      return cutOff(db, id, article, step, now);
    case "join-article":
      return takeIn(db, id, article, step.other);
    case "give":
      return give(db, id, article, step);
  }
}

/** The new article has all that the old one has but the text: source, tags, collections. */
function cutOff(
  db: Database,
  id: number,
  article: Corrected,
  { at, title }: { readonly at: BlockPlace; readonly title: string },
  now: string,
): Changes {
  blockAt(readImported(db, id), at);
  if (at.part !== "body" || (at.index === 0 && article.lead.length === 0))
    throw new FailureError("cannot-correct");
  const cut = insertBeside(
    db,
    id,
    { ...readImported(db, id), title, body: article.body.slice(at.index) },
    now,
  );
  return new Map([
    [id, { ...article, body: article.body.slice(0, at.index) }],
    [cut, { ...readCorrected(db, cut), joinedInto: null }],
  ]);
}

/** Answers the id of an article with the same source, tags and collections, put into the one it was cut from. */
function insertBeside(db: Database, id: number, whole: ImportedArticle, now: string): number {
  const article = { ...whole, kicker: "", subtitle: "", byline: "", credits: "", lead: [], official: null };
  const text = articleText(article);
  const source = statement<[number], { path: string; sample: number }>(
    db,
    "SELECT path, sample FROM article_sources JOIN articles ON id = article_id WHERE article_id = ?",
  ).get(id);
  if (source === undefined) throw new FailureError("no-such-article", { id });
  const cut = insertArticleRow(db, {
    ...{ article, digest: digestOf(article, text.text), path: source.path },
    ...{ sample: source.sample === 1, now },
  });
  writeContents(db, cut, article, text);
  writeArticlePictures(db, cut, article);
  // Until the step is taken; undone, it is again part of what it was cut from.
  writeJoined(db, cut, id, now);
  for (const sql of copiesBeside)
    statement<unknown[]>(db, sql).run({ id, cut, part: CUT_PART + randomUUID() });
  return cut;
}

/** Imports never yield such a part, so none takes the article for its own. */
const copiesBeside = [
  `INSERT INTO article_sources (article_id, sha256, path, name, part, importer_version, collection_id)
     SELECT @cut, sha256, path, name, part || @part, importer_version, collection_id FROM article_sources
       WHERE article_id = @id`,
  `INSERT INTO article_tags (article_id, tag) SELECT @cut, tag FROM article_tags
     WHERE article_id = @id AND @part <> ''`,
  `INSERT INTO collection_articles (collection_id, article_id) SELECT collection_id, @cut FROM collection_articles
     WHERE article_id = @id AND @part <> ''`,
];

function takeIn(db: Database, id: number, article: Corrected, other: number): Changes {
  const taken = requireOther(db, id, other);
  if (taken.joinedInto !== null) throw new FailureError("cannot-correct");
  const body = joinContinuation(article, taken) ?? [...article.body, ...wholeOf(taken)];
  return new Map([
    [id, { ...article, body }],
    [other, { ...taken, joinedInto: id }],
  ]);
}

/** All its text, the fields that are part of it as well. */
function wholeOf({ fields, lead, body }: Corrected): readonly Block[] {
  const lines = [fields.subtitle, fields.byline].filter((line) => line !== "");
  const asText = (line: string): Block => ({ type: "paragraph", content: plain(line) });
  return [
    ...(fields.kicker === "" ? [] : [asText(fields.kicker)]),
    { type: "heading", level: TITLE_LEVEL, content: plain(fields.title) },
    ...lines.map(asText),
    ...lead,
    ...body,
    ...(fields.credits === "" ? [] : [asText(fields.credits)]),
  ];
}

function give(
  db: Database,
  id: number,
  article: Corrected,
  { at, other }: { readonly at: BlockPlace; readonly other: number },
): Changes {
  const block = blockAt(readImported(db, id), at);
  const receiver = requireOther(db, id, other);
  return new Map([
    [id, { ...article, [at.part]: article[at.part].toSpliced(at.index, 1) }],
    [other, { ...receiver, body: [...receiver.body, block] }],
  ]);
}

function requireOther(db: Database, id: number, other: number): Corrected {
  if (other === id) throw new FailureError("cannot-correct");
  return readCorrected(db, other);
}
