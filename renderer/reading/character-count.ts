const WHITE_SPACE = /\s/;
const LAST_ASCII = 0x7f;

/** Characters as people count them: white space counts nothing, a character outside the basic plane counts one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
    if (!isLowSurrogate && !isWhiteSpace(unit)) count++;
  }
  return count;
}

function isWhiteSpace(unit: number): boolean {
  if (unit <= LAST_ASCII) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  // Han and everything above cannot be white space, save the wide space before them and the byte order mark.
  if (unit > 0x3000 && unit !== 0xfeff) return false;
  return WHITE_SPACE.test(String.fromCharCode(unit));
}
