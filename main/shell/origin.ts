/** The one origin that everything the window shows comes from. */
export const scheme = "reader";
export const origin = "reader://app";

/** Whether a URL is of our own origin; anything that cannot be parsed is not. */
export function isOwnUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${scheme}:` && host === "app";
}

/** Where the print document of a job is shown; its PDF stands beside it. */
export function printPage(job: string): string {
  return `${origin}/print/${job}`;
}

/** Whether a URL, or its path, is that of a print document. */
export function isPrintPage(url: string): boolean {
  return /^(?:reader:\/\/app)?\/print\/[0-9a-f-]{36}$/.test(url);
}
