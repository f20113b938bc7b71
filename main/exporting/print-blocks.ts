/** Blocks as paragraphs and tables of a Word document. */
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Block } from "../../preload/model/article.ts";
import { type ArticleText, inlineText } from "../../preload/model/article-text.ts";
import type { PrintLook, TextLook } from "./print-look.ts";
import { paragraphAt, type WordPlace } from "./print-places.ts";
import type { RunSetting } from "./print-runs.ts";
import { pictureRun, runsOf } from "./print-runs.ts";

export interface BlockSetting extends RunSetting {
  readonly look: PrintLook;
  readonly blocks: ArticleText["blocks"];
  /** Chinese text: paragraphs begin two characters in. */
  readonly indent: boolean;
  /** Null where a block stands in the text as all others do. */
  readonly placeOf: (block: Block) => WordPlace | null;
  /** From 1, as the template counts, of a heading's text and its level in the article. */
  readonly headingLevel: (heading: string, level: number) => number;
  /** A new list of numbers; answers which it is. */
  readonly countList: (start: number) => { readonly reference: string; readonly instance: number };
}

export type WordBlock = Paragraph | Table;

export const BULLETS = "bullets";

interface Place {
  /** Twentieths of a point from the margin. */
  readonly left: number;
  /** How many lists it lies in. */
  readonly depth: number;
  readonly centred: boolean;
}

const top: Place = { left: 0, depth: 0, centred: false };

export function blocksOf(blocks: readonly Block[], setting: BlockSetting, place = top): WordBlock[] {
  return blocks.flatMap((block) => blockOf(block, setting, place));
}

function blockOf(block: Block, setting: BlockSetting, place: Place): readonly WordBlock[] {
  const start = setting.blocks.get(block)?.start ?? 0;
  switch (block.type) {
    case "heading":
      return [headingOf(block, start, setting)];
    case "paragraph": {
      const children = runsOf(block.content, start, setting);
      const official = setting.placeOf(block);
      if (official === null) return [new Paragraph({ ...paragraphIn(setting, place), children })];
      const { line } = setting.look.line;
      return [new Paragraph({ ...paragraphAt(official, setting.look.body.size * 10, line), children })];
    }
    case "preformatted": {
      const children = runsOf(block.content, start, setting, { font: "Consolas" });
      return [
        new Paragraph({
          ...paragraphIn(setting, { ...place, centred: true }),
          alignment: AlignmentType.LEFT,
          children,
        }),
      ];
    }
    case "figure":
      return figureOf(block, start, setting);
    case "list":
      return listOf(block, setting, place);
    case "table":
      return block.rows.length === 0 ? [] : [tableOf(block, setting), new Paragraph({ spacing: tight })];
    case "quote":
      return blocksOf(block.blocks, setting, { ...place, left: place.left + indentOf(setting.look.body) });
    case "divider":
      return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1 } } })];
    case "footnote":
      return footnoteOf(block, setting);
  }
}

/** Its number before its first paragraph. */
function footnoteOf(block: Block & { type: "footnote" }, setting: BlockSetting): readonly WordBlock[] {
  const inNote: BlockSetting = { ...setting, look: { ...setting.look, body: setting.look.small } };
  const number = new TextRun({ ...look(inNote.look.body), text: `〔${setting.footnoteNumber(block.id)}〕` });
  const [first, ...rest] = block.blocks;
  if (first?.type !== "paragraph")
    return [new Paragraph({ children: [number] }), ...blocksOf(block.blocks, inNote)];
  const start = setting.blocks.get(first)?.start ?? 0;
  const runs = runsOf(first.content, start, inNote, look(inNote.look.body));
  return [new Paragraph({ children: [number, ...runs] }), ...blocksOf(rest, inNote)];
}

