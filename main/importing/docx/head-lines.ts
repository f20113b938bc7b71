/** What stands at a Word document's head beside its text: lines of page headers and footers, text boxes, and watermarks. */
import type { OfficePackage, Relationship } from "./package.ts";
import type { XmlElement } from "./xml.ts";
import { elementsOf, elementsWithin, textWithin } from "./xml.ts";

/** Paragraphs and tables of the body from here on are no head, nor what is anchored in them. */
const HEAD_ELEMENTS = 12;

/** More lines hold no head either. */
const MOST_LINES = 200;

/** One line of text for each paragraph that holds any. */
export function headLines(
  body: XmlElement,
  contents: OfficePackage,
  relationships: ReadonlyMap<string, Relationship>,
): readonly string[] {
  const headers = [...relationships.values()]
    .filter(({ type, external }) => (type === "header" || type === "footer") && !external)
    .map(({ target }) => contents.xml(target))
    .filter((root) => root !== null);
  const boxes = elementsOf(body).slice(0, HEAD_ELEMENTS).flatMap(outermostBoxes);
  const lines = [...headers, ...boxes].flatMap((element) => linesWithin(element));
  return [...new Set(lines)].slice(0, MOST_LINES);
}

/** Without the boxes in boxes, whose lines are among those of the outer one. */
function outermostBoxes(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) =>
    child.name === "w:txbxContent" ? [child] : outermostBoxes(child),
  );
}

function linesWithin(root: XmlElement): readonly string[] {
  return [...elementsWithin(root)].flatMap((element) => {
    if (element.name === "v:textpath") return [element.attributes.get("string") ?? ""];
    return element.name === "w:p" ? [ownText(element)] : [];
  });
}

/** A paragraph's text without that of the paragraphs in boxes anchored in it. */
function ownText(paragraph: XmlElement): string {
  return elementsOf(paragraph)
    .map((element) => {
      if (element.name === "w:t") return textWithin(element);
      if (/^w:(?:tab|ptab|br|cr)$/.test(element.name)) return "\t";
      return /^w:(?:p|del|delText|instrText)$/.test(element.name) ? "" : ownText(element);
    })
    .join("");
}
