/** Styles: what a paragraph or a run is by its style's name, outline level and numbering, along the chain of styles. */
import type { Mark } from "../../../preload/model/article.ts";
import type { XmlElement } from "./xml.ts";
import { childAt, elementsOf, switchAt, valueAt } from "./xml.ts";

export interface Style {
  /** 1–9 for a heading, else null. */
  readonly heading: number | null;
  readonly role: "title" | "caption" | "contents" | "contents-heading" | "text";
  readonly numbering: NumberingReference | null;
  readonly centred: boolean;
  /** In half points; null where the style does not say. */
  readonly size: number | null;
  /** What a character style stresses by. */
  readonly marks: readonly Mark[];
  /** Its text is not shown, such as 窗体顶端 of a copied web page; null where the style does not say. */
  readonly hidden: boolean | null;
}

export interface NumberingReference {
  /** `0` takes away the numbering that the style has. */
  readonly id: string | null;
  /** From 0; null where only the numbering itself knows, by the style that it names. */
  readonly level: number | null;
}

export type Styles = (id: string | undefined) => Style;

export const PLAIN: Style = {
  ...{ heading: null, role: "text", numbering: null, centred: false, size: null, marks: [], hidden: null },
};

/** A chain of styles longer than this is a loop. */
const LONGEST_CHAIN = 20;

export function readStyles(root: XmlElement | null): Styles {
  const elements = new Map<string, XmlElement>();
  let normal: string | undefined;
  for (const element of elementsOf(root ?? undefined)) {
    if (element.name !== "w:style") continue;
    const id = element.attributes.get("w:styleId") ?? "";
    elements.set(id, element);
    const isDefault = /^(?:1|true|on)$/.test(element.attributes.get("w:default") ?? "");
    if (isDefault && element.attributes.get("w:type") === "paragraph") normal = id;
  }
  const known = new Map<string, Style>();
  const resolve = (id: string, depth: number): Style => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const element = elements.get(id);
    if (element === undefined || depth > LONGEST_CHAIN) return namedStyle(id, PLAIN);
    const parent = valueAt(element, "w:basedOn");
    const style = styleOf(element, parent === undefined ? PLAIN : resolve(parent, depth + 1));
    known.set(id, style);
    return style;
  };
  return (id) => {
    const wanted = id ?? normal;
    return wanted === undefined ? PLAIN : resolve(wanted, 0);
  };
}

function styleOf(element: XmlElement, parent: Style): Style {
  const paragraph = childAt(element, "w:pPr");
  const run = childAt(element, "w:rPr");
  const style = {
    ...parent,
    numbering: numberingReference(paragraph) ?? parent.numbering,
    centred: isCentred(paragraph) ?? parent.centred,
    size: halfPoints(run) ?? parent.size,
    hidden: switchAt(run, "w:vanish") ?? parent.hidden,
    marks: element.attributes.get("w:type") === "character" ? marksOf(run, parent.marks) : parent.marks,
  };
  const name = valueAt(element, "w:name") ?? "";
  const byName = namedStyle(name, style);
  const outline = outlineLevel(paragraph);
  // Word's own headings have their level by their name, whatever a converting program wrote beside it.
  const isOwn = namedStyle(name, PLAIN).heading !== null && outline !== null;
  return outline === undefined || isOwn ? byName : { ...byName, heading: outline };
}

/** By the name that Word and WPS give their own styles, in English or in Chinese. */
export function namedStyle(name: string, style: Style): Style {
  const level = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
  if (level !== undefined) return { ...style, heading: Number(level) };
  if (/^(?:title|标题|文档标题)$/i.test(name)) return { ...style, heading: null, role: "title" };
  if (/^(?:caption|题注)$/i.test(name)) return { ...style, heading: null, role: "caption" };
  if (/^(?:toc|目录)\s*[1-9]$/i.test(name)) return { ...style, heading: null, role: "contents" };
  if (/^(?:toc heading|toc 标题|目录标题)$/i.test(name)) return { ...style, role: "contents-heading" };
  return style;
}

/** The outline level that paragraph properties state, as a heading's level; null for body text, undefined if unstated. */
export function outlineLevel(properties: XmlElement | undefined): number | null | undefined {
  const value = valueAt(properties, "w:outlineLvl");
  if (value === undefined) return undefined;
  return /^[0-8]$/.test(value) ? Number(value) + 1 : null;
}

export function numberingReference(properties: XmlElement | undefined): NumberingReference | null {
  const element = childAt(properties, "w:numPr");
  if (element === undefined) return null;
  const level = valueAt(element, "w:ilvl");
  return {
    id: valueAt(element, "w:numId") ?? null,
    level: level !== undefined && /^[0-8]$/.test(level) ? Number(level) : null,
  };
}

export function isCentred(properties: XmlElement | undefined): boolean | undefined {
  const value = valueAt(properties, "w:jc");
  return value === undefined ? undefined : value === "center";
}

/** The size of letters in half points, where run properties state it. */
export function halfPoints(properties: XmlElement | undefined): number | undefined {
  const size = Number.parseInt(valueAt(properties, "w:sz") ?? "", 10);
  return Number.isNaN(size) ? undefined : size;
}

const SWITCHED: readonly (readonly [string, Mark])[] = [
  ["w:b", "strong"],
  ["w:i", "emphasis"],
  ["w:em", "emphasis"],
  ["w:u", "underline"],
  ["w:strike", "strike"],
  ["w:dstrike", "strike"],
];

/** `before`, changed by what run properties state. */
export function marksOf(properties: XmlElement | undefined, before: readonly Mark[]): readonly Mark[] {
  if (properties === undefined) return before;
  const marks = new Set(before);
  for (const [name, mark] of SWITCHED) {
    const on = switchAt(properties, name);
    if (on === true) marks.add(mark);
    else if (on === false && name !== "w:em" && name !== "w:dstrike") marks.delete(mark);
  }
  const position = valueAt(properties, "w:vertAlign");
  if (position !== undefined) {
    marks.delete("sup");
    marks.delete("sub");
    if (position === "superscript") marks.add("sup");
    if (position === "subscript") marks.add("sub");
  }
  return [...marks];
}
