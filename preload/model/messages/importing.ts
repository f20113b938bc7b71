import { pair } from "./pair.ts";

export const importing = {
  "warning.paragraph-without-end": pair<{ text: string }>(
    ({ text }) => `以“${text}”结尾的一段没有写完，请对照原件核对。`,
    ({ text }) => `The paragraph ending in “${text}” stops mid-sentence. Check it against the original.`,
  ),
  "warning.article-without-title": pair<{ text: string }>(
    ({ text }) => `以“${text}”开头的文章没有找到标题，请补上。`,
    ({ text }) => `No title was found for the article beginning with “${text}”. Add one.`,
  ),
  "warning.article-start-uncertain": pair<{ text: string }>(
    ({ text }) => `版面上一篇文章可能从“${text}”处开始，请对照原件核对。`,
    ({ text }) => `An article may begin near “${text}” on the page. Check it against the original.`,
  ),
  "warning.lead-end-uncertain": pair<{ text: string }>(
    ({ text }) => `核心提示可能在“${text}”处结束，请对照原件核对。`,
    ({ text }) => `The lead may end at “${text}”. Check it against the original.`,
  ),
} as const;
