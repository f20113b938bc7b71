/** The one origin that everything the window shows comes from. */
export const scheme = "reader";
export const origin = "reader://app";

/** Whether a URL is of our own origin; anything that cannot be parsed is not. */
export function isOwnUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${scheme}:` && host === "app";
}
