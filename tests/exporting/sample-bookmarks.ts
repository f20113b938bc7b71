/** Bookmarks as exports take them. */
import type { ExportedBookmark } from "../../preload/model/bookmark.ts";

export function bookmark(more: Partial<ExportedBookmark> = {}): ExportedBookmark {
  const quote = more.quote ?? "在城关镇召开";
  return {
    id: 1,
    uuid: "5b0c0b5e-7f0e-4b4c-9a55-0d2f6a3f1c11",
    article: 1,
    anchor: { revision: 1, start: 9, end: 9 + quote.length, quote, prefix: "现场会", suffix: "，部署" },
    position: { start: 9, end: 9 + quote.length },
    quote,
    markedStart: 9,
    state: "kept",
    color: "red",
    note: "",
    tags: [],
    createdAt: "2026-11-23T08:00:00.000Z",
    changedAt: "2026-11-23T08:00:00.000Z",
    title: "春耕现场会",
    publication: "示例日报",
    issuedOn: "2021-02-05",
    page: "3",
    articleUuid: "745e28fd-731b-4a69-a70a-5cbfdd3fadd7",
    sha256: "a".repeat(64),
    part: "",
    byline: "",
    official: null,
    ...more,
  };
}
