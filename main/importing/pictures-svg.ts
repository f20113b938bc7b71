/**
 * SVG pictures made inert. The file is parsed and only what draws is written out again, so that nothing that acts or
 * fetches can come along: no scripts, events, frames, foreign content, animations or addresses outside the picture.
 */
import { SaxesParser } from "saxes";
import { decodeText } from "./decode-text.ts";
import { allowedAttribute, allowedStyleSheet, DRAWING, TRANSPARENT } from "./pictures-svg-allowed.ts";

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";

/** Deeper than anyone draws: what lies below is left out, so that walking the picture overflows no stack. */
const DEEPEST = 200;

const HOPELESS = 1000;

/** Characters. */
const AT_ONCE = 16_384;

/** A drawing that uses its parts so often that more elements than this are drawn only keeps a window busy. */
const MOST_DRAWN = 200_000;

/** Namespaces and colours that drawing programs declare as entities; a longer one is no name. */
const LONGEST_ENTITY = 200;

interface Drawn {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: (Drawn | string)[];
}

/** UTF-8; null where the bytes hold no drawing. What is not well-formed is drawn as far as it can be made out. */
export function inertSvg(bytes: Uint8Array): Uint8Array | null {
  const root = drawnIn(decodeText(bytes, { declared: "utf-8" }).text);
  if (root === null) return null;
  const isBounded = drawnElements(root) <= MOST_DRAWN;
  return new TextEncoder().encode(written(root, isBounded, true));
}

/** The tree of what may be drawn. */
function drawnIn(text: string): Drawn | null {
  const document: Drawn = { name: "", attributes: [], children: [] };
  /** Null for an element that is left out, with all that is in it. */
  const open: (Drawn | null)[] = [document];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", () => {
    // A drawing that is not well-formed in some place may still be a drawing.
  });
  parser.on("doctype", (doctype) => {
    for (const [, name = "", , value = ""] of doctype.matchAll(
      /<!ENTITY\s+([^\s%"'<>]+)\s+(["'])([^"'<>&%]*)\2\s*>/g,
    )) {
      if (value.length <= LONGEST_ENTITY) parser.ENTITIES[name] = value;
    }
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    const parent = open.at(-1) ?? null;
    const isOwn = uri === SVG || uri === "";
    if (parent === null || !isOwn || open.length > DEEPEST) open.push(null);
    else if (TRANSPARENT.has(local)) open.push(parent);
    else if (!DRAWING.has(local) || (parent === document && local !== "svg")) open.push(null);
    else {
      const element: Drawn = { name: local, attributes: keptAttributes(local, attributes), children: [] };
      parent.children.push(element);
      open.push(element);
    }
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const addText = (piece: string) => {
    const parent = open.at(-1);
    if (parent === null || parent === undefined) return;
    if (/^(?:text|tspan|textPath|title|desc|style)$/.test(parent.name)) parent.children.push(piece);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  // The parser takes ever longer the deeper it is: where it is deeper than any drawing, what follows is not read.
  for (let at = 0; at < text.length && open.length <= HOPELESS; at += AT_ONCE) {
    parser.write(text.slice(at, at + AT_ONCE));
  }
  parser.close();
  return document.children.find((child) => typeof child !== "string") ?? null;
}

interface ParsedAttribute {
  readonly uri: string;
  readonly local: string;
  readonly value: string;
}

function keptAttributes(
  element: string,
  attributes: Readonly<Record<string, ParsedAttribute>>,
): readonly (readonly [string, string])[] {
  const kept = new Map<string, string>();
  for (const { uri, local, value } of Object.values(attributes)) {
    const isLink = local === "href" && (uri === "" || uri === XLINK);
    if (uri !== "" && !isLink) continue;
    const allowed = allowedAttribute(element, local, value);
    if (allowed !== null) kept.set(local, allowed);
  }
  return [...kept];
}

/** How many elements are drawn where every use of a part counts anew; infinite where a part uses itself. */
function drawnElements(root: Drawn): number {
  const named = new Map<string, Drawn>();
  const find = (element: Drawn) => {
    const id = element.attributes.find(([name]) => name === "id")?.[1];
    if (id !== undefined && !named.has(id)) named.set(id, element);
    for (const child of element.children) if (typeof child !== "string") find(child);
  };
  find(root);
  const known = new Map<Drawn, number>();
  const count = (element: Drawn): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    known.set(element, Number.POSITIVE_INFINITY);
    let sum = 1;
    for (const child of element.children) if (typeof child !== "string") sum += count(child);
    const used = element.name === "use" ? partNamed(element, named) : undefined;
    if (used !== undefined) sum += count(used);
    known.set(element, sum);
    return sum;
  };
  return count(root);
}

function partNamed({ attributes }: Drawn, named: ReadonlyMap<string, Drawn>): Drawn | undefined {
  return named.get((attributes.find(([name]) => name === "href")?.[1] ?? "").slice(1));
}

function written(element: Drawn, withUses: boolean, isRoot: boolean): string {
  const { name, attributes, children } = element;
  if (name === "use" && !withUses) return "";
  const own = attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
  const start = `<${name}${isRoot ? ` xmlns="${SVG}"` : ""}${own}>`;
  if (name === "style") {
    const sheet = allowedStyleSheet(children.filter((child) => typeof child === "string").join(""));
    return `${start}${escaped(sheet)}</style>`;
  }
  const inner = children.map((child) =>
    typeof child === "string" ? escaped(child) : written(child, withUses, false),
  );
  return `${start}${inner.join("")}</${name}>`;
}

/** Characters that XML cannot hold, and that only end a reader's work, go. */
function escaped(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
