/**
 * The rules of the page that depend on what is printed: paper, margins, headers and footers. They are made here and given to the
 * document as a stylesheet object, since the content security policy lets no written style in.
 */
import type { PrintDocument, PrintOptions } from "../../preload/model/print.ts";
import { faces, familyList } from "../../preload/model/print-faces.ts";
import {
  commonValue,
  type FieldValues,
  fieldValues,
  furnitureParts,
  namesArticle,
} from "../../preload/model/print-furniture.ts";
import { type PageGeometry, typeHeight, typeWidth } from "../../preload/model/print-geometry.ts";
import { cssString } from "./css-string.ts";
import { hasFamily } from "./faces.ts";
import type { ArticleToPrint } from "./printed-articles.ts";

type Printed = Omit<PrintDocument, "articles">;
type Furniture = PrintOptions["header"];
type Place = "left" | "center" | "right";

/** Also names the document: what is printed bears its title and language. */
export function applyPageRules(
  printed: Printed,
  articles: readonly ArticleToPrint[],
  geometry: PageGeometry,
): void {
  const root = document.documentElement;
  root.lang = commonValue(articles.map(({ article }) => article.language)) || printed.language;
  document.title = printed.title;
  root.dataset["template"] = printed.template;
  root.dataset["pictures"] = printed.options.pictures;
  root.dataset["columns"] = String(printed.options.columns);
  root.toggleAttribute("data-apart", printed.options.articleOnNewPage);
  for (const [name, value] of Object.entries(propertiesOf(geometry, printed))) {
    root.style.setProperty(name, value);
  }
  rules ??= adoptedSheet();
  rules.replaceSync(pageRules(printed, articles, geometry));
}

/** Those of the document before give way. */
let rules: CSSStyleSheet | null = null;

function adoptedSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  return sheet;
}

function propertiesOf(geometry: PageGeometry, { options }: Printed): Readonly<Record<`--${string}`, string>> {
  const { textSize, lineHeight, letterSpacing, columnGap } = geometry;
  const width = typeWidth(geometry);
  return {
    "--print-size": `${textSize}pt`,
    "--print-line": `${lineHeight}mm`,
    "--print-spacing": `${letterSpacing}mm`,
    "--print-width": `${width}mm`,
    "--print-height": `${typeHeight(geometry)}mm`,
    "--print-column-gap": `${columnGap}mm`,
    "--face-fangsong": familyList("fangsong"),
    "--face-kai": familyList("kai"),
    "--face-title": familyList("xiaobiaosong"),
    "--face-hei": familyList("hei"),
    "--face-song": familyList("song"),
    // What stands in for 小标宋 and 黑体 is as heavy only in its bold.
    "--title-weight": faces.xiaobiaosong.own.some(hasFamily) ? "400" : "700",
    "--hei-weight": faces.hei.own.some(hasFamily) ? "400" : "700",
    "--watermark-size": `${watermarkSize(options.watermark, width, typeHeight(geometry))}mm`,
  };
}

/** From corner to corner, as large as its length lets it be. In millimetres. */
function watermarkSize(text: string, width: number, height: number): number {
  const LARGEST = 26;
  const DIAGONAL_USED = 0.62;
  const characters = Math.max(1, [...text].length);
  return Math.min(LARGEST, (Math.hypot(width, height) * DIAGONAL_USED) / characters);
}

/** The stylesheet's text. */
export function pageRules(
  printed: Printed,
  articles: readonly ArticleToPrint[],
  geometry: PageGeometry,
): string {
  const { header, footer, articleOnNewPage } = printed.options;
  const ofDocument = valuesOf(printed, articles);
  const rules = [pageRule("", printed, geometry, ofDocument)];
  // A page has the name of what stands on it only where nothing else does.
  const each = [...Object.values(header), ...Object.values(footer)].some(namesArticle);
  if (each && articleOnNewPage && articles.length > 1) {
    for (const article of articles) {
      const name = `article-${article.place}`;
      rules.push(`[data-article="${article.place}"] { page: ${name}; }`);
      rules.push(pageRule(name, printed, geometry, valuesOf(printed, [article])));
    }
  }
  return rules.join("\n");
}

