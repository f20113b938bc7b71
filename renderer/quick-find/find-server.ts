/** What the worker does with its messages, apart from being a worker. */
import { type QuickFindKind, unpackArticles, unpackBookmarks } from "../../preload/model/quick-find.ts";
import { keyOfBookmark } from "./bookmark-key.ts";
import type { Entry, FoundRow, FromWorker, ToWorker } from "./entry.ts";
import { createFindIndex } from "./find-index.ts";

interface Surroundings {
  readonly answer: (message: FromWorker) => void;
  /** Calls back once messages that have arrived are taken, after a short rest. */
  readonly afterRest: (act: () => void) => void;
  /** The same without a rest. One call at a time. */
  readonly soon: (act: () => void) => void;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Milliseconds of preparing without looking for a question: no keystroke should wait longer. */
const SLICE = 6;

/** Entries between two messages on how far the preparing is. */
const TOLD_EVERY = 2048;

export function createFindServer({ answer, afterRest, soon, now }: Surroundings) {
  const index = createFindIndex();
  let asked: Extract<ToWorker, { kind: "find" }> | null = null;
  let looking: { question: number; rows: Generator<undefined, readonly FoundRow[]> } | null = null;
  let isLookingSoon = false;
  let isPreparing = false;
  let told = 0;

  function take(message: ToWorker): void {
    switch (message.kind) {
      case "articles":
      case "bookmarks":
        index.replace(
          `${message.kind} ${message.block}`,
          message.kind,
          entriesOf[message.kind](message.packed),
        );
        prepareSoon();
        break;
      case "entries":
        index.replace(message.source, message.source, message.entries);
        prepareSoon();
        break;
      case "find":
        asked = message;
        lookSoon();
        break;
    }
  }

  function lookSoon(): void {
    if (isLookingSoon) return;
    isLookingSoon = true;
    soon(look);
  }

  /** One slice of the newest question. */
  function look(): void {
    isLookingSoon = false;
    if (asked !== null) {
      looking = { question: asked.question, rows: index.find(asked.text, asked.limit) };
      asked = null;
    }
    if (looking === null) return;
    const step = looking.rows.next();
    if (!step.done) {
      lookSoon();
      return;
    }
    answer({ kind: "found", question: looking.question, rows: step.value });
    looking = null;
  }

  function prepareSoon(): void {
    if (isPreparing) return;
    isPreparing = true;
    afterRest(prepare);
  }

  function prepare(): void {
    isPreparing = false;
    const until = now() + SLICE;
    const isDone = looking === null && index.prepare(() => now() >= until);
    const { ready, known } = index.readiness();
    if (isDone || ready >= told + TOLD_EVERY) {
      told = ready;
      answer({ kind: "prepared", ready, known });
    }
    if (!isDone) prepareSoon();
  }

  return { take };
}

const entriesOf: Readonly<Record<QuickFindKind, (packed: string) => readonly Entry[]>> = {
  articles: (packed) =>
    unpackArticles(packed).map(([id, title, kicker, publication, issuedOn]) => ({
      key: String(id),
      title,
      beside: kicker,
      publication,
      issuedOn,
    })),
  bookmarks: (packed) =>
    unpackBookmarks(packed).map(([id, article, at, quote, note, tags, title, issuedOn]) => ({
      key: keyOfBookmark({ id, article, at }),
      title: onOneLine(note),
      beside: [onOneLine(quote), ...tags.map((tag) => `#${tag}`)].join(" "),
      publication: title,
      issuedOn,
    })),
};

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
