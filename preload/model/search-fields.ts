/** The fields that narrow a query: their names in both languages, and what is read as the value of one. */
import { readDates } from "./search-dates.ts";

export type FieldFilter =
  /** Each value folds to a part of what it is compared with. */
  | { readonly field: "publication" | "tag" | "page" | "number"; readonly value: string }
  /** `YYYY-MM-DD`, both counted; null: open on that side. */
  | { readonly field: "date"; readonly from: string | null; readonly to: string | null }
  | { readonly field: "has"; readonly value: "picture" | "bookmark" };

/** As they are typed before a colon, in lower case. */
export const fieldNames: Readonly<Record<string, FieldFilter["field"] | "title">> = {
  标题: "title",
  title: "title",
  来源: "publication",
  source: "publication",
  日期: "date",
  date: "date",
  标签: "tag",
  tag: "tag",
  版: "page",
  版次: "page",
  page: "page",
  字号: "number",
  发文字号: "number",
  number: "number",
  有: "has",
  has: "has",
};

const hasValues: Readonly<Record<string, "picture" | "bookmark">> = {
  图: "picture",
  图片: "picture",
  picture: "picture",
  pictures: "picture",
  标注: "bookmark",
  批注: "bookmark",
  bookmark: "bookmark",
  bookmarks: "bookmark",
};

/** A field's name with its colon, and a space behind it where a value follows. */
export const fieldPattern = new RegExp(`^(${Object.keys(fieldNames).join("|")})[:：](?:\\s+(?=\\S))?`, "i");

/** Null where the value makes no sense in the field. */
export function filterOf(field: FieldFilter["field"], value: string): FieldFilter | null {
  if (value === "") return null;
  if (field === "has") {
    const has = hasValues[value.toLowerCase()];
    return has === undefined ? null : { field, value: has };
  }
  if (field !== "date") return { field, value };
  const dates = readDates(value);
  return dates === null ? null : { field, ...dates };
}
