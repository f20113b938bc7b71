import type { DecodedText } from "./decode-text.ts";
import type { ReadingWarning } from "./format.ts";

/** What decoding has to confess. */
export function textWarnings({ damaged, encoding }: DecodedText): readonly ReadingWarning[] {
  return damaged === 0
    ? []
    : [{ code: "warning.damaged-text", parameters: { count: damaged, encoding: encoding.toUpperCase() } }];
}
