/**
 * How likely bytes are to be text in an encoding: each character that they come to costs bits, the fewer the commoner it
 * is in Chinese writing. Read wrongly, Chinese text turns into characters nobody uses, so that a word or two usually tell.
 */
import { foldedUnits } from "../../preload/model/fold.ts";

/** The commonest characters, simplified: about three quarters of what any Chinese text consists of. */
const COMMON =
  "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运县乡镇村府委局署厅办农业项推群众党组织纪检监督落措施责服务投入改革加快促进环境健康疫病医院防控企银贷款贫困乡振兴项目群体系统筹划六七八九百千亿元省州京城街宣布召议席署厂营费税案查察批准审印章附按照根执违罚款贯彻精绩效考核评估";

const PUNCTUATION = "，。、：；！？“”‘’（）《》〈〉【】〔〕—…·　﹏￥％０１２３４５６７８９";

/** Bits a character of each kind costs: the kind's share of Chinese writing, spread over its members. */
const cost = {
  punctuation: 7,
  common: 9,
  usual: 14,
  rareHan: 21,
  ascii: 5,
  kana: 9,
  // Dearer than the usual Han, of which the same bytes are made: a list of names is no Korean.
  hangul: 16,
  otherLetter: 12,
  symbol: 15,
  impossible: 40,
} as const;

/** A guess that rests on less is told as one: `certainty` below this many bits. */
export const CERTAIN_FROM_BITS = 14;

/** Bits added before any byte is looked at: how seldom a Chinese office meets the encoding. */
const strangeness: Readonly<Record<string, number>> = {
  gb18030: 0,
  "utf-8": -8,
  big5: 5,
  "utf-16le": 8,
  "utf-16be": 10,
  "windows-1252": 8,
  shift_jis: 14,
  "euc-kr": 16,
  "euc-jp": 16,
};

let costs: Uint8Array | null = null;

/** What each UTF-16 unit costs. Made at the first use. */
function costsOfUnits(): Uint8Array {
  costs ??= makeCosts();
  return costs;
}

function makeCosts(): Uint8Array {
  const made = Uint8Array.from({ length: 0x10000 }, (_, unit) => costOf(unit));
  // The first plane of either encoding holds what is in daily use.
  for (const [encoding, first, last] of [
    ["gbk", 0xb0, 0xd7],
    ["big5", 0xa4, 0xc6],
  ] as const) {
    const decoder = new TextDecoder(encoding);
    for (let lead = first; lead <= last; lead++) {
      for (let trail = encoding === "gbk" ? 0xa1 : 0x40; trail <= 0xfe; trail++) {
        const unit = decoder.decode(Uint8Array.of(lead, trail)).charCodeAt(0);
        if (made[unit] === cost.rareHan) made[unit] = cost.usual;
      }
    }
  }
  for (const mark of PUNCTUATION) made[mark.charCodeAt(0)] = cost.punctuation;
  const common = new Set(foldedUnits(COMMON));
  const all = String.fromCharCode(...Array.from({ length: 0x9fa6 - 0x4e00 }, (_, index) => 0x4e00 + index));
  for (const [index, folded] of foldedUnits(all).entries()) {
    if (common.has(folded)) made[0x4e00 + index] = cost.common;
  }
  return made;
}

function costOf(unit: number): number {
  const character = String.fromCharCode(unit);
  if (unit < 0x80) return /[\t\n\r\f\x20-\x7e]/.test(character) ? cost.ascii : cost.impossible;
  if (unit >= 0x4e00 && unit <= 0x9fff) return cost.rareHan;
  if (unit >= 0x3040 && unit <= 0x30ff) return cost.kana;
  if (unit >= 0xac00 && unit <= 0xd7a3) return cost.hangul;
  // Han beyond the first plane come as two units: each costs half of what they do.
  if (unit >= 0xd800 && unit <= 0xdfff) return cost.rareHan / 2 + 2;
  if (/[\uFFFD\p{Cn}\p{Co}\p{Cc}]/u.test(character)) return cost.impossible;
  return /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(character)
    ? cost.otherLetter
    : cost.symbol;
}

/** Bits that the text costs: what compares two readings of the same bytes. */
export function textCost(text: string): number {
  const table = costsOfUnits();
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits += table[text.charCodeAt(at)] ?? cost.impossible;
  return bits;
}

/** The share of units that are among the commonest characters or marks of Chinese writing. */
export function chineseShare(text: string): number {
  const table = costsOfUnits();
  let found = 0;
  for (let at = 0; at < text.length; at++) {
    const bits = table[text.charCodeAt(at)];
    if (bits === cost.common || bits === cost.punctuation) found++;
  }
  return found / Math.max(1, text.length);
}

export interface Likelihood {
  readonly encoding: string;
  /** Bits by which it is likelier than the next encoding that reads another text; infinite where there is none. */
  readonly certainty: number;
}

/** The likeliest of the encodings for these bytes. */
export function likeliest(bytes: Uint8Array, encodings: readonly string[]): Likelihood {
  const readings = encodings
    .map((encoding) => {
      const text = new TextDecoder(encoding).decode(bytes);
      return { encoding, text, bits: textCost(text) + (strangeness[encoding] ?? 24) };
    })
    .sort((one, other) => one.bits - other.bits);
  const [best, ...others] = readings;
  if (best === undefined) throw new Error("no encoding was offered");
  const rival = others.find(({ text }) => text !== best.text);
  return { encoding: best.encoding, certainty: rival === undefined ? Infinity : rival.bits - best.bits };
}
