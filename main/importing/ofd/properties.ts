/** What an OFD document says of itself, as far as a person said it and not a program. */

import { dateIn } from "../guess-details.ts";
import type { DocumentInfo } from "./package.ts";

export interface Properties {
  /** Empty where nothing that reads like a title is stated. */
  readonly title: string;
  readonly author: string;
  /** `YYYY-MM-DD`, or null: of the document, as its office keeps it. */
  readonly statedOn: string | null;
  /** The same, of the file. */
  readonly createdOn: string | null;
}

/** What programs write into a title by themselves: names of files and of programs. */
const NO_TITLE =
  /\.(?:docx?|wps|ofd|pdf|txt|xlsx?|pptx?|html?)\b|^(?:Microsoft |PowerPoint|untitled|无标题|未命名|无题|新建|document\s*\d*$|文档\s*\d*$)/i;

/** Names that computers and programs bear. */
const NO_AUTHOR =
  /^(?:[\w.-]{1,8}|admin\w*|user\w*|lenovo|thinkpad|微软\w*|用户\w*|windows.*|作者|unknown|.*(?:\d{3,}|[©®_]).*)$/i;

/** How offices name what they keep with a document. */
const CUSTOM_TITLE: ReadonlySet<string> = new Set(["标题", "公文标题", "文件标题", "题名", "Title"]);
const CUSTOM_DATE: ReadonlySet<string> = new Set(["成文日期", "发文日期", "印发日期", "发布日期"]);

export function propertiesOf(info: DocumentInfo): Properties {
  const title = customOf(info, CUSTOM_TITLE) || info.title;
  return {
    title: NO_TITLE.test(title) ? "" : title.replace(/\s+/g, " ").trim(),
    author: NO_AUTHOR.test(info.author) ? "" : info.author,
    statedOn: dateIn(customOf(info, CUSTOM_DATE)),
    createdOn: dateIn(info.creationDate.replace(/^D:(\d{8}).*/, "$1")),
  };
}

function customOf({ custom }: DocumentInfo, names: ReadonlySet<string>): string {
  for (const [name, value] of custom) if (names.has(name) && value !== "") return value;
  return "";
}
