/** Sorts what is not known after everything that is. */
const UNKNOWN = "\u{10FFFF}";

/** Ends the publication and the page, below every character a name can hold. */
const SEPARATOR = "\u0001";

/** As long as a page's number may be, so that no run of digits is longer. */
const DIGITS = 40;

/**
 * A string whose byte order is by publication, then by page as people count: A2 before A12, 3 before 12, letter case,
 * full width and leading zeros set aside. What is not known comes last. A page that is not known is told by its file,
 * `path`, since the articles of one file belong together.
 */
export function pageKey(publication: string, page: string, path: string): string {
  const place = page === "" ? `${UNKNOWN}${SEPARATOR}${naturalOrder(path)}` : naturalOrder(page);
  return `${publication || UNKNOWN}${SEPARATOR}${place}`;
}

function naturalOrder(page: string): string {
  return page
    .normalize("NFKC")
    .toUpperCase()
    .replace(/\d+/g, (digits) => digits.padStart(DIGITS, "0"));
}
