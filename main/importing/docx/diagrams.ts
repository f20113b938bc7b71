/** The words of a diagram (SmartArt), such as a chart of an organisation: Word draws it from a list of points, which we do not. */
import type { Block } from "../../../preload/model/article.ts";
import { textRun } from "../inlines.ts";
import { textBlocks } from "../pictures-in-text.ts";
import type { Story } from "./document.ts";
import type { XmlElement } from "./xml.ts";
import { childAt, elementsOf, elementsWithin, textWithin } from "./xml.ts";

/** Points that stand for words; the others say how those hang together. */
const WORDED = /^(?:node|asst)?$/;

/** A paragraph for each line of text, in the order in which its points are listed; none for an element that names no diagram. */
export function diagramBlocks(element: XmlElement, story: Story): readonly Block[] {
  if (element.name !== "dgm:relIds") return [];
  const part = story.relationships.get(element.attributes.get("r:dm") ?? "");
  const root = part?.external === false ? story.document.package.xml(part.target) : null;
  return elementsOf(childAt(root ?? undefined, "dgm:ptLst"))
    .filter(({ name, attributes }) => name === "dgm:pt" && WORDED.test(attributes.get("type") ?? ""))
    .flatMap((point) => [...elementsWithin(point)].filter(({ name }) => name === "a:p"))
    .flatMap((line) => textBlocks([textRun(wordsOf(line))]));
}

function wordsOf(line: XmlElement): string {
  return [...elementsWithin(line)].map((run) => (run.name === "a:t" ? textWithin(run) : "")).join("");
}