const headingLevels = [
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** The article's title is the first level, so that headings begin with the second. */
function headingOf(block: Block & { type: "heading" }, start: number, setting: BlockSetting): Paragraph {
  const level = setting.headingLevel(inlineText(block.content), block.level);
  return new Paragraph({
    heading: headingLevels[level - 1] ?? HeadingLevel.HEADING_6,
    children: runsOf(block.content, start, setting),
  });
}

function paragraphIn({ look, indent }: BlockSetting, { left, centred }: Place): IParagraphOptions {
  if (centred) return { alignment: AlignmentType.CENTER, indent: { left } };
  const size = { font: look.body.font, size: look.body.size };
  return {
    alignment: AlignmentType.BOTH,
    indent: {
      left,
      ...(indent && left === 0 ? { firstLine: indentOf(look.body), firstLineChars: 200 } : {}),
    },
    run: size,
  };
}

/** Two characters, in twentieths of a point. */
function indentOf({ size }: TextLook): number {
  return size * 20;
}

/** Lines of an exact height would cut a picture off. */
const asHigh = { line: 240, lineRule: LineRuleType.AUTO };
const tight = { line: 120, lineRule: LineRuleType.EXACT };

/** A picture that is not printed leaves its caption. */
function figureOf(block: Block & { type: "figure" }, start: number, setting: BlockSetting): Paragraph[] {
  const run = block.image === null ? null : pictureRun(block.image, block.alt, setting);
  const picture = new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: block.caption.length > 0,
    spacing: { ...asHigh, before: 120, after: 60 },
    children: run === null ? [] : [run],
  });
  const caption = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: runsOf(block.caption, start, setting, look(setting.look.small)),
  });
  return [...(run === null ? [] : [picture]), ...(block.caption.length === 0 ? [] : [caption])];
}

function listOf(block: Block & { type: "list" }, setting: BlockSetting, place: Place): readonly WordBlock[] {
  const level = Math.min(place.depth, 8);
  const numbering = block.ordered
    ? { ...setting.countList(block.start), level }
    : { reference: BULLETS, level };
  const step = indentOf(setting.look.body);
  const inner = { ...place, left: step * (level + 1), depth: place.depth + 1, centred: false };
  return block.items.flatMap((item) => {
    const [first, ...rest] = item;
    if (first?.type !== "paragraph") return [new Paragraph({ numbering }), ...blocksOf(item, setting, inner)];
    const start = setting.blocks.get(first)?.start ?? 0;
    return [
      new Paragraph({ numbering, children: runsOf(first.content, start, setting) }),
      ...blocksOf(rest, setting, inner),
    ];
  });
}

function tableOf(block: Block & { type: "table" }, setting: BlockSetting): Table {
  // Rows of nothing but headings at the top come again on each page.
  const heads = block.rows.findIndex((row) => row.some(({ header }) => !header));
  const inCell: BlockSetting = {
    ...setting,
    indent: false,
    room: { ...setting.room, width: setting.room.width / 2 },
  };
  const rows = block.rows.map((row, index) => {
    const children = row.map(({ columns, rows: down, blocks, header }) => {
      const content = blocksOf(blocks, inCell, { ...top, centred: true });
      const last = content.at(-1);
      return new TableCell({
        columnSpan: columns,
        rowSpan: Math.min(down, block.rows.length - index),
        verticalAlign: VerticalAlignTable.CENTER,
        ...(header ? { shading: { fill: "F2F2F2" } } : {}),
        // A cell ends with a paragraph.
        children: last instanceof Paragraph ? content : [...content, new Paragraph({})],
      });
    });
    return new TableRow({
      children,
      cantSplit: true,
      tableHeader: heads === -1 ? index === 0 : index < heads,
    });
  });
  return new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } });
}

/** A line of the smaller text. */
export function smallLine(
  text: string,
  setting: Pick<BlockSetting, "look">,
  more: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({ ...more, children: [new TextRun({ ...look(setting.look.small), text })] });
}

/** A text's look as a run takes it. */
export function look({ font, size, bold }: TextLook) {
  return { font, size, bold };
}
