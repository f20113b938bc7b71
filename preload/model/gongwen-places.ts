/** Lines of official documents that have a place of their own on the page (GB/T 9704—2012, 7.3.2, 7.3.4 and 7.3.5). */

/** 主送机关 at the margin; 附件说明 below the text, its further lines apart; 发文机关署名 and 成文日期 to the right. */
export type OfficialPlace = "addressee" | "attachment" | "next-attachment" | "signature" | "date";

const LONGEST_ADDRESSEE = 300;
const LONGEST_SIGNATURE = 30;
const LONGEST_ATTACHMENT = 120;

const date =
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日$/;

/** For each paragraph of an article in turn; null for those that have none. What is between them counts as a paragraph. */
export function officialPlaces(paragraphs: readonly string[]): readonly (OfficialPlace | null)[] {
  const texts = paragraphs.map((text) => text.trim());
  const places: (OfficialPlace | null)[] = [];
  for (const [index, text] of texts.entries()) places.push(placeOf(text, texts[index + 1] ?? "", places));
  return places;
}

/** `before`: the places of the paragraphs before it. */
function placeOf(
  text: string,
  next: string,
  before: readonly (OfficialPlace | null)[],
): OfficialPlace | null {
  if (before.length === 0) return isAddressee(text) ? "addressee" : null;
  if (date.test(text)) return "date";
  if (date.test(next) && isSignature(text)) return "signature";
  if (text.length > LONGEST_ATTACHMENT || /[。！？]$/.test(text)) return null;
  if (/^附件\s*[:：]\s*\S/.test(text)) return "attachment";
  const isFurther = /attachment$/.test(before.at(-1) ?? "") && /^\d{1,2}\s*[.．、]\s*\S/.test(text);
  return isFurther ? "next-attachment" : null;
}

function isAddressee(text: string): boolean {
  return text.length <= LONGEST_ADDRESSEE && /^[^。！？!?]+[：:]$/.test(text);
}

function isSignature(text: string): boolean {
  return text !== "" && text.length <= LONGEST_SIGNATURE && !/[。，、；：！？,;:!?.…]/.test(text);
}
