/** The lines from an official document's first to its addressees, read one after the other. */
import { addresseesAt } from "./addressees.ts";
import { type Adopted, adoptedIn } from "./adopted.ts";
import { announcementNumber, announcerAt } from "./announcers.ts";
import { type FrontLine, inBrackets, isFileMark, ORDER_NUMBER, textOf } from "./front-lines.ts";
import type { ReadFront } from "./front-result.ts";
import { beginsWithIssuer, TITLE_LINES, titleOf } from "./front-title.ts";
import { statedFurther } from "./further.ts";
import type { HeadItems } from "./head.ts";
import { headItems } from "./head.ts";
import { type MinutesHead, minutesHead } from "./minutes.ts";
import { isPageLine } from "./page-lines.ts";
import {
  bodiesIn,
  compact,
  documentNumberOf,
  endsLikeATitle,
  isAnnouncementTitle,
  isOfficialTitle,
  issueNumberOf,
  namesABody,
} from "./words.ts";

/** The copy's number stands on one of the first lines. */
const FIRST_LINES = 2;

const ORDER = /令$|令第\d{1,4}号$|[公通]告$/u;

export class FrontReading {
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
  /** The text says the known title once more, at this place. */
  #isRepeated = false;

  /** Its head is that of minutes. */
  #minutes: MinutesHead | null = null;

  #adopted: Adopted | null = null;

  /** The known title is that of a text in which the document stands. */
  #isOfAnother = false;

  /** `above`: lines of the text that are passed over. */
  constructor(lines: readonly FrontLine[], above: number) {
    const known = lines.find(({ field }) => field === "title");
    const fields = lines.filter(({ field }) => field !== undefined);
    this.#all = lines;
    const at = known === undefined ? 0 : lines.indexOf(known);
    const isHead =
      known !== undefined &&
      (headItems(known.text, true) ?? announcerAt(lines, at) ?? minutesHead(lines.slice(at), false)) !== null;
    this.#known = known === undefined || isHead ? null : known;
    this.#lines = [
      ...fields.filter((line) => line !== this.#known),
      ...lines.filter(({ field }) => field === undefined).slice(above),
    ];
  }

