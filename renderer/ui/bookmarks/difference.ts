/** What differs between a passage as it was marked and as it now stands, character by character, figures whole. */

export interface DifferencePiece {
  /** `same` stands in both, `gone` only in the old text, `come` only in the new one. */
  readonly kind: "same" | "gone" | "come";
  readonly text: string;
}

/** Cells of the comparison; a table larger than this costs more than one look at the panel is worth. */
const MOST_CELLS = 1_000_000;

/** A figure that changed reads as another figure, not as other digits. */
const unit = /\d+(?:[.,]\d+)*|[\s\S]/gu;

/** Pieces in order of reading; the old text is `same` and `gone`, the new one `same` and `come`. */
export function difference(before: string, after: string): readonly DifferencePiece[] {
  const old = before.match(unit) ?? [];
  const now = after.match(unit) ?? [];
  const head = commonLength(old, now);
  const tail = commonLength(old.slice(head).reverse(), now.slice(head).reverse());
  const middleOld = old.slice(head, old.length - tail);
  const middleNow = now.slice(head, now.length - tail);
  return joined([
    ...pieces("same", old.slice(0, head)),
    ...middle(middleOld, middleNow),
    ...pieces("same", old.slice(old.length - tail)),
  ]);
}

function middle(old: readonly string[], now: readonly string[]): readonly DifferencePiece[] {
  if (old.length * now.length > MOST_CELLS) return [...pieces("gone", old), ...pieces("come", now)];
  const width = now.length + 1;
  const lengths = longestCommon(old, now, width);
  const found: DifferencePiece[] = [];
  let row = 0;
  let column = 0;
  while (row < old.length || column < now.length) {
    const down = lengths[(row + 1) * width + column] ?? 0;
    const right = lengths[row * width + column + 1] ?? 0;
    if (row < old.length && column < now.length && old[row] === now[column]) {
      found.push({ kind: "same", text: old[row++] ?? "" });
      column++;
    } else if (column === now.length || (row < old.length && down >= right)) {
      found.push({ kind: "gone", text: old[row++] ?? "" });
    } else {
      found.push({ kind: "come", text: now[column++] ?? "" });
    }
  }
  return found;
}

/** The length of the longest common subsequence of what follows each pair of places. */
function longestCommon(old: readonly string[], now: readonly string[], width: number): Uint32Array {
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      const at = row * width + column;
      lengths[at] =
        old[row] === now[column]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  return lengths;
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length++;
  return length;
}

function pieces(kind: DifferencePiece["kind"], characters: readonly string[]): readonly DifferencePiece[] {
  return characters.length === 0 ? [] : [{ kind, text: characters.join("") }];
}

/** Neighbours of one kind as one piece. */
function joined(found: readonly DifferencePiece[]): readonly DifferencePiece[] {
  const whole: DifferencePiece[] = [];
  for (const piece of found) {
    const last = whole.at(-1);
    if (last?.kind === piece.kind) whole[whole.length - 1] = { ...piece, text: last.text + piece.text };
    else whole.push(piece);
  }
  return whole;
}
