/**
 * Chromium knows no custom schemes without being built for them, so `reader://app/x` is shown to it as
 * `https://app.reader.localhost/x`, and back; both ends of the stand-in go through here.
 */

const schemes = new Set<string>();

/** Takes note of a scheme the application registers. */
export function knowScheme(scheme: string): void {
  schemes.add(scheme);
}

/** The URL that Chromium is given. Other schemes stay as they are. */
export function toChromium(url: string): string {
  const [, scheme, host, rest] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
  if (scheme === undefined || !schemes.has(scheme)) return url;
  return `https://${host}.${scheme}.localhost${rest?.startsWith("/") === true ? "" : "/"}${rest}`;
}

/** The URL that the application is told. */
export function fromChromium(url: string): string {
  const [, blob, host, scheme, rest] =
    /^(blob:)?https:\/\/([^/?#]*)\.([^./?#]+)\.localhost(.*)$/is.exec(url) ?? [];
  if (scheme === undefined || !schemes.has(scheme)) return url;
  return `${blob ?? ""}${scheme}://${host}${rest}`;
}
