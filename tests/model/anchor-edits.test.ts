/** What `npm run bench -- --only anchors` measures, so that a change that makes anchors worse is seen at once. */
import { expect, test, vi } from "vitest";
import { LEAST_SCORE } from "../../preload/model/anchor-finding.ts";
import { tallyOf } from "../bench/anchors.ts";
import { generatedText } from "../bench/generate-text.ts";

vi.setConfig({ testTimeout: 180_000 });

test("in 20,000 edited texts quotes are found again, and none is put where it was not", () => {
  const { unchanged, little, gone, others } = tallyOf(generatedText(20_261_123), 20_000, LEAST_SCORE);
  expect([unchanged, little, gone].map(({ wrong }) => wrong)).toEqual([0, 0, 0]);
  expect(others.wrong / others.cases).toBeLessThanOrEqual(0.001);
  expect(unchanged.found / unchanged.cases).toBeGreaterThanOrEqual(0.995);
  expect(little.found / little.cases).toBeGreaterThanOrEqual(0.95);
});
