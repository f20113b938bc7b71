/** Pages with what stands on them → title and blocks, by the same geometry as PDF. */
import type { Block } from "../../../preload/model/article.ts";
import type { Figures } from "../pdf/figures.ts";
import { figuresOf } from "../pdf/figures.ts";
import type { Furniture } from "../pdf/furniture.ts";
import { furnitureOf } from "../pdf/furniture.ts";
import { toBlocks } from "../pdf/headings.ts";
import { layOut } from "../pdf/layout.ts";
import type { ReadPage, Value } from "../pdf/page-types.ts";
import type { LaidOutPage } from "../pdf/paragraphs.ts";
import { paragraphsOf } from "../pdf/paragraphs.ts";
import { bareTable } from "../pdf/read-pages.ts";
import { isScanned } from "../pdf/scans.ts";
import { takeTitle } from "../pdf/title.ts";
import type { OfdDocument } from "./package.ts";
import { propertiesOf } from "./properties.ts";

export interface Composed {
  readonly title: string;
  readonly body: readonly Block[];
  readonly figures: Figures;
  /** What its pages' furniture says. */
  readonly headLines: readonly string[];
  /** How many pages are pictures of paper. */
  readonly scanned: number;
}

export function composed(pages: readonly ReadPage[], { info, outline }: OfdDocument): Composed {
  const bodySize = bodySizeOf(pages);
  const furniture = furnitureOf(pages, bodySize);
  const figures = figuresOf(paragraphsOf(laidOut(pages, furniture)), pages.length, bodySize);
  const { title, flow } = takeTitle(figures.flow, bodySize, propertiesOf(info).title);
  return {
    ...{ title, figures, headLines: furniture.texts },
    body: toBlocks(flow, bodySize, outline),
    // Where a document has no text at all, whatever it shows is its text.
    scanned: pages.every(({ letters }) => letters === 0) ? pages.length : pages.filter(isScanned).length,
  };
}

function laidOut(pages: readonly ReadPage[], furniture: Furniture): readonly LaidOutPage<Value>[] {
  return pages.map(({ number, segments, asides, things, rules }) => {
    const text = segments.filter((segment) => !furniture.segments.has(segment));
    const mark = furniture.printed.get(number) ?? String(number);
    return {
      number,
      mark: pages.length > 1 ? mark : null,
      regions: [
        ...layOut(text, things, rules, bareTable),
        ...asides.flatMap((aside) => layOut<Value>(aside, [], [])),
      ],
    };
  });
}

/** The size in which most letters are set. */
function bodySizeOf(pages: readonly ReadPage[]): number {
  const counts = new Map<number, number>();
  for (const { segments } of pages) {
    for (const { size, text } of segments) {
      const rounded = Math.round(size * 2) / 2;
      counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
    }
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
}
