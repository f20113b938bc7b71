/**
 * An article's text as it would be without one of its steps: what that step brought in is followed through all later ones
 * and left out wherever it went, whatever it became, and what the step took away stands where it would.
 */
import { diffIndices } from "node-diff3";
import type { Block } from "../../preload/model/article.ts";
import type { StoredConflict } from "./correction-merge.ts";
import { placesOf, writtenBlocks } from "./correction-merge.ts";
import type { CorrectedText, CorrectionPatch } from "./correction-patch.ts";
import { patchedText, textPatchBetween } from "./correction-patch.ts";
import type { StepPatch, Steps } from "./correction-rebase.ts";

/** A block of the text as it is, of the text without the step, or of both. */
interface Item {
  readonly block: Block;
  readonly of: "both" | "with" | "without";
}

const parts = ["lead", "body"] as const;
type Overlay = Readonly<Record<(typeof parts)[number], readonly Item[]>>;

interface Without {
  readonly standing: CorrectedText;
  /** The later steps, over the text without the first. */
  readonly steps: readonly StepPatch[];
  /** Of them, those that took what the first had brought in out of the text. */
  readonly carriers: readonly number[];
  /** Changes of fields that such text was put into, the first first: to be undone, and no longer among the steps. */
  readonly fields: CorrectionPatch["fields"];
}

/** `after`: the text right after the step; `later`: the steps since, all of which can be followed from there. */
export function withoutStep(after: CorrectedText, patch: CorrectionPatch, later: Steps): Without {
  let text = after;
  let overlay: Overlay = { lead: overlaid(after, patch, "lead"), body: overlaid(after, patch, "body") };
  let without = textWithout(text, overlay);
  let standing = without;
  const steps: StepPatch[] = [];
  const carriers: number[] = [];
  const fields: CorrectionPatch["fields"][number][] = [];
  for (const { step, patch: next } of [...later.done, ...later.undone]) {
    const stepped = overlayAfter(overlay, next);
    text = patchedText(text, next, "after");
    overlay = stepped.overlay;
    const then = textWithout(text, overlay);
    const { conflicts: _, ...others } = next;
    const left = stepped.isTakenAway ? [] : next.fields;
    steps.push({ step, patch: { ...others, fields: left, ...textPatchBetween(without, then) } });
    if (stepped.isTakenAway) carriers.push(step);
    if (stepped.isTakenAway && steps.length <= later.done.length) fields.push(...next.fields);
    without = then;
    if (steps.length === later.done.length) standing = then;
  }
  return { standing, steps, carriers, fields };
}

function overlaid(after: CorrectedText, patch: CorrectionPatch, part: keyof Overlay): readonly Item[] {
  const { index, before, after: put } = patch[part];
  const both = (block: Block): Item => ({ block, of: "both" });
  const items: Item[] = after[part].slice(0, index).map(both);
  for (const { common, from, to } of compared(before, put)) {
    items.push(...common.map(both));
    items.push(...from.map((block): Item => ({ block, of: "without" })));
    items.push(...to.map((block): Item => ({ block, of: "with" })));
  }
  return [...items, ...after[part].slice(index + put.length).map(both)];
}

interface Stretch<One, Other> {
  /** What both have before the difference. */
  readonly common: readonly One[];
  readonly from: readonly One[];
  readonly to: readonly Other[];
}

/** What differs, stretch by stretch; the last one is what both have behind it. */
function compared(from: readonly Block[], to: readonly Block[]): readonly Stretch<Block, Block>[] {
  const stretches: Stretch<Block, Block>[] = [];
  let at = 0;
  for (const { buffer1, buffer2 } of diffIndices(writtenBlocks(from), writtenBlocks(to))) {
    const [start, length] = buffer1;
    stretches.push({
      common: from.slice(at, start),
      from: from.slice(start, start + length),
      to: to.slice(buffer2[0], buffer2[0] + buffer2[1]),
    });
    at = start + length;
  }
  return [...stretches, { common: from.slice(at), from: [], to: [] }];
}

