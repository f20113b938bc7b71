/** Chinese text for measuring: made up, but with the word lengths and word frequencies of real news. */
import type { Block, ImportedArticle } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";
import type { Random } from "./random.ts";
import { createRandom } from "./random.ts";

/** Where the articles of a bench come from: this generator, or a corpus of real ones. */
export interface TextSource {
  /** The same article for the same number, whenever it is asked for. */
  readonly article: (number: number) => ImportedArticle;
  /** An article of at least so many characters. */
  readonly articleOfLength: (characters: number) => ImportedArticle;
}

const functionWords =
  "的 和 在 了 是 对 与 为 等 将 以 把 从 到 也 不 有 要 并 中 上 都 这 及 就 由 还 更 向 被 其 该 各 已 新 大 多";

const contentWords =
  "工作 发展 建设 服务 项目 企业 群众 农村 干部 经济 社会 管理 问题 组织 开展 推进 加强 落实 全面 重点 提高 保障 " +
  "改革 创新 生态 环境 治理 教育 医疗 养老 就业 增收 产业 园区 道路 水利 防汛 安全 生产 监管 检查 整改 培训 会议 " +
  "文件 通知 报告 规划 方案 制度 责任 考核 监督 纪律 作风 支部 党员 委员会 志愿者 网格员 合作社 示范区 办公室 " +
  "乡镇 街道 社区 村民 居民 学校 医院 市场 粮食 小麦 蔬菜 花生 果树 养殖 物流 冷链 旅游 文化 体育 科技 人才 " +
  "数字化 现代化 标准化 一体化 高质量 基础设施 公共服务 营商环境 乡村振兴 民主议事 持续 有效 积极 深入 扎实 " +
  "明显 逐步 及时 共同 坚持 围绕 结合 完成 实现 形成 建立 完善 提升 解决 协调 投入 参与 支持 宣传 走访 清理 " +
  "改善 增长 下降 达到 超过 记者 近日 目前 今年 去年 全市 全县 全镇 全区 本月 上午 现场 一线 万元 公里 公顷 人次";

/** Words of a language are never all met: of so many, a library of 100,000 articles still meets new ones at its end. */
const WORDS = 60_000;

/** Of a hundred words, those of one, two, three and four characters; the commonest, listed above, stand apart. */
const LENGTHS = [6, 68, 16, 10] as const;

const PUBLICATIONS = ["某市日报", "某县报", "农村周刊", "市委通讯", "政务简报"] as const;

export function generatedText(seed: number): TextSource {
  const vocabulary = createVocabulary(createRandom(seed));
  return {
    article: (number) => {
      const random = createRandom(seed * 1_000_003 + number);
      // Real news items are short with a long tail: 580 characters in the mean, some of several thousand.
      return makeArticle(random, vocabulary, Math.round(160 + 420 * -Math.log(1 - random.next())), number);
    },
    articleOfLength: (length) => makeArticle(createRandom(seed + length), vocabulary, length, length),
  };
}

interface Vocabulary {
  readonly words: readonly string[];
  /** Sums of the frequencies up to and including each word; the last is the whole. */
  readonly sums: Float64Array;
}

/** Zipf's law as Mandelbrot has it: the word of rank r is met 1/(r + 3) times as often as the first. */
function createVocabulary(random: Random): Vocabulary {
  const words = new Set([...functionWords.split(" "), ...contentWords.split(" ")]);
  const everyday = shuffled(random, everydayCharacters());
  // What the common words are written with is also common in the others.
  const characters = frequencies([...new Set([...contentWords.replaceAll(" ", ""), ...everyday])]);
  while (words.size < WORDS) {
    let word = "";
    for (let length = lengthOfWord(random); length > 0; length--) word += choose(random, characters);
    words.add(word);
  }
  return frequencies([...words]);
}

function frequencies(items: readonly string[]): Vocabulary {
  const sums = new Float64Array(items.length);
  let sum = 0;
  for (let rank = 0; rank < items.length; rank++) {
    sum += 1 / (rank + 3);
    sums[rank] = sum;
  }
  return { words: items, sums };
}

/** The 3,755 characters of GB 2312's first level, read out of the decoder every Node has. */
function everydayCharacters(): string[] {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  }
  return [...new TextDecoder("gb18030").decode(Uint8Array.from(bytes))];
}

/** Else the commonest would be those whose sound comes first in the alphabet. */
function shuffled(random: Random, items: readonly string[]): readonly string[] {
  return items
    .map((item) => ({ item, place: random.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

function lengthOfWord(random: Random): number {
  let percent = random.between(1, 100);
  let length = 1;
  for (const share of LENGTHS) {
    if (percent <= share) return length;
    percent -= share;
    length++;
  }
  return 2;
}

function choose(random: Random, { words, sums }: Vocabulary): string {
  const wanted = random.next() * (sums.at(-1) ?? 0);
  let low = 0;
  let high = words.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return words[low] ?? "";
}

function phrase(random: Random, vocabulary: Vocabulary, length: number): string {
  let text = "";
  while (text.length < length) text += choose(random, vocabulary);
  return text;
}

function sentence(random: Random, vocabulary: Vocabulary): string {
  const clauses: string[] = [];
  for (let left = random.between(1, 4); left > 0; left--) {
    const figure = random.next() < 0.12 ? `${random.between(2, 9800)}` : "";
    clauses.push(phrase(random, vocabulary, random.between(5, 18)) + figure);
  }
  return `${clauses.join("，")}。`;
}

function paragraph(random: Random, vocabulary: Vocabulary): string {
  let text = "";
  for (let left = random.between(2, 6); left > 0; left--) text += sentence(random, vocabulary);
  return text;
}

function makeArticle(
  random: Random,
  vocabulary: Vocabulary,
  length: number,
  number: number,
): ImportedArticle {
  const body: Block[] = [];
  for (let written = 0; written < length; ) {
    const isHeading = body.length % 7 === 6;
    const text = isHeading
      ? phrase(random, vocabulary, random.between(8, 16))
      : paragraph(random, vocabulary);
    body.push(
      isHeading
        ? { type: "heading", level: 2, content: plain(text) }
        : { type: "paragraph", content: plain(text) },
    );
    written += text.length;
  }
  const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(number / 6)));
  return {
    ...emptyArticle(),
    kicker: random.next() < 0.4 ? phrase(random, vocabulary, 4) : "",
    title: phrase(random, vocabulary, random.between(10, 26)),
    byline: `本报记者 ${phrase(random, vocabulary, 2)}`,
    publication: random.pick(PUBLICATIONS),
    issuedOn: day.toISOString().slice(0, 10),
    page: String(random.between(1, 8)),
    lead: random.next() < 0.3 ? [{ type: "paragraph", content: plain(sentence(random, vocabulary)) }] : [],
    body,
  };
}
