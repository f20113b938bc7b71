/** What the walk through a document needs at hand. */
import type { Block } from "../../../preload/model/article.ts";
import type { PictureCollector } from "../pictures.ts";
import type { Numbering } from "./numbering.ts";
import type { OfficePackage, Relationship } from "./package.ts";
import type { Styles } from "./styles.ts";

export interface DocumentContext {
  readonly package: OfficePackage;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly pictures: PictureCollector;
  /** The ids of the notes that the text refers to, in the order of their marks: `footnote 2`. */
  readonly notes: Set<string>;
  /** How many documents embedded to be shown as text could not be taken over. */
  embeddedLeftOut: number;
  /** Paragraphs by the looks that a title is told by. */
  readonly looks: Map<Block, Looks>;
}

/** What Word takes where no style states a size, in half points. */
export const USUAL_SIZE = 21;

/** How a paragraph looks, where that may tell what it is. */
export interface Looks {
  readonly role: "title" | "caption" | "contents" | "contents-heading" | "text";
  readonly centred: boolean;
  /** Half points. */
  readonly size: number;
}

/** One part's text: relationship ids mean something within their part only. */
export interface Story {
  readonly document: DocumentContext;
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Fields begun and not ended, innermost last: whether what stands now is their result, and so shown. */
  readonly fields: boolean[];
}
