/**
 * What lies on the clipboard as an article (粘贴为文章): read by the importers in the reader process as a file would be, shown,
 * then stored with what was pasted as its original. No markup is looked at here.
 */

import { randomUUID } from "node:crypto";
import type { Block } from "../preload/model/article.ts";
import { articleText, inlineText } from "../preload/model/article-text.ts";
import { firstCharacters } from "../preload/model/first-characters.ts";
import type { ImportReport } from "../preload/model/import-report.ts";
import { packImport } from "../preload/model/packed-article.ts";
import type { PasteDetails, PastePreview, StoredPaste } from "../preload/model/paste.ts";
import { FailureError } from "../preload/model/result.ts";
import type { Database } from "./database.ts";
import type { Reading } from "./importing/format.ts";
import { importerVersion, titleFromName } from "./importing/format.ts";
import { unpackReading } from "./importing/parcels.ts";
import { ReaderClient } from "./importing/reader-client.ts";
import type { StartReader } from "./importing/reader-start.ts";

/** As a program put it there; empty or null where it did not. */
export interface ClipboardContents {
  readonly html: string;
  readonly text: string;
  /** PNG. */
  readonly picture: Uint8Array | null;
  /** Whether it holds something else besides, such as RTF alone. */
  readonly hasOther: boolean;
}

export interface PasteServices {
  readonly database: Pick<Database, "call">;
  readonly startReader: StartReader;
}

