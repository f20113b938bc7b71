/** The content of a paragraph → runs. Tracked changes come in their final state, fields as their last result. */
import type { Block, Mark } from "../../../preload/model/article.ts";
import type { Run } from "../inlines.ts";
import { keptAddress, lineBreak, textRun } from "../inlines.ts";
import { diagramBlocks } from "./diagrams.ts";
import type { Story } from "./document.ts";
import { drawnPicture } from "./drawings.ts";
import { eqRuns } from "./eq-field.ts";
import { equationRuns } from "./equations.ts";
import { marksOf, outlineLevel } from "./styles.ts";
import { isSymbolFont, symbolText } from "./symbols.ts";
import type { XmlElement } from "./xml.ts";
import { childAt, elementsOf, elementsWithin, switchAt, textWithin, valueAt } from "./xml.ts";

export interface ParagraphContent {
  readonly runs: readonly Run[];
  /** What stands in text boxes anchored in the paragraph. */
  readonly boxes: readonly Block[];
}

/** What is not there any more, or says something about the text instead of being text. */
const SILENT: ReadonlySet<string> = new Set([
  ...["w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:instrText", "w:delText"],
  ...["w:delInstrText", "w:commentReference", "w:annotationRef", "w:footnoteRef", "w:endnoteRef"],
  ...["w:separator", "w:continuationSeparator", "w:rt", "w:ffData"],
]);

/** `boxBlocks` gives the blocks of a text box's content. */
export function paragraphContent(
  paragraph: XmlElement,
  story: Story,
  boxBlocks: (content: XmlElement) => readonly Block[],
): ParagraphContent {
  const walk = new ParagraphWalk(story, boxBlocks);
  const style = story.document.styles(valueAt(paragraph, "w:pPr", "w:pStyle"));
  walk.children(paragraph, { marks: [], href: null, font: "", hidden: style.hidden === true });
  // A field whose instruction runs on past its paragraph is broken, and must not swallow the rest of the document.
  const shown = story.fields.indexOf(false);
  if (shown >= 0) story.fields.length = shown;
  return { runs: walk.runs, boxes: walk.boxes };
}

interface Place {
  readonly marks: readonly Mark[];
  readonly href: string | null;
  /** The run's font, where it states one. */
  readonly font: string;
  /** The paragraph's style hides its text. */
  readonly hidden: boolean;
}

class ParagraphWalk {
  readonly runs: Run[] = [];
  readonly boxes: Block[] = [];
  /** Of the fields begun in the paragraph: their instructions, and how many runs there were before. */
  readonly #instructions: { text: string; readonly before: number }[] = [];
  readonly #story: Story;
  readonly #boxBlocks: (content: XmlElement) => readonly Block[];

  constructor(story: Story, boxBlocks: (content: XmlElement) => readonly Block[]) {
    this.#story = story;
    this.#boxBlocks = boxBlocks;
  }

  children(element: XmlElement, place: Place): void {
    for (const child of elementsOf(element)) {
      if (child.name === "w:fldChar") this.#field(child, place);
      else if (child.name === "w:instrText") this.#instruct(textWithin(child));
      else if (!SILENT.has(child.name)) this.#element(child, place);
    }
  }

  #element(element: XmlElement, place: Place): void {
    if (element.name === "w:r") {
      this.#run(element, place);
      return;
    }
    // Within a field's instruction nothing shows, but fields go on in runs and what holds runs.
    if (this.#story.fields.includes(false)) {
      this.children(element, place);
      return;
    }
    switch (element.name) {
      case "w:hyperlink":
        this.children(element, { ...place, href: this.#address(element) ?? place.href });
        return;
      case "m:oMath":
        for (const run of equationRuns(element, place.marks)) this.runs.push(run);
        return;
      case "mc:AlternateContent":
        this.#alternative(element, place, false);
        return;
      case "w:drawing":
      case "w:pict":
      case "w:object":
        this.#drawing(element, place, "");
        return;
      default:
        if (!this.#character(element, place)) this.children(element, place);
    }
  }

  #run(element: XmlElement, place: Place): void {
    const properties = childAt(element, "w:rPr");
    const id = valueAt(properties, "w:rStyle");
    const style = id === undefined ? null : this.#story.document.styles(id);
    const hidden = switchAt(properties, "w:vanish") ?? style?.hidden ?? place.hidden;
    if (hidden && outlineLevel(properties) === undefined) {
      for (const child of elementsOf(element)) if (child.name === "w:fldChar") this.#field(child, place);
      return;
    }
    const marks = marksOf(properties, [...new Set([...place.marks, ...(style?.marks ?? [])])]);
    const fonts = childAt(properties, "w:rFonts")?.attributes;
    this.children(element, { ...place, marks, font: fonts?.get("w:ascii") ?? fonts?.get("w:hAnsi") ?? "" });
  }

  /** What stands for one character or a few. */
  #character(element: XmlElement, place: Place): boolean {
    const text = (characters: string) => this.runs.push(textRun(characters, place.marks, place.href)) > 0;
    switch (element.name) {
      case "w:t":
        return text(withSigns(textWithin(element), place.font));
      case "w:tab":
      case "w:ptab":
        return text("\t");
      case "w:noBreakHyphen":
        return text("-");
      case "w:sym":
        return text(
          symbolText(element.attributes.get("w:font") ?? "", element.attributes.get("w:char") ?? ""),
        );
      case "w:br":
        // A page or a column ends its paragraph, though Word keeps one for both: what follows begins a new one.
        if (/^(?:page|column)$/.test(element.attributes.get("w:type") ?? "")) this.runs.push(lineBreak);
        return this.runs.push(lineBreak) > 0;
      case "w:cr":
        return this.runs.push(lineBreak) > 0;
      case "w:ruby":
        this.#ruby(element, place);
        return true;
      case "w:footnoteReference":
      case "w:endnoteReference":
        this.#noteMark(element);
        return true;
      default:
        return false;
    }
  }

