/** Lines of official documents that have a place of their own on the page (GB/T 9704—2012, 7.3.2 and 7.3.5). */

/** 主送机关 at the margin; 发文机关署名 and 成文日期 to the right. */
export type OfficialPlace = "addressee" | "signature" | "date";

const LONGEST_ADDRESSEE = 300;
const LONGEST_SIGNATURE = 30;

const date =
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日$/;

/** For each paragraph of an article in turn; null for those that have none. What is between them counts as a paragraph. */
export function officialPlaces(paragraphs: readonly string[]): readonly (OfficialPlace | null)[] {
  const texts = paragraphs.map((text) => text.trim());
  return texts.map((text, index) => {
    if (index === 0 && isAddressee(text)) return "addressee";
    if (date.test(text)) return index > 0 ? "date" : null;
    return index > 0 && date.test(texts[index + 1] ?? "") && isSignature(text) ? "signature" : null;
  });
}

function isAddressee(text: string): boolean {
  return text.length <= LONGEST_ADDRESSEE && /^[^。！？!?]+[：:]$/.test(text);
}

function isSignature(text: string): boolean {
  return text !== "" && text.length <= LONGEST_SIGNATURE && !/[。，、；：！？,;:!?.…]/.test(text);
}
