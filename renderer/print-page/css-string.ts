/** Text of others in a stylesheet. */

/** A CSS string that says exactly this, whatever it holds: all but letters and digits are written as escapes. */
export function cssString(text: string): string {
  const escaped = text
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/[^\p{L}\p{N} ]/gu, (character) => `\\${codeOf(character).toString(16)} `);
  return `"${escaped}"`;
}

function codeOf(character: string): number {
  // A stylesheet knows neither nought nor halves of characters.
  const code = character.codePointAt(0) ?? 0;
  return code === 0 || (code >= 0xd800 && code <= 0xdfff) ? 0xfffd : code;
}
