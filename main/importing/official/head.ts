/** The lines of an official document's head, above its title (版头): each holds nothing but what belongs there. */
import { classificationOf } from "./mark-line.ts";
import { telegramItems } from "./telegrams.ts";
import { compact, documentNumberOf, namesABody } from "./words.ts";

/** What one line of a head states. */
export interface HeadItems {
  readonly copyNumber?: string;
  readonly classification?: string;
  readonly urgency?: string;
  /** 发文机关标志, without the word 文件. */
  readonly mark?: string;
  readonly documentNumber?: string;
  readonly signer?: string;
}

const LONGEST = 80;

/** Null for a line that holds anything else. `isFirst`: among the lines where a bare number is the copy's. */
export function headItems(line: string, isFirst: boolean): HeadItems | null {
  if (line.length > LONGEST || /[。；;？！]/u.test(line)) return null;
  return telegramItems(line) ?? severalItems(line, isFirst) ?? oneItem(compact(line), isFirst);
}

/** Parts stand apart by wide gaps: 国发〔2020〕5号　　　签发人：张三. */
function severalItems(line: string, isFirst: boolean): HeadItems | null {
  const parts = line
    .trim()
    .split(/[\t　 ]{2,}|[\t\n]|(?=签\s*发\s*人\s*[:：])/u)
    .map(compact)
    .filter((part) => part !== "");
  if (parts.length < 2) return null;
  let items: HeadItems = {};
  for (const part of parts) {
    // 签发人：张三 李四 names several.
    if (items.signer !== undefined && /^\p{Script=Han}{2,4}$/u.test(part)) {
      items = { ...items, signer: `${items.signer} ${part}` };
      continue;
    }
    const item = oneItem(part, isFirst);
    if (item === null) return null;
    items = { ...items, ...item };
  }
  return items;
}

function oneItem(text: string, isFirst: boolean): HeadItems | null {
  // Below the names of several bodies the word stands alone.
  if (text === "文件") return {};
  const copyNumber = /^(?:份号[:：]?(\d{1,8})|(?:№|No\.?)?(\d{6}|0\d{2,5}))$/iu.exec(text);
  if (copyNumber !== null && (isFirst || copyNumber[1] !== undefined)) {
    return { copyNumber: copyNumber[1] ?? copyNumber[2] ?? "" };
  }
  const mark = classificationOf(text);
  if (mark !== null) {
    const urgency = /(特急|加急|平急|特提|急件)$/u.exec(text)?.[1];
    const copy = /^(?:份号[:：]?)?(\d{1,8})/u.exec(text)?.[1];
    return {
      classification: mark.mark,
      ...(urgency === undefined ? {} : { urgency }),
      ...(copy === undefined ? {} : { copyNumber: copy }),
    };
  }
  const urgency = /^(?:紧急程度[:：]?)?(特急|加急|平急|特提|急件|紧急)$/u.exec(text);
  if (urgency !== null) return { urgency: urgency[1] ?? "" };
  const signer = /^签发人[:：](.{2,30})$/u.exec(text);
  if (signer !== null) return { signer: signer[1] ?? "" };
  const numbered = numberItems(text);
  if (numbered !== null) return numbered;
  const issuer = markOf(text);
  return issuer === null ? null : { mark: issuer };
}

/** 示政发〔2021〕3号; 特急示函〔2021〕3号, as letters have both on one line; 示例省人民政府令第3号, 示例局公告2021年第3号. */
function numberItems(text: string): HeadItems | null {
  const [, urgency, rest = text] = /^(特急|加急|平急|特提|急件)(.{2,})$/u.exec(text) ?? [];
  const documentNumber = documentNumberOf(rest);
  if (documentNumber !== null) return { documentNumber, ...(urgency === undefined ? {} : { urgency }) };
  const order = /^(\p{Script=Han}{2,30}?)(?:令|公告|通告)(?:\d{4}年)?第\d{1,4}号$/u.exec(text);
  return order === null ? null : { mark: order[1] ?? "", documentNumber: text };
}

/** 示例县人民政府文件 → 示例县人民政府; also the bodies above an order or a letter, and joint marks line by line. */
function markOf(text: string): string | null {
  const file = /^([\p{Script=Han}（）()、·“”]{2,40}?)(?:文件|令)$/u.exec(text);
  if (file !== null) return file[1] ?? null;
  return namesABody(text) && text.length >= 4 ? text : null;
}
