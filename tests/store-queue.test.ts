import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Database } from "../main/database.ts";
import type { QueuedFile } from "../main/store-queue.ts";
import { StoreQueue } from "../main/store-queue.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function failed(place: number): QueuedFile {
  const path = `${place}.txt`;
  return {
    ...{ found: { path, shown: path }, place },
    outcome: { state: "failed", failure: { file: path, code: "empty", parameters: { path } } },
  };
}

/** A library that stores when it is told to, and keeps the places it was given, group by group. */
function slowLibrary() {
  const groups: number[][] = [];
  const waiting: (() => void)[] = [];
  const call = (_name: string, { places }: { readonly places: readonly number[] }) =>
    new Promise((stored) => {
      groups.push([...places]);
      waiting.push(() => stored(places.length));
    });
  return {
    database: { call } as unknown as Pick<Database, "call">,
    groups,
    storeNext: () => waiting.shift()?.(),
  };
}

function queueOf(database: Pick<Database, "call">, onStored: (files: number) => void = () => {}): StoreQueue {
  return new StoreQueue({ database, job: "job", readAfterAll: () => Promise.resolve(null), onStored });
}

test("what comes while a slow disk stores is one group after it, however long that takes", async () => {
  const { database, groups, storeNext } = slowLibrary();
  const queue = queueOf(database);
  for (let place = 0; place < 10; place++) {
    await queue.add(failed(place));
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(groups).toEqual([[0]]);
  storeNext();
  await vi.advanceTimersByTimeAsync(0);
  expect(groups).toEqual([[0], [1, 2, 3, 4, 5, 6, 7, 8, 9]]);
});

test("what has come last is stored when the queue is emptied, and counted", async () => {
  const { database, groups, storeNext } = slowLibrary();
  let stored = 0;
  const queue = queueOf(database, (files) => (stored += files));
  await queue.add(failed(0));
  await queue.add(failed(1));
  const emptied = queue.empty();
  await vi.advanceTimersByTimeAsync(0);
  storeNext();
  await emptied;
  await vi.advanceTimersByTimeAsync(1000);
  expect({ groups, stored }).toEqual({ groups: [[0, 1]], stored: 2 });
});
