/** Word documents (Office Open XML, of Word and WPS): one article each. Nothing outside the file is ever read. */
import type { Block } from "../../../preload/model/article.ts";
import { emptyArticle } from "../../../preload/model/article.ts";
import { FailureError } from "../../../preload/model/result.ts";
import type { FilesBeside, FormatReader, Probe, Reading, ReadingWarning, SourceFile } from "../format.ts";
import { titleFromName } from "../format.ts";
import { PictureCollector } from "../pictures.ts";
import { isEncrypted } from "../signatures.ts";
import { withoutContents } from "./contents.ts";
import type { DocumentContext } from "./document.ts";
import { headLines } from "./head-lines.ts";
import { Numbering } from "./numbering.ts";
import { listsOf } from "./numbering-part.ts";
import type { Relationship } from "./package.ts";
import { OfficePackage } from "./package.ts";
import { storyBlocks } from "./story.ts";
import { readStyles } from "./styles.ts";
import { takeTitle } from "./title.ts";
import type { XmlElement } from "./xml.ts";
import { childAt, elementsOf, textWithin } from "./xml.ts";

export const docxReader: FormatReader = { name: "docx", recognises, read };

const DOCUMENT_TYPE = "officeDocument";

function recognises({ bytes, extension }: Probe): boolean {
  const isNamed = /^(?:docx|docm|dotx|dotm)$/.test(extension);
  if (bytes.length === 0) return isNamed;
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || isEncrypted(bytes)) return false;
  try {
    const contents = new OfficePackage(bytes);
    const isOffice = contents.has("[content_types].xml");
    return isNamed || (isOffice && contents.parts.some((name) => /^word\/document\d*\.xml$/.test(name)));
  } catch {
    return isNamed;
  }
}

function read(file: SourceFile): Reading {
  const contents = new OfficePackage(file.bytes);
  const main = relationship(contents.relationships(""), DOCUMENT_TYPE)?.target ?? "word/document.xml";
  const root = contents.xml(main);
  const body = wholeBody(root ?? undefined);
  if (body === null) throw new FailureError("unreadable");

  const relationships = contents.relationships(main);
  const part = (type: string) => {
    const found = relationship(relationships, type);
    return found === undefined ? null : contents.xml(found.target);
  };
  const beside: FilesBeside = (reference) => {
    const bytes = /^[a-z]+:/i.test(reference) ? null : contents.bytes(reference);
    if (bytes !== null) return { bytes };
    return { refused: /^[a-z]+:/i.test(reference) ? "outside" : "missing" };
  };
  const document: DocumentContext = {
    package: contents,
    styles: readStyles(part("styles")),
    numbering: new Numbering(listsOf(part("numbering"))),
    pictures: new PictureCollector(beside),
    notes: new Set(),
    embeddedLeftOut: 0,
    looks: new Map(),
  };
  const blocks = withoutContents(storyBlocks(body, { document, relationships, fields: [] }), document.looks);
  const notes = noteBlocks(document, relationships);
  if (blocks.length + notes.length === 0) throw new FailureError(contents.damaged ? "unreadable" : "empty");

  const titled = takeTitle(blocks, document.looks, statedTitle(contents));
  const article = {
    ...emptyArticle(),
    title: titled.title || titleFromName(file.name),
    body: [...titled.body, ...notes],
  };
  return {
    articles: [{ part: "", article, headLines: headLines(body, contents, relationships) }],
    pictures: document.pictures.pictures,
    warnings: [...document.pictures.warnings, ...defects(document)],
    collection: null,
    tags: [],
  };
}

/** Some programs write several bodies one after another. */
function wholeBody(root: XmlElement | undefined): XmlElement | null {
  const [first, ...others] = elementsOf(root).filter(({ name }) => name === "w:body");
  if (first === undefined) return null;
  return { ...first, children: [...first.children, ...others.flatMap(({ children }) => children)] };
}

function defects(document: DocumentContext): readonly ReadingWarning[] {
  const warnings: ReadingWarning[] = [];
  if (document.package.damaged) warnings.push({ code: "warning.damaged-document", parameters: {} });
  const count = document.embeddedLeftOut;
  if (count > 0) warnings.push({ code: "warning.embedded-document", parameters: { count } });
  return warnings;
}

function relationship(all: ReadonlyMap<string, Relationship>, type: string): Relationship | undefined {
  return [...all.values()].find((candidate) => candidate.type === type && !candidate.external);
}

/** The notes that the text refers to, in the order of their marks; notes may refer to further ones. */
function noteBlocks(
  document: DocumentContext,
  relationships: ReadonlyMap<string, Relationship>,
): readonly Block[] {
  const texts = new Map<string, { readonly element: XmlElement; readonly part: string }>();
  for (const kind of ["footnote", "endnote"]) {
    const target = relationship(relationships, `${kind}s`)?.target;
    const root = target === undefined ? null : document.package.xml(target);
    for (const element of elementsOf(root ?? undefined)) {
      texts.set(`${kind} ${element.attributes.get("w:id") ?? ""}`, { element, part: target ?? "" });
    }
  }
  const own = new Map<string, ReadonlyMap<string, Relationship>>();
  const blocks: Block[] = [];
  // A set that grows while it is walked is walked to its end.
  for (const id of document.notes) {
    const found = texts.get(id);
    if (found === undefined) continue;
    const known = own.get(found.part) ?? document.package.relationships(found.part);
    own.set(found.part, known);
    const inner = storyBlocks(found.element, { document, relationships: known, fields: [] }, 1);
    blocks.push({ type: "footnote", id, blocks: inner });
  }
  return blocks;
}

function statedTitle(contents: OfficePackage): string {
  const core = relationship(contents.relationships(""), "core-properties")?.target;
  const root = core === undefined ? null : contents.xml(core);
  return textWithin(childAt(root ?? undefined, "dc:title"))
    .replace(/\s+/g, " ")
    .trim();
}
