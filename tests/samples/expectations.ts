/** What a manifest may expect of a file that was read, key by key: null where it is met, else what was found instead. */
import { articleText } from "../../preload/model/article-text.ts";
import { condensed } from "./condensed.ts";
import type { Found, FoundHeading } from "./found.ts";

type Check = (wanted: unknown, found: Found) => string | null;

export const expectations: Readonly<Record<string, Check>> = {
  contains: (wanted, { text, articles }) => {
    const fields = articles.map(({ publication, credits }) => publication + credits).join("");
    const whole = condensed(text + fields);
    return missingOf(strings(wanted), (one) => whole.includes(condensed(one)));
  },
  not_contains: lacks,
  not_contains_in_body: lacks,
  not_in_body: lacks,
  title: (wanted, { articles, reading, headings }) => {
    if (wanted === null || wanted === "") return null;
    const titles = [...articles.map(({ title }) => title), reading.collection ?? ""].map(condensed);
    const all = [...titles, ...headings.map(({ text }) => text)];
    return all.includes(condensed(String(wanted))) ? null : (articles[0]?.title ?? "no article");
  },
  byline: (wanted, { text }) =>
    condensed(text).includes(condensed(String(wanted))) ? null : "not in the text",
  date: (wanted, { articles }) =>
    articles.some(({ issuedOn }) => issuedOn === String(wanted).slice(0, 10))
      ? null
      : String(articles[0]?.issuedOn),
  source: (wanted, { articles }) =>
    articles.some(({ publication }) => publication === wanted) ? null : (articles[0]?.publication ?? ""),
  language: (wanted, { articles }) =>
    articles.every(({ language }) => primary(language) === primary(String(wanted)))
      ? null
      : (articles[0]?.language ?? ""),
  headings: (wanted, { headings }) =>
    headingsDiffer(wanted as readonly (readonly [number, string])[], headings),
  headings_by_numbering: (wanted, { headings }) =>
    missingOf(strings(wanted), (one) => headings.some(({ text }) => text === condensed(one))),
  // A title may be the document's own or one of its headings.
  headings_count: (wanted, { headings }) => {
    const inBody = headings.filter(({ level }) => level > 0).length;
    const titles = headings.length - inBody;
    return Number(wanted) >= inBody && Number(wanted) <= inBody + titles
      ? null
      : `${inBody} and ${titles} titles`;
  },
  images: count(({ images }) => images),
  image_refs_in_spine: count(({ images }) => images),
  images_in_file: count(({ images }) => images),
  images_in_html: count(({ images }) => images),
  external_linked_images: (wanted, { images }) => (images >= Number(wanted) ? null : String(images)),
  tables: count(({ tables }) => tables),
  notes: count(({ notes }) => notes),
  // A single page needs no mark.
  pages: count(({ pages }) => Math.max(1, new Set(pages).size)),
  paragraphs_nonempty_outside_tables: (wanted, { paragraphs, articles }) => {
    const titles = articles.filter(({ title }) => title !== "").length;
    const most = paragraphs.length + titles;
    return Number(wanted) >= paragraphs.length && Number(wanted) <= most ? null : String(paragraphs.length);
  },
  paragraphs_expected: (wanted, { paragraphs, articles }) => {
    const bodies = new Set(
      [...paragraphs, ...articles.flatMap(({ official }) => official?.addressees ?? [])].map(condensed),
    );
    return missingOf(strings(wanted), (one) => bodies.has(condensed(one)));
  },
  first_line: (wanted, { text }) =>
    condensed(text).includes(condensed(String(wanted))) ? null : text.slice(0, 60),
};

/** Facts about the file that say nothing of what must come out of it, or that are looked at elsewhere. */
export const notExpectations: ReadonlySet<string> = new Set([
  ...["outcome", "must_not_fetch", "must_not_write_outside", "must_not_store", "must_equal_after_decoding"],
  ...["chars", "package_version", "spine_items", "nonempty_lines", "text_objects", "template_text_objects"],
  ...["image_objects", "images_note", "mime_image_parts", "pdf_info_title", "docinfo_title", "site", "lang"],
  ...["paragraphs_nonempty_all", "paragraph_lines", "page_progression", "password", "acceptable"],
  ...["notes_text", "missing_manifest_files", "ideal_contains"],
]);

function count(of: (found: Found) => number): Check {
  return (wanted, found) => (of(found) === Number(wanted) ? null : String(of(found)));
}

function lacks(wanted: unknown, { articles }: Found): string | null {
  const bodies = condensed(articles.map((article) => articleText(article).text).join("\n"));
  const there = strings(wanted).filter((one) => bodies.includes(condensed(one)));
  return there.length === 0 ? null : `has ${there.join(" | ")}`;
}

function strings(wanted: unknown): readonly string[] {
  return Array.isArray(wanted) ? wanted.map(String) : [String(wanted)];
}

function missingOf(wanted: readonly string[], has: (one: string) => boolean): string | null {
  const missing = wanted.filter((one) => !has(one));
  return missing.length === 0 ? null : `lacks ${missing.join(" | ")}`;
}

function primary(language: string): string {
  return language.toLowerCase().split("-")[0] ?? "";
}

/** All in order, and one below another where the manifest has it so; what became a title may stand on any level. */
function headingsDiffer(
  wanted: readonly (readonly [number, string])[],
  found: readonly FoundHeading[],
): string | null {
  let at = 0;
  let before: { readonly wanted: number; readonly found: number } | null = null;
  for (const [level, text] of wanted) {
    const index = found.findIndex((heading, place) => place >= at && heading.text === condensed(text));
    const heading = found[index];
    if (heading === undefined) {
      return `lacks ${text} among ${found
        .slice(0, 12)
        .map((one) => `${one.level} ${one.text}`)
        .join(" | ")}`;
    }
    at = index + 1;
    if (heading.level === 0) continue;
    if (before !== null && Math.sign(level - before.wanted) !== Math.sign(heading.level - before.found)) {
      return `${text} has level ${heading.level} after ${before.found}, not ${level} after ${before.wanted}`;
    }
    before = { wanted: level, found: heading.level };
  }
  return null;
}
