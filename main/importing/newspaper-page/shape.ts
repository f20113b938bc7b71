/**
 * What a stretch of Chinese text shows by its form alone: whether it ends a sentence, what it leaves open, how wide
 * it stands. No reader of page dumps or plain text looks at more than this and the gaps between lines.
 */

/** A sentence's end, with the closing quotes and brackets that may follow it. A full stop after a digit is a decimal point cut in two. */
const sentenceEnd = /(?:[。！？!?…]|(?<=[\p{Script=Han}”’）)》%％a-z])\.)[”’"'）)》】」』\]]*$/u;

/** A sentence's end followed by who wrote or took it, in brackets: `……。（记者 李明）`. */
const signedEnd = /[。！？!?…][”’"'』」]*\s*[（(〔【][^（）()]{1,30}[）)〕】]$/u;

/** Marks that can stand at the end of a piece but never at its beginning: what they begin has begun before. */
const continuingMark = /^[，、。；：！？,.;:!?%％”’）)》】」』·…℃‰]/u;

/** Words of grammar no Chinese sentence begins with: they lean on the word before them. */
const leaningCharacter =
  /^(?:[的了着们吗呢吧得么]|和(?![谐平睦美气解])|与(?![时会众此其]|[^，,]{1,8}(?:不同|相比|相反))|及(?![时格第])|并(?![购肩网列])|以及)/u;

const opening = "“‘（(《【「『〔";

/** What opens a sentence and no heading: an item's 一是, a conjunction or adverb before its comma, a time of day or year. */
const sentenceOpening =
  /^(?:[一二三四五六七八九十]是|其[一二三四五六]，|(?:同时|此外|另外|其中|目前|如今|随后|接着|为此|因此|不过|但是|然而|于是|据\p{Script=Han}{1,4}|截[至止].{1,9}|近年来|.{1,5}以来|下一步|当[天日晚]|此前|此次|具体来说|对此|事实上|与此同时)[，,]|(?:去年|今年|前年|每逢|每当|每到|每年|清晨|早上|凌晨|上午|中午|下午|傍晚|晚上|深夜|[\d一二三四五六七八九十]{1,3}岁的|日前|近日|昨[日天]|\d{1,2}月\d|\d{4}年\d))/u;

/** 在…… before its comma opens a sentence as well, but may as well go on in one. */
const placeOpening = /^在[^，,]{1,10}[，,]/u;

/** Prepositions before their comma: more often the beginning of a sentence than of a heading. */
const prepositionOpening =
  /^(?:面对|通过|按照|针对|为了|随着|经过|由于|围绕|对于|根据|结合)[^，,]{1,14}[，,]/u;

/** Words that want another after them, so no heading or title stops there. */
const wantingMore =
  /(?:[的和与及把被对向从在是将并或由以为给让使也还就都很最更所其该这那每各某此约至第已正]|可以|能够|[一两几这那每][个种条名座次位件项些])$/u;

/** A figure that is neither a date nor an item's number: paragraphs do not begin with one. */
const leadingFigure = /^\d[\d.,]*(?![\d年月日时点、．)）·.—-])/u;

export function beginsLikeASentence(text: string): boolean {
  return opensSentence(text) || placeOpening.test(text);
}

/** The same, only what can hardly stand inside a sentence. */
export function opensSentence(text: string): boolean {
  return sentenceOpening.test(text);
}

export function beginsWithPreposition(text: string): boolean {
  return prepositionOpening.test(text);
}

export function wantsMore(text: string): boolean {
  return wantingMore.test(text);
}

export function beginsWithFigure(text: string): boolean {
  return leadingFigure.test(text);
}

/** Characters at a text's end that can tell whether it ends a sentence; a longer look would be slow on long runs of marks. */
const END = 48;

export function endsSentence(text: string): boolean {
  const end = text.slice(-END);
  return sentenceEnd.test(end) || signedEnd.test(end);
}

export function beginsMidSentence(text: string): boolean {
  return continuingMark.test(text);
}

export function leansBack(text: string): boolean {
  return leaningCharacter.test(text);
}

/** Quotes and brackets that `text` closes without having opened, and opens without closing. */
export function balance(text: string): { readonly unopened: number; readonly unclosed: number } {
  let unopened = 0;
  let unclosed = 0;
  for (const { 0: mark, index } of text.matchAll(/[“‘（(《【「『〔”’）)》】」』〕]/gu)) {
    if (opening.includes(mark)) unclosed += 1;
    else if (unclosed > 0) unclosed -= 1;
    // `1)` and `a)` number an item; they close nothing.
    else if (mark !== ")" || index > 2) unopened += 1;
  }
  return { unopened, unclosed };
}

/** Sentences in a text, counted by their final marks. */
export function sentenceCount(text: string): number {
  return text.match(/[。！？!?…]+/gu)?.length ?? 0;
}

/** Below this stand Latin letters, digits and half-width marks; above, with few exceptions, what takes a full square. */
const FIRST_FULL_WIDTH = 0x2e80;

/** Width in full-width characters: what the column of a newspaper counts in. */
export function displayWidth(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    width += text.charCodeAt(index) >= FIRST_FULL_WIDTH || "“”‘’—…·".includes(text.charAt(index)) ? 1 : 0.5;
  }
  return width;
}

/** The number a Chinese outline gives a heading or item: `一、`, `（二）`, `3.`, `第四章`, `①`. */
export function outlineLevel(text: string): 1 | 2 | 3 | null {
  if (/^(?:[一二三四五六七八九十]{1,3}[、，,.．]|第[一二三四五六七八九十百\d]{1,4}[章节篇部])/u.test(text))
    return 1;
  if (/^[（(][一二三四五六七八九十]{1,3}[）)]/u.test(text)) return 2;
  if (/^(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳])/u.test(text)) return 3;
  return null;
}

/** An item of a list in running text: an outline number, a dash, or 一是, 其二, 第三. */
export function beginsItem(text: string): boolean {
  return (
    outlineLevel(text) !== null ||
    /^(?:[一二三四五六七八九十]是|其[一二三四五六]|第[一二三四五六七八九十]|——|[—●■◆▲○◇□•·-])/u.test(text)
  );
}

/** Scripts that part words by spaces. */
const SPACED = "\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}";
const spacedEnd = new RegExp(`[${SPACED}][\\d,.;:!?)»”’"']*$`, "u");
const spacedStart = new RegExp(`^[(«“‘"']*[${SPACED}]`, "u");

/**
 * What stands between two pieces of one paragraph: nothing between Chinese characters, a space between words of other
 * alphabets, and figures.
 */
export function seam(left: string, right: string): string {
  const end = left.slice(-END);
  const isWord = spacedEnd.test(end);
  const words =
    (isWord && (spacedStart.test(right) || /^\d/u.test(right))) ||
    (/\d$/u.test(end) && spacedStart.test(right));
  return words ? " " : "";
}

export function joinText(left: string, right: string): string {
  return left + seam(left, right) + right;
}
