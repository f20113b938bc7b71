/** What fonts call a character → the character: compatible forms undone where extraction yields them, rubbish told. */

/** Radicals that Unicode does not take for the character they are, or only for an older form, as fonts name them. */
const RADICALS: ReadonlyMap<string, string> = new Map(
  [
    ..."⺁厂⺄乙⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺲罒⺳网⺴网⺶羊⺷羊⺸羊⺹耂⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱亀⻲亀⼾户⾭青",
  ].reduce<[string, string][]>((pairs, character, index, all) => {
    if (index % 2 === 0) pairs.push([character, all[index + 1] ?? character]);
    return pairs;
  }, []),
);

/** Forms that punctuation takes in vertical lines (U+FE10–FE19, FE30–FE48) → the same marks as they stand in a text. */
const VERTICAL: ReadonlyMap<string, string> = new Map(
  [
    ..."︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︱—︲–︳＿︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］",
  ].reduce<[string, string][]>((pairs, character, index, all) => {
    if (index % 2 === 0) pairs.push([character, all[index + 1] ?? character]);
    return pairs;
  }, []),
);

/** Bullets of Symbol and Wingdings, which have places in the private use area only. */
const BULLETS: ReadonlyMap<number, string> = new Map([
  [0xf06c, "●"],
  [0xf06d, "○"],
  [0xf06e, "■"],
  [0xf06f, "□"],
  [0xf071, "□"],
  [0xf072, "□"],
  [0xf075, "◆"],
  [0xf076, "❖"],
  [0xf0a7, "■"],
  [0xf0a8, "□"],
  [0xf0b7, "•"],
  [0xf0d8, "➢"],
  [0xf0e8, "➔"],
  [0xf0fc, "✓"],
  [0xf052, "☑"],
  [0xf0fe, "☑"],
]);

/** Kangxi radicals, compatible ideographs, Latin ligatures: characters that mean exactly what they decompose to. */
const COMPATIBLE = /[\u2E80-\u2FDF\uF900-\uFAFF\uFB00-\uFB06\u{2F800}-\u{2FA1F}]/gu;
const PRESENTED_VERTICALLY = /[\uFE10-\uFE19\uFE30-\uFE48]/g;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u00AD]|(?![\t\n])\p{Cc}/gu;

/** A glyph's text as it is kept. */
export function tidied(text: string): string {
  if (/^[\x20-\x7e\u3001-\u9fff]*$/.test(text)) return text;
  return (
    text
      // Adobe's tables call the Chinese ellipsis a sign of mathematics.
      .replaceAll("⋯", "…")
      // Some faces have one long shape for two or three dashes in a row.
      .replaceAll("⸺", "——")
      .replaceAll("⸻", "———")
      .replace(COMPATIBLE, (character) => RADICALS.get(character) ?? character.normalize("NFKC"))
      .replace(PRESENTED_VERTICALLY, (character) => VERTICAL.get(character) ?? character)
      .replace(/[\uF000-\uF0FF]/g, (character) => BULLETS.get(character.charCodeAt(0)) ?? character)
      .replace(INVISIBLE, "")
  );
}

const UNKNOWN = /[\uFFFD\uFFFF\p{Co}\p{Cn}\p{Cs}]/u;

/** Whether a font gives this glyph no character that means anything. */
export function isUnknown(text: string): boolean {
  return UNKNOWN.test(text);
}

/** Control characters, which no font has a shape for: codes of a font that does not say what they stand for. */
const CONTROL = /^(?!\s)\p{Cc}$/u;
/** Letters and signs that take half an em or little more in any face that has them. */
const NARROW =
  /^[!"#$'-/:-?[-`a-ln-vx-~\u00a1-\u00a8\u00aa-\u00ad\u00af-\u00bb\u00bf\u00df-\u00e5\u00e7-\u00ff]$/;
/** Of an em. */
const AS_WIDE_AS_HAN = 0.95;

/**
 * Whether a font that hides its characters calls one so: Chinese set in subsets of a few hundred, numbered from 1 or
 * from `!`, has signs and letters as wide as Chinese is. `width`: in ems.
 */
export function isDisguise(text: string, width: number): boolean {
  return CONTROL.test(text) || (width >= AS_WIDE_AS_HAN && NARROW.test(text));
}

const HAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFF60“”‘’…—―·⋯、，。]/u;

/** Characters of a script written without spaces, and their punctuation. */
export function isWide(character: string): boolean {
  return HAN.test(character);
}

/** Quotes and dashes, which Latin scripts have too: what stands beside one tells whose it is. */
export function isShared(character: string): boolean {
  return /[“”‘’—―…·]/.test(character);
}