/** What is about to be stored. */
interface Pasted {
  readonly paste: string;
  readonly name: string;
  readonly reading: Reading;
  /** The title that the importers found; the one in `reading` may be guessed from the first line. */
  readonly statedTitle: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface Pasting {
  /** `name`: what the original is to be called, without an extension. Throws `clipboard-empty`, `clipboard-unreadable`, or what reading it fails with. */
  readonly prepare: (contents: ClipboardContents, name: string) => Promise<PastePreview>;
  /** Throws `paste-gone`, or what storing it fails with. */
  readonly store: (paste: string, details: PasteDetails) => Promise<StoredPaste>;
  readonly forget: () => void;
}

export function createPasting({ database, startReader }: PasteServices): Pasting {
  let held: Pasted | null = null;

  async function prepare(contents: ClipboardContents, name: string): Promise<PastePreview> {
    held = null;
    const { bytes, kind } = originalOf(contents);
    const { allowClassified } = await database.call("readSettings", null);
    const named = name + extensions[kind];
    if (bytes.length > LARGEST_MEGABYTES * 1024 * 1024)
      throw new FailureError("too-large", { path: named, limit: LARGEST_MEGABYTES });
    const reader = new ReaderClient(startReader);
    const outcome = await reader
      .read(pathOf(named), () => Promise.resolve(true), { bytes, allowClassified, ...encodingOf(kind) })
      .finally(() => reader.close());
    if (outcome.state === "failed") {
      // A reader that finds nothing has found what an empty clipboard holds.
      if (outcome.code === "empty") throw new FailureError("clipboard-empty");
      throw new FailureError(outcome.code, { ...outcome.parameters, path: named });
    }
    if (outcome.state !== "read") throw new Error("what was pasted was not read");
    const { original } = outcome;
    const reading = unpackReading(outcome.reading);
    const statedTitle = reading.articles[0]?.article.title ?? "";
    held = {
      ...{ paste: randomUUID(), name: named, statedTitle, ...original },
      reading: withTitle({ ...reading, warnings: pastedWarnings(reading.warnings) }, named),
    };
    return previewOf(held, kind);
  }

  async function store(paste: string, details: PasteDetails): Promise<StoredPaste> {
    if (held?.paste !== paste) throw new FailureError("paste-gone");
    const pasted = held;
    const job = randomUUID();
    const now = new Date().toISOString();
    await database.call("beginImport", { job, now });
    try {
      await database.call("storeFiles", { job, files: [fileOf(pasted, now)] });
    } finally {
      await database.call("finishImport", { job, cancelled: false });
    }
    const stored = resultOf(await database.call("readImport", { job }));
    if (!stored.known) await correct(pasted, stored.ids, details);
    held = null;
    return { id: stored.ids[0] ?? 0, known: stored.known };
  }

  /** What a person says counts as corrected by hand: it stays when the original is read again. */
  async function correct(
    { reading: { articles }, statedTitle }: Pasted,
    ids: readonly number[],
    { title, publication, issuedOn }: PasteDetails,
  ): Promise<void> {
    const [first] = articles;
    if (first === undefined) return;
    const { article } = first;
    const fields = {
      // Read again, it would have no title of its own.
      title: articles.length === 1 && title !== statedTitle ? title : undefined,
      publication: publication === article.publication ? undefined : publication,
      issuedOn: issuedOn === article.issuedOn ? undefined : issuedOn,
    };
    if (Object.values(fields).every((value) => value === undefined)) return;
    await database.call("editDetails", { ids: [...ids], fields });
  }

  return { prepare, store, forget: () => (held = null) };
}

const extensions = { document: ".html", text: ".txt", picture: ".png" } as const satisfies Record<
  PastePreview["kind"],
  string
>;

/** What a program put there as text is text in Unicode: nothing has to be guessed. */
function encodingOf(kind: PastePreview["kind"]): { readonly encoding?: string } {
  return kind === "picture" ? {} : { encoding: "utf-8" };
}

/** As of a file. */
const LARGEST_MEGABYTES = 200;

/** Windows' head of copied markup, offsets in lines of their own, which some programs leave before it elsewhere, too. */
const FORMAT_HEAD =
  /^\s*Version:\d+\.\d+\r?\n(?:(?:Start|End)(?:HTML|Fragment|Selection):-?\d+\r?\n|SourceURL:.*\r?\n)+/i;

/** Words count before pictures: programs add a picture of the words that they copy. */
function originalOf({ html, text, picture, hasOther }: ClipboardContents): {
  readonly bytes: Uint8Array;
  readonly kind: PastePreview["kind"];
} {
  const hasText = text.trim() !== "";
  if (picture !== null && picture.length > 0 && !hasText) return { bytes: picture, kind: "picture" };
  if (html.trim() !== "")
    return { bytes: new TextEncoder().encode(html.replace(FORMAT_HEAD, "")), kind: "document" };
  if (hasText) return { bytes: new TextEncoder().encode(text), kind: "text" };
  if (hasOther) throw new FailureError("clipboard-unreadable");
  throw new FailureError("clipboard-empty");
}

/** No folder: nothing lies beside what was pasted, and no other paste is taken for an earlier state of it. */
function pathOf(name: string): string {
  return `clipboard:/${randomUUID()}/${name}`;
}

/** Word puts pictures into files of its own and copies their places alone: one sentence says so for all of them. */
function pastedWarnings(warnings: Reading["warnings"]): Reading["warnings"] {
  const isOfPicture = ({ code }: Reading["warnings"][number]) =>
    code === "warning.picture-outside" || code === "warning.missing-picture";
  const count = warnings
    .filter(isOfPicture)
    .reduce((sum, { parameters }) => sum + Number(parameters["count"] ?? 1), 0);
  const others = warnings.filter((warning) => !isOfPicture(warning));
  return count === 0 ? others : [...others, { code: "warning.pictures-not-copied", parameters: { count } }];
}

/** Longer is no title. */
const LONGEST_TITLE = 60;

/** Where nothing in it states a title, a short first line that ends like none of a text's sentences is one. */
function withTitle(reading: Reading, name: string): Reading {
  const [first, ...others] = reading.articles;
  if (first === undefined || others.length > 0 || first.article.title !== titleFromName(name)) return reading;
  const [line, ...rest] = first.article.body;
  const title = line === undefined || rest.length === 0 ? "" : titleIn(line);
  if (title === "") return reading;
  return { ...reading, articles: [{ ...first, article: { ...first.article, title, body: rest } }] };
}

function titleIn(block: Block): string {
  if (block.type !== "paragraph") return "";
  const line = inlineText(block.content).replace(/\s+/g, " ").trim();
  return line.length > LONGEST_TITLE || /[。！？；：，、.!?;:,]$/.test(line) ? "" : line;
}

const LINES = 6;
/** Characters. */
const LINE = 120;

function previewOf({ paste, reading }: Pasted, kind: PastePreview["kind"]): PastePreview {
  const texts = reading.articles.map(({ article }) => articleText(article).text);
  const article = reading.articles[0]?.article;
  if (article === undefined) throw new FailureError("clipboard-empty");
  const lines = (texts[0] ?? "").split("\n").filter((line) => line.trim() !== "" && line !== article.title);
  return {
    ...{ paste, kind, articles: reading.articles.length },
    title: article.title,
    publication: article.publication,
    issuedOn: article.issuedOn,
    lines: lines
      .slice(0, LINES)
      .map((line) => (line.length > LINE ? `${firstCharacters(line, LINE)}…` : line)),
    characters: texts.reduce((sum, text) => sum + text.replace(/\s/g, "").length, 0),
    pictures: reading.pictures.length,
    warnings: reading.warnings.map(({ code, parameters }) => ({ code, parameters })),
  };
}

function fileOf({ name, reading, sha256, bytes }: Pasted, now: string) {
  const { articles, pictures, collection, tags, warnings } = reading;
  return {
    state: "read" as const,
    warnings,
    file: {
      file: { path: pathOf(name), shownPath: name, name, sha256, bytes },
      ...{ importerVersion, pictures, collection, tags, sample: false, now },
      articles: articles.map(({ part, article }) => ({ part, article: packImport(article) })),
    },
  };
}

function resultOf({ imported, updated, unchanged, failed }: ImportReport): {
  readonly ids: readonly number[];
  readonly known: boolean;
} {
  const [failure] = failed;
  if (failure !== undefined) throw new FailureError(failure.code, failure.parameters);
  const rows = [...imported, ...updated, ...unchanged];
  return { ids: rows.map(({ id }) => id), known: imported.length === 0 };
}
