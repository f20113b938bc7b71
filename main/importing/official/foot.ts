/** What follows the text of an official document: attachments (附件说明), signature and date (落款), copies and printing (版记). */
import { attachmentsOf } from "./attachments.ts";
import { bodiesIn, compact, DATE, dateOf, namesABody } from "./words.ts";

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
  const { signature, signedOn, from } = signatureOf(lines, texts);
  return { attachments: attachmentsOf(lines, from), signature, signedOn, ...printingOf(texts) };
}

/** Lines above a date that may be names of bodies: joint documents are signed by several. */
const SIGNATURE_LINES = 6;

const datedLine = new RegExp(`^(.{0,60}?)(${DATE})$`, "u");

/** （2023年3月20日） below who issues it. */
const IN_BRACKETS = /^[（(].*日[）)]$/u;

/** 成文日期： in a table of properties over the text. */
const LABEL = /^.{2,6}[：:]$/u;

interface Signature extends Pick<Foot, "signature" | "signedOn"> {
  /** The first of its lines, or how many lines there are. */
  readonly from: number;
}

function signatureOf(lines: readonly string[], texts: readonly string[]): Signature {
  for (const index of texts.keys()) {
    const found = signatureAt(index, lines, texts);
    if (found !== null) return found;
  }
  return { signature: "", signedOn: null, from: lines.length };
}

function signatureAt(index: number, lines: readonly string[], texts: readonly string[]): Signature | null {
  const text = texts[index] ?? "";
  const isInBrackets = IN_BRACKETS.test(text);
  const [, before = "", date = ""] = datedLine.exec(isInBrackets ? text.slice(1, -1) : text) ?? [];
  const signedOn = dateOf(date);
  if (signedOn === null) return null;
  if (isInBrackets && before !== "") return null;
  if (before !== "") return isSignature(before) ? { signature: signed(before), signedOn, from: index } : null;
  const { names, from } = bodiesAbove(index, lines);
  if (names.length > 0) return { signature: names.join(" "), signedOn, from };
  // A date alone, as in documents sealed instead of signed, closes the text: what it stands behind ends a sentence.
  const above = texts[index - 1] ?? "";
  const closes = index >= 2 && !isInBrackets && /[。：:）)]$/u.test(above) && !LABEL.test(above);
  return closes ? { signature: "", signedOn, from } : null;
}

function bodiesAbove(
  index: number,
  lines: readonly string[],
): { readonly names: readonly string[]; readonly from: number } {
  const names: string[] = [];
  let from = index;
  for (const line of lines.slice(Math.max(0, index - SIGNATURE_LINES), index).reverse()) {
    const bodies = bodiesIn(line, isSignature);
    if (bodies === null) break;
    names.unshift(...bodies.map(signed));
    from--;
  }
  return { names, from };
}

/** A body, or an office with the name of who holds it: 县长张三, 县长：张三. */
function isSignature(text: string): boolean {
  return (
    namesABody(text) ||
    /^(?:\p{Script=Han}{0,12}(?:主席|总理|省长|市长|州长|区长|县长|镇长|乡长|部长|厅长|局长|主任|院长|校长))[:：]?\p{Script=Han}{2,4}$/u.test(
      text,
    )
  );
}

function signed(text: string): string {
  return text.replace(/[（(](?:盖章|印章|章|公章|代章)[）)]$/u, "").replace(/[:：]/u, "");
}

const printedLine = new RegExp(`^(.{0,40}?)(${DATE})印发(?:[（(]?共印\\d+份[）)]?)?$`, "u");
const copiedLine = /^(?:抄送|抄报|分送|发送|抄送机关)[:：](.+)$/u;

function printingOf(texts: readonly string[]): Pick<Foot, "copiedTo" | "printedBy" | "printedOn"> {
  let copiedTo = "";
  let printedBy = "";
  let printedOn: string | null = null;
  for (const [index, text] of texts.entries()) {
    const copied = copiedLine.exec(text);
    if (copied !== null && copiedTo === "") copiedTo = copiedToEnd(copied[1] ?? "", texts.slice(index + 1));
    const printed = printedLine.exec(text);
    if (printed === null) continue;
    printedOn = dateOf(printed[2] ?? "");
    const above = texts[index - 1] ?? "";
    printedBy = (printed[1] ?? "") || (namesABody(above) ? above : "");
  }
  return { copiedTo, printedBy, printedOn };
}

/** A shorter line that ends without a comma is the last. */
const WRAPPED_AT_LEAST = 18;

/** The bodies a document is copied to go on until a full stop. */
function copiedToEnd(first: string, below: readonly string[]): string {
  let text = first;
  let last = first;
  for (const line of below) {
    const isOpen = /[，、；,;]$/u.test(last) || (last.length >= WRAPPED_AT_LEAST && /[，、。]/u.test(line));
    if (text.endsWith("。") || !isOpen || printedLine.test(line) || copiedLine.test(line)) break;
    text += line;
    last = line;
  }
  return text.replace(/。$/u, "");
}