function pageRule(name: string, printed: Printed, geometry: PageGeometry, values: FieldValues): string {
  const { options, template } = printed;
  const { width, height, top, bottom, binding, outer } = geometry;
  const isMirrored = options.sides !== "single";
  const size = `size: ${width}mm ${height}mm;`;
  const sides: readonly ("right" | "left")[] = isMirrored ? ["right", "left"] : ["right"];
  return sides
    .map((side) => {
      const isLeft = side === "left";
      const margin = `margin: ${top}mm ${isLeft ? binding : outer}mm ${bottom}mm ${isLeft ? outer : binding}mm;`;
      const boxes = [
        ...furnitureBoxes("top", turned(options.header, isLeft), values, geometry),
        ...furnitureBoxes("bottom", turned(options.footer, isLeft), values, geometry),
        ...(template === "gongwen"
          ? [officialPageNumber(isLeft, turned(options.footer, isLeft), values)]
          : []),
      ];
      return `@page ${name}${isMirrored ? `:${side}` : ""} { ${size} ${margin} ${boxes.join(" ")} }`;
    })
    .join("\n");
}

/** On the back of a sheet what was at the outer edge stays there. */
function turned(furniture: Furniture, isLeft: boolean): Furniture {
  return isLeft ? { left: furniture.right, center: furniture.center, right: furniture.left } : furniture;
}

/** Of headers and footers beside the text's size; and no smaller than the one given, in points. */
const FURNITURE_SIZE = 0.66;
const SMALLEST_FURNITURE = 9;

/** The three of an edge share it evenly where one stands in the middle, so that it does stand there. */
function furnitureBoxes(
  edge: "top" | "bottom",
  texts: Furniture,
  values: FieldValues,
  { textSize }: PageGeometry,
): readonly string[] {
  const [align, padding] = edge === "top" ? ["bottom", "padding-bottom"] : ["top", "padding-top"];
  const size = Math.max(SMALLEST_FURNITURE, Math.round(textSize * FURNITURE_SIZE));
  const width = texts.center.trim() === "" ? "" : "width: 33.3%;";
  return (["left", "center", "right"] as const)
    .filter((place) => texts[place].trim() !== "" || width !== "")
    .map((place) => {
      const content = texts[place].trim() === "" ? '""' : contentOf(texts[place], values);
      const look = `font: ${size}pt/1.4 ${familyList("song")}; color: #000; vertical-align: ${align};`;
      return `@${edge}-${place} { content: ${content}; text-align: ${place}; ${width} ${look} ${padding}: 6mm; }`;
    });
}

/**
 * GB/T 9704—2012, 7.5: 四号 Song between dashes, a character from the outer edge of the type area, the dashes 7 mm below it. They
 * stand in the middle of their line.
 */
function officialPageNumber(isLeft: boolean, footer: Furniture, values: FieldValues): string {
  const place: Place = isLeft ? "left" : "right";
  const SIZE = 14;
  const DASH_BELOW = 7;
  const MILLIMETRES = 25.4 / 72;
  const padding = DASH_BELOW - (SIZE * MILLIMETRES) / 2;
  const own = `"\\2014  " counter(page) " \\2014"`;
  const below = footer[place].trim() === "" ? "" : ` "\\a" ${contentOf(footer[place], values)}`;
  return [
    `@bottom-${place} { content: ${own}${below}; white-space: pre;`,
    `font: ${SIZE}pt/1 ${familyList("song")}; color: #000; vertical-align: top;`,
    `padding-top: ${padding}mm; padding-${place}: ${SIZE}pt; }`,
  ].join(" ");
}

function contentOf(written: string, values: FieldValues): string {
  return furnitureParts(written)
    .map((part) => {
      if ("text" in part) return cssString(part.text);
      if (part.field === "page" || part.field === "pages") return `counter(${part.field})`;
      return cssString(values[part.field]);
    })
    .join(" ");
}

function valuesOf(printed: Printed, articles: readonly ArticleToPrint[]): FieldValues {
  return fieldValues(
    printed,
    articles.map(({ article }) => article),
  );
}