  #field(element: XmlElement, place: Place): void {
    const { fields } = this.#story;
    switch (element.attributes.get("w:fldCharType")) {
      case "begin": {
        const box = childAt(element, "w:ffData", "w:checkBox");
        if (box !== undefined && !fields.includes(false)) {
          const on = switchAt(box, "w:checked") ?? switchAt(box, "w:default") ?? false;
          this.runs.push(textRun(on ? "☒" : "☐", place.marks, place.href));
        }
        fields.push(false);
        this.#instructions.push({ text: "", before: this.runs.length });
        return;
      }
      case "separate":
        if (fields.length > 0) fields[fields.length - 1] = true;
        return;
      case "end":
        fields.pop();
        this.#endInstruction(place);
        return;
    }
  }

  #instruct(text: string): void {
    const field = this.#instructions.at(-1);
    if (field !== undefined) field.text += text;
  }

  /** What a field's instruction alone shows. */
  #endInstruction(place: Place): void {
    const field = this.#instructions.pop();
    if (field === undefined || this.#story.fields.includes(false) || this.runs.length > field.before) return;
    for (const run of eqRuns(field.text, place.marks) ?? []) this.runs.push(run);
  }

  #ruby(element: XmlElement, place: Place): void {
    const readings = [...elementsWithin(childAt(element, "w:rt") ?? element)];
    const annotation = readings
      .flatMap((child) => (child.name === "w:t" ? [textWithin(child)] : []))
      .join("");
    const base = childAt(element, "w:rubyBase");
    const words = base === undefined ? [] : [...elementsWithin(base)];
    const text = words.flatMap((child) => (child.name === "w:t" ? [textWithin(child)] : [])).join("");
    if (text.trim() === "") return;
    this.runs.push({ leaf: { type: "ruby", base: text, annotation: annotation.trim() }, href: place.href });
  }

  #noteMark(element: XmlElement): void {
    const kind = element.name === "w:footnoteReference" ? "footnote" : "endnote";
    const id = `${kind} ${element.attributes.get("w:id") ?? ""}`;
    this.#story.document.notes.add(id);
    this.runs.push({ leaf: { type: "footnote-mark", id }, href: null });
  }

  #address(element: XmlElement): string | null {
    const relationship = this.#story.relationships.get(element.attributes.get("r:id") ?? "");
    return relationship?.external === true ? keptAddress(relationship.target) : null;
  }

  /** The same content twice, for newer and older programs: the newer form where it holds anything that we can show. */
  #alternative(element: XmlElement, place: Place, inDrawing: boolean): void {
    for (const choice of elementsOf(element)) {
      const before = this.runs.length + this.boxes.length;
      if (inDrawing) this.#drawing(choice, place, "");
      else this.children(choice, place);
      if (this.runs.length + this.boxes.length > before) return;
    }
  }

  #drawing(element: XmlElement, place: Place, outer: string): void {
    const stated = childAt(element, "wp:docPr")?.attributes.get("descr") ?? element.attributes.get("alt");
    const description = stated === undefined ? outer : stated.replace(/\s+/g, " ").trim();
    for (const child of elementsOf(element)) {
      switch (child.name) {
        case "w:txbxContent":
          for (const block of this.#boxBlocks(child)) this.boxes.push(block);
          break;
        case "mc:AlternateContent":
          this.#alternative(child, place, true);
          break;
        case "v:textpath":
          this.runs.push(textRun(child.attributes.get("string") ?? "", place.marks, place.href));
          break;
        default: {
          const picture = drawnPicture(child, description, this.#story);
          if (picture !== null) this.runs.push(picture);
          for (const block of diagramBlocks(child, this.#story)) this.boxes.push(block);
          this.#drawing(child, place, description);
        }
      }
    }
  }
}

/** Signs of symbol fonts typed among the text lie in a range of their own that nothing else shows. */
function withSigns(text: string, font: string): string {
  if (!isSymbolFont(font)) return text;
  return text.replace(/[\uf020-\uf0ff]/gu, (sign) => symbolText(font, sign.charCodeAt(0).toString(16)));
}
