/** One page of a long list in order: sorting a hundred thousand articles costs more than finding them. */

/** What sorting would put at `[offset, offset + limit)`. */
export function pageOf<Item>(
  items: readonly Item[],
  compare: (one: Item, other: Item) => number,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly Item[] {
  const wanted = offset + limit;
  // Far down a list, keeping so many in order as they come costs more than sorting them all.
  const first = wanted * 32 > items.length ? items.toSorted(compare) : firstOf(items, compare, wanted);
  return first.slice(offset, wanted);
}

function firstOf<Item>(
  items: readonly Item[],
  compare: (one: Item, other: Item) => number,
  most: number,
): readonly Item[] {
  const first: Item[] = [];
  for (const item of items) {
    const last = first[most - 1];
    if (last !== undefined && compare(last, item) <= 0) continue;
    if (last !== undefined) first.pop();
    first.splice(placeFor(item, first, compare), 0, item);
  }
  return first;
}

/** Behind all that are no worse. */
function placeFor<Item>(
  item: Item,
  sorted: readonly Item[],
  compare: (one: Item, other: Item) => number,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = sorted[middle];
    if (there !== undefined && compare(there, item) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
