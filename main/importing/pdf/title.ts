/** Which paragraphs of a document are its title: the largest letters near its beginning, as a rule. */

import { compact, namesABody } from "../official/words.ts";
import { squeezed } from "./headings.ts";
import type { Piece } from "./lines.ts";
import type { Flow, Paragraph } from "./paragraphs.ts";

/** How far down a title may stand, in paragraphs: below the head of an official document. */
const HEAD = 12;
const LONGEST_TITLE = 120;
/** Of the body's size; less will do for a line set in the middle. */
const LARGER = 1.25;
const LARGER_IN_MIDDLE = 1.08;
const SAME_SIZE = 0.6;

/** 市人民政府文件, 〔2020〕5号: the head of an official document, not its title. */
const HEAD_OF_OFFICE =
  /(?:政府|党委|机关|[局厅部委办院会])\s*文\s*件$|〔\d{4}〕|^\S{0,8}[（(]\d{4}[）)]\d+号$/u;

const DOCUMENT_NUMBER = /^\p{Script=Han}{1,12}〔\d{4}〕\d+号/u;

export interface Titled<Value> {
  readonly title: string;
  readonly flow: Flow<Value>;
}

/** `stated` is the title of the file's properties. Empty where nothing tells. */
export function takeTitle<Value>(flow: Flow<Value>, bodySize: number, stated: string): Titled<Value> {
  const paragraphs = flow.filter((item): item is Paragraph => item.kind === "paragraph");
  const head = paragraphs.slice(0, HEAD).filter(({ page }) => page <= (paragraphs[0]?.page ?? 1) + 1);
  if (paragraphs.length < 2) return { title: stated, flow };
  const repeated = stated === "" ? undefined : head.find(({ text }) => squeezed(text) === squeezed(stated));
  const candidates = head.filter(
    (paragraph, index) => couldBeTitle(paragraph, bodySize) && !isIssuer(head.slice(index)),
  );
  const largest = Math.max(...candidates.map(({ size }) => size));
  const first = repeated ?? candidates.find(({ size }) => largest - size <= SAME_SIZE);
  if (first === undefined) return { title: stated, flow };
  const lines = titleLines(paragraphs, first);
  const title = lines.map(({ text }) => text).reduce((one, other) => one + between(one, other) + other);
  if (lines.length === paragraphs.length) return { title, flow };
  return { title, flow: withMarks(flow, new Set(lines)) };
}

function couldBeTitle({ text, size, centred }: Paragraph, bodySize: number): boolean {
  if (text.length > LONGEST_TITLE || HEAD_OF_OFFICE.test(text) || !/\p{L}.*\p{L}/su.test(text)) return false;
  if (/[。；，、：]$/u.test(text)) return false;
  return size >= bodySize * LARGER || (centred && size >= bodySize * LARGER_IN_MIDDLE);
}

/** One of the bodies at a joint document's head, above another or 文件; that word may stand between two. */
function isIssuer([paragraph, ...below]: readonly Paragraph[]): boolean {
  if (paragraph === undefined) return false;
  const text = compact(paragraph.text);
  if (text === "文件" || HEAD_OF_OFFICE.test(text)) return true;
  const next = below[0]?.text ?? "";
  return namesABody(text) && (isIssuer(below) || DOCUMENT_NUMBER.test(compact(next)));
}

/** The lines that go on with it, in letters of its size. */
function titleLines(paragraphs: readonly Paragraph[], first: Paragraph): readonly Paragraph[] {
  const start = paragraphs.indexOf(first);
  const lines = [first];
  for (const next of paragraphs.slice(start + 1)) {
    const goesOn =
      Math.abs(next.size - first.size) <= SAME_SIZE && next.page === first.page && next.bold === first.bold;
    const together = lines.reduce((length, { text }) => length + text.length, next.text.length);
    if (!goesOn || together > LONGEST_TITLE) break;
    lines.push(next);
  }
  return lines;
}

function between(before: string, after: string): string {
  return /[\w.,;:!?)]$/.test(before) && /^[\w(]/.test(after) ? " " : "";
}

/** The flow without the title's lines; the page that began with one begins with what follows it. */
function withMarks<Value>(flow: Flow<Value>, gone: ReadonlySet<unknown>): Flow<Value> {
  let waiting: Piece[] = [];
  return flow.flatMap((item): Flow<Value> => {
    if (item.kind !== "paragraph") return [item];
    const marks = item.pieces.filter((piece) => "page" in piece);
    if (gone.has(item)) {
      waiting = [...waiting, ...marks];
      return [];
    }
    const kept = waiting.length === 0 ? item : { ...item, pieces: [...waiting, ...item.pieces] };
    waiting = [];
    return [kept];
  });
}