/** The items that a splice replaces, those between that the text as it is does not have among them. */
interface Cut {
  readonly above: readonly Item[];
  readonly stretches: readonly Stretch<Item, Block>[];
  readonly below: readonly Item[];
}

/** Whether the step took away, to no other place of the article, what was brought in. */
function overlayAfter(overlay: Overlay, patch: CorrectionPatch): { overlay: Overlay; isTakenAway: boolean } {
  const cuts = { lead: cutOut(overlay.lead, patch.lead), body: cutOut(overlay.body, patch.body) };
  const all = parts.flatMap((part) => cuts[part].stretches);
  const gone = all.flatMap(({ from }) => from.filter(({ of }) => of !== "without"));
  const moved = new Map<Item, Item>();
  const put = all.flatMap(({ to }) => to);
  const places = new Map<Block, Item["of"]>();
  for (const block of put) {
    const written = JSON.stringify(block);
    const found = gone.find((item) => !moved.has(item) && JSON.stringify(item.block) === written);
    if (found === undefined) continue;
    moved.set(found, found);
    places.set(block, found.of);
  }
  const left = gone.filter((item) => !moved.has(item));
  const build = ({ above, stretches, below }: Cut): readonly Item[] => [
    ...above,
    ...stretches.flatMap(({ common, from, to }) => {
      const own = from.filter((item) => left.includes(item));
      const kinds = new Set((own.length > 0 ? own : left).map(({ of }) => of));
      const isMixed = kinds.size > 1 && own.length > 0;
      const of = kinds.has("with") && (own.length > 0 || kinds.size === 1) ? "with" : "both";
      const anew = to.some((block) => !places.has(block));
      return [
        ...common,
        // What was one with what was brought in is again what it was.
        ...from.flatMap((item): Item[] =>
          item.of === "without" || (isMixed && anew && item.of === "both" && own.includes(item))
            ? [{ block: item.block, of: "without" }]
            : [],
        ),
        ...to.map((block): Item => ({ block, of: places.get(block) ?? of })),
      ];
    }),
    ...below,
  ];
  const isPut = put.some((block) => !places.has(block));
  return {
    overlay: { lead: build(cuts.lead), body: build(cuts.body) },
    isTakenAway: !isPut && left.some(({ of }) => of === "with"),
  };
}

function cutOut(items: readonly Item[], { index, before, after }: CorrectionPatch["lead"]): Cut {
  const start = placeOf(items, index);
  const end = before.length === 0 ? start : placeOf(items, index + before.length - 1) + 1;
  const within = items.slice(start, end);
  let at = 0;
  const take = (count: number): readonly Item[] => {
    const from = at;
    for (let left = count; left > 0; at++) if (within[at]?.of !== "without") left--;
    return within.slice(from, at);
  };
  const stretches = compared(before, after).map(({ common, from, to }) => ({
    common: take(common.length),
    from: take(from.length),
    to,
  }));
  return { above: items.slice(0, start), stretches, below: items.slice(end) };
}

/** Where the block of that number of the text as it is stands among the items; behind them all, where there is none. */
function placeOf(items: readonly Item[], index: number): number {
  let number = -1;
  const place = items.findIndex(({ of }) => {
    if (of !== "without") number++;
    return number === index;
  });
  return place === -1 ? items.length : place;
}

function textWithout(text: CorrectedText, overlay: Overlay): CorrectedText {
  const blocks = (part: keyof Overlay) =>
    overlay[part].filter(({ of }) => of !== "with").map(({ block }) => block);
  const without = { lead: blocks("lead"), body: blocks("body") };
  const conflicts = text.conflicts.flatMap((conflict): readonly StoredConflict[] => {
    const { part, index, mine } = conflict;
    const above = overlay[part]
      .slice(0, placeOf(overlay[part], index))
      .filter(({ of }) => of !== "with").length;
    const places =
      mine.length === 0 ? [Math.min(above, without[part].length)] : placesOf(mine, without[part]);
    const [nearest] = places.toSorted((one, other) => Math.abs(one - above) - Math.abs(other - above));
    return nearest === undefined ? [] : [{ ...conflict, index: nearest }];
  });
  return { ...without, conflicts };
}
