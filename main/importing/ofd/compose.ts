/** Pages with what stands on them → title and blocks, by the same geometry as PDF. */
import type { Block } from "../../../preload/model/article.ts";
import type { Figures } from "../pdf/figures.ts";
import { figuresOf } from "../pdf/figures.ts";
import type { Furniture } from "../pdf/furniture.ts";
import { toBlocks } from "../pdf/headings.ts";
import { layOut } from "../pdf/layout.ts";
import type { Value } from "../pdf/page-types.ts";
import type { LaidOutPage } from "../pdf/paragraphs.ts";
import { paragraphsOf } from "../pdf/paragraphs.ts";
import { bareTable } from "../pdf/read-pages.ts";
import { takeTitle } from "../pdf/title.ts";
import type { KeptPages } from "./kept-pages.ts";
import type { OfdDocument } from "./package.ts";
import { propertiesOf } from "./properties.ts";

export interface Composed {
  readonly title: string;
  readonly body: readonly Block[];
  readonly figures: Figures;
  /** What its pages' furniture and stamps say. */
  readonly headLines: readonly string[];
}

export function composed(pages: KeptPages, { info, outline }: OfdDocument): Composed {
  const { bodySize, count } = pages;
  const furniture = pages.furniture();
  const figures = figuresOf(paragraphsOf(laidOut(pages, furniture)), count, bodySize);
  const { title, flow } = takeTitle(figures.flow, bodySize, propertiesOf(info).title);
  return {
    title,
    figures,
    headLines: [...furniture.texts, ...pages.stamps],
    body: toBlocks(flow, bodySize, outline),
  };
}

function* laidOut(pages: KeptPages, furniture: Furniture): Generator<LaidOutPage<Value>> {
  for (const { number, segments, asides, things, rules } of pages.without(furniture)) {
    const mark = furniture.printed.get(number) ?? String(number);
    yield {
      number,
      mark: pages.count > 1 ? mark : null,
      regions: [
        ...layOut(segments, things, rules, bareTable),
        ...asides.flatMap((aside) => layOut<Value>(aside, [], [])),
      ],
    };
  }
}
