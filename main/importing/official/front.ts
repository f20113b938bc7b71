/** From the first line of an official document to its addressees: head, title, what stands below it. */
import type { HeadItems } from "./head.ts";
import { headItems } from "./head.ts";
import { compact, documentNumberOf, endsLikeATitle, isOfficialTitle, namesABody } from "./words.ts";

export interface FrontLine {
  readonly text: string;
  /** The article's field that holds the line, or else the block it stands in. */
  readonly field?: "kicker" | "title" | "subtitle";
  readonly block?: number;
  /** The block holds nothing that a field would lose. */
  readonly liftable?: boolean;
}

export interface Front extends Required<Omit<HeadItems, "mark">> {
  /** The bodies that issue it, as its head names them. */
  readonly marks: readonly string[];
  /** One of them stands there with the word 文件, or with its number as an order. */
  readonly hasFileMark: boolean;
  readonly addressees: string;
  /** The title is of the kind that official documents have. */
  readonly isTitled: boolean;
  /** Of the kind that addresses everyone, and so nobody: 公告, 通告. */
  readonly isPublic: boolean;
  /** What the article's fields are to hold, so that nothing of them is lost. No title: that of the article. */
  readonly kicker: readonly string[];
  readonly title: readonly string[];
  readonly subtitle: readonly string[];
  /** What the reader took for the title belongs to the head. */
  readonly isTitleInHead: boolean;
  /** Blocks whose text has gone into the fields. */
  readonly taken: ReadonlySet<number>;
  /** The first block below the front. */
  readonly end: number;
}

const TITLE_LINES = 5;
const LONGEST_TITLE_LINE = 80;
const LONGEST_ADDRESSEES = 500;
const LINES_FURTHER = 24;
/** The copy's number stands on one of the first lines. */
const FIRST_LINES = 2;

/** What the addressees are called, at least one of them. */
const ADDRESSED =
  /各|你|[省市县区乡镇村委局办厅部院司会处科室]|政府|公司|单位|中心|学校|机构|同志|代表|社区|集团/u;

export function frontOf(lines: readonly FrontLine[]): Front {
  const reading = new FrontReading(lines);
  reading.head();
  reading.title();
  reading.below();
  reading.further();
  return reading.result();
}

class FrontReading {
  readonly #all: readonly FrontLine[];
  /** Without the title that the reader knew. */
  readonly #lines: readonly FrontLine[];
  readonly #known: FrontLine | null;
  #at = 0;
  #head: FrontLine[] = [];
  #title: FrontLine[] = [];
  #subtitle: FrontLine[] = [];
  #items: HeadItems = {};
  readonly #marks: string[] = [];
  #hasFileMark = false;
  #addressees = "";

  constructor(lines: readonly FrontLine[]) {
    const known = lines.find(({ field }) => field === "title");
    this.#all = lines;
    this.#known = known === undefined || headItems(known.text, true) !== null ? null : known;
    this.#lines = lines.filter((line) => line !== this.#known);
  }

