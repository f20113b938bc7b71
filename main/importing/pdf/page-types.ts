/** A page whose letters, tables and pictures were put together. */
import type { Block } from "../../../preload/model/article.ts";
import type { Picture } from "../format.ts";
import type { Box } from "./geometry.ts";
import type { Thing } from "./layout.ts";
import type { Piece } from "./lines.ts";
import type { Rule } from "./page-contents.ts";
import type { Segment } from "./segments.ts";

/** What stands among the text: a table that is ready, or a picture; null where it could not be decoded. */
export type Value =
  | { readonly type: "table"; readonly block: Block & { type: "table" } }
  | {
      readonly type: "picture";
      readonly picture: Picture | null;
      readonly box: Box;
      /** Where it is known beforehand; else it is looked for among the paragraphs. */
      readonly caption?: readonly Piece[] | undefined;
    };

export interface ReadPage {
  /** From 1, as the pages lie in the file. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly segments: readonly Segment[];
  readonly asides: readonly (readonly Segment[])[];
  /** What is no text of the page: stamps and watermarks across it, each line once. */
  readonly stamps: readonly string[];
  readonly things: readonly Thing<Value>[];
  readonly rules: readonly Rule[];
  readonly letters: number;
  /** Whether what its fonts call its letters makes no sense. */
  readonly rubbish: boolean;
}
