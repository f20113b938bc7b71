/** A text as it is compared: its characters without white space, and where white space or a new line parted them. */

export interface Characters {
  readonly characters: readonly string[];
  /** Whether white space stands before the character of the same index. */
  readonly parted: readonly boolean[];
}

/** Compatible forms are one (NFKC): a reader may undo ligatures and full width, and Kangxi radicals of a PDF. */
export function charactersOf(text: string): Characters {
  const characters: string[] = [];
  const parted: boolean[] = [];
  let isParted = true;
  for (const character of text.normalize("NFKC")) {
    if (/[\s\p{Cc}]/u.test(character)) isParted = true;
    // What has no width says nothing: soft hyphens, joiners, byte order marks, marks of direction.
    else if (!/\p{Cf}|\p{Co}/u.test(character)) {
      characters.push(character);
      parted.push(isParted);
      isParted = false;
    }
  }
  return { characters, parted };
}
