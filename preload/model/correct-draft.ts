/** What is typed at the correcting desk and not a step yet: kept, so that a power cut takes a second of typing at most. */
import { z } from "zod";
import { correctionStepSchema } from "./correction.ts";

/** Longer is refused as a step, too. */
const LONGEST = 100_000;

export const correctionDraftSchema = z.object({
  /** As it would be taken at that revision; null where what was being edited is there no more. */
  step: z.object({ revision: z.int().positive(), step: correctionStepSchema }).nullable(),
  typed: z.string().max(LONGEST),
});

export type CorrectionDraft = z.infer<typeof correctionDraftSchema>;
