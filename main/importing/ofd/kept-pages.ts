/**
 * What of a document's pages is kept until the last one is read. What they share (the size of the text, running heads,
 * page numbers) is known only then: so each page waits packed, in a few kilobytes, and its edges in the open.
 */
import { deserialize, serialize } from "node:v8";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Picture } from "../format.ts";
import type { Furniture, PageText } from "../pdf/furniture.ts";
import { edgesOf, furnitureOf, stampsOf } from "../pdf/furniture.ts";
import type { ReadPage, Value } from "../pdf/page-types.ts";
import { isScanned } from "../pdf/scans.ts";
import type { Segment } from "../pdf/segments.ts";

/** Whether a document is copies of one form is told by its first pages; of the others only the edges are compared. */
const WHOLE_PAGES = 200;

/** A page's contents without its pictures, which are few and kept once each. */
type Packed = Pick<ReadPage, "segments" | "asides" | "things" | "rules">;

interface KeptPage {
  readonly number: number;
  readonly packed: Uint8Array;
  /** What may be furniture, and where among the page's segments each of it stands. */
  readonly edges: PageText;
  readonly places: readonly number[];
}

/** A page without its furniture. */
export interface ClearedPage extends Packed {
  readonly number: number;
}

export class KeptPages {
  readonly #pages: KeptPage[] = [];
  readonly #pictures = new Map<string, Picture>();
  /** How many letters are set in each size. */
  readonly #sizes = new Map<number, number>();
  readonly #stamps = new Set<string>();
  #scanned = 0;
  #letters = 0;

  add(page: ReadPage): void {
    this.#letters += page.letters;
    if (isScanned(page)) this.#scanned++;
    for (const stamp of stampsOf(page)) this.#stamps.add(stamp);
    for (const { size, text } of page.segments) {
      const rounded = Math.round(size * 2) / 2;
      this.#sizes.set(rounded, (this.#sizes.get(rounded) ?? 0) + text.length);
    }
    const edges = this.#pages.length < WHOLE_PAGES ? page.segments : edgesOf(page.segments);
    const at = new Map(page.segments.map((segment, index) => [segment, index]));
    const { number, height } = page;
    this.#pages.push({
      number,
      packed: this.#pack(page),
      // Copied, since what is put together of many pieces holds on to all of them.
      edges: { number, height, segments: structuredClone(edges) },
      places: edges.map((segment) => at.get(segment) ?? -1),
    });
  }

  get count(): number {
    return this.#pages.length;
  }

  /** How many are pictures of paper: all, where there is no text at all, since whatever they show is it. */
  get scanned(): number {
    return this.#letters === 0 ? this.count : this.#scanned;
  }

  /** The size in which most letters are set. */
  get bodySize(): number {
    return [...this.#sizes].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
  }

  /** What stamps across pages and along their margins say. */
  get stamps(): readonly string[] {
    return [...this.#stamps];
  }

  furniture(): Furniture {
    return furnitureOf(
      this.#pages.map(({ edges }) => edges),
      this.bodySize,
    );
  }

  /** One after the other, each unpacked as it is asked for. */
  *without({ segments: furniture }: Furniture): Generator<ClearedPage> {
    for (const { number, packed, edges, places } of this.#pages) {
      const gone = new Set(places.filter((_, index) => isIn(furniture, edges.segments[index])));
      const page = this.#unpack(packed);
      yield { ...page, number, segments: page.segments.filter((_, index) => !gone.has(index)) };
    }
  }

  #pack({ segments, asides, things, rules }: ReadPage): Uint8Array {
    const bare = things.map((thing) => {
      const { value } = thing;
      if (value.type !== "picture" || value.picture === null) return thing;
      this.#pictures.set(value.picture.sha256, value.picture);
      return { ...thing, value: { ...value, picture: { ...value.picture, bytes: NONE } } };
    });
    // Lines across part no columns.
    const dividers = rules.filter(({ direction }) => direction === "down");
    const page: Packed = { segments, asides, things: bare, rules: dividers };
    // Copied out of the larger buffer in which it was made.
    return new Uint8Array(deflateRawSync(serialize(page), { level: 1 }));
  }

  #unpack(packed: Uint8Array): Packed {
    const page: Packed = deserialize(inflateRawSync(packed));
    return { ...page, things: page.things.map((thing) => ({ ...thing, value: this.#whole(thing.value) })) };
  }

  #whole(value: Value): Value {
    if (value.type !== "picture" || value.picture === null) return value;
    return { ...value, picture: this.#pictures.get(value.picture.sha256) ?? null };
  }
}

const NONE = new Uint8Array();

function isIn(furniture: ReadonlySet<Segment>, segment: Segment | undefined): boolean {
  return segment !== undefined && furniture.has(segment);
}
