/** The language of a page's article, as it declares it or as its letters show it. */
import type { Block } from "../../../preload/model/article.ts";
import { emptyArticle } from "../../../preload/model/article.ts";
import { articleText } from "../../../preload/model/article-text.ts";

/** BCP 47, as far as pages write it. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}$/i;

/** BCP 47 for a language that is not known. */
const UNDETERMINED = "und";

/** So much of a text tells. */
const SAMPLE = 2000;

/** Fewer letters tell nothing. */
const LEAST_LETTERS = 40;

/** A foreign text names a Chinese word or two; a Chinese one is in Chinese by more than that, tables and code aside. */
const MOST_HAN = 0.02;

/** Japanese is never without, and Chinese has a name at most. */
const LEAST_KANA = 0.1;

/** English has so many of these among its words. */
const COMMON_ENGLISH = /\b(?:the|and|of|to|in|is|for|that|with|on)\b/gi;
const LEAST_COMMON = 0.1;

/** As declared, but for pages in Chinese whose template says something else; of others without, as their letters show. */
export function pageLanguage(declared: string, title: string, body: readonly Block[]): string {
  const isChinese =
    /\p{Script=Han}/u.test(title) &&
    !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(title);
  const isBelieved = LANGUAGE.test(declared) && (!isChinese || /^(?:zh|ja|ko|yue)\b/i.test(declared));
  if (isBelieved) return declared;
  return isChinese ? emptyArticle().language : shownLanguage(body);
}

function shownLanguage(body: readonly Block[]): string {
  const text = articleText({ ...emptyArticle(), body }).text.slice(0, SAMPLE);
  const letters = count(text, /\p{Letter}/gu);
  if (letters < LEAST_LETTERS) return emptyArticle().language;
  if (count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > LEAST_KANA * letters) return "ja";
  if (count(text, /\p{Script=Han}/gu) > MOST_HAN * letters) return emptyArticle().language;
  const words = count(text, /\p{Letter}+/gu);
  return count(text, COMMON_ENGLISH) >= LEAST_COMMON * words ? "en" : UNDETERMINED;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
