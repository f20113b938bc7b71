/**
 * XML of an OFD package → a plain tree. Names count without their prefixes, since writers declare the standard's namespace
 * in several spellings, or not at all. No entity is ever resolved: those a file declares come to nothing.
 */
import { SaxesParser } from "saxes";

export interface XmlElement {
  /** Without the namespace's prefix: `TextObject`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

export interface XmlTree {
  readonly root: XmlElement;
  /** The XML is not well-formed: what could be read of it was. */
  readonly damaged: boolean;
}

/** Deeper than any writer nests: what lies below is hung on here, so that walking the tree overflows no stack. */
const DEEPEST = 200;

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Null where the text holds no element at all. */
export function parseXml(text: string): XmlTree | null {
  const document: Growing = { name: "", attributes: new Map(), children: [] };
  const open: Growing[] = [document];
  const parent = () => open[Math.min(open.length, DEEPEST) - 1];
  let damaged = false;
  const parser = new SaxesParser();
  parser.on("error", () => {
    damaged = true;
  });
  parser.on("doctype", (doctype) => {
    for (const [, name = ""] of doctype.matchAll(/<!ENTITY\s+([^\s%"'<>]+)/g)) parser.ENTITIES[name] = "";
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Growing = {
      name: localName(name),
      attributes: new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value])),
      children: [],
    };
    parent()?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const addText = (piece: string) => {
    parent()?.children.push(piece);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(text).close();
  const root = document.children.find((child) => typeof child !== "string");
  return root === undefined ? null : { root, damaged };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return element === undefined ? [] : element.children.filter((child) => typeof child !== "string");
}

export function childrenNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return elementsOf(element).filter((child) => child.name === name);
}

/** The element at the end of a path of names, each the first child of its name. */
export function childAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = element;
  for (const name of path) found = elementsOf(found).find((child) => child.name === name);
  return found;
}

/** The character data of the element itself, as it stands. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return "";
  return element.children.filter((child) => typeof child === "string").join("");
}

/** In one line. */
export function lineAt(element: XmlElement | undefined, ...path: readonly string[]): string {
  return textOf(childAt(element, ...path))
    .replace(/\s+/g, " ")
    .trim();
}
