/** Which typefaces this machine has, and waiting for those that come with the program. */
import type { PrintDocument, PrintTemplate } from "../../preload/model/print.ts";
import { bundledFace, type FaceRole, faces, missingFaces } from "../../preload/model/print-faces.ts";

/** What official documents are to be set in. The other templates ask for no face that any Song could not stand in for. */
const officialFaces: readonly FaceRole[] = ["fangsong", "xiaobiaosong", "hei", "kai", "song"];

export function facesMissing(template: PrintTemplate): ReturnType<typeof missingFaces> {
  return template === "gongwen" ? missingFaces(officialFaces, hasFamily) : [];
}

/** Whether body text is set in the typeface that comes with the program: its marks come in several files. */
export function usesBundledSong(): boolean {
  return !faces.song.own.some(hasFamily);
}

/** Letters that differ in width from face to face; Han characters do not. */
const probe = "mwil1g,W&@中";
const PROBE_SIZE = 100;
const known = new Map<string, boolean>();

/**
 * Whether a family is installed: text set in it with something else behind it is as wide as in that alone where it is not.
 * Three kinds stand behind, since a face may be as wide as one of them; `document.fonts.check` says yes to any name.
 */
export function hasFamily(family: string): boolean {
  let is = known.get(family);
  if (is === undefined) {
    is = ["monospace", "serif", "sans-serif"].some(
      (behind) => widthIn(`${JSON.stringify(family)}, ${behind}`) !== widthIn(behind),
    );
    known.set(family, is);
  }
  return is;
}

let context: CanvasRenderingContext2D | null = null;

function widthIn(families: string): number {
  context ??= document.createElement("canvas").getContext("2d");
  if (context === null) throw new Error("This window has no canvas.");
  context.font = `${PROBE_SIZE}px ${families}`;
  return context.measureText(probe).width;
}

/**
 * Waits for every slice of the bundled typeface that the page uses. What stands in the margins is no part of the page until
 * it is printed, and nothing waits for a typeface then: it is asked for by name.
 */
export async function loadFaces({ options, articles, printedOn }: PrintDocument): Promise<void> {
  const inMargins = [
    ...Object.values(options.header),
    ...Object.values(options.footer),
    ...articles.flatMap(({ article }) => [
      article.title,
      article.publication,
      article.official?.issuingBody ?? "",
    ]),
    `${printedOn}0123456789—年月日`,
  ].join("");
  await document.fonts.load(`16px ${JSON.stringify(bundledFace)}`, inMargins);
  // Laying out what has come may ask for more.
  for (;;) {
    document.body.getBoundingClientRect();
    await document.fonts.ready;
    if (document.fonts.status === "loaded") return;
  }
}
