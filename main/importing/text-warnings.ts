import type { DecodedText } from "./decode-text.ts";
import type { ReadingWarning } from "./format.ts";

/** What decoding has to confess. */
export function textWarnings({ damaged, encoding, unsure }: DecodedText): readonly ReadingWarning[] {
  const label = encoding.toUpperCase();
  return [
    ...(damaged === 0
      ? []
      : [{ code: "warning.damaged-text", parameters: { count: damaged, encoding: label } }]),
    ...(unsure ? [{ code: "warning.encoding-unsure", parameters: { encoding: label } }] : []),
  ];
}
