/** What the front of an official document states, and which of its lines go into the article's fields. */
import type { HeadItems } from "./head.ts";
import type { MinutesHead } from "./minutes.ts";

export interface Front extends Required<Omit<HeadItems, "mark">> {
  /** The bodies that issue it, as its head names them. */
  readonly marks: readonly string[];
  /** One of them stands there with the word 文件, or with its number as an order. */
  readonly hasFileMark: boolean;
  readonly addressees: string;
  /** The title is of the kind that official documents have. */
  readonly isTitled: boolean;
  /** It may be an announcement by its title, if who announces has signed it. */
  readonly mayAnnounce: boolean;
  /** What the article's fields are to hold, so that nothing of them is lost. No title: that of the article. */
  readonly kicker: readonly string[];
  readonly title: readonly string[];
  readonly subtitle: readonly string[];
  /** What the article is called says that it is another text, in which the document stands. */
  readonly isOfAnother: boolean;
  /** What the reader took for the title belongs to the head. */
  readonly isTitleInHead: boolean;
  /** By whom and when, where the head says it. */
  readonly issued: Pick<MinutesHead, "signature" | "signedOn"> | null;
  /** A meeting adopted it, as the line below its title says. */
  readonly isAdopted: boolean;
  /** Blocks whose text has gone into the fields. */
  readonly taken: ReadonlySet<number>;
  /** The first block below the front. */
  readonly end: number;
}

export interface ReadFront extends Front {
  readonly hasTitleInText: boolean;
  /** The text says the title once more that the article has already. */
  readonly repeatsTitle: boolean;
}
