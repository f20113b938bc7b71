/** Bookmarks from a file of annotations: what is here already stays as it is, what cannot be placed is told. */

import { randomUUID } from "node:crypto";
import type { Database } from "better-sqlite3";
import { CONTEXT, describe, resolver } from "../../preload/model/anchor.ts";
import type { Span } from "../../preload/model/article-text.ts";
import type {
  AnnotationReport,
  AnnotationRow,
  Bookmark,
  ForeignAnnotation,
} from "../../preload/model/bookmark.ts";
import { stateAt } from "../../preload/model/bookmark.ts";
import { firstCharacters } from "../../preload/model/first-characters.ts";
import type { Sliced } from "../sliced.ts";
import { statement } from "../statement.ts";
import { bookmarksIn, bookmarkWithUuid, insertBookmark } from "./bookmark-rows.ts";
import { readText } from "./contents.ts";

/** Entries of one transaction: a few milliseconds, so that calls in between are hardly kept waiting. */
const SLICE = 50;

/** The most rows of a kind that the report names; the others are counted. */
const MOST_ROWS = 1000;

/** An article as passages are looked for in it. */
interface Place {
  readonly id: number;
  readonly revision: number;
  readonly text: string;
  readonly resolve: ReturnType<typeof resolver>;
  /** Of bookmarks here by what they mark and say. */
  readonly known: Set<string>;
}

/**
 * `entries` are read one by one by `read`, null for what is no annotation. With `dryRun` nothing is written and the
 * report says what would be. `now`: ISO 8601, UTC.
 */
export function* importAnnotations(
  db: Database,
  entries: readonly unknown[],
  read: (entry: unknown) => ForeignAnnotation | null,
  { dryRun, now }: { readonly dryRun: boolean; readonly now: string },
): Sliced<AnnotationReport> {
  const run = new AnnotationImport(db, dryRun, now);
  for (let start = 0; start < entries.length; start += SLICE) {
    const slice = entries.slice(start, start + SLICE);
    db.transaction(() => {
      for (const entry of slice) run.take(read(entry));
    }).immediate();
    yield;
  }
  return run.report();
}

class AnnotationImport {
  readonly #db: Database;
  readonly #dryRun: boolean;
  readonly #now: string;
  readonly #counts = { added: 0, existing: 0, different: 0, unplaceable: 0, unreadable: 0 };
  readonly #different: AnnotationRow[] = [];
  readonly #unplaceable: AnnotationRow[] = [];
  readonly #uuids = new Set<string>();
  readonly #articles = new Map<string, number | AnnotationRow["reason"]>();
  /** By article, what of it is here or has been added. */
  readonly #known = new Map<number, Set<string>>();
  /** Annotations of one article mostly stand together; long texts are not all kept. */
  #place: Place | null = null;

  constructor(db: Database, dryRun: boolean, now: string) {
    this.#db = db;
    this.#dryRun = dryRun;
    this.#now = now;
  }

