/** The text of a Word document: w:t, tabs and breaks of its body, then its notes; not what a tracked change deleted. */
import { unzipSync } from "fflate";
import { decoded, withoutEntities } from "./markup.ts";

const TOKEN = /<(\/?)([\w:]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>|([^<]+)/g;

/** Elements whose text is gone, is said a second time for older programs, or is a field's code. */
const GONE = /^(?:w:del|w:moveFrom|mc:Fallback|w:delText|w:instrText|w:fldData)$/;
const TEXT = /^(?:w:t|m:t)$/;
const LINE_END = /^(?:w:p|w:br|w:cr|w:tc)$/;

export function docxText(bytes: Uint8Array): string {
  const parts = unzipSync(bytes, {
    filter: ({ name }) => /^word\/(?:document\d*|footnotes|endnotes)\.xml$/.test(name),
  });
  const read = (name: RegExp) =>
    Object.entries(parts).flatMap(([path, part]) => (name.test(path) ? [decoded(part)] : []));
  const notes = read(/notes\.xml$/).map((xml) =>
    xml.replace(/<w:(footnote|endnote)\b[^>]*w:type="(?:separator|continuation\w*)"[\s\S]*?<\/w:\1>/g, ""),
  );
  return [...read(/document\d*\.xml$/), ...notes].map(wordText).join("\n");
}

function wordText(xml: string): string {
  const walk = new TextWalk();
  for (const [, end, name = "", attributes = "", empty, between] of xml
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, "")
    .matchAll(TOKEN)) {
    if (between !== undefined) walk.characters(between);
    else if (end === "/") walk.end(name);
    else walk.begin(name, attributes, empty === "/");
  }
  return walk.text;
}

class TextWalk {
  text = "";
  readonly #open: string[] = [];
  #gone = 0;

  characters(text: string): void {
    if (this.#gone === 0 && TEXT.test(this.#open.at(-1) ?? "")) this.text += withoutEntities(text);
  }

  begin(name: string, attributes: string, isEmpty: boolean): void {
    if (this.#gone === 0) {
      // With a value it is a tab's place among a paragraph's properties.
      if (name === "w:tab" && !/w:val=/.test(attributes)) this.text += "\t";
      if (name === "w:noBreakHyphen") this.text += "-";
      if (LINE_END.test(name)) this.text += "\n";
    }
    if (isEmpty) return;
    this.#open.push(name);
    this.#gone += Number(GONE.test(name));
  }

  end(name: string): void {
    this.#open.pop();
    this.#gone -= Number(GONE.test(name));
    if (LINE_END.test(name) && this.#gone === 0) this.text += "\n";
  }
}