  /** A reader that knew the title took it from below the head, whose lines then follow it. */
  head(): void {
    for (let line = this.#next(); line !== undefined; line = this.#next()) {
      const items = this.#orderNumber(line) ?? headItems(line.text, this.#head.length < FIRST_LINES);
      if (items === null || this.#isOnlyABody(line, items)) break;
      this.#head.push(this.#take(line));
      this.#remember(line, items);
    }
    // A number and nothing else stood below the title, as in gazettes and on web pages.
    if (
      this.#known !== null &&
      this.#head.length === 1 &&
      this.#items.documentNumber !== undefined &&
      this.#marks.length === 0
    ) {
      this.#subtitle = this.#head;
      this.#head = [];
    }
  }

  /** Several lines, up to where it is called 通知, 意见, 批复 and so on. */
  title(): void {
    const known = this.#known === null ? [] : [this.#known];
    const knownText = compact(textOf(known));
    if (isOfficialTitle(knownText) || (endsLikeATitle(knownText) && this.#head.length === 0)) {
      this.#title = known;
      return;
    }
    // Of a title on several lines the reader may have known the first alone.
    const title = (/^关于|的$/u.test(knownText) ? this.#titleFrom(known) : null) ?? this.#titleFrom([]);
    this.#title = title ?? known;
    if (title !== null && known.every((line) => !title.includes(line))) this.#head.unshift(...known);
  }

  #titleFrom(begun: readonly FrontLine[]): FrontLine[] | null {
    const found = [...begun];
    const from = this.#at;
    for (let line = this.#next(); line !== undefined && found.length < TITLE_LINES; line = this.#next()) {
      if (!canBeTitle(line)) break;
      found.push(this.#take(line));
      const text = compact(textOf(found));
      if (endsLikeATitle(text) && !goesOn(text, this.#next())) return found;
    }
    this.#at = from;
    return null;
  }

  /** A number below the title, in brackets or not, then the addressees. */
  below(): void {
    const number = this.#next();
    const found = number === undefined ? null : documentNumberOf(inBrackets(compact(number.text)));
    if (number !== undefined && found !== null && this.#items.documentNumber === undefined) {
      this.#items = { ...this.#items, documentNumber: found };
      this.#subtitle = [this.#take(number)];
    }
    const title = compact(textOf(this.#title));
    // Pages print the title once more, below the number.
    const next = this.#lines.slice(this.#at).find(({ text }) => !title.includes(compact(text)));
    this.#addressees = addresseesIn(next?.text ?? "") ?? "";
  }

  /** Where something else stands above the number, as on web pages, it and the addressees are read and stay in place. */
  further(): void {
    if (this.#items.documentNumber !== undefined) return;
    const lines = this.#lines.slice(this.#at, this.#at + LINES_FURTHER);
    const at = lines.findIndex(({ text }) => documentNumberOf(compact(text)) !== null);
    if (at === -1) return;
    const documentNumber = documentNumberOf(compact(lines[at]?.text ?? "")) ?? "";
    this.#items = { ...this.#items, documentNumber };
    const from = this.#at + at + 1;
    const below = this.#lines.slice(from, from + LINES_FURTHER).filter(({ liftable }) => liftable === true);
    this.#addressees ||= below.map(({ text }) => addresseesIn(text)).find((found) => found !== null) ?? "";
  }

  result(): Front {
    const lifted = new Set([...this.#head, ...this.#title, ...this.#subtitle]);
    const blocks = [...lifted].flatMap(({ block }) => (block === undefined ? [] : [block]));
    const taken = new Set(blocks.filter((block) => this.#isWhollyIn(block, lifted)));
    const unused = (field: FrontLine["field"]) =>
      this.#all.filter((line) => line.field === field && !lifted.has(line));
    const inField = (lines: readonly FrontLine[]) =>
      lines
        .filter(({ block }) => block === undefined || taken.has(block))
        .map(({ text }) => text.trim().replace(/[\s　]{2,}/gu, "　"));
    const title = compact(textOf(this.#title));
    const {
      documentNumber = "",
      classification = "",
      copyNumber = "",
      urgency = "",
      signer = "",
    } = this.#items;
    return {
      ...{ documentNumber, classification, copyNumber, urgency, signer },
      marks: this.#marks,
      hasFileMark: this.#hasFileMark,
      addressees: this.#addressees,
      isPublic: isOfficialTitle(title) && /[公通]告$/u.test(title),
      isTitled: isOfficialTitle(title) || (documentNumber !== "" && endsLikeATitle(title)),
      kicker: inField([...unused("kicker"), ...this.#head]),
      title: inField(this.#title),
      subtitle: inField([...unused("subtitle"), ...this.#subtitle]),
      isTitleInHead: this.#head.some(({ field }) => field === "title"),
      taken,
      end: Math.max(0, ...blocks.map((block) => block + 1)),
    };
  }

  /** 第746号 below 国务院令. */
  #orderNumber(line: FrontLine): HeadItems | null {
    const above = this.#head.at(-1);
    const number = /^第\d{1,4}号$/u.exec(compact(line.text));
    if (above === undefined || number === null || !/[令告]$/u.test(compact(above.text))) return null;
    return { documentNumber: compact(above.text) + number[0] };
  }

  /** A body named alone issues the document where its number or the word 文件 follows; else it may be anything. */
  #isOnlyABody(line: FrontLine, items: HeadItems): boolean {
    if (items.mark === undefined || isFileMark(line.text)) return false;
    return !this.#lines.slice(this.#at + 1, this.#at + 4).some(({ text }) => {
      const below = headItems(text, false);
      return isFileMark(text) || below?.documentNumber !== undefined || /^第\d{1,4}号$/u.test(compact(text));
    });
  }

  #remember(line: FrontLine, items: HeadItems): void {
    const { mark, ...others } = items;
    this.#items = { ...this.#items, ...others };
    if (mark !== undefined) this.#marks.push(mark);
    if (isFileMark(line.text)) this.#hasFileMark = true;
  }

  #isWhollyIn(block: number, lifted: ReadonlySet<FrontLine>): boolean {
    return this.#all.every((line) => line.block !== block || (line.liftable === true && lifted.has(line)));
  }

  #next(): FrontLine | undefined {
    return this.#lines[this.#at];
  }

  #take(line: FrontLine): FrontLine {
    this.#at++;
    return line;
  }
}

/** 各乡镇人民政府，县直各部门： */
function addresseesIn(line: string): string | null {
  const text = line.trim();
  if (text.length > LONGEST_ADDRESSEES || !/^[^。；;！？]{2,}[:：]$/u.test(text)) return null;
  // 现将有关事项通告如下： tells what follows, and begins the text.
  const isText = /^(?:附件|抄送|附|为了?|根据|按照)|如下[:：]$/u.test(text);
  return ADDRESSED.test(text) && !isText ? compact(text).slice(0, -1) : null;
}

function textOf(lines: readonly FrontLine[]): string {
  return lines.map(({ text }) => text.trim()).join("");
}

function isFileMark(text: string): boolean {
  return /文件$|令$|令第\d{1,4}号$/u.test(compact(text));
}

function canBeTitle({ text, liftable = true }: FrontLine): boolean {
  const line = text.trim();
  return (
    liftable &&
    line.length <= LONGEST_TITLE_LINE &&
    !/[。；;：:！？，,]$/u.test(line) &&
    !/[。；;]/u.test(line)
  );
}

/** 关于印发《…方案》的 + 通知: what looks like an end may be the middle. */
function goesOn(text: string, next: FrontLine | undefined): boolean {
  if (next === undefined || !canBeTitle(next)) return false;
  const line = compact(next.text);
  if (documentNumberOf(inBrackets(line)) !== null || namesABody(line)) return false;
  const isOpen = (text.match(/《/gu)?.length ?? 0) > (text.match(/》/gu)?.length ?? 0);
  return isOpen || (line.length <= 12 && endsLikeATitle(line) && /^[》的]/u.test(line));
}

/** （国发〔2020〕5号） below a title is the number in brackets. */
function inBrackets(text: string): string {
  return /^[（(].*号[）)]$/u.test(text) ? text.slice(1, -1) : text;
}
