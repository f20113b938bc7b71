/** Word documents for the tests, made of the XML of their parts: the same bytes every time. */
import type { Zippable } from "fflate";
import { strToU8, zipSync } from "fflate";

export const TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface DocxParts {
  /** What stands in `w:body`. */
  readonly body: string;
  /** What stands in `w:styles`, `w:numbering`, `w:footnotes`, … */
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  readonly footer?: string;
  /** `Id` → `Target` of pictures; an address is external. */
  readonly pictures?: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
  /** Further parts, by name. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The title of the file's properties. */
  readonly title?: string;
  readonly namespace?: string;
  /** Where the document's part lies. */
  readonly path?: string;
}

export function makeDocx(parts: DocxParts): Buffer {
  const path = parts.path ?? "word/document.xml";
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const files: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": relationships([
      ["d", "officeDocument", `/${path}`, false],
      ...(parts.title === undefined ? [] : ([["c", "core-properties", "docProps/core.xml", false]] as const)),
    ]),
    [path]: xml("document", `<w:body>${parts.body}<w:sectPr/></w:body>`, parts.namespace),
  };
  if (parts.title !== undefined) {
    files["docProps/core.xml"] =
      `<?xml version="1.0"?><p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${parts.title}</dc:title></p>`;
  }
  const related: (readonly [string, string, string, boolean])[] = [];
  const own = {
    styles: parts.styles,
    numbering: parts.numbering,
    footnotes: parts.footnotes,
    endnotes: parts.endnotes,
    comments: parts.comments,
  };
  for (const [name, content] of Object.entries(own)) {
    if (content === undefined) continue;
    files[`${folder}${name}.xml`] = xml(name, content, parts.namespace);
    related.push([name, name, `${name}.xml`, false]);
  }
  for (const [name, content] of Object.entries({ header: parts.header, footer: parts.footer })) {
    if (content === undefined) continue;
    files[`${folder}${name}1.xml`] = xml(name === "header" ? "hdr" : "ftr", content, parts.namespace);
    related.push([name, name, `${name}1.xml`, false]);
  }
  for (const [id, target] of Object.entries(parts.pictures ?? {}))
    related.push([id, "image", target, /^[a-z]+:/i.test(target)]);
  for (const [id, target] of Object.entries(parts.links ?? {})) related.push([id, "hyperlink", target, true]);
  files[`${folder}_rels/${path.slice(folder.length)}.rels`] = relationships(related);
  return packed({ ...files, ...parts.files });
}

/** The files of a zip, in their order. */
export function packed(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    entries[name] = [
      typeof content === "string" ? strToU8(content) : content,
      { level: 6, mtime: "2021-02-05" },
    ];
  }
  return Buffer.from(zipSync(entries));
}

function xml(name: string, content: string, namespace = TRANSITIONAL): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} xmlns:w="${namespace}" xmlns:r="${RELATIONSHIPS}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:v="urn:schemas-microsoft-com:vml">${content}</w:${name}>`;
}

function relationships(all: readonly (readonly [string, string, string, boolean])[]): string {
  const items = all.map(
    ([id, type, target, external]) =>
      `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join("")}</Relationships>`;
}

/** A paragraph of one run; `properties` stand in `w:pPr`. */
export function p(text: string, properties = ""): string {
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${r(text)}</w:p>`;
}

/** A run; `properties` stand in `w:rPr`. */
export function r(text: string, properties = ""): string {
  return `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A picture in the line, of the part that relationship `id` names. */
export function drawing(id: string, description: string): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="${description}"/><a:graphic><a:graphicData><a:blip r:embed="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}
