/** OFD packages for the tests, made of what stands on their pages: the same bytes every time. */
import { makeZip } from "./make-zip.ts";

export interface OfdLine {
  readonly text: string;
  /** Millimetres from the page's left and upper edge to the beginning of the line on its baseline. */
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Attributes and children of the text object beside its place and text. */
  readonly more?: string;
  readonly children?: string;
}

export interface OfdParts {
  readonly prefix?: string;
  readonly info?: string;
  readonly common?: string;
  /** Further files by their names. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly root?: string;
}

/** A line as one text object, its characters as wide as they are high, or half as wide. */
export function line({ text, x, y, size = 5, more = "", children = "" }: OfdLine): string {
  const steps = [...text].slice(0, -1).map((character) => (/[ -~]/.test(character) ? size / 2 : size));
  return `<ofd:TextObject ID="9" Boundary="${x} ${y - size} 160 ${size * 1.2}" Font="3" Size="${size}" ${more}>${children}
<ofd:TextCode X="0" Y="${size}" DeltaX="${steps.join(" ")}">${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</ofd:TextCode></ofd:TextObject>`;
}

/** Each character as a text object of its own, the last one first. */
export function glyphs({ text, x, y, size = 5 }: OfdLine): string {
  return [...text]
    .map((character, index) => line({ text: character, x: x + index * size, y, size }))
    .reverse()
    .join("");
}

/** `pages`: what stands on each. */
export function makeOfd(pages: readonly string[], parts: OfdParts = {}): Buffer {
  const { prefix = "ofd", info = "", common = "", files = {}, root = "Doc_0/Document.xml" } = parts;
  const spelled = (xml: string) =>
    xml.replaceAll("ofd:", `${prefix}:`).replaceAll("xmlns:ofd", `xmlns:${prefix}`);
  const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const list = pages.map(
    (_page, index) => `<ofd:Page ID="${index + 1}" BaseLoc="Pages/Page_${index}/Content.xml"/>`,
  );
  const made: Record<string, string | Uint8Array> = {
    "OFD.xml": `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ${namespace}><ofd:DocBody><ofd:DocInfo>${info}</ofd:DocInfo>
<ofd:DocRoot>${root}</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    "Doc_0/Document.xml": `<ofd:Document ${namespace}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>
</ofd:PageArea>${common}</ofd:CommonData><ofd:Pages>${list.join("")}</ofd:Pages></ofd:Document>`,
  };
  for (const [index, page] of pages.entries()) {
    made[`Doc_0/Pages/Page_${index}/Content.xml`] =
      `<ofd:Page ${namespace}><ofd:Content><ofd:Layer ID="1">${page}</ofd:Layer></ofd:Content></ofd:Page>`;
  }
  const texts = Object.entries(made).map(
    ([name, xml]) => [name, typeof xml === "string" ? spelled(xml) : xml] as const,
  );
  return makeZip({ ...Object.fromEntries(texts), ...files });
}
