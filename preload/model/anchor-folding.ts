/**
 * What counts as the same character when a passage is looked for again: all that folding sets aside, the two ways of
 * setting Chinese punctuation, and any white space. One UTF-16 unit becomes one.
 */
import { fold } from "./fold.ts";

/** Beyond width, which folding knows of: what a full-width mark becomes when someone types its half-width fellow. */
const sameMarks: Readonly<Record<string, string>> = {
  "。": ".",
  "、": ",",
  "“": '"',
  "”": '"',
  "„": '"',
  "「": '"',
  "」": '"',
  "‘": "'",
  "’": "'",
  "『": "'",
  "』": "'",
  "〔": "[",
  "〕": "]",
  "【": "[",
  "】": "]",
  "〈": "<",
  "〉": ">",
  "《": "<",
  "》": ">",
  "—": "-",
  "–": "-",
  "―": "-",
  "─": "-",
  "•": "·",
  "・": "·",
  "‧": "·",
};

const mark = new RegExp(`[${Object.keys(sameMarks).join("")}\\s]`, "g");

export function foldPassage(text: string): string {
  return fold(text).replace(mark, (unit) => sameMarks[unit] ?? " ");
}
