/** One sample's trial against its manifest entry. */
import { unpackReading } from "../../main/importing/parcels.ts";
import type { ReadOutcome } from "../../main/importing/reader-client.ts";
import { expectations, notExpectations } from "./expectations.ts";
import type { Found } from "./found.ts";
import { foundIn } from "./found.ts";
import type { Sample } from "./manifest.ts";
import type { Trial } from "./watched-reader.ts";

export interface Verdict {
  readonly expectation: string;
  /** Null where it is met. */
  readonly difference: string | null;
}

export interface Judgement {
  readonly verdicts: readonly Verdict[];
  /** Keys of the manifest that this runner knows nothing of. */
  readonly unknown: readonly string[];
  readonly found: Found | null;
}

/** Codes that say the file brought the reader down, not that it was understood and declined. */
const BROUGHT_DOWN: ReadonlySet<string> = new Set(["timed-out", "out-of-memory"]);

export function judge(sample: Sample, { outcome, usedNetwork }: Trial): Judgement {
  const found = outcome.state === "read" ? foundIn(unpackReading(outcome.reading)) : null;
  const { expect } = sample;
  const verdicts: Verdict[] = [
    { expectation: `outcome: ${expect.outcome}`, difference: outcomeDiffers(sample, outcome, found) },
  ];
  if (expect["must_not_fetch"] === true) {
    verdicts.push({ expectation: "must_not_fetch", difference: usedNetwork ? "used the network" : null });
  }
  if (expect["must_not_write_outside"] === true) {
    // Read where nothing can be written: a reader that tried to would have thrown, and ended as unreadable.
    const wrote = outcome.state === "failed" && outcome.code === "timed-out";
    verdicts.push({ expectation: "must_not_write_outside", difference: wrote ? "did not end" : null });
  }
  if (Array.isArray(expect["must_not_store"])) {
    verdicts.push({
      expectation: "must_not_store",
      difference: found === null ? null : storedOf(expect["must_not_store"].map(String), found),
    });
  }
  // What a declined file would have held is not asked of it, nor is it of one that a sentence was enough for.
  if (found !== null && expect.outcome !== "clear-error") {
    for (const [key, check] of Object.entries(expectations)) {
      if (expect[key] === undefined) continue;
      verdicts.push({ expectation: key, difference: check(expect[key], found) });
    }
  }
  const unknown = Object.keys(expect).filter((key) => !(key in expectations) && !notExpectations.has(key));
  return { verdicts, unknown, found };
}

function outcomeDiffers(
  { expect, format }: Sample,
  outcome: ReadOutcome,
  found: Found | null,
): string | null {
  const came = cameTo(outcome);
  if (outcome.state === "failed") {
    if (expect.outcome === "clear-error") return BROUGHT_DOWN.has(outcome.code) ? came : null;
    // A picture alone is no document; inside one it is kept as a picture that nothing in it can act from.
    if (format === "svg" && outcome.code === "unsupported-format") return null;
    return "acceptable" in expect && !BROUGHT_DOWN.has(outcome.code) ? null : came;
  }
  if (expect.outcome !== "clear-error") return found === null ? came : null;
  return outcome.state === "read" && outcome.reading.warnings.length > 0 ? null : `${came} without a warning`;
}

export function cameTo(outcome: ReadOutcome): string {
  if (outcome.state === "failed") return outcome.code;
  if (outcome.state !== "read") return outcome.state;
  const codes = new Set(outcome.reading.warnings.map(({ code }) => code.replace(/^warning\./, "")));
  return ["read", ...codes].join(", ");
}

function storedOf(forbidden: readonly string[], { stored, reading }: Found): string | null {
  const pictures = reading.pictures.filter(({ mediaType }) => mediaType.includes("svg"));
  const all =
    stored.toLowerCase() +
    pictures.map(({ bytes }) => new TextDecoder().decode(bytes).toLowerCase()).join("");
  const there = forbidden.filter(
    (one) => all.includes(one.toLowerCase()) || all.includes(JSON.stringify(one).slice(1, -1)),
  );
  return there.length === 0 ? null : `stores ${there.join(" | ")}`;
}
