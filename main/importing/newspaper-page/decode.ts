/**
 * What each piece of a page is. Single cues mislead (a caption and the end of a paragraph look alike), so every
 * reading of the whole page is weighed: each role a piece may play costs or earns points in the light of what came
 * before it, and the reading with most points wins. Readings that stand at the same place with the same state are
 * merged, keeping the better, so the work grows with the page's length alone.
 */
import type { Joining } from "./joining.ts";
import type { Page, PagePiece } from "./page.ts";
import { type Reading, roles, startReading } from "./reading.ts";
import { closeArticle, take } from "./take.ts";

/** Readings kept after each piece: far more than ever are close to the best. */
const KEPT = 48;

export interface Decision {
  readonly piece: PagePiece;
  readonly reading: Reading;
}

/** The best reading's role for each piece, in order. */
export function decode(page: Page, joining: Joining): readonly Decision[] {
  let readings: readonly Reading[] = [startReading];
  for (const index of page.pieces.keys()) readings = goOn(page, joining, index, readings);
  const ended = readings.map((reading) => ({
    ...reading,
    score: reading.score + closeArticle(page, reading, true),
  }));
  return trace(
    page,
    ended.reduce((best, reading) => (reading.score > best.score ? reading : best)),
  );
}

/** Every reading with the next piece in every role it can play; of those in the same state only the best. */
function goOn(page: Page, joining: Joining, index: number, readings: readonly Reading[]): readonly Reading[] {
  const next = new Map<string, Reading>();
  for (const reading of readings) {
    for (const role of roles) {
      const taken = take(page, joining, index, reading, role);
      if (!taken) continue;
      const key = stateKey(taken);
      const rival = next.get(key);
      if (!rival || rival.score < taken.score) next.set(key, taken);
    }
  }
  return [...next.values()].sort((a, b) => b.score - a.score).slice(0, KEPT);
}

function stateKey(reading: Reading): string {
  const { paragraph, openQuotes, title, titleLines, byline, lead, body, heading, role } = reading;
  return [paragraph, openQuotes, title, Math.min(titleLines, 4), byline, lead, body, heading, role].join();
}

function trace(page: Page, last: Reading): readonly Decision[] {
  const decisions: Decision[] = [];
  let reading: Reading | null = last;
  for (const piece of [...page.pieces].reverse()) {
    if (!reading) break;
    decisions.push({ piece, reading });
    reading = reading.before;
  }
  return decisions.reverse();
}
