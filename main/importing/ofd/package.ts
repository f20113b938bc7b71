/** What an OFD package says of itself: its documents, what is known of each, their pages and what those refer to. */
import { FailureError } from "../../../preload/model/result.ts";
import type { Box } from "../pdf/geometry.ts";
import type { Outline } from "../pdf/headings.ts";
import { squeezed } from "../pdf/headings.ts";
import type { OfdFiles } from "./files.ts";
import { boxOf } from "./numbers.ts";
import type { XmlElement } from "./xml.ts";
import { childAt, childrenNamed, elementsOf, lineAt, textOf } from "./xml.ts";

export interface DocumentInfo {
  readonly title: string;
  readonly author: string;
  /** As it is written. */
  readonly creationDate: string;
  /** What the writer's office keeps with it, by name. */
  readonly custom: ReadonlyMap<string, string>;
}

export interface OfdDocument {
  readonly info: DocumentInfo;
  /** Path of the document's root, which tells it from others in the package. */
  readonly path: string;
  readonly pages: readonly OfdPage[];
  /** Millimetres; of pages that state no area of their own. */
  readonly area: Box;
  /** Paths of template pages by their ids. */
  readonly templates: ReadonlyMap<string, string>;
  readonly resources: Resources;
  /** The level of each heading that the document lists, from 1. */
  readonly outline: Outline;
}

export interface OfdPage {
  /** Path; null where no such file is there. */
  readonly path: string | null;
}

/** Values by their ids. */
type ById<Value> = Pick<ReadonlyMap<string, Value>, "get">;

export interface Resources {
  /** Paths of pictures. */
  readonly pictures: ById<string>;
  /** Drawings that several pages show. */
  readonly drawings: ById<XmlElement>;
  /** Names of fonts. */
  readonly fonts: ById<string>;
}

const A4: Box = { left: 0, top: 0, right: 210, bottom: 297 };

/** More than all documents of a package have; a made list cannot keep the reader busy without end. */
const MOST_PAGES = 20_000;

const DEEPEST_OUTLINE = 6;

/** Throws `FailureError`: unreadable, encrypted, too-large. */
export function readDocuments(files: OfdFiles): readonly OfdDocument[] {
  const root = files.xml("OFD.xml");
  const seen = new Set<string>();
  let pagesLeft = MOST_PAGES;
  const documents = childrenNamed(root ?? undefined, "DocBody").flatMap((body) => {
    const path = files.resolve(lineAt(body, "DocRoot"), "");
    if (path === null || seen.has(path)) return [];
    seen.add(path);
    const element = files.xml(path);
    if (element === null) return [];
    const contents = contentsOf(element, path, files);
    const pages = contents.pages.slice(0, pagesLeft);
    pagesLeft -= pages.length;
    if (pages.length < contents.pages.length) files.damaged = true;
    return [{ info: infoOf(childAt(body, "DocInfo")), path, ...contents, pages }];
  });
  if (documents.length > 0) return documents;
  // An encrypted package lists what it has locked, and leaves the rest in the open.
  throw new FailureError(files.has("Encryptions.xml") ? "encrypted" : "unreadable");
}

function infoOf(element: XmlElement | undefined): DocumentInfo {
  const custom = childrenNamed(childAt(element, "CustomDatas"), "CustomData").map(
    (data) => [data.attributes.get("Name") ?? "", textOf(data).trim()] as const,
  );
  return {
    title: lineAt(element, "Title"),
    author: lineAt(element, "Author"),
    creationDate: lineAt(element, "CreationDate"),
    custom: new Map(custom),
  };
}

function contentsOf(document: XmlElement, path: string, files: OfdFiles): Omit<OfdDocument, "info" | "path"> {
  const common = childAt(document, "CommonData");
  const place = (element: XmlElement) => files.resolve(element.attributes.get("BaseLoc") ?? "", path);
  const templates = childrenNamed(common, "TemplatePage").flatMap((template) => {
    const found = place(template);
    return found === null ? [] : [[template.attributes.get("ID") ?? "", found] as const];
  });
  return {
    pages: childrenNamed(childAt(document, "Pages"), "Page").map((page) => ({ path: place(page) })),
    area: areaOf(childAt(common, "PageArea")) ?? A4,
    templates: new Map(templates),
    resources: resourcesOf(common, path, files),
    outline: outlineOf(childAt(document, "Outlines")),
  };
}

function outlineOf(outlines: XmlElement | undefined): Outline {
  const levels = new Map<string, number>();
  const walk = (parent: XmlElement | undefined, level: number): void => {
    for (const item of childrenNamed(parent, "OutlineElem")) {
      const title = squeezed(item.attributes.get("Title") ?? "");
      if (title !== "" && !levels.has(title)) levels.set(title, level);
      if (level < DEEPEST_OUTLINE) walk(item, level + 1);
    }
  };
  walk(outlines, 1);
  return levels;
}

/** The page as it is cut, in millimetres; null where none is stated. */
export function areaOf(area: XmlElement | undefined): Box | null {
  return boxOf(lineAt(area, "PhysicalBox")) ?? boxOf(lineAt(area, "ApplicationBox"));
}

function resourcesOf(common: XmlElement | undefined, path: string, files: OfdFiles): Resources {
  const lists = elementsOf(common)
    .filter(({ name }) => name === "PublicRes" || name === "DocumentRes")
    .flatMap((element) => files.resolve(textOf(element), path) ?? []);
  return readResources(lists, files, (list) => files.xml(list));
}

/** A page's own, before those that it shares with all others. */
export function ownResources(lists: readonly string[], files: OfdFiles, shared: Resources): Resources {
  if (lists.length === 0) return shared;
  const own = readResources(lists, files, (list) => files.sharedXml(list));
  return {
    pictures: { get: (id) => own.pictures.get(id) ?? shared.pictures.get(id) },
    drawings: { get: (id) => own.drawings.get(id) ?? shared.drawings.get(id) },
    fonts: { get: (id) => own.fonts.get(id) ?? shared.fonts.get(id) },
  };
}

function readResources(
  lists: readonly string[],
  files: OfdFiles,
  read: (list: string) => XmlElement | null,
): Resources {
  const pictures = new Map<string, string>();
  const drawings = new Map<string, XmlElement>();
  const fonts = new Map<string, string>();
  for (const list of lists) {
    const root = read(list);
    const base = root?.attributes.get("BaseLoc") ?? "";
    for (const media of childrenNamed(childAt(root ?? undefined, "MultiMedias"), "MultiMedia")) {
      const found = files.resolve(lineAt(media, "MediaFile"), list, base);
      if (found !== null) pictures.set(media.attributes.get("ID") ?? "", found);
    }
    for (const font of childrenNamed(childAt(root ?? undefined, "Fonts"), "Font")) {
      fonts.set(font.attributes.get("ID") ?? "", font.attributes.get("FontName") ?? "");
    }
    for (const unit of childrenNamed(
      childAt(root ?? undefined, "CompositeGraphicUnits"),
      "CompositeGraphicUnit",
    )) {
      drawings.set(unit.attributes.get("ID") ?? "", unit);
    }
  }
  return { pictures, drawings, fonts };
}
