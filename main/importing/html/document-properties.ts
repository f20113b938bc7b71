/** The table of properties (信息公开属性) that government sites put over their documents. */
import type { OfficialDocument } from "../../../preload/model/article.ts";
import { emptyOfficialDocument } from "../../../preload/model/article.ts";
import { squeezed } from "./one-line.ts";
import type { PageDetails } from "./page-details.ts";
import { dateIn, nothingSaid } from "./page-details.ts";
import { isSiteLine } from "./site-lines.ts";

/** Labels as sites write them, often spaced out: 索 引 号. */
const LABEL =
  /^(索引号|信息索引|发文机关|发文机构|发布机构|制发机关|发文字号|文号|文件编号|成文日期|生成日期|发布日期|公开日期|发文日期|印发日期|标题|名称|信息名称|主题分类|主题词|体裁分类|组配分类|服务对象分类|有效性|时效性|是否有效|效力状态|关键词|施行日期|实施日期|废止日期|失效日期|公开方式|公开范围|公开形式|公开程序|内容概述|信息分类|统一编号|文件类型|责任部门)(?:[：:](.*))?$/s;

/** Fewer labels are a line or two about an article, not a table of properties. */
const LEAST_LABELS = 3;

/** Lines between a label and the next: a value that goes on. */
const MOST_BETWEEN = 3;

export interface DocumentProperties {
  /** The first and last of the lines that state them. */
  readonly from: number;
  readonly to: number;
  readonly details: PageDetails;
  readonly official: OfficialDocument | null;
}

/** The properties that stand in lines one after another; a label's value is in its line, or is the next. Null where there are none. */
export function documentProperties(lines: readonly string[]): DocumentProperties | null {
  const { values, from, to } = labelledValues(lines);
  if (values.size < LEAST_LABELS) return null;
  const first = (...labels: readonly string[]) =>
    labels.map((label) => values.get(label) ?? "").find((value) => value !== "") ?? "";
  const number = first("发文字号", "文号", "文件编号");
  const documentNumber = /\d+\s*号/.test(number) ? number : "";
  const issuingBody = first("发文机关", "发文机构", "制发机关", "发布机构");
  const isOfficial = documentNumber !== "" || issuingBody !== "";
  return {
    from,
    to,
    details: {
      ...nothingSaid,
      title: first("标题", "名称", "信息名称"),
      issuedOn: dateIn(first("发布日期", "公开日期", "成文日期", "生成日期", "发文日期", "印发日期")),
      publication: issuingBody,
    },
    official: isOfficial
      ? { ...emptyOfficialDocument, documentNumber, issuingBody, signedOn: dateIn(first("成文日期")) }
      : null,
  };
}

function labelledValues(lines: readonly string[]): {
  readonly values: ReadonlyMap<string, string>;
  readonly from: number;
  readonly to: number;
} {
  const values = new Map<string, string>();
  let [from, to] = [-1, -1];
  for (const [index, line] of lines.entries()) {
    const label = labelOf(line);
    if (label === null) continue;
    // What stands further away is another line with a date, not the table's.
    if (values.size >= LEAST_LABELS && index > to + MOST_BETWEEN) break;
    const inLine = valueInLine(line);
    const next = lines[index + 1] ?? "";
    const value = inLine === "" && labelOf(next) === null && !isSiteLine(next) ? next : inLine;
    if (!values.has(label)) values.set(label, value);
    if (from < 0) from = index;
    to = inLine === "" && value !== "" ? index + 1 : index;
  }
  return { values, from, to };
}

function valueInLine(line: string): string {
  return /[：:]/.test(line) ? line.replace(/^[^：:]*[：:]/, "").trim() : "";
}

function labelOf(line: string): string | null {
  return LABEL.exec(squeezed(line))?.[1] ?? null;
}
