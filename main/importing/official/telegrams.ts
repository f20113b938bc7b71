/** The head of a telegram (明传电报): 发电单位, 签批盖章, 等级, and the number it has beside that of its document. */
import { compact, documentNumberOf, namesABody } from "./words.ts";

interface TelegramItems {
  readonly urgency?: string;
  readonly mark?: string;
  readonly documentNumber?: string;
}

const URGENCY = "特提|特急|加急|平急";

/** 发电单位　示例县人民政府　签批盖章　张三: labels begin the parts, with a colon or without. */
const LABELS = /(?=签\s*批(?:\s*盖\s*章)?\s*[:：　 ]|等\s*级\s*[:：　 ])/u;
const SENDER = /^(?:发电(?:单位|机关)[:：]?(.{3,40})|(.{3,40}(?<!电[站厂]))(?:发电|明传电报|传真电报))$/u;
/** The telegram's own number is filled in by who sends it, if at all: 机发　　号. */
const BARE =
  /^(?:号|发电|明传电报|传真电报|签批(?:盖章)?[:：]?\p{Script=Han}{0,12}|\p{Script=Han}{0,4}机发(?:\d{1,6}号?)?)$/u;
const GRADE = new RegExp(`^(?:等级[:：]?)?(${URGENCY})(?:[·・.\\-—、]?(?:明电|密电|明传))?$`, "u");
/** What in such a line is no part of another: 特急 alone, a name. */
const IS_TELEGRAM = /发电|电报|明电|密电|机发|等级[:：]?(?:特提|特急|加急|平急)/u;

/** What a line of a telegram's head states; null for a line that holds anything else. */
export function telegramItems(line: string): TelegramItems | null {
  if (!IS_TELEGRAM.test(compact(line))) return null;
  let items: TelegramItems = {};
  for (const part of partsOf(line)) {
    const stated = partOf(part);
    if (stated === null) return null;
    items = { ...items, ...stated };
  }
  return items;
}

/** A space parts grade and numbers; what a label leads to is one part with it. */
function partsOf(line: string): readonly string[] {
  const labelled = line
    .trim()
    .replace(
      /(等\s*级|发\s*电\s*单\s*位|发\s*电\s*机\s*关|签\s*批(?:\s*盖\s*章)?)\s*[:：]?\s*/gu,
      (label) => `${compact(label).replace(/[:：]$/u, "")}：`,
    )
    .split(LABELS);
  return labelled
    .flatMap((part) => part.split(/(?<=明电|密电|明传|号)\s+|\s{2,}|[\t　]+/u))
    .map(compact)
    .filter((part) => part !== "");
}

function partOf(part: string): TelegramItems | null {
  if (BARE.test(part)) return {};
  const urgency = GRADE.exec(part)?.[1];
  if (urgency !== undefined) return { urgency };
  const documentNumber = documentNumberOf(part);
  if (documentNumber !== null) return { documentNumber };
  const [, labelled, named] = SENDER.exec(part) ?? [];
  const mark = labelled ?? named ?? "";
  return namesABody(mark) ? { mark } : null;
}