  /** A reader that knew the title took it from below the head, whose lines then follow it. */
  head(): void {
    this.#minutesHead();
    for (let line = this.#next(); line !== undefined; line = this.#next()) {
      const announcer = announcerAt(this.#lines, this.#at);
      const items =
        this.#orderNumber(line) ??
        announcer ??
        headItems(line.text, this.#head.length < FIRST_LINES) ??
        this.#anotherSigner(line);
      if (items === null || (items !== announcer && this.#isOnlyABody(line, items))) break;
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

  #minutesHead(): void {
    const minutes = minutesHead(this.#lines, this.#known !== null);
    if (minutes === null) return;
    this.#minutes = minutes;
    this.#at = minutes.length;
    this.#head = this.#lines.slice(0, minutes.length);
    this.#items = { documentNumber: minutes.number };
    if (minutes.mark !== null) this.#marks.push(minutes.mark);
    this.#hasFileMark = true;
  }

  /** Several lines, up to where it is called 通知, 意见, 批复 and so on. */
  title(): void {
    const known = this.#known === null ? [] : [this.#known];
    this.#title = this.#titleWith(known);
    this.#titleFromHead();
    if (known.every((line) => this.#title.includes(line))) return;
    // A page's title has the site's name behind that of its document; any other is a line of the head.
    this.#isRepeated =
      this.#title.length > 0 && compact(textOf(known)).startsWith(compact(textOf(this.#title)));
    if (this.#isRepeated) return;
    this.#isOfAnother = known.some(({ text }) => !isPageLine(text) && !isTitleAndMore(text, this.#title));
    this.#head.unshift(...known);
  }

  #titleWith(known: FrontLine[]): FrontLine[] {
    const knownText = compact(textOf(known));
    if (isOfficialTitle(knownText) || (endsLikeATitle(knownText) && this.#head.length === 0)) {
      this.#passRepeated(knownText);
      return known;
    }
    // Of a title on several lines the reader may have known the first alone.
    const isBegun = /关于|印发|转发|提请|的$/u.test(knownText) && !/[_|｜]/u.test(knownText);
    const title = (isBegun ? this.#titleFrom(known) : null) ?? this.#titleFrom([]);
    if (title !== null) return title;
    // What minutes are about need not end in what they are.
    const about = this.#minutes !== null && known.length === 0 ? this.#next() : undefined;
    return about === undefined ? known : [this.#take(about)];
  }

  #titleFrom(begun: readonly FrontLine[]): FrontLine[] | null {
    const found = titleOf(begun, this.#lines.slice(this.#at));
    this.#at += found === null ? 0 : found.length - begun.length;
    return found === null ? null : [...found];
  }

  /** Lines of the text that say the known title once more stay where they are. */
  #passRepeated(title: string): void {
    let text = "";
    for (const [index, line] of this.#lines.slice(this.#at, this.#at + TITLE_LINES).entries()) {
      text += compact(line.text);
      if (text === title) {
        this.#at += index + 1;
        this.#isRepeated = true;
      }
      if (!title.startsWith(text) || text === title) return;
    }
  }

  /** A body named straight above 关于…的通知 begins the title; an order without a title is called an order, and 公告 so. */
  #titleFromHead(): void {
    const orderAt = this.#head.findIndex(({ text }) => ORDER.test(compact(text)));
    const order = compact(this.#head[orderAt]?.text ?? "");
    if (order !== "" && this.#title.every((line) => compact(line.text).startsWith(order))) {
      this.#title = this.#head.splice(orderAt, 1);
      const number = this.#head[orderAt]?.text ?? "";
      if (ORDER_NUMBER.test(compact(number))) this.#subtitle = this.#head.splice(orderAt, 1);
    }
    if (this.#title.every(({ block }) => block === undefined)) return;
    const named = compact(textOf(this.#title)).split("关于")[0] ?? "";
    while (named === "" || !namesABody(named)) {
      const above = this.#head.at(-1);
      if (above === undefined || isFileMark(above.text) || bodiesIn(above.text, namesABody) === null) return;
      this.#head.pop();
      this.#title.unshift(above);
    }
  }

  /** A number below the title, in brackets or not, then the addressees. */
  below(): void {
    const number = this.#next();
    const text = inBrackets(compact(number?.text ?? ""));
    const isMinutes = /纪要$/u.test(compact(textOf(this.#title)));
    const found = documentNumberOf(text) ?? (isMinutes ? issueNumberOf(text) : null);
    if (number !== undefined && found !== null && this.#items.documentNumber === undefined) {
      this.#items = { ...this.#items, documentNumber: found };
      this.#subtitle = [this.#take(number)];
    }
    const title = compact(textOf(this.#title));
    this.#belowAdopted(title);
    // Pages print the title once more, below the number.
    const next = this.#lines.findIndex(
      ({ text: line }, index) => index >= this.#at && !title.includes(compact(line)),
    );
    this.#addressees = (next < 0 ? null : addresseesAt(this.#lines, next)) ?? "";
  }

  #belowAdopted(title: string): void {
    const line = this.#next();
    this.#adopted = line === undefined ? null : adoptedIn(title, line.text);
    if (line !== undefined && this.#adopted !== null) this.#subtitle.push(this.#take(line));
  }

  /** Where something else stands above the number, as on web pages, it and the addressees are read and stay in place. */
  further(): void {
    if (this.#items.documentNumber !== undefined) return;
    const found = statedFurther(this.#lines.slice(this.#at), this.#known?.text ?? "");
    if (found === null) return;
    this.#items = { ...this.#items, documentNumber: found.documentNumber };
    this.#addressees ||= found.addressees;
  }

  result(): ReadFront {
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
      marks: this.#adopted !== null && this.#marks.length === 0 ? [this.#adopted.issuer] : this.#marks,
      hasFileMark: this.#hasFileMark,
      addressees: this.#addressees,
      isTitled:
        isOfficialTitle(title) ||
        (documentNumber !== "" && endsLikeATitle(title)) ||
        (this.#minutes !== null && this.#known === null),
      mayAnnounce: isAnnouncementTitle(title),
      issued: this.#minutes ?? this.#adopted,
      isAdopted: this.#adopted !== null,
      kicker: inField([...unused("kicker"), ...this.#head]),
      title: inField(this.#title),
      subtitle: inField([...unused("subtitle"), ...this.#subtitle]),
      isTitleInHead: this.#head.some(({ field }) => field === "title"),
      hasTitleInText: this.#title.some(({ block }) => block !== undefined),
      repeatsTitle: this.#isRepeated,
      isOfAnother: this.#isOfAnother,
      taken,
      end: Math.max(0, ...blocks.map((block) => block + 1)),
    };
  }

  /** 第746号 below 国务院令, 2021年第3号 below 示例局公告. */
  #orderNumber(line: FrontLine): HeadItems | null {
    const above = this.#head.at(-1);
    const number = ORDER_NUMBER.exec(compact(line.text));
    if (above === undefined || number === null || !/[令告]$/u.test(compact(above.text))) return null;
    return { documentNumber: announcementNumber(this.#marks, above.text, number[0]) };
  }

  /** 李四 below 签发人：张三, alone or behind the document's number, where several bodies issue it. */
  #anotherSigner({ text }: FrontLine): HeadItems | null {
    const [, before = "", name = ""] =
      /^(.*?)(?<!\p{Script=Han})(\p{Script=Han}[\s　]?\p{Script=Han}{1,3})\s*$/u.exec(text) ?? [];
    const { signer } = this.#items;
    if (signer === undefined || name === "" || endsLikeATitle(name) || name === "关于") return null;
    const items = before.trim() === "" ? {} : headItems(before, false);
    return items === null ? null : { ...items, signer: `${signer} ${compact(name)}` };
  }

  /** A body named alone issues the document where its number or the word 文件 follows; else it may be anything. */
  #isOnlyABody(line: FrontLine, items: HeadItems): boolean {
    const { mark, documentNumber } = items;
    if (mark === undefined || documentNumber !== undefined || isFileMark(line.text)) return false;
    if (beginsWithIssuer(this.#lines[this.#at + 1]?.text ?? "")) return false;
    return !this.#lines.slice(this.#at + 1, this.#at + 4).some(({ text }) => {
      const below = headItems(text, false);
      return isFileMark(text) || below?.documentNumber !== undefined || ORDER_NUMBER.test(compact(text));
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

/** The document's title with something around it. */
function isTitleAndMore(text: string, title: readonly FrontLine[]): boolean {
  const own = compact(textOf(title));
  return own === "" || own.includes(compact(text));
}
