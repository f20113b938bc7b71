/** Memory of a program and all it has started, as the system counts it: what processes share is divided among them. Linux only. */
import { readdirSync, readFileSync } from "node:fs";

const KIBIBYTES_A_MEGABYTE = 1000 ** 2 / 1024;

/** Megabytes (PSS). */
export function memoryOfTree(root: number): number {
  return treeOf(root).reduce((sum, process) => sum + memoryOf(process), 0);
}

/** Watches until `stop`, which answers with the most there was. */
export function watchMemory(root: number): { readonly stop: () => number } {
  let most = memoryOfTree(root);
  const timer = setInterval(() => {
    most = Math.max(most, memoryOfTree(root));
  }, 100);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}

/** It, and all it has started, and what those have. */
export function treeOf(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    const parent = parentOf(name);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const process of tree) tree.push(...(children.get(process) ?? []));
  return tree;
}

function parentOf(name: string): number | null {
  if (!/^\d+$/.test(name)) return null;
  const status = read(`/proc/${name}/stat`);
  // The program's name stands in brackets and may hold anything.
  const parent = status.slice(status.lastIndexOf(")") + 2).split(" ")[1];
  return parent === undefined ? null : Number(parent);
}

function memoryOf(process: number): number {
  const kibibytes = Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${process}/smaps_rollup`))?.[1] ?? 0);
  return kibibytes / KIBIBYTES_A_MEGABYTE;
}

/** Watches one process alone, until `stop` answers with the most there was: all that it has in memory, and what it shares with no other. */
export function watchOwnMemory(process: number): { readonly stop: () => OwnMemory } {
  let most = { resident: 0, own: 0 };
  const look = () => {
    const { resident, own } = ownMemoryOf(process);
    most = { resident: Math.max(most.resident, resident), own: Math.max(most.own, own) };
  };
  look();
  const timer = setInterval(look, 100);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}

/** Megabytes. */
export interface OwnMemory {
  readonly resident: number;
  readonly own: number;
}

function ownMemoryOf(process: number): OwnMemory {
  const told = read(`/proc/${process}/smaps_rollup`);
  const sum = (name: RegExp) =>
    [...told.matchAll(name)].reduce((kibibytes, [, count]) => kibibytes + Number(count), 0);
  return {
    resident: sum(/^Rss:\s+(\d+)/gm) / KIBIBYTES_A_MEGABYTE,
    own: sum(/^Private_(?:Clean|Dirty):\s+(\d+)/gm) / KIBIBYTES_A_MEGABYTE,
  };
}

/** Empty where the process has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
