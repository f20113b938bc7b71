import { firstCharacters } from "../../preload/model/first-characters.ts";

/** As much of a text that was typed or pasted as a sentence has room for. */
const LONGEST_SHOWN = 60;

export function shortened(text: string): string {
  const spoken = text.trim();
  return spoken.length <= LONGEST_SHOWN ? spoken : `${firstCharacters(spoken, LONGEST_SHOWN)}…`;
}