  report(): AnnotationReport {
    return { ...this.#counts, differentRows: this.#different, unplaceableRows: this.#unplaceable };
  }

  take(annotation: ForeignAnnotation | null): void {
    if (annotation === null) {
      this.#counts.unreadable++;
      return;
    }
    const known = annotation.uuid === null ? undefined : bookmarkWithUuid(this.#db, annotation.uuid);
    if (known !== undefined) this.#compare(annotation, known);
    else this.#add(annotation);
  }

  #compare(annotation: ForeignAnnotation, known: Bookmark): void {
    const { color, note, tags } = annotation;
    const same =
      known.color === color &&
      known.note === note &&
      known.tags.toSorted().join("\n") === tags.toSorted().join("\n") &&
      [known.quote, known.anchor.quote].includes(annotation.markedQuote ?? annotation.quote);
    if (same) this.#counts.existing++;
    else this.#tell("different", annotation, "differs");
  }

  #add(annotation: ForeignAnnotation): void {
    const { uuid } = annotation;
    if (uuid !== null && this.#uuids.has(uuid)) {
      this.#counts.existing++;
      return;
    }
    const article = this.#articleOf(annotation);
    if (typeof article !== "number") {
      this.#tell("unplaceable", annotation, article);
      return;
    }
    const place = this.#placeOf(article);
    const span = passageIn(place, annotation);
    if (span === null) {
      this.#tell("unplaceable", annotation, "no-passage");
      return;
    }
    const key = keyOf(span, annotation);
    if (place.known.has(key)) {
      this.#counts.existing++;
      return;
    }
    place.known.add(key);
    if (uuid !== null) this.#uuids.add(uuid);
    this.#counts.added++;
    if (!this.#dryRun) this.#insert(place, span, annotation);
  }

  #insert(place: Place, span: Span, annotation: ForeignAnnotation): void {
    const { color, note, tags } = annotation;
    const anchor = describe(place.text, span, place.revision);
    const marked = { quote: annotation.markedQuote ?? annotation.quote, markedStart: span.start };
    insertBookmark(this.#db, {
      ...{ article: place.id, anchor, color, note, tags, ...marked },
      uuid: annotation.uuid ?? randomUUID(),
      state: stateAt(marked, anchor),
      createdAt: annotation.createdAt ?? this.#now,
      changedAt: this.#now,
    });
  }

  #tell(
    kind: "different" | "unplaceable",
    annotation: ForeignAnnotation,
    reason: AnnotationRow["reason"],
  ): void {
    this.#counts[kind]++;
    const rows = kind === "different" ? this.#different : this.#unplaceable;
    const row = { quote: firstCharacters(annotation.quote, 200), article: annotation.article.title, reason };
    if (rows.length < MOST_ROWS) rows.push(row);
  }

  #articleOf({ article }: ForeignAnnotation): number | AnnotationRow["reason"] {
    const key = JSON.stringify(article);
    const found = this.#articles.get(key) ?? findArticle(this.#db, article);
    this.#articles.set(key, found);
    return found;
  }

  #placeOf(id: number): Place {
    if (this.#place?.id === id) return this.#place;
    const text = readText(this.#db, id);
    const revision =
      statement<[number], number>(this.#db, "SELECT revision FROM articles WHERE id = ?").pluck().get(id) ??
      0;
    const known =
      this.#known.get(id) ??
      new Set(bookmarksIn(this.#db, id).map((bookmark) => keyOf(bookmark.anchor, bookmark)));
    this.#known.set(id, known);
    this.#place = { id, revision, text, resolve: resolver(text, null), known };
    return this.#place;
  }
}

/** By its own identity, then by the file it came from, then by title and issue where only one bears them. */
function findArticle(db: Database, article: ForeignAnnotation["article"]): number | AnnotationRow["reason"] {
  const { uuid, sha256, part, title, publication, issuedOn } = article;
  const byUuid = statement<[string | null], number>(db, "SELECT id FROM articles WHERE uuid = ?")
    .pluck()
    .get(uuid);
  if (byUuid !== undefined) return byUuid;
  const bySource = statement<[string | null, string | null], number>(
    db,
    "SELECT article_id FROM article_sources WHERE sha256 = ? AND part = ?",
  )
    .pluck()
    .get(sha256, part);
  if (bySource !== undefined) return bySource;
  if (title === "" || publication === null) return "no-article";
  const byTitle = statement<[string, string, string], number>(
    db,
    "SELECT id FROM articles WHERE title = ? AND publication = ? AND issued_on = ? LIMIT 2",
  )
    .pluck()
    .all(title, publication, issuedOn ?? "");
  if (byTitle.length > 1) return "several-articles";
  return byTitle[0] ?? "no-article";
}

/** Where it says, if the quote stands there; else where the quote is found again. */
function passageIn({ text, resolve, revision }: Place, annotation: ForeignAnnotation): Span | null {
  const { quote, position, prefix, suffix } = annotation;
  const span = position === null ? null : unitsOf(text, position);
  if (span !== null && text.slice(span.start, span.end) === quote) return span;
  const anchor = {
    ...(span ?? { start: 0, end: quote.length }),
    ...{ revision, quote },
    prefix: prefix.slice(-CONTEXT),
    suffix: suffix.slice(0, CONTEXT),
  };
  const resolution = resolve(anchor);
  return resolution.state === "lost" ? null : resolution.span;
}

/** A span in code points as one in UTF-16 units; null where the text is shorter. */
function unitsOf(text: string, { start, end }: Span): Span | null {
  if (end > text.length) return null;
  if (!/[\ud800-\udbff]/.test(text)) return { start, end };
  const codePoints = [...text];
  if (end > codePoints.length) return null;
  const from = codePoints.slice(0, start).join("").length;
  return { start: from, end: from + codePoints.slice(start, end).join("").length };
}

function keyOf(
  { start, end }: Span,
  { color, note, tags }: Pick<Bookmark, "color" | "note" | "tags">,
): string {
  return JSON.stringify([start, end, color, note, tags.toSorted()]);
}
