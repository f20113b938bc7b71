/** Paragraphs that are list items, one after another → lists in lists. */
import type { Block } from "../../../preload/model/article.ts";
import type { Numbered } from "./numbering.ts";

interface OpenList {
  readonly list: string;
  readonly level: number;
  readonly ordered: boolean;
  readonly items: Block[][];
}

/** Gathers blocks; an item joins the list that stands open, and whatever is no item closes it. */
export class BlockGathering {
  readonly blocks: Block[] = [];
  #open: OpenList[] = [];

  add(block: Block): void {
    this.#open = [];
    this.blocks.push(block);
  }

  addItem(numbered: Numbered, blocks: readonly Block[]): void {
    const { list, level, number } = numbered;
    const ordered = numbered.kind === "ordered";
    while ((this.#open.at(-1)?.level ?? -1) > level) this.#open.pop();
    const top = this.#open.at(-1);
    if (top?.level === level && (top.list !== list || top.ordered !== ordered)) this.#open.pop();
    let current = this.#open.at(-1);
    if (current?.level !== level) {
      const items: Block[][] = [];
      (current?.items.at(-1) ?? this.blocks).push({
        type: "list",
        ordered,
        start: ordered ? number : 1,
        items,
      });
      current = { list, level, ordered, items };
      this.#open.push(current);
    }
    current.items.push([...blocks]);
  }
}
