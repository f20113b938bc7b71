/** What follows the text of an official document: attachments (附件说明), signature and date (落款), copies and printing (版记). */
import { compact, DATE, dateOf, namesABody } from "./words.ts";

export interface Foot {
  readonly attachments: readonly string[];
  readonly signature: string;
  readonly signedOn: string | null;
  readonly copiedTo: string;
  readonly printedBy: string;
  readonly printedOn: string | null;
}

/** Of the lines below the title, in reading order. */
export function footOf(lines: readonly string[]): Foot {
  const texts = lines.map(compact);
  return { attachments: attachmentsOf(lines), ...signatureOf(lines, texts), ...printingOf(texts) };
}

const LONGEST_NAME = 200;

/** 附件：1.甲 over 2.乙, as the text names them; the attachments themselves, further down, name none. */
function attachmentsOf(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => /^\s*附\s*件\s*[:：]\s*\S/u.test(line));
  if (first === -1) return [];
  const names: string[] = [];
  const begun = (lines[first] ?? "").replace(/^\s*附\s*件\s*[:：]\s*/u, "");
  // Numbers within one line part its names: 附件：1.甲 2.乙.
  for (const line of [begun, ...lines.slice(first + 1)]) {
    const parts = line.trim().split(/\s+(?=\d{1,2}\s*[.．、](?!\d))/u);
    const isOne = names.length === 0 || /^\d{1,2}\s*[.．、](?!\d)/u.test(parts[0] ?? "");
    if (!isOne) break;
    for (const part of parts) {
      const name = part.replace(/^\d{1,2}\s*[.．、]\s*/u, "").trim();
      if (name !== "" && name.length <= LONGEST_NAME) names.push(name);
    }
    // Without a number there is one attachment.
    if (!/^\s*\d{1,2}\s*[.．、]/u.test(line)) break;
  }
  return names;
}

/** Lines above a date that may be names of bodies: joint documents are signed by several. */
const SIGNATURE_LINES = 6;

const datedLine = new RegExp(`^(.{0,60}?)(${DATE})$`, "u");

/** 成文日期： in a table of properties over the text. */
const LABEL = /^.{2,6}[：:]$/u;

type Signature = Pick<Foot, "signature" | "signedOn">;

function signatureOf(lines: readonly string[], texts: readonly string[]): Signature {
  for (const index of texts.keys()) {
    const found = signatureAt(index, lines, texts);
    if (found !== null) return found;
  }
  return { signature: "", signedOn: null };
}

function signatureAt(index: number, lines: readonly string[], texts: readonly string[]): Signature | null {
  const [, before = "", date = ""] = datedLine.exec(texts[index] ?? "") ?? [];
  const signedOn = dateOf(date);
  if (signedOn === null) return null;
  if (before !== "") return isSignature(before) ? { signature: signed(before), signedOn } : null;
  const names = bodiesAbove(index, lines);
  if (names.length > 0) return { signature: names.join(" "), signedOn };
  // A date alone, as in documents sealed instead of signed, closes the text: what it stands behind ends a sentence.
  const above = texts[index - 1] ?? "";
  return index >= 2 && /[。：:）)]$/u.test(above) && !LABEL.test(above) ? { signature: "", signedOn } : null;
}

function bodiesAbove(index: number, lines: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const line of lines.slice(Math.max(0, index - SIGNATURE_LINES), index).reverse()) {
    const apart = line
      .trim()
      .split(/\s{2,}|[\t　]+/u)
      .map(compact);
    const bodies = apart.every(isSignature) ? apart : [compact(line)];
    if (!bodies.every(isSignature)) break;
    names.unshift(...bodies.map(signed));
  }
  return names;
}

/** A body, or an office with the name of who holds it: 县长张三. */
function isSignature(text: string): boolean {
  return (
    namesABody(text) ||
    /^(?:\p{Script=Han}{0,12}(?:主席|总理|省长|市长|州长|区长|县长|镇长|乡长|部长|厅长|局长|主任|院长|校长))\p{Script=Han}{2,4}$/u.test(
      text,
    )
  );
}

function signed(text: string): string {
  return text.replace(/[（(](?:盖章|印章|章|公章|代章)[）)]$/u, "");
}

const printedLine = new RegExp(`^(.{0,40}?)(${DATE})印发$`, "u");

function printingOf(texts: readonly string[]): Pick<Foot, "copiedTo" | "printedBy" | "printedOn"> {
  let copiedTo = "";
  let printedBy = "";
  let printedOn: string | null = null;
  for (const [index, text] of texts.entries()) {
    const copied = /^(?:抄送|抄报|分送|抄送机关)[:：](.+)$/u.exec(text);
    if (copied !== null && copiedTo === "") copiedTo = copiedToEnd(copied[1] ?? "", texts.slice(index + 1));
    const printed = printedLine.exec(text);
    if (printed === null) continue;
    printedOn = dateOf(printed[2] ?? "");
    const above = texts[index - 1] ?? "";
    printedBy = (printed[1] ?? "") || (namesABody(above) ? above : "");
  }
  return { copiedTo, printedBy, printedOn };
}

/** The bodies a document is copied to go on until a full stop. */
function copiedToEnd(first: string, below: readonly string[]): string {
  let text = first;
  for (const line of below) {
    if (text.endsWith("。") || !/[，、；,;]$/u.test(text) || printedLine.test(line)) break;
    text += line;
  }
  return text.replace(/。$/u, "");
}
