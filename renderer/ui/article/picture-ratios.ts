/**
 * The proportions of pictures seen so far. The model has no sizes, so the first showing of a picture learns its
 * proportion, and from then on its place is kept free before its bytes arrive.
 */
const ratios = new Map<string, number>();

/** Width over height; undefined for a picture not seen yet in this window. */
export function knownRatio(hash: string): number | undefined {
  return ratios.get(hash);
}

export function learnRatio(hash: string, picture: HTMLImageElement): void {
  if (picture.naturalHeight > 0) ratios.set(hash, picture.naturalWidth / picture.naturalHeight);
}
