/** The four levels of headings in official documents (GB/T 9704—2012, 7.3.3). */

/** What stands before a heading tells its level: 一、 then （一） then 1. then （1）. */
const ordinals: readonly RegExp[] = [
  /^[一二三四五六七八九十百〇零]+、|^第[一二三四五六七八九十百〇零\d]+[章部编篇]/,
  /^[（(][一二三四五六七八九十百〇零]+[）)]|^第[一二三四五六七八九十百〇零\d]+节/,
  /^\d{1,3}\s*[.．、](?!\d)/,
  /^[（(]\d{1,3}[）)]/,
];

const LOWEST = 4;

/** 1 to 4: by the heading's own number, else by how deep it stands, from 1. */
export function gongwenLevel(heading: string, depth: number): number {
  const text = heading.trimStart();
  const numbered = ordinals.findIndex((ordinal) => ordinal.test(text)) + 1;
  return numbered > 0 ? numbered : Math.min(Math.max(depth, 1), LOWEST);
}
