/** List items with a key for React. The model is immutable and never reordered, so an item's ordinal is its identity. */
export interface Keyed<Item> {
  readonly key: number;
  readonly item: Item;
}

/** Items that look alike, such as two empty cells, have nothing else to tell them apart. */
export function keyed<Item>(items: readonly Item[]): readonly Keyed<Item>[] {
  return items.map((item, key) => ({ key, item }));
}
