/** What was typed after the commands about bookmarks. */
import type { BookmarkColor, BookmarkFormat } from "../../preload/model/bookmark.ts";
import { bookmarkColors, bookmarkFormats } from "../../preload/model/bookmark.ts";
import type { UsageError } from "./usage-error.ts";
import { articleNumber, wrong } from "./usage-error.ts";

export const bookmarkCommandNames = [
  "bookmark",
  "bookmarks",
  "export-bookmarks",
  "import-bookmarks",
] as const;

type Name = (typeof bookmarkCommandNames)[number];

export type BookmarkCommandLine =
  | {
      readonly command: "bookmark";
      readonly library: string;
      readonly article: number;
      readonly quote: string;
      readonly note: string;
      readonly tags: readonly string[];
      readonly color: BookmarkColor;
    }
  | { readonly command: "bookmarks"; readonly library: string }
  | {
      readonly command: "export-bookmarks";
      readonly library: string;
      readonly path: string;
      readonly format: BookmarkFormat;
    }
  | {
      readonly command: "import-bookmarks";
      readonly library: string;
      readonly path: string;
      readonly dryRun: boolean;
    };

interface Values {
  readonly exact?: string | undefined;
  readonly note?: string | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly color?: string | undefined;
  readonly format?: string | undefined;
  readonly "dry-run"?: boolean | undefined;
}

export function bookmarkCommand(
  command: Name,
  library: string,
  rest: readonly string[],
  values: Values,
): BookmarkCommandLine | UsageError {
  const most = command === "bookmarks" ? 0 : 1;
  if (rest.length > most) return wrong("usage.too-many", rest.slice(most).join(" "));
  const [operand] = rest;
  switch (command) {
    case "bookmark":
      return markCommand(library, operand, values);
    case "bookmarks":
      return { command, library };
    case "export-bookmarks": {
      if (operand === undefined) return wrong("usage.no-file", command);
      const named = values.format ?? /\.([a-z]+)$/i.exec(operand)?.[1]?.toLowerCase() ?? "";
      const format = bookmarkFormats.find((known) => known === named);
      return format === undefined
        ? wrong("usage.bad-format", named || operand, bookmarkFormats.join(", "))
        : { command, library, path: operand, format };
    }
    case "import-bookmarks":
      if (operand === undefined) return wrong("usage.no-file", command);
      return { command, library, path: operand, dryRun: values["dry-run"] === true };
  }
}

/** Characters. */
const LONGEST_TAG = 200;

function markCommand(
  library: string,
  id: string | undefined,
  { exact = "", note = "", tag = [], color: named = "yellow" }: Values,
): BookmarkCommandLine | UsageError {
  if (id === undefined) return wrong("usage.no-article", "bookmark");
  const article = articleNumber(id);
  if (article === null) return wrong("usage.bad-article", id);
  if (exact === "") return wrong("usage.no-quote", "bookmark");
  const color = bookmarkColors.find((known) => known === named);
  if (color === undefined) return wrong("usage.bad-color", named, bookmarkColors.join(", "));
  const tags = tag.map((each) => each.trim());
  if (tags.includes("")) return wrong("usage.no-value", "--tag", "会议");
  if (tags.some((each) => each.length > LONGEST_TAG))
    return wrong("usage.too-long", "--tag", String(LONGEST_TAG));
  return { command: "bookmark", library, article, quote: exact, note, tags, color };
}
