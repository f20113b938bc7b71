/** Fonts that call their characters by other names, in ways that are known. */
import type { Glyph } from "./page-contents.ts";

/** Where ITC Zapf Dingbats and the block that Unicode made of it (U+2701–27BE) do not run side by side. */
const DINGBATS_ELSEWHERE: ReadonlyMap<number, string> = new Map(
  [..."%☎*☛+☞H★l●n■s▲t▼u◆w◗¨♣©♦ª♥«♠Õ→Ö↔×↕"].reduce<[number, string][]>((pairs, character, index, all) => {
    if (index % 2 === 0) pairs.push([character.charCodeAt(0), all[index + 1] ?? character]);
    return pairs;
  }, []),
);
const CIRCLED_ONE = 0xac;
const CIRCLED_TEN = 0xb5;

/** What such a font shows for the character that its code would be elsewhere. */
export function dingbat(text: string): string {
  const code = text.length === 1 ? text.charCodeAt(0) : 0;
  const elsewhere = DINGBATS_ELSEWHERE.get(code);
  if (elsewhere !== undefined) return elsewhere;
  if (code >= CIRCLED_ONE && code <= CIRCLED_TEN) return String.fromCharCode(0x2460 + code - CIRCLED_ONE);
  if (code > 0x20 && code < 0x7f) return String.fromCharCode(0x2700 + code - 0x20);
  return code > 0xa0 && code < 0xff ? String.fromCharCode(0x2761 + code - 0xa1) : text;
}

export function isDingbats(name: string): boolean {
  return /zapf[ -]?dingbats|\bzadb\b/i.test(name);
}

/**
 * Founder's typesetting, in which national standards and newspapers are made, sets Latin letters in a face whose codes
 * are those of rare characters (GBK A0C1 for A): 犌犅／犜 is GB/T.
 */
const FOUNDER_LETTERS: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0x7e - 0x21 }, (_, index) => 0x21 + index).flatMap((code): [string, string][] => {
    const letter = String.fromCharCode(code);
    if (!/[A-Za-z]/.test(letter)) return [];
    return [[new TextDecoder("gbk").decode(Uint8Array.from([0xa0, code | 0x80])), letter]];
  }),
);

/** So many of these, all different, and most of what a face has of Chinese, are no Chinese: none of them is common. */
const FOUNDER_AT_LEAST = 3;
const OF_ITS_CHINESE = 0.6;

export function withoutFounderCodes(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (!glyphs.some(({ text }) => FOUNDER_LETTERS.has(text))) return glyphs;
  const faces = new Map<Glyph["font"], { readonly letters: Set<string>; codes: number; chinese: number }>();
  for (const { text, font } of glyphs) {
    if (!/\p{Script=Han}/u.test(text)) continue;
    const face = faces.get(font) ?? { letters: new Set(), codes: 0, chinese: 0 };
    faces.set(font, face);
    face.chinese++;
    if (FOUNDER_LETTERS.has(text)) {
      face.codes++;
      face.letters.add(text);
    }
  }
  return glyphs.map((glyph) => {
    const face = faces.get(glyph.font);
    const isLatin =
      face !== undefined &&
      face.letters.size >= FOUNDER_AT_LEAST &&
      face.codes > face.chinese * OF_ITS_CHINESE;
    return isLatin ? { ...glyph, text: FOUNDER_LETTERS.get(glyph.text) ?? glyph.text } : glyph;
  });
}
