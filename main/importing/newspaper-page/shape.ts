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
const leaningCharacter = /^[的了着们吗呢吧地得么]/u;

const opening = "“‘（(《【「『〔";
const closing = "”’）)》】」』〕";

export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text) || signedEnd.test(text);
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
  for (const [index, character] of [...text].entries()) {
    if (opening.includes(character)) unclosed += 1;
    else if (closing.includes(character)) {
      // `1)` and `a)` number an item; they close nothing.
      if (character === ")" && index <= 2 && unclosed === 0) continue;
      if (unclosed > 0) unclosed -= 1;
      else unopened += 1;
    }
  }
  return { unopened, unclosed };
}

/** Sentences in a text, counted by their final marks. */
export function sentenceCount(text: string): number {
  return text.match(/[。！？!?…]+/gu)?.length ?? 0;
}

/** Width in full-width characters: what the column of a newspaper counts in. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width += character.charCodeAt(0) < 0x2e80 && !/[“”‘’—…·]/u.test(character) ? 0.5 : 1;
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

/** Joins two pieces of one paragraph: nothing between Chinese characters, a space between Latin words. */
export function joinText(left: string, right: string): string {
  const words = /[A-Za-z]$/u.test(left) && /^[A-Za-z]/u.test(right);
  return words ? `${left} ${right}` : left + right;
}
