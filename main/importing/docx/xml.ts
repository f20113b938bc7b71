/** XML of an Office file → a plain tree. No entity is ever resolved: those a file declares come to nothing. */
import { SaxesParser } from "saxes";

export interface XmlElement {
  /** With the usual prefix of its namespace, whichever the file uses: `w:p`. */
  readonly name: string;
  /** By name, with the usual prefix where the attribute has one: `w:val`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

export interface XmlTree {
  readonly root: XmlElement;
  /** The XML is not well-formed: what could be read of it was. */
  readonly damaged: boolean;
}

/** The end of a namespace's address, the same in the transitional and the strict form of the standard, and its prefix. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml(?:\/2006)?\/main$/, "w"],
  [/\/officeDocument\/(?:2006\/)?math$/, "m"],
  [/\/drawingml(?:\/2006)?\/main$/, "a"],
  [/\/drawingml(?:\/2006)?\/wordprocessingDrawing$/, "wp"],
  [/\/drawingml(?:\/2006)?\/chart$/, "c"],
  [/\/drawingml(?:\/2006)?\/diagram$/, "dgm"],
  [/\/officeDocument\/(?:2006\/)?relationships$/, "r"],
  [/\/markup-compatibility\/2006$/, "mc"],
  [/^urn:schemas-microsoft-com:vml$/, "v"],
  [/^http:\/\/purl\.org\/dc\/elements\//, "dc"],
];

/** Deeper than any writing program nests: what lies below is hung on here, so that walking the tree overflows no stack. */
const DEEPEST = 400;

/** A file that nests deeper is made to be slow: each element's namespace is looked for in all those around it. */
const MOST_OPEN = 10_000;

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Of the text of one part. Null where it holds no element at all. */
export function parseXml(text: string): XmlTree | null {
  const prefixes = new Map<string, string>();
  const document: Growing = { name: "", attributes: new Map(), children: [] };
  const open: Growing[] = [document];
  let damaged = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", () => {
    damaged = true;
  });
  parser.on("doctype", (doctype) => {
    for (const [, name = ""] of doctype.matchAll(/<!ENTITY\s+([^\s%"'<>]+)/g)) parser.ENTITIES[name] = "";
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    if (open.length > MOST_OPEN) throw new TooDeep();
    const element: Growing = {
      name: prefixed(uri, local, prefixes),
      attributes: new Map(
        Object.values(attributes)
          // A namespace's declaration, and the marks of editing sessions: much of the file, of no use here.
          .filter(({ prefix, local: name }) => prefix !== "xmlns" && !name.startsWith("rsid"))
          .map(({ uri: namespace, local: name, value }) => [prefixed(namespace, name, prefixes), value]),
      ),
      children: [],
    };
    open[Math.min(open.length, DEEPEST) - 1]?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const addText = (piece: string) => {
    const parent = open.at(-1);
    if (parent !== undefined && (/:t$/.test(parent.name) || piece.trim() !== "")) parent.children.push(piece);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    damaged = true;
  }
  const root = document.children.find((child) => typeof child !== "string");
  return root === undefined ? null : { root, damaged };
}

class TooDeep extends Error {}

function prefixed(uri: string, local: string, known: Map<string, string>): string {
  if (uri === "") return local;
  let prefix = known.get(uri);
  if (prefix === undefined) {
    prefix = PREFIXES.find(([pattern]) => pattern.test(uri))?.[1] ?? "other";
    known.set(uri, prefix);
  }
  return `${prefix}:${local}`;
}

export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return element === undefined ? [] : element.children.filter((child) => typeof child !== "string");
}

/** The element at the end of a path of names, each the first child of its name. */
export function childAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = element;
  for (const name of path) found = elementsOf(found).find((child) => child.name === name);
  return found;
}

/** The `w:val` of the element at the end of the path. */
export function valueAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return childAt(element, ...path)?.attributes.get("w:val");
}

/** Whether a property that is on by being there is on: `<w:b/>`, but not `<w:b w:val="0"/>`. Undefined where not stated. */
export function switchAt(element: XmlElement | undefined, ...path: readonly string[]): boolean | undefined {
  const found = childAt(element, ...path);
  if (found === undefined) return undefined;
  return !/^(?:0|false|off|none)$/.test(found.attributes.get("w:val") ?? "1");
}

/** All elements below, in document order. */
export function* elementsWithin(element: XmlElement): Generator<XmlElement> {
  for (const child of elementsOf(element)) {
    yield child;
    yield* elementsWithin(child);
  }
}

/** All character data below, as it stands. */
export function textWithin(element: XmlElement | undefined): string {
  if (element === undefined) return "";
  return element.children.map((child) => (typeof child === "string" ? child : textWithin(child))).join("");
}
