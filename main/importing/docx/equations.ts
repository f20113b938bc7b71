/** Equations (Office Math) as one line of text: a/b, √(x), with real superscripts and subscripts. */
import type { Mark } from "../../../preload/model/article.ts";
import type { Run } from "../inlines.ts";
import { textRun } from "../inlines.ts";
import type { XmlElement } from "./xml.ts";
import { childAt, elementsOf, textWithin } from "./xml.ts";

export function equationRuns(element: XmlElement, marks: readonly Mark[] = []): readonly Run[] {
  const part = (name: string, more: readonly Mark[] = marks) => {
    const child = childAt(element, name);
    return child === undefined ? [] : equationRuns(child, more);
  };
  const raised = [...marks.filter((mark) => mark !== "sub"), "sup" as const];
  const lowered = [...marks.filter((mark) => mark !== "sup"), "sub" as const];
  const sign = (text: string) => textRun(text, marks);
  switch (element.name) {
    case "m:t":
      return [sign(textWithin(element))];
    case "m:f":
      return [...grouped(part("m:num"), marks), sign("/"), ...grouped(part("m:den"), marks)];
    case "m:sSup":
      return [...part("m:e"), ...part("m:sup", raised)];
    case "m:sSub":
      return [...part("m:e"), ...part("m:sub", lowered)];
    case "m:sSubSup":
      return [...part("m:e"), ...part("m:sub", lowered), ...part("m:sup", raised)];
    case "m:sPre":
      return [...part("m:sub", lowered), ...part("m:sup", raised), ...part("m:e")];
    case "m:rad":
      return [...part("m:deg", raised), sign("√"), ...grouped(part("m:e"), marks)];
    case "m:nary": {
      const operator = property(element, "m:naryPr", "m:chr") ?? "∫";
      return [sign(operator), ...part("m:sub", lowered), ...part("m:sup", raised), ...part("m:e")];
    }
    case "m:d": {
      const separator = sign(property(element, "m:dPr", "m:sepChr") ?? "|");
      const inner = joined(
        childrenNamed(element, "m:e").map((child) => equationRuns(child, marks)),
        separator,
      );
      const begin = property(element, "m:dPr", "m:begChr") ?? "(";
      const end = property(element, "m:dPr", "m:endChr") ?? ")";
      return [sign(begin), ...inner, sign(end)];
    }
    case "m:m":
    case "m:eqArr": {
      const rows = elementsOf(element).filter(({ name }) => name === "m:mr" || name === "m:e");
      return joined(
        rows.map((row) => equationRuns(row, marks)),
        sign("; "),
      );
    }
    case "m:mr":
      return joined(
        childrenNamed(element, "m:e").map((cell) => equationRuns(cell, marks)),
        sign(", "),
      );
    case "w:del":
    case "w:moveFrom":
      return [];
    default:
      return elementsOf(element).flatMap((child) => equationRuns(child, marks));
  }
}

/** In brackets where there is more than one sign or number, which a slash or a root would tear apart. */
export function grouped(runs: readonly Run[], marks: readonly Mark[]): readonly Run[] {
  const text = runs.map(({ leaf }) => (leaf.type === "text" ? leaf.text : "")).join("");
  const isSingle = /^(?:\d+(?:\.\d+)?|\p{L}|\p{Script=Han}+)$/u.test(text.trim());
  return isSingle || text === "" ? runs : [textRun("(", marks), ...runs, textRun(")", marks)];
}

function joined(parts: readonly (readonly Run[])[], separator: Run): readonly Run[] {
  return parts.flatMap((runs, index) => (index === 0 ? runs : [separator, ...runs]));
}

function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).filter((child) => child.name === name);
}

function property(element: XmlElement, ...path: readonly string[]): string | undefined {
  return childAt(element, ...path)?.attributes.get("m:val");
}
