/** Headings of articles: not among the titles the worker holds, but found by main in the index of the texts. */
import { useEffect, useState } from "react";
import type { FoundHeading } from "../../preload/model/search.ts";
import { ask } from "../client.ts";
import type { FoundRow } from "./entry.ts";

const MOST_HEADINGS = 5;

/** One character stands in too many headings to mean one of them. */
const SHORTEST = 2;
/** What the call takes. */
const LONGEST = 200;

/** Milliseconds: they stand below the titles, and may wait until the typing does. */
const REST_BEFORE_ASKING = 120;

interface Headings {
  readonly text: string;
  readonly rows: readonly FoundRow[];
}

/** None while they have not come. */
export function useHeadings(text: string): readonly FoundRow[] {
  const [found, setFound] = useState<Headings>({ text: "", rows: none });
  useEffect(() => {
    if (text.length < SHORTEST || text.length > LONGEST) return;
    let isWanted = true;
    const timer = setTimeout(() => {
      ask("findHeadings", { phrase: text, limit: MOST_HEADINGS }).then(
        (headings) => {
          if (isWanted) setFound({ text, rows: headings.map(rowOf) });
        },
        // Without headings the titles still stand.
        () => {},
      );
    }, REST_BEFORE_ASKING);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text]);
  return found.text === text ? found.rows : none;
}

const none: readonly FoundRow[] = [];

/** The article and the offset in its canonical text that a heading's row stands for. */
export function placeOfHeading(key: string): readonly [id: number, at: number] {
  const [id, at] = key.split(" ").map(Number);
  return [id ?? 0, at ?? 0];
}

/** Under the title of its article. */
function rowOf({ id, title, heading, start }: FoundHeading): FoundRow {
  return {
    source: "headings",
    key: `${id} ${start}`,
    title: heading.text,
    beside: title,
    publication: "",
    issuedOn: "",
    ranges: heading.ranges,
  };
}
