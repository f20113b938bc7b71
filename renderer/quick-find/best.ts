/** The few best of many candidates, without sorting them all. */

export interface Candidate<Item> {
  readonly item: Item;
  readonly rank: number;
  /** `YYYY-MM-DD`; among equals the newest comes first, what has no date last. */
  readonly issuedOn: string;
  /** Counts up with time: the last resort. */
  readonly number: number;
}

export interface Best<Item> {
  readonly offer: (candidate: Candidate<Item>) => void;
  /** The best first. */
  readonly taken: () => readonly Candidate<Item>[];
}

export function createBest<Item>(limit: number): Best<Item> {
  const kept: Candidate<Item>[] = [];
  return {
    offer(candidate) {
      const last = kept[limit - 1];
      if (last !== undefined && compare(last, candidate) <= 0) return;
      let place = kept.length;
      while (place > 0 && compare(kept[place - 1] ?? candidate, candidate) > 0) place--;
      kept.splice(place, 0, candidate);
      if (kept.length > limit) kept.pop();
    },
    taken: () => kept,
  };
}

function compare(one: Candidate<unknown>, other: Candidate<unknown>): number {
  if (one.rank !== other.rank) return one.rank - other.rank;
  if (one.issuedOn !== other.issuedOn) return one.issuedOn > other.issuedOn ? -1 : 1;
  return other.number - one.number;
}
