/** Text cut where marks begin and end, so that it can be drawn as elements. Pure. */

type Ranges = readonly (readonly [start: number, end: number])[];

export interface TextPiece {
  /** Where it stands in the text; a key. */
  readonly start: number;
  readonly text: string;
  readonly isHit: boolean;
  readonly isNumber: boolean;
}

/** The pieces in order, together the whole text. Ranges are in order, and apart from others of their own kind. */
export function markedPieces(text: string, hits: Ranges, numbers: Ranges = []): readonly TextPiece[] {
  const cuts = new Set([0, text.length]);
  for (const [start, end] of [...hits, ...numbers]) cuts.add(start).add(end);
  const places = [...cuts].filter((place) => place >= 0 && place <= text.length).sort((a, b) => a - b);
  const pieces: TextPiece[] = [];
  for (const [index, start] of places.entries()) {
    const end = places[index + 1];
    if (end === undefined) break;
    const covers = ([from, to]: readonly [number, number]) => from <= start && end <= to;
    pieces.push({
      start,
      text: text.slice(start, end),
      isHit: hits.some(covers),
      isNumber: numbers.some(covers),
    });
  }
  return pieces;
}
