/**
 * An article as the index takes it. A run of characters written without spaces becomes overlapping pairs and its last
 * character: 疫情防控 is 疫情 情防 防控 控. So any stretch of two characters or more is a phrase of its pairs, and one
 * character is the beginning of a pair or stands last. Words and symbols stand for themselves. Each break is a token
 * too, so that a phrase passes a comma only where it has one itself.
 */
import type { OutlineKind } from "../../preload/model/outline.ts";
import type { Term } from "../../preload/model/search-query.ts";
import type { TokenKind } from "../../preload/model/search-tokens.ts";
import { CHARACTER, LINE, PUNCTUATION, SPACE, tokenise } from "../../preload/model/search-tokens.ts";
import type { Searchable } from "./searchable.ts";

/** By what a hit in them weighs. */
export const columns = ["title", "headline", "lead", "heading", "caption", "body", "fields"] as const;

export type Column = (typeof columns)[number];

/** Punctuation in a folded text is never part of another token, so its signs can stand for the breaks. */
const breakTokens: Readonly<Record<TokenKind, string>> = { [PUNCTUATION]: ",", [SPACE]: "_", [LINE]: "/" };

export function columnTexts({ text, outline, fields }: Searchable): Readonly<Record<Column, string>> {
  const texts: Record<Column, string[]> = {
    ...{ title: [], headline: [], lead: [], heading: [], caption: [], body: [], fields: [] },
  };
  const tokens = tokenise(text);
  let piece = 0;
  let column: Column = "body";
  const write = new IndexWriter((token) => texts[column].push(token));
  for (let token = 0; token < tokens.count; token++) {
    const start = tokens.starts[token] ?? 0;
    while (piece < outline.length && (outline[piece]?.[2] ?? 0) <= start) piece++;
    const [kind, from = Number.POSITIVE_INFINITY] = outline[piece] ?? [];
    const kindHere = tokens.kinds[token] ?? SPACE;
    // The end of a line belongs to the piece before it, so that pieces of one column stay apart.
    if (kindHere !== LINE) column = columnOf(start >= from ? kind : undefined);
    write.token(kindHere, tokens.keyOf(token));
  }
  write.end();
  column = "fields";
  const fieldTokens = tokenise(fields);
  for (let token = 0; token < fieldTokens.count; token++) {
    write.token(fieldTokens.kinds[token] ?? SPACE, fieldTokens.keyOf(token));
  }
  write.end();
  const joined = {} as Record<Column, string>;
  for (const name of columns) joined[name] = texts[name].join(" ");
  return joined;
}

function columnOf(kind: OutlineKind | undefined): Column {
  return kind ?? "body";
}

/** The last token of a run may begin a pair: it is looked for as a beginning. */
export interface IndexPhrase {
  readonly tokens: readonly string[];
  readonly prefix: boolean;
}

export function phraseOf(term: Term): IndexPhrase {
  const tokens: string[] = [];
  const write = new IndexWriter((token) => tokens.push(token));
  for (const { kind, key } of term.tokens) write.token(kind, key);
  const lastAlone = write.alone;
  if (lastAlone) write.end();
  return { tokens, prefix: lastAlone || term.prefix };
}

class IndexWriter {
  readonly #write: (token: string) => void;
  /** The last character of the run that is being written; empty outside one. */
  #last = "";
  /** Whether that character is the first of its run. */
  alone = false;

  constructor(write: (token: string) => void) {
    this.#write = write;
  }

  token(kind: TokenKind, key: string): void {
    if (kind === CHARACTER) {
      if (this.#last !== "") this.#write(this.#last + key);
      this.alone = this.#last === "";
      this.#last = key;
      return;
    }
    this.end();
    this.#write(breakTokens[kind] ?? key);
  }

  /** A run ends. */
  end(): void {
    if (this.#last !== "") this.#write(this.#last);
    this.#last = "";
    this.alone = false;
  }
}
